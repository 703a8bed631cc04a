import { bytesPerMebibyte } from '../results/mebibytes.js';
import type { Results, Sample, Timeline } from '../results/schema.js';

/** The process whose memory is shown. */
export type Process = 'worker' | 'Qdrant';

/** Memory over time of one sample, earliest first. */
export type MemoryLine = readonly { readonly atMs: number; readonly mebibytes: number }[];

/** Upper bounds that only a forged document exceeds. Larger numbers print exponents, which no chart can read. */
const longestMs = 1e9;
const mostMebibytes = 1e9;

/** Memory of a case over time, from the sample with the median peak among those that recorded it. */
export function memoryLineOf(caseId: string, { cases }: Results, process: Process): MemoryLine | undefined {
  const timeline = medianTimeline(cases.find(({ id }) => id === caseId)?.samples ?? [], process);
  return timeline && lineIn(timeline, process);
}

/** Readings over time of the sample with the median peak, among those that have readings. */
export function medianTimeline(samples: readonly Sample[], process: Process): Timeline | undefined {
  const recorded = samples
    .flatMap((sample) => {
      if (sample.status !== 'measured' || sample.timeline === undefined) return [];
      const line = lineIn(sample.timeline, process);
      const { peak_rss_mb, tree_peak_mb } = sample.metrics;
      const peak = peak_rss_mb ?? tree_peak_mb ?? peakOf([line]);
      return line.length < 2 ? [] : [{ timeline: sample.timeline, peak }];
    })
    .sort((a, b) => a.peak - b.peak);
  return recorded[Math.floor((recorded.length - 1) / 2)]?.timeline;
}

/** Whether the samples are of a command. Its readings are the memory of all its processes. */
export function areOfCommand(samples: readonly Sample[]): boolean {
  return samples.some((sample) => sample.status === 'measured' && sample.metrics.tree_peak_mb !== undefined);
}

function lineIn({ atMs, workerRssBytes, qdrantRssBytes }: Timeline, process: Process): MemoryLine {
  const readings = process === 'worker' ? workerRssBytes : qdrantRssBytes;
  return atMs
    .flatMap((at, index) => {
      const bytes = readings[index];
      return typeof bytes === 'number'
        ? [{ atMs: within(at, longestMs), mebibytes: within(bytes / bytesPerMebibyte, mostMebibytes) }]
        : [];
    })
    .sort((a, b) => a.atMs - b.atMs);
}

/** The greatest reading of several lines. */
export function peakOf(lines: readonly MemoryLine[]): number {
  return lines.flat().reduce((peak, { mebibytes }) => Math.max(peak, mebibytes), 0);
}

/**
 * A line at equally spaced moments from 0 to `endMs`, in MiB. Each value is the greatest reading around its moment, so
 * that no peak is lost. A process that has ended has 0.
 */
export function resample(line: MemoryLine, endMs: number, points: number): number[] {
  const step = endMs / (points - 1);
  const greatest = new Map<number, number>();
  for (const { atMs, mebibytes } of line) {
    const index = Math.round(atMs / step);
    greatest.set(index, Math.max(greatest.get(index) ?? 0, mebibytes));
  }
  const last = Math.round((line.at(-1)?.atMs ?? 0) / step);
  let value = 0;
  return Array.from({ length: points }, (_, index) => {
    value = index > last ? 0 : (greatest.get(index) ?? value);
    return value;
  });
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
