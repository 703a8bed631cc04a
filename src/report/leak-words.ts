import { type CountSeries, type GrowthSeriesName, isCount, type MemorySeries } from '../compare/growth/series.js';
import type { LeakFinding, UnseenLeak } from '../compare/verdict.js';
import { bytesWords, countOf } from './format.js';

const memoryWords = {
  heap: 'the JavaScript heap',
  external: 'external memory (Buffers, WebAssembly)',
  malloc: 'native memory (malloc)',
  workerHeap: 'heap memory of worker threads',
  other: 'anonymous memory outside the heaps and malloc',
  child: 'memory of child processes',
  tree: 'anonymous memory of the processes',
  reported: 'memory that the program reports',
  qdrant: 'memory of the Qdrant server',
} as const satisfies Readonly<Record<MemorySeries, string>>;

/** Singular and plural of each counted thing, and the state in which an iteration leaves it. */
const countWords = {
  descriptors: { one: 'file descriptor', many: 'file descriptors', left: 'open' },
  threads: { one: 'thread', many: 'threads', left: 'running' },
  handles: { one: 'handle or timer', many: 'handles and timers', left: 'active' },
  children: { one: 'child process', many: 'child processes', left: 'running' },
} as const satisfies Readonly<Record<CountSeries, { one: string; many: string; left: string }>>;

/** Smallest bound, in bytes. Readings below it are meaningless. */
const finestBound = 1024;

/** Below this share of the mean rate, the last quarter lies between two steps of a table that doubles. */
const rareShare = 0.1;

/** The name of a series that can leak. */
export function seriesWords(series: GrowthSeriesName): string {
  return isCount(series) ? countWords[series].many : memoryWords[series];
}

/** A rate per iteration: `16.0 KiB` or `5 file descriptors`. */
export function rateWords(series: GrowthSeriesName, rate: number): string {
  if (!isCount(series)) return bytesWords(rate);
  const { one, many } = countWords[series];
  const count = amountWords(series, rate);
  return `${count} ${count === '1' ? one : many}`;
}

/** The verdict on the growth of a case, in one sentence. */
export function leakSentence(leak: LeakFinding): string {
  const { verdict, series, rate, lateRate, kept } = leak;
  const subject = isCount(series) ? `the number of ${seriesWords(series)}` : seriesWords(series);
  switch (verdict) {
    case 'leak':
    case 'suspected':
      return growsWords(leak);
    case 'slowing':
      return lateRate > rareShare * rate
        ? `${subject} still grows, ever more slowly: by ${amountWords(series, lateRate)} per iteration in the last quarter`
        : `${subject} still grows, in ever rarer steps: by ${amountWords(series, rate)} per iteration on average`;
    case 'ratchet':
      return `${subject} grew by ${amountWords(series, kept)} and then stopped growing: a ratchet, not a leak`;
    case 'stable':
      return leak.unseen === undefined ? 'no leak' : unseenWords(leak.unseen);
  }
}

function growsWords({ series, rate }: LeakFinding): string {
  if (isCount(series)) {
    const is = amountWords(series, rate) === '1' ? 'is' : 'are';
    return `${rateWords(series, rate)} ${is} left ${countWords[series].left} per iteration`;
  }
  const grows = `${seriesWords(series)} grows by ${bytesWords(rate)} per iteration`;
  return series === 'qdrant' ? `${grows}, although nothing is written to it` : grows;
}

/** An amount without the name of what is counted: `16.0 KiB` or `5`. */
function amountWords(series: GrowthSeriesName, amount: number): string {
  return isCount(series) ? String(Number(amount.toPrecision(2))) : bytesWords(amount);
}

/** The evidence: interval, processes, iterations, other growing series, and why a leak is only suspected. */
export function leakEvidence(leak: LeakFinding): string {
  const { iterations, processes, reason, others } = leak;
  const upTo = processes > 1 ? 'up to ' : '';
  const seen = `${countOf(processes, 'process', 'processes')}, ${upTo}${countOf(iterations, 'iteration')}`;
  const also = others.map(({ series, rate }) => `${seriesWords(series)} by ${amountWords(series, rate)}`);
  const grows = also.length === 0 ? [] : [`also growing: ${also.join(', ')}`];
  return [...intervalWords(leak), seen, ...grows, ...(reason === undefined ? [] : [reason])].join('; ');
}

/** Empty if both ends read the same: planned samples alone have no interval, and counts are often exact. */
function intervalWords({ verdict, series, rateLower, rateUpper }: LeakFinding): string[] {
  const [lower, upper] = [amountWords(series, rateLower), amountWords(series, rateUpper)];
  const hasInterval = (verdict === 'leak' || verdict === 'suspected') && lower !== upper;
  return hasInterval ? [`${lower} to ${upper}, 95 % CI`] : [];
}

/** The detection limit: `no leak above 3.1 KiB per iteration in 50 iterations`. */
export function unseenWords({ bytes, iterations, beyondBaseline, isLow }: UnseenLeak): string {
  const bound = bytesWords(Math.max(finestBound, bytes));
  const limit = `no ${beyondBaseline ? 'new ' : ''}leak above ${bound} per iteration in ${countOf(iterations, 'iteration')}`;
  return isLow ? `${limit}; raise iterations to detect smaller ones` : limit;
}
