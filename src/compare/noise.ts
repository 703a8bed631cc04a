import { mean, median, medianOfSorted, orderStatistic, sortedCopy, standardDeviation } from './statistics.js';
import { studentUpperTail } from './student.js';

/** What is known of a metric's noise before any of its samples are seen. */
export interface PriorNoise {
  /** The standard deviation to be expected between equal processes, in the metric's unit. */
  readonly sd: number;
  /** How many degrees of freedom that expectation is worth. */
  readonly degrees: number;
}

/** The pooled standard deviation within two sides, in their unit; 0 where each has one value and so no spread. */
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
 * One-sided p-value of the claim that `now` lies above `baseline`, by the moderated t of Smyth (2004): Student's, with
 * the pooled variance drawn towards the one expected, (d0 s0^2 + d s^2) / (d0 + d), and d0 + d degrees of freedom. Five
 * samples alone know little of their variance: without the prior, two sides that happen to lie close together are taken
 * for a certainty. `runToRunSd`, of the difference between runs of the same code, enters the variance of either side.
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
  // Without any spread, seen or expected, a difference is certain and none says nothing.
  if (error === 0) return difference > 0 ? 0 : difference < 0 ? 1 : 0.5;
  return studentUpperTail(difference / error, degrees);
}

/**
 * Standard deviation of a metric from run to run beyond what its samples explain, from the medians of earlier runs in
 * their order: the median of the moving ranges / 0.954 (Wheeler, 1992), which a few real steps in the history do not
 * move, less the share that `withinSd` between processes gives to a median of `samples` (sd sqrt(pi / 2 n), Kendall &
 * Stuart, 1977). 0 with fewer than `leastRuns` medians.
 */
export function runToRunSd(medians: readonly number[], withinSd: number, samples: number): number {
  if (medians.length < leastRuns) return 0;
  const ranges = medians.slice(1).map((value, index) => Math.abs(value - (medians[index] ?? value)));
  const total = median(ranges) / rangeOfTwo;
  const explained = (withinSd ** 2 * Math.PI) / (2 * Math.max(samples, 1));
  return Math.sqrt(Math.max(0, total ** 2 - explained));
}

/** Runs, the newest included, from which on their spread says something. */
export const leastRuns = 5;

/** Median of the range of two values of a normal distribution, in standard deviations. */
const rangeOfTwo = 0.954;

/** A metric that has two levels rather than one with some noise around it. */
export interface TwoLevels {
  /** Median of the values of the lower level, in the metric's unit. */
  readonly low: number;
  /** Median of the values of the upper level. */
  readonly high: number;
}

/** Distance of two levels from each other, in widths of what lies on them, from which on they are two. */
const clearlyApart = 4;
/** Values that have to lie on a level: one alone is an outlier. */
const leastOnLevel = 2;

/**
 * Whether a metric jumps between two levels: the widest gap between neighbouring values is several times what either
 * part is wide, each part has two values or more, and one side alone, `baseline` or `now`, has been on both. Two sides
 * on one level each are a difference, which is for the comparison to judge. `resolution`: gaps up to it are none.
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

/** The widest gap between neighbours, and how many values lie below it. */
function widestGap(sorted: Float64Array): { at: number; gap: number } {
  let widest = { at: 0, gap: 0 };
  for (let at = 1; at < sorted.length; at += 1) {
    const gap = orderStatistic(sorted, at + 1) - orderStatistic(sorted, at);
    if (gap > widest.gap) widest = { at, gap };
  }
  return widest;
}

/** Twice the standard deviation would be as good; a level with two values has hardly one. */
function widthOf(level: Float64Array): number {
  const middle = medianOfSorted(level);
  return 2 * median([...level].map((value) => Math.abs(value - middle)));
}
