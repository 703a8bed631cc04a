import { growthPercent } from '../../compare/trend.js';
import { mebibytes } from '../../results/mebibytes.js';
import type { AbsentMetrics, Metrics } from '../../results/schema.js';
import type { QdrantReadings } from '../qdrant-probe.js';
import { growthPer1000, type Put, putQdrant, qdrantMetrics } from '../sample-metrics.js';
import type { TreeReading } from './tree-meter.js';

/** Readings at a moment when memory should be settled. */
export interface Moment {
  readonly tree: TreeReading;
  /** Undefined without an endpoint. */
  readonly reportedBytes: number | undefined;
}

/** Readings after each iteration. */
export interface CommandColumns {
  readonly durationMs: number[];
  readonly bytes: number[];
  readonly anonBytes: number[];
  /** Processes of the tree, excluding the first. */
  readonly children: number[];
  readonly descriptors: number[];
  readonly threads: number[];
  /** Undefined without an endpoint. */
  readonly reportedBytes: number[] | undefined;
}

/** The readings of a command. */
export interface CommandReport {
  readonly peakBytes: number;
  readonly peakAnonBytes: number;
  readonly mostProcesses: number;
  readonly durationMs: number;
  /** Around the measured iterations; undefined for a program that was measured as a whole. */
  readonly around: { readonly before: Moment; readonly after: Moment } | undefined;
  /** Readings of the planned iterations; undefined if the growth is not watched. */
  readonly growth: CommandColumns | undefined;
  readonly qdrant: QdrantReadings | undefined;
  /** Why Qdrant was not read; undefined if it was, or if there is none. */
  readonly qdrantAbsent: string | undefined;
}

/** The published metrics of a command, and why others are absent. */
export function commandMetricsOf(report: CommandReport): { metrics: Metrics; absent: AbsentMetrics } {
  const metrics: Metrics = {};
  const absent: AbsentMetrics = {};
  const put: Put = (name, value, reason) => {
    if (value === undefined) absent[name] = reason;
    else metrics[name] = value;
  };
  const peaks = peaksOf(report);
  put('tree_anon_peak_mb', mebibytes(peaks.anonBytes), '');
  put('tree_peak_mb', mebibytes(peaks.bytes), '');
  put('tree_processes', report.mostProcesses, '');
  put('duration_ms', report.durationMs, '');
  if (report.around !== undefined) putChanges(put, report.around, peaks);
  if (report.growth !== undefined) putGrowth(put, report.growth);
  if (report.qdrantAbsent !== undefined) {
    for (const name of qdrantMetrics) {
      put(name, undefined, report.qdrantAbsent);
    }
  } else if (report.qdrant !== undefined) {
    putQdrant(put, report.qdrant);
    if (report.growth !== undefined) {
      put('qdrant_growth_mb', growthPer1000(report.qdrant.seriesBytes), 'the server did not tell its live bytes');
    }
  }
  return { metrics, absent };
}

type Peaks = Pick<TreeReading, 'bytes' | 'anonBytes'>;

/** The polled peaks, but no lower than any reading. */
function peaksOf({ peakBytes, peakAnonBytes, around, growth }: CommandReport): Peaks {
  const moments = around === undefined ? [] : [around.before.tree, around.after.tree];
  const greatest = (field: keyof Peaks, polled: number) =>
    [...moments.map((tree) => tree[field]), ...(growth?.[field] ?? [])].reduce((a, b) => Math.max(a, b), polled);
  return { bytes: greatest('bytes', peakBytes), anonBytes: greatest('anonBytes', peakAnonBytes) };
}

function putChanges(put: Put, { before, after }: NonNullable<CommandReport['around']>, peaks: Peaks): void {
  put('tree_anon_peak_delta_mb', mebibytes(peaks.anonBytes - before.tree.anonBytes), '');
  put('tree_peak_delta_mb', mebibytes(peaks.bytes - before.tree.bytes), '');
  put('tree_delta_mb', mebibytes(after.tree.bytes - before.tree.bytes), '');
  put('tree_anon_delta_mb', mebibytes(after.tree.anonBytes - before.tree.anonBytes), '');
  if (before.reportedBytes === undefined || after.reportedBytes === undefined) return;
  put('reported_mb', mebibytes(after.reportedBytes), '');
  put('reported_delta_mb', mebibytes(after.reportedBytes - before.reportedBytes), '');
}

function putGrowth(put: Put, { anonBytes, reportedBytes }: CommandColumns): void {
  put('growth_percent', growthPercent(anonBytes), '');
  put('tree_growth_mb', growthPer1000(anonBytes), '');
  if (reportedBytes !== undefined) put('reported_growth_mb', growthPer1000(reportedBytes), '');
}
