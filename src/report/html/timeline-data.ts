import { bytesPerMebibyte } from '../../results/mebibytes.js';
import type { CaseResult, Timeline } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { areOfCommand, medianTimeline } from '../memory-lines.js';
import type { SettledData, TimelineData, TimelinePair } from './model.js';
import { coarse, rounded } from './rounding.js';

/** Parts of a line, each of which keeps its peak. More would not be visible. */
const mostParts = 150;
const mostPhases = 40;

/** Memory of a case over time, with its baseline if the two may be compared. */
export function timelinePair(
  result: CaseResult | undefined,
  baseline: CaseResult | undefined,
): TimelinePair | undefined {
  const now = result && medianTimeline(result.samples, 'worker');
  const before = baseline && medianTimeline(baseline.samples, 'worker');
  if (result === undefined || now === undefined) return undefined;
  return {
    subject: areOfCommand(result.samples) ? 'processes' : 'worker',
    now: timelineData(now),
    baseline: before && timelineData(before),
  };
}

interface Reading {
  readonly seconds: number;
  readonly subject: number | null;
  readonly qdrant: number | null;
}

function timelineData(timeline: Timeline): TimelineData {
  const readings = thinned(readingsOf(timeline));
  return {
    seconds: readings.map(({ seconds }) => seconds),
    subject: readings.map(({ subject }) => subject),
    qdrant: readings.some(({ qdrant }) => qdrant !== null) ? readings.map(({ qdrant }) => qdrant) : [],
    phases: timeline.phases
      .slice(0, mostPhases)
      .map(({ name, atMs }) => ({ name: shownText(name, 30), seconds: secondsOf(atMs) }))
      .sort((a, b) => a.seconds - b.seconds),
    settled: settledData(timeline),
  };
}

function settledData({ settled = [] }: Timeline): SettledData[] {
  return settled
    .map(({ atMs, heapBytes, externalBytes }) => ({
      seconds: secondsOf(atMs),
      heap: coarse(heapBytes / bytesPerMebibyte),
      external: coarse(externalBytes / bytesPerMebibyte),
    }))
    .sort((a, b) => a.seconds - b.seconds);
}

function readingsOf({ atMs, workerRssBytes, qdrantRssBytes }: Timeline): Reading[] {
  return atMs
    .map((at, index) => ({
      seconds: secondsOf(at),
      subject: mebibytesOf(workerRssBytes[index]),
      qdrant: mebibytesOf(qdrantRssBytes[index]),
    }))
    .sort((a, b) => a.seconds - b.seconds);
}

/** Keeps the first reading of each part and the greatest of either process, so that no peak is lost. */
function thinned(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length <= 3 * mostParts) return readings;
  const size = Math.ceil(readings.length / mostParts);
  const kept = new Set<Reading>();
  for (let start = 0; start < readings.length; start += size) {
    const part = readings.slice(start, start + size);
    const greatest = (of: 'subject' | 'qdrant') => part.reduce((a, b) => ((b[of] ?? -1) > (a[of] ?? -1) ? b : a));
    for (const reading of [...part.slice(0, 1), greatest('subject'), greatest('qdrant')]) kept.add(reading);
  }
  return readings.filter((reading) => kept.has(reading));
}

function secondsOf(ms: number): number {
  return rounded(Math.max(0, ms) / 1000);
}

function mebibytesOf(bytes: number | null | undefined): number | null {
  return typeof bytes === 'number' ? coarse(Math.max(0, bytes) / bytesPerMebibyte) : null;
}
