import {
  medianOfSorted,
  normalUpperTail,
  orderStatistic,
  requireConfidence,
  sortedCopy,
  tieGroups,
} from './statistics.js';

/** Most values on both sides together with an exact null distribution. Above that, it is approximated as normal. */
export const exactUpTo = 80;

/** The shift from `baseline` to `now`, with its interval; all but `confidence` in the unit of the values. */
export interface Shift {
  /** The Hodges-Lehmann estimate: the median of every now_j - baseline_i. */
  shift: number;
  lower: number;
  upper: number;
  /** The actual confidence of the interval. Below the requested one only if the sample sizes cannot reach it. */
  confidence: number;
}

/**
 * Mann & Whitney's (1947) U: the number of pairs with `now` above `baseline`, a tie counting half. From 0 to n m.
 * Throws RangeError when a side is empty or has a value that is not finite.
 */
export function mannWhitneyU(baseline: readonly number[], now: readonly number[]): number {
  return rankSum(baseline, now).u;
}

/**
 * One-sided p-value of the Mann-Whitney test that `now` tends to be greater: P(U >= u) when both sides come from one
 * distribution. Exact given the ties, by the shift algorithm of Streitberg & Roehmel (1986), up to 80 values; above,
 * normal with the correction for ties and continuity (Lehmann, 1975).
 * Throws RangeError when a side is empty or has a value that is not finite.
 */
export function mannWhitneyGreater(baseline: readonly number[], now: readonly number[]): number {
  const { doubledRanks, doubledSum, u } = rankSum(baseline, now);
  if (doubledRanks.length > exactUpTo) {
    return normalTail(baseline, now, u);
  }
  // Either side's rank sum determines the other's, and the smaller side has fewer subsets to count.
  const smaller = Math.min(baseline.length, now.length);
  const counts = subsetSumCounts(doubledRanks, smaller);
  const tail =
    now.length === smaller ? counts.subarray(doubledSum) : counts.subarray(0, sumOf(doubledRanks) - doubledSum + 1);
  return sumOf(tail) / sumOf(counts);
}

/** As {@link mannWhitneyGreater}, for the claim that `now` tends to be less than `baseline`: P(U <= u). */
export function mannWhitneyLess(baseline: readonly number[], now: readonly number[]): number {
  return mannWhitneyGreater(now, baseline);
}

/**
 * The smallest one-sided p-value that n against m values can ever reach, without ties: 1 / C(n + m, n). At 3 against 3
 * it is 0.05, at 5 against 5 it is 0.004. Throws RangeError unless both sizes are positive integers.
 */
export function smallestAttainableP(n: number, m: number): number {
  if (!Number.isInteger(n) || !Number.isInteger(m) || n < 1 || m < 1) {
    throw new RangeError(`sizes are positive integers, not ${n} and ${m}`);
  }
  let ways = 1;
  for (let k = 1; k <= Math.min(n, m); k++) {
    ways = (ways * (Math.max(n, m) + k)) / k;
  }
  return 1 / ways;
}

/**
 * The shift from `baseline` to `now` (Hodges & Lehmann, 1963) with its distribution-free interval: the k-th smallest
 * and k-th largest difference, where k is the largest rank with 1 - 2 P(U <= k - 1) >= confidence (Hollander & Wolfe,
 * 1999, section 4.3; P is exact up to 80 values, normal with continuity correction above). If even k = 1 is too little,
 * the interval spans the smallest to the largest difference, with a `confidence` of 1 - 2 / C(n + m, n). With ties the
 * real confidence is never lower.
 * Throws RangeError for an empty side, a value that is not finite, or a confidence outside 0 to 1.
 */
export function hodgesLehmannShift(baseline: readonly number[], now: readonly number[], confidence: number): Shift {
  requireConfidence(confidence);
  const differences = sortedCopy(now.flatMap((value) => baseline.map((base) => value - base)));
  const { rank, attained } = intervalRank(baseline.length, now.length, confidence);
  return {
    shift: medianOfSorted(differences),
    lower: orderStatistic(differences, rank),
    upper: orderStatistic(differences, differences.length + 1 - rank),
    confidence: attained,
  };
}

/** Midranks are doubled so that they stay integers with ties. */
function rankSum(baseline: readonly number[], now: readonly number[]) {
  if (baseline.length === 0 || now.length === 0) {
    throw new RangeError('both sides need at least one value');
  }
  const rankOf = new Map<number, number>();
  const doubledRanks: number[] = [];
  for (const [value, size] of tieGroups([...baseline, ...now])) {
    const doubledRank = 2 * doubledRanks.length + size + 1;
    rankOf.set(value, doubledRank);
    doubledRanks.push(...new Array<number>(size).fill(doubledRank));
  }
  const doubledSum = now.reduce((sum, value) => sum + (rankOf.get(value) ?? Number.NaN), 0);
  return { doubledRanks, doubledSum, u: (doubledSum - now.length * (now.length + 1)) / 2 };
}

/** For each sum (the index), the number of ways to choose `size` of the weights that add up to it. */
function subsetSumCounts(weights: readonly number[], size: number): Float64Array {
  const largest = sumOf(weights);
  const bySize = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
  bySize[0]?.fill(1, 0, 1);
  for (const weight of weights) {
    // From the largest subset down, so that a weight is never chosen twice.
    for (let chosen = size; chosen >= 1; chosen--) {
      const [smaller, larger] = [bySize[chosen - 1] ?? [], bySize[chosen] ?? []];
      for (let sum = weight; sum <= largest; sum++) {
        larger[sum] = (larger[sum] ?? 0) + (smaller[sum - weight] ?? 0);
      }
    }
  }
  return bySize[size] ?? new Float64Array();
}

function normalTail(baseline: readonly number[], now: readonly number[], u: number): number {
  const pairs = baseline.length * now.length;
  const total = baseline.length + now.length;
  const ties = sumOf(tieGroups([...baseline, ...now]).map(([, size]) => size ** 3 - size));
  const variance = (pairs / 12) * (total + 1 - ties / (total * (total - 1)));
  return variance > 0 ? normalUpperTail((u - pairs / 2 - 0.5) / Math.sqrt(variance)) : 1;
}

interface IntervalRank {
  readonly rank: number;
  readonly attained: number;
}

/** A cache: the rank depends only on the sample counts and the confidence, which most cases and metrics share. */
const knownRanks = new Map<string, IntervalRank>();
const mostKnownRanks = 1_000;

function intervalRank(n: number, m: number, confidence: number): IntervalRank {
  const key = `${n} ${m} ${confidence}`;
  const found = knownRanks.get(key) ?? findIntervalRank(n, m, confidence);
  if (knownRanks.size >= mostKnownRanks) knownRanks.clear();
  knownRanks.set(key, found);
  return found;
}

function findIntervalRank(n: number, m: number, confidence: number): IntervalRank {
  const lowerTail = untiedLowerTail(n, m);
  let found = { rank: 1, attained: 1 - 2 * smallestAttainableP(n, m) };
  for (let rank = 2; rank <= (n * m + 1) / 2; rank++) {
    const attained = 1 - 2 * lowerTail(rank - 1);
    // The slack covers sizes that attain the confidence exactly, apart from rounding.
    if (attained < confidence - 1e-12) {
      break;
    }
    found = { rank, attained };
  }
  return found;
}

/** P(U <= u) without ties. */
function untiedLowerTail(n: number, m: number): (u: number) => number {
  if (n + m > exactUpTo) {
    const sd = Math.sqrt((n * m * (n + m + 1)) / 12);
    return (u) => normalUpperTail(((n * m) / 2 - u - 0.5) / sd);
  }
  const size = Math.min(n, m);
  const counts = subsetSumCounts(
    Array.from({ length: n + m }, (_, index) => index),
    size,
  );
  const smallestSum = (size * (size - 1)) / 2;
  const ways = sumOf(counts);
  return (u) => sumOf(counts.subarray(0, smallestSum + u + 1)) / ways;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) {
    sum += value;
  }
  return sum;
}
