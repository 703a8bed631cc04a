import { mean, median, standardDeviation } from '../statistics.js';
import { studentUpperTail } from '../student.js';
import { judgeSeries } from './judge-series.js';
import {
  type GrowthColumns,
  type GrowthSeriesName,
  type GrowthTolerances,
  type GrowthValues,
  growthSeries,
  isCount,
  isNoisy,
  ratchetAmount,
} from './series.js';

/** The growth of one sample, as seen by the memory pass. */
export interface PlannedSample {
  /** Measured iterations. */
  readonly iterations: number;
  /** Settled change over the measured iterations, in the unit of each series. */
  readonly changes: GrowthValues;
  /** Readings after each iteration, if they were taken. */
  readonly columns?: GrowthColumns | undefined;
}

/** The samples of a comparable baseline whose own growth was found stable. */
export interface StableBaseline {
  readonly samples: readonly PlannedSample[];
}

/** A series whose growth needs more iterations to be judged. */
export interface Suspicion {
  readonly series: GrowthSeriesName;
  /** Per iteration, in the unit of the series; so is `rate`. */
  readonly tolerance: number;
  /** Mean or median over the samples, whichever is larger; above a stable baseline, the excess over its mean. */
  readonly rate: number;
  /** Samples that are suspicious individually, and all samples that have the series. */
  readonly suspectSamples: number;
  readonly samples: number;
  /** Estimated size of a single step, in the unit of the series: large where the samples differ by rare large steps. */
  readonly burst: number;
}

/**
 * Growth of a run that does nothing, over any number of iterations, in bytes. In five samples of each of three such
 * cases, the heap changed by -3 to 63 KiB and malloc by 0 to 11 KiB. V8 gives back its pages of 256 KiB after the heap
 * is read as smaller, so the rest of the anonymous memory changes by two of them.
 */
const ownGrowth: Partial<Record<GrowthSeriesName, number>> = {
  heap: 32 * 1024,
  malloc: 8 * 1024,
  other: 512 * 1024,
};
const leastCounted = 2;
const significance = 0.05;
/** Fewest readings that give planned columns a meaningful shape. */
const leastColumn = 14;

/** The suspicious series of a case after its planned samples, fastest memory series first. */
export function screen(
  samples: readonly PlannedSample[],
  tolerances: GrowthTolerances,
  baseline?: StableBaseline,
): Suspicion[] {
  const found = growthSeries.flatMap((series) => screenSeries(series, samples, tolerances[series], baseline) ?? []);
  return found.sort((a, b) => Number(isCount(a.series)) - Number(isCount(b.series)) || b.rate - a.rate);
}

function screenSeries(
  series: GrowthSeriesName,
  samples: readonly PlannedSample[],
  tolerance: number,
  baseline: StableBaseline | undefined,
): Suspicion | undefined {
  const rates = samples.map((sample) => plannedRate(sample, series, tolerance)).filter((rate) => rate !== undefined);
  if (rates.length === 0) return undefined;
  const before = (baseline?.samples ?? []).flatMap((sample) => plannedRate(sample, series, tolerance) ?? []);
  // A release in one sample hides the others' growth from the mean; a burst in one shows only in the mean.
  const typical = before.length > 0 || isNoisy(series) ? mean(rates) : Math.max(mean(rates), median(rates));
  const excess = typical - (before.length === 0 ? 0 : mean(before));
  const most = Math.max(...samples.map((sample) => changeOf(sample, series) ?? 0));
  const suspicious =
    excess > tolerance &&
    (!isCount(series) || most >= leastCounted) &&
    (before.length === 0 ? !isNoisy(series) || exceeds(rates, [], tolerance) : exceeds(rates, before, 0)) &&
    (before.length === 0 || !isNoisy(series) || exceeds(rates, before, tolerance));
  if (!suspicious) return screenHidden(series, samples, rates, tolerance, before.length > 0);
  const allowed = tolerance + Math.max(0, typical - excess);
  return {
    series,
    tolerance,
    rate: excess,
    suspectSamples: rates.filter((rate) => rate > allowed).length,
    samples: rates.length,
    burst: burstOf(samples.flatMap((sample) => changeOf(sample, series) ?? [])),
  };
}

/** A fall beyond this many tolerances per iteration, in every sample, hides what the iterations keep. */
const hidingTolerances = 4;
/** Fewest samples that show a single descriptor or child process to be no accident. */
const fewestForOne = 3;

/**
 * Growth that two readings cannot show: every sample falls, because a buffer was full at the first reading and empty at
 * the last, or every sample leaves a single descriptor, because not every iteration leaves one.
 */
function screenHidden(
  series: GrowthSeriesName,
  samples: readonly PlannedSample[],
  rates: readonly number[],
  tolerance: number,
  hasBaseline: boolean,
): Suspicion | undefined {
  const falls = !isCount(series) && !isNoisy(series) && rates.every((rate) => rate < -hidingTolerances * tolerance);
  const leavesOne = isCount(series) && rates.length >= fewestForOne && rates.every((rate) => rate > tolerance);
  if (hasBaseline || !(falls || leavesOne)) return undefined;
  const rate = Math.abs(mean(rates));
  const burst = burstOf(samples.flatMap((sample) => changeOf(sample, series) ?? []));
  return { series, tolerance, rate, suspectSamples: leavesOne ? rates.length : 0, samples: rates.length, burst };
}

/** The settled change per iteration, or the late rate of the columns if larger: memory freed early hides a leak. */
function plannedRate(sample: PlannedSample, series: GrowthSeriesName, tolerance: number): number | undefined {
  const change = changeOf(sample, series);
  if (change === undefined) return undefined;
  const own = Math.min(Math.max(0, change), ownGrowth[series] ?? 0);
  const settled = (change - own) / Math.max(1, sample.iterations);
  const column = sample.columns?.[series] ?? [];
  if (column.length < leastColumn) return settled;
  const { rateLower, rate } = judgeSeries(column, { tolerance, ratchet: ratchetAmount(series), horizonReached: true });
  return rateLower > tolerance ? Math.max(settled, rate) : settled;
}

function changeOf({ changes, columns }: PlannedSample, series: GrowthSeriesName): number | undefined {
  const column = columns?.[series];
  const ofColumn = column === undefined || column.length < 2 ? undefined : (column.at(-1) ?? 0) - (column[0] ?? 0);
  return changes[series] ?? ofColumn;
}

/**
 * Whether the mean of `rates` exceeds that of `before` by more than `least`, by Student's t with pooled variance,
 * one-sided at 5 %. With one sample a side there is no spread to judge by, so any excess passes.
 */
function exceeds(rates: readonly number[], before: readonly number[], least: number): boolean {
  const sides = [rates, before].filter(({ length }) => length > 0);
  const degrees = sides.reduce((sum, { length }) => sum + length - 1, 0);
  const difference = mean(rates) - (before.length === 0 ? 0 : mean(before)) - least;
  if (degrees === 0) return difference > 0;
  const squares = sides.reduce((sum, side) => sum + squaresOf(side), 0);
  const error = Math.sqrt((squares / degrees) * sides.reduce((sum, { length }) => sum + 1 / length, 0));
  return error === 0 ? difference > 0 : studentUpperTail(difference / error, degrees) < significance;
}

function squaresOf(side: readonly number[]): number {
  return side.length < 2 ? 0 : (side.length - 1) * standardDeviation(side) ** 2;
}

/** Step size of a compound Poisson process of equal steps: variance over mean. One sample may contain a single step. */
function burstOf(changes: readonly number[]): number {
  const centre = mean(changes);
  if (changes.length < 2) return Math.abs(centre);
  return centre <= 0 ? 0 : standardDeviation(changes) ** 2 / centre;
}
