import { median, medianAbsoluteDeviation } from '../statistics.js';

/** A significant fall of a series. */
export interface Release {
  /** Index of the first reading at the low point. */
  readonly at: number;
  /** Level of the low point, in the unit of the series. */
  readonly low: number;
  /** Drop from the highest reading before it, in the unit of the series. */
  readonly amount: number;
}

/** The amount a series keeps: nothing above the envelope survived to the end of the readings. */
export interface Envelope {
  /** Level that is never freed again, for each judged reading, in the unit of the series. */
  readonly levels: readonly number[];
  /** Index of the reading that the first level belongs to. */
  readonly start: number;
  /** Standard deviation of a reading around its neighbours, in the unit of the series. */
  readonly noise: number;
  readonly releases: readonly Release[];
  /** Whether the readings after the last release are judged as kept. Otherwise the judged part ends at the release. */
  readonly runCounts: boolean;
  /** Growth from one release to the next at equal phases, if there are two releases and no third to compare with. */
  readonly recurrence?: Recurrence;
  /** Growth around the release, if there is only one and the readings after it do not count. */
  readonly single?: SingleRelease;
}

/** Growth before and after a single release, as rates in the unit of the series per reading. */
export interface SingleRelease {
  /** From the first reading to the low point: what the release left behind. */
  readonly kept: number;
  /** From the low point to the end. */
  readonly since: number;
}

/** Growth y(t + D) - y(t) over the interval D between two releases, as a rate in the unit of the series per reading. */
export interface Recurrence {
  /** Median rate a quarter of the way into the readings that have a counterpart. */
  readonly early: number;
  /** Median rate at the end of those readings. */
  readonly late: number;
}

/** A fall has to exceed this many standard deviations of the noise to be a release. */
const clearly = 8;
/** It must also be this share of the growth since the last low point: after a smaller fall, the series still grows. */
const shareOfGrowth = 0.25;
/** Growth since the last release counts as kept if it is this many times longer or larger than earlier releases. */
const beyondEarlier = 2;
const farBeyondEarlier = 4;

/**
 * The lower envelope L(t) = min over s >= t of y(s), read between the releases. A buffer that is emptied every 100
 * calls grows between two releases; its low points do not. So the judged part starts at the first low point, ends at
 * the last, and is straight between neighbouring ones.
 *
 * The readings since the last release count as well in three cases: they grew by more than twice the largest release,
 * lasted more than four times as long as any earlier interval, or lasted more than twice as long and outgrew the
 * largest release. The last few readings only serve as the future of the others.
 *
 * A single fall far below the first reading frees memory that is older than the readings, such as that of a start. It
 * is undone before anything else: it says nothing about what the iterations keep.
 *
 * `leastRelease`: falls below it are no releases, in the unit of the series.
 */
export function lowerEnvelope(measured: readonly number[], leastRelease: number): Envelope {
  const noise = noiseOf(measured);
  const threshold = Math.max(leastRelease, clearly * noise);
  const readings = withoutOlder(measured, threshold);
  const releases = releasesOf(withoutSpikes(readings), threshold);
  const minima = futureMinima(readings);
  const [first, last] = [releases[0], releases.at(-1)];
  const tail = Math.min(3, Math.floor(readings.length / 20));
  const end = readings.length - 1 - tail;
  if (first === undefined || last === undefined) {
    return { levels: minima.slice(0, end + 1), start: 0, noise, releases, runCounts: true };
  }
  const runCounts = lastRunCounts(readings, releases);
  if (!runCounts && releases.length === 1) {
    const run = Math.max(1, readings.length - 1 - last.at);
    const single = {
      kept: (last.low - (readings[0] ?? last.low)) / Math.max(1, last.at),
      since: (median(readings.slice(-3)) - last.low) / run,
    };
    return { levels: minima.slice(0, last.at + 1), start: 0, noise, releases, runCounts, single };
  }
  const between = straightBetween(releases.map(({ at }) => ({ at, level: minima[at] ?? 0 })));
  const after = runCounts ? minima.slice(last.at + 1, Math.max(end, last.at) + 1) : [];
  const recurrence = !runCounts && releases.length === 2 ? recurrenceOf(readings, last.at - first.at) : undefined;
  return {
    levels: [...between, ...after],
    start: first.at,
    noise,
    releases,
    runCounts,
    ...(recurrence && { recurrence }),
  };
}

/** A fall below the first reading by more than this share of its amount frees memory that is older than the readings. */
const shareOfOlder = 0.5;

/** Undoes a single release of older memory. A second release to the same low point shows a buffer that is emptied. */
function withoutOlder(readings: readonly number[], threshold: number): readonly number[] {
  const opened = withoutSpikes(readings);
  const [release, ...others] = releasesOf(opened, threshold);
  const [start = 0] = opened;
  if (release === undefined || others.length > 0) return readings;
  const { at, low, amount } = release;
  if (start - low <= shareOfOlder * amount) return readings;
  const peak = readings.lastIndexOf(Math.max(...readings.slice(0, at)), at - 1);
  return readings.map((value, index) => (index < peak ? value : index < at ? low + amount : value + amount));
}

function recurrenceOf(readings: readonly number[], interval: number): Recurrence | undefined {
  const rates = readings.slice(interval).map((value, at) => (value - (readings[at] ?? value)) / interval);
  const tenth = Math.floor(rates.length / 10);
  if (tenth < 1) return undefined;
  const quarter = Math.floor(rates.length / 4);
  return { early: median(rates.slice(quarter, quarter + tenth)), late: median(rates.slice(-tenth)) };
}

/** Standard deviation of readings from their first differences, by the median absolute deviation (Hampel, 1974). */
export function noiseOf(readings: readonly number[]): number {
  const steps = readings.slice(1).map((value, index) => value - (readings[index] ?? value));
  return steps.length === 0 ? 0 : (medianAbsoluteDeviation(steps) * normalConsistency) / Math.SQRT2;
}

/** Standard deviation of a normal distribution over its median absolute deviation. */
const normalConsistency = 1.4826;

/** L(t) = min over s >= t of y(s). */
export function futureMinima(readings: readonly number[]): number[] {
  const minima = [...readings];
  for (let at = minima.length - 2; at >= 0; at -= 1) {
    minima[at] = Math.min(minima[at] ?? Number.POSITIVE_INFINITY, minima[at + 1] ?? Number.POSITIVE_INFINITY);
  }
  return minima;
}

/** Opening with a window of three (Serra, 1982): rises of one or two readings vanish, everything else stays. */
function withoutSpikes(readings: readonly number[]): number[] {
  return overThree(overThree(readings, Math.min), Math.max);
}

function overThree(values: readonly number[], pick: (...values: number[]) => number): number[] {
  return values.map((_, at) => pick(...values.slice(Math.max(0, at - 1), at + 2)));
}

/** Turning points of the series with falls from `threshold` on: a one-sided rainflow count (Matsuishi & Endo, 1968). */
function releasesOf(values: readonly number[], threshold: number): Release[] {
  const releases: Release[] = [];
  let low = values[0] ?? 0;
  let peak = { at: 0, level: low };
  let trough: { at: number; level: number } | undefined;
  const confirm = () => {
    if (trough === undefined) return;
    const near = trough.level + threshold / 4;
    const at = values.findIndex((value, index) => index > peak.at && value <= near);
    releases.push({ at, low: trough.level, amount: peak.level - trough.level });
    low = trough.level;
    trough = undefined;
  };
  for (const [at, level] of values.entries()) {
    if (trough !== undefined) {
      if (level < trough.level) trough = { at, level };
      if (level < trough.level + threshold / 2) continue;
      confirm();
      peak = { at, level };
    } else if (level > peak.level) {
      peak = { at, level };
    } else if (peak.level - level >= Math.max(threshold, shareOfGrowth * (peak.level - low))) {
      trough = { at, level };
    }
    low = Math.min(low, level);
  }
  confirm();
  return releases;
}

function lastRunCounts(readings: readonly number[], releases: readonly Release[]): boolean {
  const starts = [0, ...releases.map(({ at }) => at)];
  const intervals = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
  const last = releases.at(-1);
  if (last === undefined) return true;
  const run = readings.length - 1 - last.at;
  const grown = run < 3 ? 0 : median(readings.slice(-3)) - last.low;
  const largest = Math.max(...releases.map(({ amount }) => amount));
  const longest = Math.max(...intervals);
  if (grown > beyondEarlier * largest || run > farBeyondEarlier * longest) return true;
  return run > beyondEarlier * longest && grown > largest;
}

function straightBetween(points: readonly { at: number; level: number }[]): number[] {
  const levels: number[] = [];
  for (const [index, from] of points.entries()) {
    const to = points[index + 1];
    levels.push(from.level);
    if (to === undefined) break;
    for (let at = from.at + 1; at < to.at; at += 1) {
      levels.push(from.level + ((to.level - from.level) * (at - from.at)) / (to.at - from.at));
    }
  }
  return levels;
}
