import type { MeasuredSample, Sample } from '../results/schema.js';
import { leastSamples } from './judge-metric.js';
import type { CaseComparison, FailedPass, UnsettledReadings } from './verdict.js';

const explaining = ['allocations', 'sites', 'native'] as const;

/** Explaining passes without a measured sample, whose last attempt failed. */
export function failedPasses(samples: readonly Sample[]): FailedPass[] {
  return explaining.flatMap((pass): FailedPass[] => {
    const taken = samples.filter((sample) => sample.pass === pass);
    const last = taken.at(-1);
    if (last?.status !== 'failed' || taken.some(({ status }) => status === 'measured')) return [];
    return [{ pass, error: last.error }];
  });
}

/** The samples to judge by: the settled ones, or all if too few of the memory pass settled. */
export function settledSamples(samples: readonly MeasuredSample[]): MeasuredSample[] {
  const settled = samples.filter(isSettled);
  const enough = settled.filter(({ pass }) => pass === 'memory').length >= leastSamples;
  return enough ? settled : [...samples];
}

function isSettled({ unsettled }: MeasuredSample): boolean {
  return unsettled.length === 0;
}

/** Readings of the memory pass taken while memory was still moving. */
export function unsettledReadings(samples: readonly MeasuredSample[]): UnsettledReadings | undefined {
  const unsettled = samples.filter((sample) => !isSettled(sample));
  if (unsettled.length === 0) return undefined;
  return {
    readings: [...new Set(unsettled.flatMap((sample) => sample.unsettled))],
    samples: unsettled.length,
    leftOut: settledSamples(samples).length < samples.length,
  };
}

/** Whether a selected case was skipped. One that is in the baseline is missing instead. */
export function isSkipped({ verdict, expected }: CaseComparison): boolean {
  return verdict === 'missing' && !expected;
}

/** Whether part of a case should have been measured and was not. */
export function isIncomplete(judged: CaseComparison): boolean {
  return isSkipped(judged) || judged.failedPasses.length > 0 || judged.unchecked.length > 0;
}
