import { mean, standardDeviation } from '../statistics.js';
import { studentUpperTail } from '../student.js';
import type { PlannedSample } from './screen.js';
import type { GrowthTolerances } from './series.js';

/** Growth too small to have been detected. */
export interface GrowthPower {
  /**
   * A leak above this would have been detected, in bytes per iteration. The largest 95 % upper bound of heap, external
   * and malloc.
   */
  readonly bytesPerIteration: number;
  /** Iterations of a sample. */
  readonly iterations: number;
  /**
   * The bound exceeds four times the tolerance. More iterations lower it: they share the change that does not recur.
   */
  readonly low: boolean;
  /** Iterations after which the bound would be about the tolerance; absent unless the power is low. */
  readonly iterationsWanted?: number;
}

const exactSeries = ['heap', 'external', 'malloc'] as const;
const lowPower = 4;
/** Spread of a settled reading between equal processes, in bytes; used if there is only a single sample. */
const usualSpread = 16 * 1024;

/** Growth too small to detect in a case's planned samples; undefined if none has an exact series. */
export function growthPower(samples: readonly PlannedSample[], tolerances: GrowthTolerances): GrowthPower | undefined {
  const iterations = Math.min(...samples.map((sample) => sample.iterations));
  const bounds = exactSeries.flatMap((series) => {
    const rates = samples.flatMap(({ changes, iterations: count }) => {
      const change = changes[series];
      return change === undefined ? [] : [change / Math.max(1, count)];
    });
    if (rates.length === 0) return [];
    return [{ bytes: upperBound(rates, iterations), tolerance: tolerances[series] }];
  });
  const [worst] = bounds.sort((a, b) => b.bytes - a.bytes);
  if (worst === undefined) return undefined;
  const low = worst.bytes > lowPower * worst.tolerance;
  const wanted = Math.ceil((iterations * worst.bytes) / worst.tolerance);
  return { bytesPerIteration: worst.bytes, iterations, low, ...(low && { iterationsWanted: wanted }) };
}

/** One-sided 95 % upper bound of the mean, by Student's t; at least 0. */
function upperBound(rates: readonly number[], iterations: number): number {
  const error =
    rates.length < 2
      ? (oneSided95 * usualSpread) / Math.max(1, iterations)
      : (studentQuantile95(rates.length - 1) * standardDeviation(rates)) / Math.sqrt(rates.length);
  return Math.max(0, mean(rates) + error);
}

const oneSided95 = 1.645;

/** The t with P(T >= t) = 0.05, by bisection. */
function studentQuantile95(degrees: number): number {
  let [low, high] = [0, 7];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (studentUpperTail(middle, degrees) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}
