import type { MeasuredSample } from '../../results/schema.js';
import { mean, standardDeviation } from '../statistics.js';
import { studentQuantile } from '../student.js';
import {
  accusingValues,
  changesBetween,
  type GrowthSeriesName,
  type GrowthValues,
  growthSeries,
  isCount,
  isNoisy,
  type LeakTolerance,
  memorySeries,
  tolerancesFor,
} from './series.js';
import { storedSeries } from './stored-series.js';

/** Least change of a count over the iterations of a sample: one is a lazily opened file. */
const leastCount = 2;
/** Handles are known after the iterations only. A process has a few of its own. */
const usualHandles = 8;
const confidence = 0.95;

/** What the planned samples of a case say of one series. */
export interface ScreenedSeries {
  readonly series: GrowthSeriesName;
  /** Change per iteration in each sample, in the unit of the series. */
  readonly rates: readonly number[];
  readonly rate: number;
  /** Whether the case has to be followed up for it. */
  readonly isSuspicious: boolean;
  /** Share of the samples that are suspicious each by itself. */
  readonly share: number;
  /** Upper 95 % bound of the rate; undefined with a single sample. */
  readonly upper: number | undefined;
}

/**
 * Looks for growth in what the memory pass has measured: the settled change per iteration of each series against its
 * tolerance. The mean counts, so that a burst in one of five samples is enough. A noisy series has to exceed the tolerance
 * with 95 % confidence as well. With a baseline in which the case did not leak, only growth beyond the baseline's counts.
 */
export function screen(
  samples: readonly MeasuredSample[],
  leaks: LeakTolerance,
  innocentBaseline: readonly MeasuredSample[] = [],
): ScreenedSeries[] {
  const tolerances = tolerancesFor(leaks.toleranceBytes);
  const rates = samples.map(ratesOf);
  const before = innocentBaseline.map(ratesOf);
  return growthSeries.flatMap((series): ScreenedSeries[] => {
    const found = rates.flatMap((sample) => sample[series] ?? []);
    if (found.length === 0) return [];
    const earlier = before.flatMap((sample) => sample[series] ?? []);
    const usual = earlier.length === 0 ? 0 : mean(earlier);
    const rate = mean(found);
    const tolerance = tolerances[series];
    const bounds = boundsOf(found, earlier);
    const clear = bounds === undefined || bounds.lower > tolerance;
    const excess = rate - usual;
    const grows = excess > tolerance && (isNoisy(series) || earlier.length > 0 ? clear : true);
    return [
      {
        series,
        rates: found,
        rate,
        isSuspicious: isCount(series) ? countGrows(series, samples, found, usual, tolerance) : grows,
        share: found.filter((each) => each > tolerance).length / found.length,
        upper: bounds?.upper,
      },
    ];
  });
}

/** The smallest leak of JavaScript and native memory that the samples could have shown, in bytes per iteration. */
export function unseenBytes(screened: readonly ScreenedSeries[]): number | undefined {
  const exact: readonly GrowthSeriesName[] = ['heap', 'external', 'malloc', 'tree', 'reported'];
  const bounds = screened.flatMap(({ series, upper }) =>
    exact.includes(series) && upper !== undefined ? [upper] : [],
  );
  return bounds.length === 0 ? undefined : Math.max(0, ...bounds);
}

/** Iterations of a sample. */
export function plannedIterations({ iterations }: MeasuredSample): number {
  return iterations?.durationMs.length ?? 0;
}

/** Change per iteration of each series of a sample. */
function ratesOf(sample: MeasuredSample): GrowthValues {
  const planned = plannedIterations(sample);
  if (planned === 0) return {};
  const { readings, qdrantWritten = true, metrics } = sample;
  const changes: Partial<Record<GrowthSeriesName, number>> = { ...columnChanges(sample) };
  if (readings !== undefined) {
    const options = { command: false, qdrantWritten };
    const settled = changesBetween(
      accusingValues<number>(readings.before, options),
      accusingValues<number>(readings.after, options),
    );
    Object.assign(changes, settled);
    const { handles } = readings.after;
    if (handles !== undefined && handles >= Math.max(usualHandles, planned))
      changes.handles = handles - usualHandles / 2;
  }
  const { qdrant_allocated_delta_mb: qdrant } = metrics;
  if (!qdrantWritten && qdrant !== undefined) changes.qdrant = qdrant * 1024 ** 2;
  return Object.fromEntries(Object.entries(changes).map(([series, change]) => [series, change / planned]));
}

/** From the first reading to the last, where a series was read after each iteration. */
function columnChanges(sample: MeasuredSample): GrowthValues {
  const columns = storedSeries(sample);
  return Object.fromEntries(
    growthSeries.flatMap((series) => {
      const readings = columns[series] ?? [];
      const [first, last] = [readings[0], readings.at(-1)];
      if (first === undefined || last === undefined || readings.length < 2) return [];
      return [[series, ((last - first) * readings.length) / (readings.length - 1)]];
    }),
  );
}

function countGrows(
  series: GrowthSeriesName,
  samples: readonly MeasuredSample[],
  rates: readonly number[],
  usual: number,
  tolerance: number,
): boolean {
  const planned = Math.max(1, ...samples.map(plannedIterations));
  if (series === 'handles') return rates.some((rate) => rate > 0) && mean(rates) - usual > tolerance;
  return rates.some((rate) => rate * planned >= leastCount) && mean(rates) - usual > tolerance;
}

/** One-sided 95 % bounds of the mean rate, or of its excess over the baseline's (Welch, 1947, with pooled degrees). */
function boundsOf(rates: readonly number[], earlier: readonly number[]): { lower: number; upper: number } | undefined {
  if (rates.length < 2) return undefined;
  const variance = standardDeviation(rates) ** 2 / rates.length;
  const others = earlier.length < 2 ? 0 : standardDeviation(earlier) ** 2 / earlier.length;
  const degrees = rates.length - 1 + Math.max(0, earlier.length - 1);
  const margin = studentQuantile(confidence, degrees) * Math.sqrt(variance + others);
  const excess = mean(rates) - (earlier.length === 0 ? 0 : mean(earlier));
  return { lower: excess - margin, upper: excess + margin };
}

/** Memory series that a suspicion in `series` may show as in a judged pass, where threads are not read. */
export function plannedNamesOf(series: GrowthSeriesName): readonly GrowthSeriesName[] {
  if (series === 'workerHeap') return ['other', 'malloc'];
  return memorySeries.includes(series as (typeof memorySeries)[number]) && series === 'other'
    ? ['other', 'malloc']
    : [series];
}
