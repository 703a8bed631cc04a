import { measuredIn } from '../compare/judge-metric.js';
import type { CaseResult, Mapped, MappedMemory } from '../results/schema.js';

/** Memory of `who` and its composition, from the sample with the median PSS among those that have it. */
export interface MappedPart {
  readonly who: string;
  readonly memory: MappedMemory;
}

const names: Readonly<Record<keyof Mapped, string>> = {
  worker: 'worker',
  processes: 'processes',
  qdrant: 'Qdrant',
};

/** Composition of the memory of a case's processes; empty if unknown. */
export function mappedParts(result: CaseResult | undefined): MappedPart[] {
  const samples = measuredIn(result);
  return (['worker', 'processes', 'qdrant'] as const).flatMap((whose) => {
    const memories = samples.flatMap(({ mapped }) => mapped?.[whose] ?? []);
    return medianMemory(memories).map((memory) => ({ who: names[whose], memory }));
  });
}

/** The memory with the median PSS, as it was read. Medians of each part would not add up to a whole. */
function medianMemory(memories: readonly MappedMemory[]): MappedMemory[] {
  const sorted = [...memories].sort((a, b) => a.pssBytes - b.pssBytes);
  const middle = Math.floor((sorted.length - 1) / 2);
  return sorted.slice(middle, middle + 1);
}

/** The figures shown for a memory, in this order. */
export const mappedColumns: readonly {
  readonly title: string;
  readonly bytesOf: (memory: MappedMemory) => number | undefined;
}[] = [
  { title: 'anonymous', bytesOf: ({ anonBytes }) => anonBytes },
  { title: 'files', bytesOf: ({ fileBytes }) => fileBytes },
  { title: 'shared memory', bytesOf: ({ shmemBytes }) => shmemBytes },
  { title: 'PSS', bytesOf: ({ pssBytes }) => pssBytes },
  { title: 'RSS', bytesOf: ({ rssBytes }) => rssBytes },
  { title: 'of it shared with others', bytesOf: sharedBytes },
  { title: 'swapped', bytesOf: ({ swapBytes }) => swapBytes },
];

function sharedBytes({ sharedCleanBytes, sharedDirtyBytes }: MappedMemory): number | undefined {
  return sharedCleanBytes === undefined || sharedDirtyBytes === undefined
    ? undefined
    : sharedCleanBytes + sharedDirtyBytes;
}

/** Explains how the columns relate to each other. */
export const mappedWords =
  'At the settled end of the measured iterations, of the sample with the median PSS; not judged. ' +
  'PSS is anonymous memory, mapped files and shared memory, a page that n processes share counting as one n-th; RSS counts it in full.';
