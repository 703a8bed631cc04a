import { measuredIn } from '../../compare/judge-metric.js';
import { mebibytes } from '../../results/mebibytes.js';
import type { CaseResult, QdrantMemory } from '../../results/schema.js';
import { formatValue } from '../format.js';
import type { AllocatorCounter, AllocatorData } from './model-detail.js';
import { coarse } from './rounding.js';

/** Most points of a line: more than the iterations that follow up a suspected leak. */
const mostPoints = 500;

type Column = Exclude<keyof QdrantMemory, 'atIteration'>;

/** The `stats` of jemalloc’s manual, explained for readers who do not know it. */
const counters: readonly { readonly column: Column; readonly name: string; readonly meaning: string }[] = [
  { column: 'allocatedBytes', name: 'allocated', meaning: 'what Qdrant has asked for and not freed' },
  { column: 'activeBytes', name: 'active', meaning: 'the pages in use: allocated, and the gaps between' },
  {
    column: 'residentBytes',
    name: 'resident',
    meaning: 'most that is in physical memory: active, book-keeping, and freed pages not yet given back',
  },
  {
    column: 'retainedBytes',
    name: 'retained',
    meaning: 'address space kept for later, with no physical memory behind it as a rule',
  },
  { column: 'metadataBytes', name: 'metadata', meaning: 'jemalloc’s own book-keeping' },
];

/** Readings of Qdrant’s allocator, from the sample with the median live bytes at the end. */
export function allocatorData(
  result: CaseResult | undefined,
  baseline: CaseResult | undefined,
): AllocatorData | undefined {
  const now = medianReadings(result);
  if (now === undefined) return undefined;
  const before = medianReadings(baseline);
  const drawn = drawnReadings(now);
  return {
    iterations: drawn.map((index) => now.atIteration[index] ?? 0),
    counters: counters.map(({ column, name, meaning }): AllocatorCounter => {
      const values = now[column];
      return {
        name,
        meaning,
        mebibytes: drawn.map((index) => coarse(mebibytes(values[index] ?? 0))),
        before: figure(values[0]),
        after: figure(values[restIn(now)]),
        baseline: before === undefined ? '' : figure(before[column][restIn(before)]),
      };
    }),
  };
}

function medianReadings(result: CaseResult | undefined): QdrantMemory | undefined {
  const told = measuredIn(result)
    .flatMap(({ qdrantMemory }) =>
      qdrantMemory === undefined || qdrantMemory.atIteration.length === 0 ? [] : [qdrantMemory],
    )
    .sort((a, b) => (a.allocatedBytes[restIn(a)] ?? 0) - (b.allocatedBytes[restIn(b)] ?? 0));
  return told[Math.floor((told.length - 1) / 2)];
}

/**
 * Index of the reading taken at rest after the planned iterations: the second of its iteration, if each was read. Later
 * readings follow up a suspected leak, which the baseline may lack.
 */
function restIn({ atIteration }: QdrantMemory): number {
  const second = atIteration.findLastIndex((iteration, index) => iteration === atIteration[index - 1]);
  return second < 0 ? atIteration.length - 1 : second;
}

/** Indexes of the drawn readings: one per iteration, in order, thinned. None if there are only before and after. */
function drawnReadings({ atIteration }: QdrantMemory): number[] {
  let last = -1;
  const indexes = atIteration.flatMap((iteration, index) => {
    if (iteration <= last) return [];
    last = iteration;
    return [index];
  });
  if (indexes.length < 3) return [];
  const stride = Math.ceil(indexes.length / mostPoints);
  return indexes.filter((_, position) => position % stride === 0);
}

function figure(bytes: number | undefined): string {
  return bytes === undefined ? '–' : formatValue('qdrant_peak_rss_mb', mebibytes(bytes));
}
