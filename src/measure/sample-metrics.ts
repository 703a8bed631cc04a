import { growthPercent, theilSen } from '../compare/trend.js';
import { heldBytes } from '../results/held-bytes.js';
import { mebibytes } from '../results/mebibytes.js';
import type { MetricName } from '../results/metrics.js';
import type { AbsentMetrics, Metrics } from '../results/schema.js';
import type { QdrantReadings } from './qdrant-probe.js';
import type { MemoryReport, Reading, Stretch } from './worker/protocol.js';

/** Other facts that decide which metrics a sample can have. */
export interface MetricContext {
  readonly usesQdrant: boolean;
  readonly growthLimited: boolean;
  /** Whether the cold iteration is what the case measures. */
  readonly coldCase: boolean;
}

/** The published metrics of a memory pass, and why the others are absent. */
export function metricsOf(
  report: MemoryReport,
  qdrant: QdrantReadings | undefined,
  context: MetricContext,
): { metrics: Metrics; absent: AbsentMetrics } {
  const metrics: Metrics = {};
  const absent: AbsentMetrics = {};
  const put = (name: MetricName, value: number | undefined, reason: string) => {
    if (value === undefined) absent[name] = reason;
    else metrics[name] = value;
  };
  putWorker(put, report);
  putCold(put, report, context);
  if (context.growthLimited) putGrowth(put, report);
  if (context.usesQdrant) putQdrant(put, qdrant);
  if (context.growthLimited && context.usesQdrant) {
    put('qdrant_growth_mb', growthPer1000(qdrant?.seriesBytes), noJemalloc);
  }
  return { metrics, absent };
}

/** Stores a metric, or the reason why it is absent. */
export type Put = (name: MetricName, value: number | undefined, reasonIfAbsent: string) => void;

const noHighWaterMark = 'the kernel’s high-water mark could not be read';
const unreadNative = 'live native bytes could not be read';
const noJemalloc = 'the server’s telemetry has no jemalloc count, or the API key may not see it';
const linuxOnly = 'only Linux reports anonymous memory and file pages separately';

function putWorker(put: Put, { steady, gc, iterations, nativeAbsent, peakAbsent }: MemoryReport): void {
  const { before, after } = steady;
  const noNative = nativeAbsent ?? unreadNative;
  const noPeak = peakAbsent ?? noHighWaterMark;
  const peaks = peaksOf(steady, iterations);
  put('peak_rss_mb', inMebibytes(peaks.rssBytes), noPeak);
  put('current_rss_mb', mebibytes(after.rssBytes), '');
  put('rss_delta_mb', change(before, after, 'rssBytes'), '');
  put('peak_delta_mb', difference(before.rssBytes, peaks.rssBytes), noPeak);
  const heapPeakBytes = Math.max(gc.heapPeakBytes, before.heapLiveBytes, after.heapLiveBytes);
  put('heap_peak_mb', mebibytes(heapPeakBytes), '');
  put('heap_current_mb', mebibytes(after.heapLiveBytes), '');
  put('heap_delta_mb', change(before, after, 'heapLiveBytes'), '');
  put('heap_allocated_mb', mebibytes(gc.allocatedBytes), '');
  put('external_mb', mebibytes(after.externalBytes), '');
  put('array_buffers_mb', mebibytes(after.arrayBuffersBytes), '');
  put('native_mb', inMebibytes(after.nativeBytes), noNative);
  put('native_delta_mb', change(before, after, 'nativeBytes'), noNative);
  put('anon_delta_mb', change(before, after, 'anonBytes'), linuxOnly);
  put('anon_peak_mb', inMebibytes(peaks.anonBytes), noPeak);
  put('anon_peak_delta_mb', difference(before.anonBytes, peaks.anonBytes), noPeak);
  put('file_delta_mb', change(before, after, 'fileBytes'), linuxOnly);
  put('gc_count', gc.count, '');
  put('gc_pause_ms', gc.pauseMs, '');
  const durationMs = iterations.durationMs.reduce((sum, duration) => sum + duration, 0);
  put('duration_ms', durationMs, '');
}

function putCold(put: Put, { cold, peakAbsent }: MemoryReport, { coldCase }: MetricContext): void {
  const peaks = cold && peaksOf(cold);
  const putOne = (name: `cold_${string}` & MetricName, value: number | undefined, reason: string) => {
    const steady = name.replace('cold_', '');
    const noCold = coldCase ? `the case measures its first call: see ${steady}` : 'the first call was not measured';
    put(name, value, cold === undefined ? noCold : reason);
  };
  const noPeak = peakAbsent ?? noHighWaterMark;
  putOne('cold_anon_delta_mb', cold && change(cold.before, cold.after, 'anonBytes'), linuxOnly);
  putOne('cold_anon_peak_delta_mb', difference(cold?.before.anonBytes, peaks?.anonBytes), noPeak);
  putOne('cold_rss_delta_mb', cold && change(cold.before, cold.after, 'rssBytes'), '');
  putOne('cold_peak_delta_mb', difference(cold?.before.rssBytes, peaks?.rssBytes), noPeak);
}

/** The metrics that `putQdrant` stores. */
export const qdrantMetrics = [
  'qdrant_anon_peak_mb',
  'qdrant_peak_rss_mb',
  'qdrant_anon_delta_mb',
  'qdrant_allocated_delta_mb',
] as const satisfies readonly MetricName[];

/** Stores the metrics of a sample's Qdrant server. */
export function putQdrant(put: Put, readings: QdrantReadings | undefined): void {
  const notOurs =
    'the process of the server cannot be read: memory-bench did not start it, or cannot see it, or this is not Linux';
  put('qdrant_anon_peak_mb', inMebibytes(readings?.peakAnonBytes), notOurs);
  put('qdrant_peak_rss_mb', inMebibytes(readings?.peakRssBytes), notOurs);
  put('qdrant_anon_delta_mb', difference(readings?.anonBeforeBytes, readings?.anonAfterBytes), notOurs);
  put(
    'qdrant_allocated_delta_mb',
    difference(readings?.allocatedBeforeBytes, readings?.allocatedAfterBytes),
    noJemalloc,
  );
}

function putGrowth(put: Put, { iterations, nativeAbsent }: MemoryReport): void {
  put('growth_percent', growthPercent(iterations.rssBytes), '');
  put('heap_growth_mb', growthPer1000(heldBytes(iterations)), '');
  put('native_growth_mb', growthPer1000(iterations.nativeBytes), nativeAbsent ?? unreadNative);
}

/** The Theil-Sen slope, in MiB per 1,000 iterations; undefined for fewer than two. */
export function growthPer1000(bytes: readonly number[] | undefined): number | undefined {
  if (bytes === undefined || bytes.length < 2) return undefined;
  const iterations = bytes.map((_, index) => index);
  return mebibytes(1_000 * theilSen(iterations, bytes, 0.99).slope);
}

function change(before: Reading, after: Reading, field: keyof Reading): number | undefined {
  return difference(before[field], after[field]);
}

function difference(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : mebibytes(after - before);
}

/**
 * The peak memory of a stretch: the kernel's marks, but no lower than any reading. The settled reading after it counts
 * as well, so that no peak is below the change.
 */
function peaksOf(
  { before, after, peakRssBytes, peakAnonBytes }: Stretch,
  columns: Partial<Pick<MemoryReport['iterations'], 'rssBytes' | 'anonBytes'>> = {},
): { readonly rssBytes: number | undefined; readonly anonBytes: number | undefined } {
  const greatest = (field: 'rssBytes' | 'anonBytes', mark: number | undefined) =>
    mark === undefined
      ? undefined
      : [before[field], after[field], ...(columns[field] ?? [])].reduce<number>(
          (most, read) => Math.max(most, read ?? 0),
          mark,
        );
  return { rssBytes: greatest('rssBytes', peakRssBytes), anonBytes: greatest('anonBytes', peakAnonBytes) };
}

function inMebibytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : mebibytes(bytes);
}
