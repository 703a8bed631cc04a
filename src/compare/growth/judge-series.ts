import { type Envelope, lowerEnvelope } from './envelope.js';
import { type Growth, growthOf, rateBetween, stepsComeEverRarer } from './growth-rate.js';

/**
 * The shape of one series. `leak`: grows and does not slow down. `slowing`: still grows, ever more slowly. `ratchet`:
 * grew and then stayed. `stable`: none of these. `open`: needs more readings.
 */
export type GrowthShape = 'leak' | 'slowing' | 'ratchet' | 'stable' | 'open';

/** The growth of one series; rates in its unit per iteration. */
export interface SeriesGrowth {
  readonly shape: GrowthShape;
  /** Rate over the last three quarters of the judged readings, which excludes warming up. */
  readonly rate: number;
  /** Ends of the 95 % confidence interval of the rate. */
  readonly rateLower: number;
  readonly rateUpper: number;
  /** Rate over the last quarter; 0 between two steps of a table that doubles. */
  readonly lateRate: number;
  /** One-sided 95 % upper bound of the rate in the last half: growth above it would have been detected. */
  readonly lateUpper: number;
  /** Kept from the first judged reading to the last, in the unit of the series. */
  readonly kept: number;
  /** Indices of the readings after which memory was released. */
  readonly releasedAt: readonly number[];
  /** All readings, and those judged. Memory kept since the last release may still be released. */
  readonly iterations: number;
  readonly judged: number;
}

export interface JudgeOptions {
  /** In the unit of the series per iteration. */
  readonly tolerance: number;
  /** Least amount kept to be called a ratchet, in the unit of the series. */
  readonly ratchet: number;
  /** No more readings will follow. `open` then means growth above the tolerance that could be chance. */
  readonly horizonReached: boolean;
  /** Largest single step known from other processes of the case, in the unit of the series. */
  readonly burst?: number;
}

/** Fewest judged readings that show a shape. */
const leastJudged = 8;
/** Below this many effective steps (see {@link Growth}), an end of growth could be chance. */
const fewSteps = 6;
const leastLeakSteps = 3;
/** Growth slows down if the last quarter is below this share of the second: n^0.7 reaches 0.77, n^0.9 reaches 0.92. */
const slowingShare = 0.85;
/** One-sided 1 % point of the normal distribution. */
const significantly = 2.326;
const oneSided95 = 1.645;
/** One-sided 0.1 % point. */
const verySignificantly = 3.09;
/** Shares for growth that falls until the end, and for growth that falls by an equal share in each quarter. */
const endingShare = 0.95;
const steadyShare = 0.92;
const slack = 1.1;
/** A line whose halves differ by less than this share of their rate is straight. */
const bentShare = 0.03;
/** Fewest readings after dense growth that show it has ended. */
const leastRest = 12;
/** Most late growth of a ratchet, as shares of the tolerance and of the fastest quarter. */
const flatShare = 0.25;
const subsidedShare = 0.5;

/** Judges the readings of one series, one for each iteration, by their lower envelope. */
export function judgeSeries(readings: readonly number[], options: JudgeOptions): SeriesGrowth {
  const envelope = lowerEnvelope(readings, 4 * options.tolerance);
  const growth = growthOf(envelope.levels, envelope.noise, options.burst ?? 0);
  return {
    shape: envelope.levels.length < leastJudged ? unseen(options) : shapeOf(envelope, growth, options),
    rate: growth.rate,
    rateLower: growth.rateLower,
    rateUpper: growth.rateUpper,
    lateRate: growth.quarters[3],
    lateUpper: growth.lateUpper,
    kept: growth.kept,
    releasedAt: envelope.releases.map(({ at }) => at),
    iterations: readings.length,
    judged: envelope.levels.length,
  };
}

function unseen({ horizonReached }: JudgeOptions): GrowthShape {
  return horizonReached ? 'stable' : 'open';
}

function shapeOf(envelope: Envelope, growth: Growth, options: JudgeOptions): GrowthShape {
  const { tolerance, ratchet, horizonReached } = options;
  const rested: GrowthShape =
    growth.kept > ratchet && hasSubsided(envelope.levels, growth, tolerance) ? 'ratchet' : 'stable';
  if (!horizonReached) {
    // A single release says nothing about what the next one leaves behind.
    const settled = envelope.runCounts || envelope.releases.length > 1;
    return settled && growth.lateUpper < tolerance ? rested : 'open';
  }
  if (growth.kept > ratchet && stepsComeEverRarer(envelope.levels)) return 'slowing';
  const { single } = envelope;
  // It grew, released a part, and grows again: a leak below a buffer, or a cache beside one. A second release would show.
  if (single !== undefined && Math.min(single.kept, single.since) > tolerance) return 'open';
  if (hasStopped(envelope.levels, growth, tolerance)) return rested;
  if (growth.rateLower <= tolerance) {
    return growth.rate > tolerance && growth.steps >= leastLeakSteps ? 'open' : rested;
  }
  const { recurrence } = envelope;
  if (recurrence !== undefined) {
    if (recurrence.late <= tolerance) return rested;
    if (recurrence.late < slowingShare * recurrence.early) return 'slowing';
  }
  return isSlowing(growth) && !isStraightAtEnd(growth, tolerance) ? 'slowing' : 'leak';
}

/**
 * Whether late growth is small beside the tolerance or the earlier growth. Steady growth below the tolerance is not.
 */
function hasSubsided(levels: readonly number[], { quarters }: Growth, tolerance: number): boolean {
  const last = levels.length - 1;
  const rest = Math.min(last, Math.max(leastRest, Math.round(last / 20)));
  // Growth that ended within the last quarter shows only in the readings at its end.
  const end = quarters[3] > tolerance ? rateBetween(levels, last - rest, last) : quarters[3];
  return end <= Math.max(flatShare * tolerance, subsidedShare * Math.max(...quarters));
}

/**
 * Whether growth came to an end. With k effective steps up to a share f of the readings and none after it, continuing
 * growth would leave such a gap with probability f^k: the largest of k uniform times.
 */
function hasStopped(levels: readonly number[], { quarters, steps }: Growth, tolerance: number): boolean {
  const last = levels.length - 1;
  const end = levels.findIndex((_, at) => at === last || rateBetween(levels, at, last) <= tolerance);
  const chance = (end / last) ** steps;
  if (quarters[3] <= tolerance) return steps < fewSteps || chance < 0.05;
  return chance < 0.001 && last - end >= Math.max(leastRest, last / 20);
}

/**
 * Whether growth slows down, in one of two ways. The last quarter grows clearly less than the second, with the third
 * between them, and growth still falls over the last two fifths. Without that fall it may be a steady leak below a
 * cache that is full by then. Or growth falls by an equal share in each quarter, as in a cache of random keys; a power
 * such as n^0.9 falls mostly in the first quarter.
 */
function isSlowing(growth: Growth): boolean {
  const [first, second, third, fourth] = growth.quarters;
  const z = (second - fourth) / Math.hypot(growth.quarterErrors[1], growth.quarterErrors[3]);
  if (z <= significantly || fourth > slack * third || third > slack * second) return false;
  if (fourth < slowingShare * second && stillFalls(growth)) return true;
  const steadily =
    first > second &&
    second > third &&
    third > fourth &&
    first / second < second / fourth &&
    (third / fourth) ** 2 > second / third;
  return z > verySignificantly && fourth < steadyShare * second && steadily;
}

/**
 * Whether the last third is a straight line above the tolerance: a leak beside a cache that is full by then. The square
 * root still loses a tenth of its rate there, and n^0.7 a twentieth.
 */
function isStraightAtEnd({ last: { rates, error } }: Growth, tolerance: number): boolean {
  const [before, after] = rates;
  return after > tolerance && Math.abs(before - after) + oneSided95 * error < bentShare * before;
}

function stillFalls({ ending: { rates, error } }: Growth): boolean {
  const [before, after] = rates;
  return after < endingShare * before && before - after > oneSided95 * error;
}
