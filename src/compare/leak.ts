import type { LeakFit, TrendFit } from '../results/schema.js';
import { median } from './statistics.js';
import { mannKendall, theilSen } from './trend.js';

/** Slopes up to which a series is innocent, in bytes per iteration. */
export interface LeakTolerance {
  /** For the series that accuse: JavaScript heap plus external memory, and live native bytes. */
  readonly allocatedBytes: number;
  /** For the resident anonymous memory, which confirms only. */
  readonly residentBytes: number;
}

export const defaultLeakTolerance: LeakTolerance = { allocatedBytes: 4 * 1024, residentBytes: 64 * 1024 };

/** A suspected leak is followed up to this many times the planned iterations. */
export const followUpFactor = 8;

const confidence = 0.99;
/** A late slope below this share of the early one is dying down: innocent caches and pools fill ever more slowly. */
const decayShare = 0.5;
/** How much has to be kept for a slope that has died down to be called a ratchet rather than noise. */
const ratchetBytes = 1024 * 1024;

/** Readings after each iteration, garbage collected. */
export interface GrowthSeries {
  readonly heapBytes: readonly number[];
  readonly nativeBytes: readonly number[] | undefined;
  readonly anonBytes: readonly number[] | undefined;
}

/**
 * The growth of one sample over its iterations. Heap + external and live native bytes accuse, resident memory confirms.
 * A leak is a slope whose last half lies above the tolerance and has not died down; a ratchet grew and then lay flat.
 */
export function fitLeak(series: GrowthSeries, tolerance: LeakTolerance = defaultLeakTolerance): LeakFit {
  const heap = fitTrend(series.heapBytes, tolerance.allocatedBytes);
  const native = series.nativeBytes && fitTrend(series.nativeBytes, tolerance.allocatedBytes);
  const anon = series.anonBytes && fitTrend(series.anonBytes, tolerance.residentBytes);
  const accusing = [heap, native].flatMap((fit) => (fit === undefined ? [] : [fit.verdict]));
  const verdict = accusing.includes('leak') ? 'leak' : accusing.includes('ratchet') ? 'ratchet' : 'stable';
  return {
    verdict,
    heap,
    ...(native === undefined ? {} : { native }),
    ...(anon === undefined ? {} : { anon }),
    iterations: series.heapBytes.length,
  };
}

/**
 * How many more iterations are needed before a suspicion may be called a leak: as many again, up to `followUpFactor`
 * times the planned ones, for as long as the last half stays suspicious. 0 when the matter is decided.
 */
export function iterationsToFollowUp(series: GrowthSeries, planned: number): number {
  const done = series.heapBytes.length;
  if (fitLeak(series).verdict !== 'leak') return 0;
  return Math.max(0, Math.min(done, planned * followUpFactor - done));
}

/**
 * The verdict over the samples of a case: a leak where at least two thirds of them say so, so that one process alone
 * never decides; a ratchet likewise.
 */
export function leakVerdict(fits: readonly LeakFit[]): LeakFit['verdict'] {
  const enough = Math.ceil((fits.length * 2) / 3);
  if (fits.length === 0) return 'stable';
  if (fits.filter((fit) => fit.verdict === 'leak').length >= enough) return 'leak';
  return fits.filter((fit) => fit.verdict !== 'stable').length >= enough ? 'ratchet' : 'stable';
}

/** The accusing series that grows fastest, and its late slope: median over the samples, in bytes per iteration. */
export function worstSlope(fits: readonly LeakFit[]): { series: 'heap' | 'native'; slopeBytes: number } {
  const heap = median(fits.map((fit) => fit.heap.lateSlopeBytes));
  const natives = fits.flatMap((fit) => fit.native?.lateSlopeBytes ?? []);
  const native = natives.length === 0 ? Number.NEGATIVE_INFINITY : median(natives);
  return native > heap ? { series: 'native', slopeBytes: native } : { series: 'heap', slopeBytes: heap };
}

function fitTrend(series: readonly number[], toleranceBytes: number): TrendFit {
  const half = Math.floor(series.length / 2);
  const whole = trendOf(series);
  const early = trendOf(series.slice(0, half));
  const late = trendOf(series.slice(-half));
  const grows = late.lower > toleranceBytes && late.slope >= decayShare * early.slope;
  const kept = (series.at(-1) ?? 0) - (series[0] ?? 0);
  const ratcheted = kept > ratchetBytes && early.slope > toleranceBytes;
  return {
    slopeBytes: whole.slope,
    lowerBytes: whole.lower,
    upperBytes: whole.upper,
    earlySlopeBytes: early.slope,
    lateSlopeBytes: late.slope,
    mannKendallP: mannKendall(series).p,
    toleranceBytes,
    verdict: grows ? 'leak' : ratcheted ? 'ratchet' : 'stable',
  };
}

function trendOf(series: readonly number[]) {
  const iterations = series.map((_, index) => index);
  return theilSen(iterations, series, confidence);
}
