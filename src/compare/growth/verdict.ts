import { judgeWatched, refutedBelow } from './follow-up.js';
import type { SeriesGrowth } from './judge-series.js';
import type { Suspicion } from './screen.js';
import { type GrowthColumns, type GrowthSeriesName, isCount, isNoisy, type MemorySeries } from './series.js';

/** How a follow-up ended; see `followUp` of a sample. */
export type FollowUpEnd = 'decided' | 'horizon' | 'memory' | 'time' | 'threw' | 'cannot';

/** A process that ran more iterations than planned. */
export interface FollowUp {
  readonly ended: FollowUpEnd;
  readonly columns: GrowthColumns;
}

/** The evidence on the growth of a case. */
export interface GrowthEvidence {
  /** Suspicions of the planned samples; see `screen`. */
  readonly suspicions: readonly Suspicion[];
  /** Iterations of a planned sample. */
  readonly planned: number;
  /** Planned samples: processes that count besides the follow-ups. */
  readonly samples: number;
  readonly followUps: readonly FollowUp[];
  /** The user's or the runner's limits allow no follow-up. */
  readonly noFollowUp?: boolean;
}

export type GrowthVerdictName = 'leak' | 'suspected' | 'slowing' | 'ratchet' | 'stable';

/** Why a suspicion is not called a leak. */
export type SuspectedReason = 'not-followed' | 'time' | 'threw' | 'cannot' | 'one-process' | 'few-steps';

/** Growth of one series, per iteration in its unit. */
export interface SeriesVerdict extends SeriesGrowth {
  readonly series: GrowthSeriesName;
}

export interface GrowthVerdict {
  readonly verdict: GrowthVerdictName;
  /** The series that carries the growth; absent when nothing was suspicious. */
  readonly carrier?: SeriesVerdict;
  /** Other series with the same verdict, counts included, such as descriptors beside a heap leak. */
  readonly others: readonly SeriesVerdict[];
  /** Only with `suspected`. */
  readonly reason?: SuspectedReason;
  /** Iterations of the longest judged process, and the number of processes that support the verdict. */
  readonly iterations: number;
  readonly processes: number;
}

const enoughOfSamples = 2 / 3;
/** A follow-up that threw supports a leak from this multiple of the planned iterations on. */
const thrownFactor = 2;
/** It also does if it kept this many times what the tolerance allows. */
const muchMore = 16;
const leastCountedIterations = 10;

/** The verdict on a case. A leak needs two processes: a follow-up that ran to its end, and another that agrees. */
export function growthVerdict(evidence: GrowthEvidence): GrowthVerdict {
  const { suspicions, planned, followUps } = evidence;
  if (suspicions.length === 0)
    return { verdict: 'stable', others: [], iterations: planned, processes: evidence.samples };
  const judged = suspicions.map((suspicion) => judgeSuspicion(suspicion, evidence));
  for (const verdict of severity) {
    const found = judged.filter((each) => each.verdict === verdict);
    const carrier = carrierOf(found);
    if (carrier === undefined) continue;
    const others = found.filter((each) => each !== carrier).map(({ growth }) => growth);
    return {
      verdict,
      ...(verdict !== 'stable' && { carrier: carrier.growth }),
      others: verdict === 'stable' ? [] : others,
      ...(carrier.reason !== undefined && { reason: carrier.reason }),
      iterations: Math.max(planned, ...followUps.map(({ columns }) => lengthOf(columns))),
      processes: carrier.processes,
    };
  }
  return { verdict: 'stable', others: [], iterations: planned, processes: evidence.samples };
}

/**
 * The number of further follow-ups needed for a verdict: one to follow a suspicion, one to confirm a leak that the
 * planned samples do not confirm, else none.
 */
export function followUpsWanted(evidence: GrowthEvidence): 0 | 1 {
  if (evidence.noFollowUp || evidence.suspicions.length === 0) return 0;
  const { verdict, reason } = growthVerdict(evidence);
  if (verdict !== 'suspected' || evidence.followUps.length >= 2) return 0;
  if (reason === 'not-followed') return 1;
  return reason === 'one-process' && evidence.followUps.length === 1 ? 1 : 0;
}

/**
 * Whether a second follow-up may end at the shorter distance. If memory is released in between, growth shows only at
 * the low points, and the second needs as many iterations as the first.
 */
export function confirmsShortly({ followUps, suspicions }: GrowthEvidence): boolean {
  const [first] = followUps;
  if (first === undefined) return false;
  const seen = suspicions.flatMap((suspicion) => judgeWatched(first.columns, suspicion, true) ?? []);
  return seen.every(({ shape, releasedAt }) => shape !== 'leak' || releasedAt.length === 0);
}

const severity = ['leak', 'suspected', 'slowing', 'ratchet', 'stable'] as const;

interface Judged {
  readonly verdict: GrowthVerdictName;
  readonly growth: SeriesVerdict;
  readonly processes: number;
  readonly reason?: SuspectedReason;
}

function judgeSuspicion(suspicion: Suspicion, evidence: GrowthEvidence): Judged {
  const [first, second] = evidence.followUps;
  const seen = first === undefined ? undefined : seenIn(first, suspicion);
  const planned = plannedGrowth(suspicion, evidence.planned);
  const agreeing = suspicion.suspectSamples >= Math.ceil(suspicion.samples * enoughOfSamples);
  if (first === undefined || seen === undefined) {
    // A child process left behind by every iteration is counted exactly: more iterations would only leave more of them.
    const counted =
      suspicion.series === 'children' &&
      evidence.planned >= leastCountedIterations &&
      suspicion.samples >= 2 &&
      suspicion.suspectSamples === suspicion.samples &&
      suspicion.rate > childEachIteration;
    if (counted) return { verdict: 'leak', growth: planned, processes: suspicion.samples };
    return {
      verdict: 'suspected',
      growth: planned,
      processes: suspicion.suspectSamples,
      reason: withoutFollowUp(evidence),
    };
  }
  const growth = { series: suspicion.series, ...seen };
  const confirmed = second === undefined ? undefined : confirms(second, suspicion, seen);
  const processes = 1 + (agreeing ? suspicion.suspectSamples : 0) + (confirmed ? 1 : 0);
  const suspected = (reason: SuspectedReason): Judged => ({ verdict: 'suspected', growth, processes, reason });
  if (seen.shape === 'open') return suspected(first.ended === 'time' ? 'time' : 'few-steps');
  if (seen.shape !== 'leak') {
    // If time ran out, a flat stretch proves as little as growth does.
    if (first.ended === 'time' && seen.lateUpper >= refutedBelow(suspicion)) return suspected('time');
    if (first.ended === 'cannot') return suspected('cannot');
    return { verdict: seen.shape, growth, processes: 1 };
  }
  if (first.ended === 'time' || first.ended === 'cannot') return suspected(first.ended);
  if (first.ended === 'threw' && !thrownLeak(seen, suspicion, evidence.planned)) return suspected('threw');
  return agreeing || confirmed ? { verdict: 'leak', growth, processes } : suspected('one-process');
}

const childEachIteration = 0.9;
const leastRising = 4;

/**
 * The growth seen in a follow-up. One that a safety limit ended after a few iterations has no shape, so it is a leak if
 * it rose throughout.
 */
function seenIn({ columns, ended }: FollowUp, suspicion: Suspicion): SeriesGrowth | undefined {
  const seen = judgeWatched(columns, suspicion, true);
  if (seen === undefined || seen.shape === 'leak' || (ended !== 'memory' && ended !== 'threw')) return seen;
  const readings = columns[suspicion.series] ?? [];
  const rate = ((readings.at(-1) ?? 0) - (readings[0] ?? 0)) / Math.max(1, readings.length - 1);
  if (rate <= muchMore * suspicion.tolerance || !risesThroughout(readings)) return seen;
  const kept = rate * (readings.length - 1);
  return { ...seen, shape: 'leak', rate, rateLower: rate, rateUpper: rate, lateRate: rate, kept };
}

/** Whether each third of the readings ends higher than it began. */
function risesThroughout(readings: readonly number[]): boolean {
  const third = Math.floor((readings.length - 1) / 3);
  if (readings.length < leastRising || third < 1) return false;
  return [0, 1, 2].every((part) => (readings[(part + 1) * third] ?? 0) > (readings[part * third] ?? 0));
}

function withoutFollowUp({ noFollowUp, followUps }: GrowthEvidence): SuspectedReason {
  if (followUps.some(({ ended }) => ended === 'cannot')) return 'cannot';
  if (followUps.some(({ ended }) => ended === 'threw')) return 'threw';
  return noFollowUp ? 'cannot' : 'not-followed';
}

function thrownLeak({ kept, iterations }: SeriesGrowth, { tolerance }: Suspicion, planned: number): boolean {
  return iterations >= thrownFactor * planned || kept > muchMore * tolerance * iterations;
}

/** Whether a second, shorter follow-up grows at a rate like the first: within its interval or more than half of it. */
function confirms({ columns }: FollowUp, suspicion: Suspicion, first: SeriesGrowth): boolean {
  const growth = judgeWatched(columns, suspicion, true);
  return growth !== undefined && growth.rate > Math.max(suspicion.tolerance, Math.min(first.rateLower, first.rate / 2));
}

/** The growth of one series from the planned samples alone. They have no confidence interval. */
function plannedGrowth({ series, rate }: Suspicion, planned: number): SeriesVerdict {
  return {
    series,
    shape: 'open',
    rate,
    rateLower: rate,
    rateUpper: rate,
    lateRate: rate,
    lateUpper: rate,
    kept: rate * planned,
    releasedAt: [],
    iterations: planned,
    judged: planned,
  };
}

/**
 * The memory series with the greatest rate, or the count with the greatest if no memory grows. A noisy series also
 * contains what the exact ones show, so it carries the growth only if it clearly exceeds them.
 */
function carrierOf(found: readonly Judged[]): Judged | undefined {
  const byRate = (some: readonly Judged[]) => [...some].sort((a, b) => b.growth.lateRate - a.growth.lateRate)[0];
  const memory = found.filter(({ growth }) => !isCount(growth.series));
  const exact = byRate(memory.filter(({ growth }) => !isNoisy(growth.series as MemorySeries)));
  const noisy = byRate(memory.filter(({ growth }) => isNoisy(growth.series as MemorySeries)));
  if (exact === undefined || noisy === undefined) return exact ?? noisy ?? byRate(found);
  return noisy.growth.lateRate > 2 * exact.growth.lateRate ? noisy : exact;
}

function lengthOf(columns: GrowthColumns): number {
  return Math.max(0, ...Object.values(columns).map(({ length }) => length));
}
