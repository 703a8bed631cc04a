import { mean, median, medianOfSorted, orderStatistic, sortedCopy, standardDeviation } from './statistics.js';
import { studentUpperTail } from './student.js';

/** The expected noise of a metric, before any of its samples are seen. */
export interface PriorNoise {
  /** The standard deviation to be expected between equal processes, in the metric's unit. */
  readonly sd: number;
  /** How many degrees of freedom that expectation is worth. */
  readonly degrees: number;
}

/** The pooled standard deviation within two sides, in their unit; 0 if each has a single value and so no spread. */
export function pooledSd(baseline: readonly number[], now: readonly number[]): number {
  const degrees = baseline.length + now.length - 2;
  return degrees === 0 ? 0 : Math.sqrt(squaresWithin(baseline, now) / degrees);
}

function squaresWithin(...sides: readonly (readonly number[])[]): number {
  return sides
    .filter(({ length }) => length > 1)
    .reduce((sum, side) => sum + (side.length - 1) * standardDeviation(side) ** 2, 0);
}

/**
 * One-sided p-value for `now` exceeding `baseline`, by the moderated t of Smyth (2004): Student's t, with the pooled
 * variance drawn towards the expected one, (d0 s0^2 + d s^2) / (d0 + d), and d0 + d degrees of freedom. Five samples
 * alone say little about their variance. Without the prior, two sides whose values happen to be close together would
 * look certain. `runToRunSd`, the standard deviation between runs of the same code, enters the variance of either side.
 * Throws RangeError for an empty side, a value that is not finite, or a negative prior.
 */
export function moderatedGreater(
  baseline: readonly number[],
  now: readonly number[],
  prior: PriorNoise,
  runToRunSd = 0,
): number {
  if (!(prior.sd >= 0 && prior.degrees > 0)) throw new RangeError('the expected noise is no negative number');
  const degrees = prior.degrees + baseline.length + now.length - 2;
  const variance = (prior.degrees * prior.sd ** 2 + squaresWithin(baseline, now)) / degrees;
  const difference = mean(now) - mean(baseline);
  const error = Math.sqrt(variance * (1 / baseline.length + 1 / now.length) + 2 * runToRunSd ** 2);
  // Without any spread, observed or expected, a difference is certain and no difference says nothing.
  if (error === 0) return difference > 0 ? 0 : difference < 0 ? 1 : 0.5;
  return studentUpperTail(difference / error, degrees);
}

/**
 * Standard deviation of a metric between runs beyond what its samples explain, from the medians of earlier runs in
 * their order. It is the median of the moving ranges / 0.954 (Wheeler, 1992), which a few real steps in the history do
 * not move. The share that `withinSd` between processes adds to a median of `samples` is subtracted (sd sqrt(pi / 2 n),
 * Kendall & Stuart, 1977). 0 with fewer than `leastRuns` medians.
 */
export function runToRunSd(medians: readonly number[], withinSd: number, samples: number): number {
  if (medians.length < leastRuns) return 0;
  const ranges = medians.slice(1).map((value, index) => Math.abs(value - (medians[index] ?? value)));
  const total = median(ranges) / rangeOfTwo;
  const explained = (withinSd ** 2 * Math.PI) / (2 * Math.max(samples, 1));
  return Math.sqrt(Math.max(0, total ** 2 - explained));
}

/** Fewest runs, including the newest, whose spread is meaningful. */
export const leastRuns = 5;

/** Median of the range of two values of a normal distribution, in standard deviations. */
const rangeOfTwo = 0.954;

/** A metric with two distinct levels, rather than one level with noise around it. */
export interface TwoLevels {
  /** Median of the values of the lower level, in the metric's unit. */
  readonly low: number;
  /** Median of the values of the upper level. */
  readonly high: number;
}

/** Smallest gap that separates two levels, in widths of the wider one. */
const clearlyApart = 4;
/** Fewest values on a level: a single one is an outlier. */
const leastOnLevel = 2;

/**
 * The two levels that a metric jumps between, if it does. The widest gap between neighbouring values must be several
 * times the width of either part. Each part must have two values or more, and one side alone, `baseline` or `now`, must
 * have been on both. Two sides on one level each are a difference, which the comparison judges. Gaps up to `resolution`
 * do not count.
 */
export function twoLevelsOf(
  baseline: readonly number[],
  now: readonly number[],
  resolution: number,
): TwoLevels | undefined {
  if (baseline.length === 0 || now.length === 0) return undefined;
  const sorted = sortedCopy([...baseline, ...now]);
  const { at, gap } = widestGap(sorted);
  if (gap <= resolution || at < leastOnLevel || sorted.length - at < leastOnLevel) return undefined;
  const [low, high] = [sorted.subarray(0, at), sorted.subarray(at)];
  if (gap < clearlyApart * Math.max(widthOf(low), widthOf(high))) return undefined;
  const limit = orderStatistic(high, 1);
  const onBoth = (side: readonly number[]) =>
    side.some((value) => value < limit) && side.some((value) => value >= limit);
  return onBoth(baseline) || onBoth(now) ? { low: medianOfSorted(low), high: medianOfSorted(high) } : undefined;
}

/** The widest gap between neighbours, and the number of values below it. */
function widestGap(sorted: Float64Array): { at: number; gap: number } {
  let widest = { at: 0, gap: 0 };
  for (let at = 1; at < sorted.length; at += 1) {
    const gap = orderStatistic(sorted, at + 1) - orderStatistic(sorted, at);
    if (gap > widest.gap) widest = { at, gap };
  }
  return widest;
}

/** Twice the median absolute deviation: a level with two values hardly has a standard deviation. */
function widthOf(level: Float64Array): number {
  const middle = medianOfSorted(level);
  return 2 * median([...level].map((value) => Math.abs(value - middle)));
}
