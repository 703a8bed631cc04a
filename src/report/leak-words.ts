import { type GrowthSeriesName, isCount } from '../compare/growth/series.js';
import type { LeakFinding, UnseenLeak } from '../compare/verdict.js';
import { bytesWords, countOf } from './format.js';

/** Names of the series that can leak, as the subject of a sentence. */
export const seriesWords = {
  heap: 'the JavaScript heap',
  external: 'external memory (Buffers, WebAssembly)',
  malloc: 'native memory (malloc)',
  workerHeap: 'the heaps of worker threads',
  other: 'anonymous memory outside the heaps and malloc',
  child: 'memory of child processes',
  tree: 'anonymous memory of the processes',
  reported: 'memory that the program reports',
  qdrant: 'memory of the Qdrant server, which was not written to,',
  descriptors: 'file descriptors',
  threads: 'threads',
  handles: 'handles and timers',
  children: 'child processes',
} as const satisfies Readonly<Record<GrowthSeriesName, string>>;

/** A rate per iteration: `16.0 KiB` or `5 file descriptors`. */
export function rateWords(series: GrowthSeriesName, rate: number): string {
  return isCount(series) ? `${Number(rate.toPrecision(2))} ${seriesWords[series]}` : bytesWords(rate);
}

/** The verdict on the growth of a case, in one sentence. */
export function leakSentence(leak: LeakFinding): string {
  const { verdict, series, rate, lateRate, kept } = leak;
  const subject = seriesWords[series];
  const amount = isCount(series) ? rateWords(series, kept) : bytesWords(kept);
  switch (verdict) {
    case 'leak':
    case 'suspected': {
      const grows = isCount(series)
        ? `${rateWords(series, rate)} are left open per iteration`
        : `${subject} grows by ${bytesWords(rate)} per iteration`;
      return `${grows}${othersWords(leak)}`;
    }
    case 'slowing':
      return `${subject} is still growing, ever more slowly: ${rateWords(series, lateRate)} per iteration in the last quarter`;
    case 'ratchet':
      return `${subject} grew by ${amount} and then stopped: a ratchet, no leak`;
    case 'stable':
      return leak.unseen === undefined ? 'no leak' : unseenWords(leak.unseen);
  }
}

function othersWords({ others }: LeakFinding): string {
  if (others.length === 0) return '';
  const listed = others.map(({ series, rate }) =>
    isCount(series) ? rateWords(series, rate) : `${seriesWords[series]} by ${bytesWords(rate)}`,
  );
  return `; so ${listed.length === 1 ? 'does' : 'do'} ${listed.join(', ')}`;
}

/** The evidence: interval, iterations, processes, and why a leak is only suspected. */
export function leakEvidence({
  verdict,
  series,
  rateLower,
  rateUpper,
  iterations,
  processes,
  reason,
}: LeakFinding): string {
  const interval =
    verdict === 'leak' || verdict === 'suspected'
      ? [`${rateWords(series, rateLower)} to ${rateWords(series, rateUpper)} (95 % CI)`]
      : [];
  const seen = `${countOf(iterations, 'iteration')}, ${countOf(processes, 'process', 'processes')}`;
  return [...interval, seen, ...(reason === undefined ? [] : [reason])].join('; ');
}

/** What could not have been seen: `no leak above 3.1 KiB per iteration in 50 iterations`. */
export function unseenWords({ bytes, iterations, beyondBaseline, isLow }: UnseenLeak): string {
  const limit = `no ${beyondBaseline ? 'new ' : ''}leak above ${bytesWords(bytes)} per iteration in ${countOf(iterations, 'iteration')}`;
  return isLow ? `${limit}; more \`iterations\` would show smaller ones` : limit;
}
