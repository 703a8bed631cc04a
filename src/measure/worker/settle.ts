import { now } from './originals.js';

/** How the memory that is to settle is read and compared. */
export interface Settling<Reading> {
  /** Takes the next reading, after the pause it needs. */
  readonly round: () => Promise<Reading>;
  /** The amounts of a reading that must stop moving, in bytes, always in the same order. Undefined ones are ignored. */
  readonly amounts: (reading: Reading) => readonly (number | undefined)[];
  /** Returns false while work still runs, whatever the amounts are. */
  readonly isIdle?: (reading: Reading) => boolean;
  /** A clock in ms. */
  readonly clock?: () => number;
}

/** The last reading, and whether memory had stopped moving by then. */
export interface Settled<Reading> {
  readonly reading: Reading;
  readonly isSettled: boolean;
}

/** Movement below this counts as none. */
const stillBytes = 64 * 1024;
/** Readings that bound two still rounds. */
const stillReadings = 3;
/** A slow drift in one direction stays within `stillBytes` for two rounds, but exceeds it in five. */
const driftReadings = 6;
/** One page. A smaller step is no drift. */
const driftStepBytes = 4 * 1024;
const mostRounds = 60;
/** The time limit applies only after this many rounds, because a round takes long on a busy machine. */
const leastRounds = 10;
const limitMs = 20_000;

/**
 * Takes rounds until memory has stopped moving: two rounds within 64 KiB, or five if it drifts in one direction. It
 * gives up after 60 rounds, or after 20 s and at least 10 rounds, so that load alone does not make a reading unsettled.
 */
export async function settle<Reading>(settling: Settling<Reading>): Promise<Settled<Reading>> {
  const { round, amounts, isIdle = () => true, clock = now } = settling;
  const startMs = clock();
  let recent: (readonly (number | undefined)[])[] = [];
  for (let rounds = 1; ; rounds += 1) {
    const reading = await round();
    recent = isIdle(reading) ? [...recent, amounts(reading)].slice(-driftReadings) : [];
    if (isStill(recent)) return { reading, isSettled: true };
    const isOver = rounds >= mostRounds || (rounds >= leastRounds && clock() - startMs > limitMs);
    if (isOver) return { reading, isSettled: false };
  }
}

/** Whether all amounts have stopped moving, by the readings so far, oldest first. */
function isStill(recent: readonly (readonly (number | undefined)[])[]): boolean {
  if (recent.length < stillReadings) return false;
  const last = recent.at(-1) ?? [];
  return last.every((_, index) => isSeriesStill(recent.map((amounts) => amounts[index] ?? 0)));
}

function isSeriesStill(series: readonly number[]): boolean {
  const latest = series.slice(-stillReadings);
  if (span(latest) >= stillBytes) return false;
  return !isDrift(latest) || (series.length === driftReadings && span(series) < stillBytes);
}

function isDrift(latest: readonly number[]): boolean {
  const steps = latest.slice(1).map((amount, index) => amount - (latest[index] ?? amount));
  return steps.every((step) => step >= driftStepBytes) || steps.every((step) => step <= -driftStepBytes);
}

function span(amounts: readonly number[]): number {
  return Math.max(...amounts) - Math.min(...amounts);
}
