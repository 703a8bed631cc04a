import type { LeakFit, TrendFit } from '../src/results/schema.js';
import { median } from '../src/compare/statistics.js';
import { mannKendall, theilSen } from '../src/compare/trend.js';

/** Slopes up to which a series is innocent, in bytes per iteration. */
export interface LeakTolerance {
  /** For the series that accuse: JavaScript heap plus external memory, and live native bytes. */
  readonly allocatedBytes: number;
  /** For the resident anonymous memory, which is fitted for information: pages hide small leaks and lag behind. */
  readonly residentBytes: number;
  /** For the live bytes of the Qdrant server, which works on in the background while it is read. */
  readonly qdrantBytes: number;
  /** For the anonymous memory of a process tree, where nothing finer can be read of it. */
  readonly treeBytes: number;
}

export const defaultLeakTolerance: LeakTolerance = {
  allocatedBytes: 4 * 1024,
  residentBytes: 64 * 1024,
  qdrantBytes: 32 * 1024,
  treeBytes: 16 * 1024,
};

/** A suspected leak is followed up to this many times the planned iterations. */
export const followUpFactor = 8;

const confidence = 0.99;
/** A late slope below this share of the early one is dying down: innocent caches and pools fill ever more slowly. */
const decayShare = 0.5;
/** The same within the last half, from its first quarter to its second: a series that rose early may leak below that. */
const lastQuarterShare = 0.8;
/** Share of the tolerance up to which a late slope counts as flat where there was no early slope to compare with. */
const flatShare = 0.25;
/** How much has to be kept, from the first readings to the last, to be called a ratchet rather than noise. */
const ratchetBytes = 1024 * 1024;
const endReadings = 3;

/** Readings after each iteration, one of each for every iteration; those of a worker are garbage collected. */
export interface GrowthSeries {
  readonly heapBytes?: readonly number[] | undefined;
  readonly nativeBytes?: readonly number[] | undefined;
  readonly anonBytes?: readonly number[] | undefined;
  readonly qdrantBytes?: readonly number[];
  /** Whether somebody wrote to the server meanwhile: one that keeps what it is given does not leak. */
  readonly qdrantWritten?: boolean;
  /** Anonymous memory of the process tree of a command. */
  readonly treeBytes?: readonly number[] | undefined;
  /** What the program of a command says of its own memory. */
  readonly reportedBytes?: readonly number[] | undefined;
}

/**
 * The growth of one sample over its iterations. Of a worker, heap + external and live native bytes accuse, and resident
 * memory is told; of a command, the anonymous memory of its processes and what it reports itself. A Qdrant server accuses
 * that nobody wrote to.
 * A leak is a slope whose last half lies above the tolerance and has not died down; a ratchet grew and then lay flat.
 */
export function fitLeak(series: GrowthSeries, tolerance: LeakTolerance = defaultLeakTolerance): LeakFit {
  const fits: Fits = {
    ...fitOf('heap', series.heapBytes, tolerance.allocatedBytes),
    ...fitOf('native', series.nativeBytes, tolerance.allocatedBytes),
    ...fitOf('anon', series.anonBytes, tolerance.residentBytes),
    ...fitOf('tree', series.treeBytes, tolerance.treeBytes),
    ...fitOf('reported', series.reportedBytes, tolerance.allocatedBytes),
    ...(series.qdrantBytes && { qdrant: fitQdrant(series.qdrantBytes, tolerance.qdrantBytes, series.qdrantWritten) }),
  };
  const accusing = accusingSeries.flatMap((name) => fits[name]?.verdict ?? []);
  const verdict = accusing.includes('leak') ? 'leak' : accusing.includes('ratchet') ? 'ratchet' : 'stable';
  return { verdict, ...fits, iterations: iterationsIn(series) };
}

type Fits = Omit<LeakFit, 'verdict' | 'iterations'>;

function fitOf(name: keyof Fits, series: readonly number[] | undefined, toleranceBytes: number): Fits {
  return series === undefined ? {} : { [name]: fitTrend(series, toleranceBytes) };
}

function iterationsIn({ heapBytes, treeBytes }: GrowthSeries): number {
  return (heapBytes ?? treeBytes ?? []).length;
}

/**
 * How many more iterations are needed before a suspicion may be called a leak: as many again, up to `followUpFactor`
 * times the planned ones, for as long as the last half stays suspicious. 0 when the matter is decided.
 */
export function iterationsToFollowUp(series: GrowthSeries, planned: number): number {
  const done = iterationsIn(series);
  const fits = fitLeak(series);
  // Whether a slope dies down is for the end to say: an early rise can hide a leak that goes on below it.
  const suspicious = accusingSeries.some((name) => {
    const fit = name === 'qdrant' && series.qdrantWritten ? undefined : fits[name];
    return fit !== undefined && fit.lateLowerBytes > fit.toleranceBytes;
  });
  if (!suspicious) return 0;
  return Math.max(0, Math.min(done, planned * followUpFactor - done));
}

/**
 * The verdict over the samples of a case: a leak where at least two thirds of them say so; a ratchet likewise. One
 * process alone never decides: what it says is `suspected`.
 */
export function leakVerdict(fits: readonly LeakFit[]): LeakFit['verdict'] | 'suspected' {
  const enough = Math.ceil((fits.length * 2) / 3);
  if (fits.length === 0) return 'stable';
  if (fits.length === 1 && fits[0]?.verdict === 'leak') return 'suspected';
  if (fits.filter((fit) => fit.verdict === 'leak').length >= enough) return 'leak';
  return fits.filter((fit) => fit.verdict !== 'stable').length >= enough ? 'ratchet' : 'stable';
}

/**
 * The accusing series that grows fastest, and its late slope: median over the samples, in bytes per iteration. A series
 * that is a leak goes before one that only rose.
 */
export function worstSlope(fits: readonly LeakFit[]): AccusingSlope {
  const slopes = accusingSeries.flatMap((series) => {
    const ofSeries = fits.flatMap((fit) => fit[series] ?? []);
    // The server is spoken of where it leaks: what it does in the background is nobody's growth.
    const told = series === 'qdrant' ? ofSeries.filter(({ verdict }) => verdict === 'leak') : ofSeries;
    return told.length === 0 ? [] : [summarise(series, told)];
  });
  const [worst] = slopes.sort((a, b) => b.leaks - a.leaks || b.slopeBytes - a.slopeBytes);
  if (worst === undefined) throw new RangeError('a fit has no series that accuses');
  const { leaks: _leaks, ...slope } = worst;
  return slope;
}

/** The series whose growth is a leak, and not only told. */
const accusingSeries = ['heap', 'native', 'tree', 'reported', 'qdrant'] as const;
export type AccusingSeries = (typeof accusingSeries)[number];

/** The slope of a series that accuses, in bytes per iteration, with its 99 % interval. */
export interface AccusingSlope {
  readonly series: AccusingSeries;
  readonly slopeBytes: number;
  readonly lowerBytes: number;
  readonly upperBytes: number;
}

function summarise(series: AccusingSlope['series'], fits: readonly TrendFit[]): AccusingSlope & { leaks: number } {
  return {
    series,
    slopeBytes: median(fits.map((fit) => fit.lateSlopeBytes)),
    lowerBytes: median(fits.map((fit) => fit.lateLowerBytes)),
    upperBytes: median(fits.map((fit) => fit.lateUpperBytes)),
    leaks: fits.filter((fit) => fit.verdict === 'leak').length,
  };
}

/** A server that was written to grows by it, and is stable all the same; and it is no ratchet for having warmed up. */
function fitQdrant(series: readonly number[], toleranceBytes: number, written = false): TrendFit {
  const fit = fitTrend(series, toleranceBytes);
  return written || fit.verdict === 'ratchet' ? { ...fit, verdict: 'stable' } : fit;
}

function fitTrend(series: readonly number[], toleranceBytes: number): TrendFit {
  const half = Math.floor(series.length / 2);
  const whole = trendOf(series);
  const early = trendOf(series.slice(0, half));
  const late = trendOf(series.slice(-half));
  const goesOn = late.lower > toleranceBytes && (late.slope >= decayShare * early.slope || !isDyingDown(series));
  const kept = median(series.slice(-endReadings)) - median(series.slice(0, endReadings));
  const flat = late.slope <= Math.max(decayShare * early.slope, flatShare * toleranceBytes);
  return {
    slopeBytes: whole.slope,
    lowerBytes: whole.lower,
    upperBytes: whole.upper,
    earlySlopeBytes: early.slope,
    lateSlopeBytes: late.slope,
    lateLowerBytes: late.lower,
    lateUpperBytes: late.upper,
    mannKendallP: mannKendall(series).p,
    toleranceBytes,
    verdict: goesOn ? 'leak' : flat && kept > ratchetBytes ? 'ratchet' : 'stable',
  };
}

/** Whether the growth of the last quarter is clearly less than that of the quarter before it. */
function isDyingDown(series: readonly number[]): boolean {
  const quarter = Math.floor(series.length / 4);
  if (quarter < 2) return false;
  const third = trendOf(series.slice(-2 * quarter, -quarter));
  const last = trendOf(series.slice(-quarter));
  return last.slope < lastQuarterShare * third.slope;
}

function trendOf(series: readonly number[]) {
  const iterations = series.map((_, index) => index);
  return theilSen(iterations, series, confidence);
}
