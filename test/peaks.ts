import type { MetricName } from '../src/results/metrics.js';

/** Each peak beside what it may not be less than. */
const atLeast: readonly (readonly [peak: MetricName, reading: MetricName])[] = [
  ['peak_rss_mb', 'current_rss_mb'],
  ['peak_rss_mb', 'anon_peak_mb'],
  ['peak_delta_mb', 'rss_delta_mb'],
  ['anon_peak_delta_mb', 'anon_delta_mb'],
  ['heap_peak_mb', 'heap_current_mb'],
  ['cold_peak_delta_mb', 'cold_rss_delta_mb'],
  ['cold_anon_peak_delta_mb', 'cold_anon_delta_mb'],
  ['tree_peak_mb', 'tree_anon_peak_mb'],
  ['tree_peak_delta_mb', 'tree_delta_mb'],
  ['tree_anon_peak_delta_mb', 'tree_anon_delta_mb'],
  ['qdrant_peak_rss_mb', 'qdrant_anon_peak_mb'],
];
/** Peaks less the reading before. */
const rises: readonly MetricName[] = [
  'peak_delta_mb',
  'anon_peak_delta_mb',
  'cold_peak_delta_mb',
  'cold_anon_peak_delta_mb',
  'tree_peak_delta_mb',
  'tree_anon_peak_delta_mb',
];

/** Recorded values are rounded to four decimals. */
const rounding = 2e-4;

/** The peaks of a sample that are less than a reading, in words; empty where none is. */
export function contradictedPeaks(read: (metric: MetricName) => number | undefined): string[] {
  const pairs = atLeast.flatMap(([peak, reading]) => {
    const [most, least] = [read(peak), read(reading)];
    return most !== undefined && least !== undefined && most < least - rounding
      ? [`${peak} ${most} < ${reading} ${least}`]
      : [];
  });
  return [...pairs, ...rises.filter((name) => (read(name) ?? 0) < -rounding).map((name) => `${name} < 0`)];
}
