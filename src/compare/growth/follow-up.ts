import { judgeSeries, type SeriesGrowth } from './judge-series.js';
import {
  type GrowthColumns,
  type GrowthSeriesName,
  growthSeries,
  type LeakTolerance,
  ratchetAmount,
  tolerancesFor,
} from './series.js';

/** The first look at a follow-up comes after this many iterations, or twice the planned ones. */
const firstLook = 40;
const nextLook = 1.5;
/**
 * Iterations after which growth that nothing has released is a leak. A cache of 300 entries, and a buffer that is emptied
 * every 200 calls, look like one before.
 */
export const leakHorizon = 400;
/** Where a series is still open at the horizon, the follow-up goes on up to this many times as far. */
const openFactor = 1.5;
/** A second follow-up only confirms the rate of the first. */
const confirmingHorizon = 100;

/** What decides how far a follow-up goes. */
export interface FollowUpCase {
  /** Planned iterations. */
  readonly planned: number;
  readonly leaks: false | LeakTolerance;
  /** Whether another process went the distance already. */
  readonly confirms: boolean;
}

/** How many more iterations; or how the follow-up ended. */
export type FollowUpStep = { readonly more: number } | { readonly more: 0; readonly ended: 'decided' | 'horizon' };

/**
 * The next step of a follow-up: looks at growing sizes, an end as soon as no series can leak any more, or at the horizon.
 * Stopping early can only clear a case, so that more looks do not add false leaks.
 */
export function followUpStep(series: GrowthColumns, { planned, leaks, confirms }: FollowUpCase): FollowUpStep {
  const done = iterationsIn(series);
  const horizon = confirms ? Math.max(confirmingHorizon, planned) : Math.max(leakHorizon, 4 * planned);
  if (done === 0) return { more: Math.min(horizon, Math.max(firstLook, 2 * planned)) };
  const shapes = [...judgeAll(series, leaks, done >= horizon).values()].map(({ shape }) => shape);
  if (shapes.every((shape) => shape === 'stable' || shape === 'ratchet')) return { more: 0, ended: 'decided' };
  const most = shapes.includes('open') && !confirms ? Math.floor(horizon * openFactor) : horizon;
  if (done >= most) return { more: 0, ended: 'horizon' };
  if (done >= horizon && shapes.some((shape) => shape === 'leak')) return { more: 0, ended: 'horizon' };
  const target = Math.ceil(done * nextLook);
  return { more: (target > horizon * 0.9 && done < horizon ? horizon : Math.min(target, most)) - done };
}

/** Every series of a process, judged by the tolerance of its case. */
export function judgeAll(
  series: GrowthColumns,
  leaks: false | LeakTolerance,
  horizonReached: boolean,
): Map<GrowthSeriesName, SeriesGrowth> {
  const tolerances = tolerancesFor(leaks === false ? undefined : leaks.toleranceBytes);
  return new Map(
    growthSeries.flatMap((name): [GrowthSeriesName, SeriesGrowth][] => {
      const readings = series[name];
      if (readings === undefined || readings.length === 0) return [];
      const options = { tolerance: tolerances[name], ratchet: ratchetAmount(name), horizonReached };
      return [[name, judgeSeries(readings, options)]];
    }),
  );
}

/** Readings of the longest series. */
export function iterationsIn(series: GrowthColumns): number {
  return Math.max(0, ...growthSeries.map((name) => series[name]?.length ?? 0));
}
