import {
  mean,
  median,
  medianOfSorted,
  normalQuantile,
  normalUpperTail,
  orderStatistic,
  requireConfidence,
  sortedCopy,
  tieGroups,
} from './statistics.js';

/** A straight line through points, fitted by medians. */
export interface Trend {
  /** Units of y per unit of x. */
  slope: number;
  /** In the unit of y, at x = 0. */
  intercept: number;
  /** Lower end of the slope's interval. */
  lower: number;
  /** Upper end of the slope's interval. */
  upper: number;
  /** The requested confidence; with too few points to reach it, that of the widest interval. */
  confidence: number;
}

/** Kendall's rank correlation of a series with its own order. */
export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  s: number;
  /** Kendall's tau-b, -1 to 1; 0 for a constant series. */
  tau: number;
  /** Two-sided p-value. */
  p: number;
}

/**
 * The Theil-Sen line: the median of the slopes between all points with different x (Theil, 1950; Sen, 1968), and the
 * median of y - slope x as its intercept. The slope's interval is Sen's: with N slopes and C = z sqrt(Var S), the order
 * statistics M and N + 1 - M, M = (N - C) / 2 rounded down (towards the wider interval). Var S is Kendall's, corrected
 * for ties in x as Sen does; ties in y say nothing about ties in the residuals. If M is below 1, the interval spans the
 * smallest to the largest slope, with the exact `confidence` 1 - 2 P(S = N).
 * O(n^2): 400 points make 80 000 slopes. Throws RangeError when the lengths differ, when fewer than two x differ, when
 * a number is not finite, or for a confidence outside 0 to 1.
 */
export function theilSen(xs: readonly number[], ys: readonly number[], confidence: number): Trend {
  requireConfidence(confidence);
  if (xs.length !== ys.length) {
    throw new RangeError(`every x needs a y: there are ${xs.length} and ${ys.length}`);
  }
  const ties = tieGroups(xs).map(([, size]) => size);
  if (ties.length < 2) {
    throw new RangeError('a slope needs at least two different x');
  }
  const points = xs.map((x, index) => ({ x, y: ys[index] ?? Number.NaN }));
  const slopes = sortedCopy(pairwiseSlopes(points));
  const slope = medianOfSorted(slopes);

  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(kendallVariance(ties));
  const rank = Math.floor((slopes.length - reach) / 2);
  return {
    slope,
    intercept: median(points.map(({ x, y }) => y - slope * x)),
    lower: orderStatistic(slopes, Math.max(rank, 1)),
    upper: orderStatistic(slopes, slopes.length + 1 - Math.max(rank, 1)),
    confidence: rank >= 1 ? confidence : 1 - 2 * chanceOfPerfectOrder(ties),
  };
}

/**
 * The test of Mann (1945) and Kendall (1975) for a monotone trend in an evenly ordered series: normal approximation,
 * with the variance corrected for ties and S for continuity. Meant for ten values or more.
 * Throws RangeError when there are no values or one of them is not finite.
 */
export function mannKendall(ys: readonly number[]): MannKendall {
  const ties = tieGroups(ys).map(([, size]) => size);
  let s = 0;
  for (const [index, earlier] of ys.entries()) {
    for (const later of ys.slice(index + 1)) {
      s += Math.sign(later - earlier);
    }
  }
  const pairs = pairsAmong(ys.length);
  const untied = pairs - ties.reduce((sum, size) => sum + pairsAmong(size), 0);
  const z = (Math.abs(s) - 1) / Math.sqrt(kendallVariance(ties));
  return {
    s,
    tau: s === 0 ? 0 : s / Math.sqrt(pairs * untied),
    p: s === 0 ? 1 : 2 * normalUpperTail(z),
  };
}

/**
 * Growth as the seed reports it: the mean of the last fifth of the readings against the mean of the first fifth (a
 * fifth rounded down, at least one reading), in percent of the first. From zero to another value it is +-Infinity, from
 * zero to zero 0. Throws RangeError when there are no readings or one of them is not finite.
 */
export function growthPercent(ys: readonly number[]): number {
  const fifth = Math.max(1, Math.floor(ys.length / 5));
  const first = mean(ys.slice(0, fifth));
  const change = mean(ys.slice(-fifth)) - first;
  return change === 0 ? 0 : (change / Math.abs(first)) * 100;
}

function pairwiseSlopes(points: readonly { x: number; y: number }[]): number[] {
  const slopes: number[] = [];
  for (const [index, from] of points.entries()) {
    for (const to of points.slice(index + 1)) {
      if (to.x !== from.x) {
        slopes.push((to.y - from.y) / (to.x - from.x));
      }
    }
  }
  return slopes;
}

/** Var S (Kendall, 1975) for a ranking with ties of these sizes (1: untied) against a ranking without ties. */
function kendallVariance(ties: readonly number[]): number {
  const term = (size: number) => size * (size - 1) * (2 * size + 5);
  const n = ties.reduce((sum, size) => sum + size, 0);
  return (term(n) - ties.reduce((sum, size) => sum + term(size), 0)) / 18;
}

/** P(S = N): the share of orders in which every pair that is not tied agrees, the product of t! over n!. */
function chanceOfPerfectOrder(ties: readonly number[]): number {
  let chance = 1;
  let placed = 0;
  for (const size of ties) {
    for (let k = 1; k <= size; k++) {
      placed += 1;
      chance *= k / placed;
    }
  }
  return chance;
}

function pairsAmong(n: number): number {
  return (n * (n - 1)) / 2;
}
