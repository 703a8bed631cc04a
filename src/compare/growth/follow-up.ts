import { judgeSeries, type SeriesGrowth } from './judge-series.js';
import { type GrowthColumns, type GrowthSeriesName, ratchetAmount } from './series.js';

/** A series that a follow-up watches. */
export interface Watched {
  readonly series: GrowthSeriesName;
  /** Growth per iteration that is innocent, in the unit of the series. */
  readonly tolerance: number;
  /** Largest single step known from the planned samples, in the unit of the series. */
  readonly burst?: number;
  /** Growth per iteration of the planned samples, which caused the follow-up. */
  readonly rate?: number;
}

/** How far a follow-up goes. */
export interface FollowUpPlan {
  /** Planned iterations of a sample. */
  readonly planned: number;
  /** Confirms a leak that another follow-up found: a shorter distance is enough. */
  readonly confirming?: boolean;
  /** Most readings that a result can hold. */
  readonly most?: number;
}

export type NextStep = { readonly more: number } | { readonly ended: 'decided' | 'horizon' };

const leastHorizon = 400;
const horizonFactor = 8;
const confirmingHorizon = 100;
const firstLook = 40;

/**
 * Most iterations of a follow-up: before, a cache of 300 entries or a buffer emptied every 200 calls looks like a leak.
 */
export function horizonOf({ planned, confirming = false, most = 10_000 }: FollowUpPlan): number {
  const wanted = confirming ? Math.max(planned, confirmingHorizon) : Math.max(leastHorizon, horizonFactor * planned);
  return Math.min(wanted, most);
}

/**
 * The next step of a follow-up. It stops early if every watched series is certain not to leak: the upper bound of its
 * late growth is below the tolerance. A leak is certain only at the horizon, but for threads and child processes. Looks come at doubling sizes, which
 * keeps them few.
 */
export function nextIterations(columns: GrowthColumns, watched: readonly Watched[], plan: FollowUpPlan): NextStep {
  const horizon = horizonOf(plan);
  const done = Math.max(0, ...Object.values(columns).map(({ length }) => length));
  const first = Math.min(horizon, Math.max(2 * plan.planned, firstLook));
  if (done < first) return { more: first - done };
  if (done >= horizon) return { ended: 'horizon' };
  if (done >= certainIterations && watched.some(({ series }) => isLeftByEach(series, columns))) {
    return { ended: 'decided' };
  }
  const open = watched.some((each) => judgeWatched(columns, each, false)?.shape === 'open');
  return open ? { more: Math.min(done, horizon - done) } : { ended: 'decided' };
}

/** Processes and threads that each of so many iterations leaves behind are no pool: more would only burden the machine. */
const certainIterations = 100;
/** An iteration may leave none, and the count may be read before one has started. */
const leftByEach = 0.9;

function isLeftByEach(series: GrowthSeriesName, columns: GrowthColumns): boolean {
  if (series !== 'threads' && series !== 'children') return false;
  const counts = columns[series] ?? [];
  return (counts.at(-1) ?? 0) - (counts[0] ?? 0) >= leftByEach * Math.max(certainIterations, counts.length - 1);
}

/** Late growth below this share of the planned growth refutes it. */
const refutingShare = 0.5;
/** So does late growth below this many tolerances, which is not yet low power. */
const refutingTolerances = 4;

/**
 * The growth per iteration below which the growth of the planned samples is refuted. It may exceed the tolerance: if
 * iterations are too slow to exclude smaller leaks, the report says which could not be detected.
 */
export function refutedBelow({ tolerance, rate = 0 }: Watched): number {
  return Math.max(refutingTolerances * tolerance, refutingShare * rate);
}

/** Whether the readings so far refute the growth of every watched series, if there is no time for more. */
export function isRefuted(columns: GrowthColumns, watched: readonly Watched[]): boolean {
  return watched.every((each) => {
    const growth = judgeWatched(columns, each, true);
    if (growth === undefined) return true;
    return growth.shape !== 'leak' && growth.shape !== 'open' && growth.lateUpper < refutedBelow(each);
  });
}

/** The growth of a watched series; undefined if the columns lack it. */
export function judgeWatched(
  columns: GrowthColumns,
  { series, tolerance, burst }: Watched,
  horizonReached: boolean,
): SeriesGrowth | undefined {
  const readings = columns[series];
  if (readings === undefined || readings.length === 0) return undefined;
  return judgeSeries(readings, { tolerance, ratchet: ratchetAmount(series), horizonReached, burst: burst ?? 0 });
}
