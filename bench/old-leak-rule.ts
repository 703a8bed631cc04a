import { median } from '../src/compare/statistics.js';
import { theilSen } from '../src/compare/trend.js';

// The rule of the releases that did not yet judge growth by its lower envelope. Kept for comparison.

const confidence = 0.99;
const decayShare = 0.5;
const lastQuarterShare = 0.8;
const flatShare = 0.25;
const ratchetBytes = 1024 * 1024;
const endReadings = 3;
const followUpFactor = 8;

export type OldVerdict = 'leak' | 'ratchet' | 'stable';

/** The old rule's verdict on one process, and the iterations it took. */
export interface OldJudged {
  readonly verdict: OldVerdict;
  readonly iterations: number;
}

/** Doubles the iterations while the last half is suspicious, up to eight times those planned, then fits a trend. */
export function oldRule(readings: readonly number[], planned: number, toleranceBytes: number): OldJudged {
  const most = Math.min(readings.length, planned * followUpFactor);
  let done = Math.min(planned, most);
  while (done < most && trendOf(readings.slice(0, done).slice(-Math.floor(done / 2))).lower > toleranceBytes) {
    done = Math.min(most, 2 * done);
  }
  return { verdict: fitVerdict(readings.slice(0, done), toleranceBytes), iterations: done };
}

/** The old verdict of a case: at least two thirds of its processes have to agree. */
export function oldVerdict(verdicts: readonly OldVerdict[]): OldVerdict {
  const enough = Math.ceil((verdicts.length * 2) / 3);
  if (verdicts.length > 1 && verdicts.filter((each) => each === 'leak').length >= enough) return 'leak';
  return verdicts.filter((each) => each !== 'stable').length >= enough ? 'ratchet' : 'stable';
}

function fitVerdict(series: readonly number[], toleranceBytes: number): OldVerdict {
  const half = Math.floor(series.length / 2);
  const early = trendOf(series.slice(0, half));
  const late = trendOf(series.slice(-half));
  const continues = late.lower > toleranceBytes && (late.slope >= decayShare * early.slope || !isDyingDown(series));
  const kept = median(series.slice(-endReadings)) - median(series.slice(0, endReadings));
  const flat = late.slope <= Math.max(decayShare * early.slope, flatShare * toleranceBytes);
  return continues ? 'leak' : flat && kept > ratchetBytes ? 'ratchet' : 'stable';
}

function isDyingDown(series: readonly number[]): boolean {
  const quarter = Math.floor(series.length / 4);
  if (quarter < 2) return false;
  const third = trendOf(series.slice(-2 * quarter, -quarter));
  return trendOf(series.slice(-quarter)).slope < lastQuarterShare * third.slope;
}

function trendOf(series: readonly number[]) {
  return theilSen(
    series.map((_, index) => index),
    series,
    confidence,
  );
}
