import { matchesGlob } from '../results/glob.js';
import { type MetricName, metricDefinition, metricNames } from '../results/metrics.js';

/** How far a metric may move from its baseline. A difference must exceed both floors. */
export interface Threshold {
  /** Percent of the baseline's median. */
  readonly relativePercent: number;
  /** In the metric's own unit. */
  readonly absolute: number;
}

/** Metric -> the floors to change. */
export type OwnThresholds = Readonly<Partial<Record<MetricName, FloorOverride | undefined>>>;

/** Overrides: glob on the case id -> metric -> the floors to change. Later globs win. */
export type ThresholdOverrides = Readonly<Record<string, OwnThresholds>>;

/** Hard limits: glob on the case id -> metric -> limit in the metric's own unit. Later globs win. */
export type BudgetOverrides = Readonly<Record<string, Readonly<Partial<Record<MetricName, number | undefined>>>>>;

interface FloorOverride {
  readonly relativePercent?: number | undefined;
  readonly absolute?: number | undefined;
}

/** Floors of metrics that only explain, by class. */
const byClass = {
  level: { relativePercent: 5, absolute: 8 },
  change: { relativePercent: 5, absolute: 1 },
  count: { relativePercent: 5, absolute: 0 },
  growth: { relativePercent: 0, absolute: 5 },
  slope: { relativePercent: 5, absolute: 2 },
  time: { relativePercent: 50, absolute: 50 },
} as const;

/**
 * Floors of the judged metrics: in most built-in cases, about three times the spread (sd) between equal processes.
 * Levels, cold readings and the resident set depend on where the allocator placed memory, and are bimodal in some cases
 * (by 5 to 8 MiB). Counted bytes hardly differ.
 */
const ofPrimary: Readonly<Partial<Record<MetricName, Threshold>>> = {
  anon_peak_mb: { relativePercent: 5, absolute: 8 },
  anon_peak_delta_mb: { relativePercent: 5, absolute: 0.4 },
  anon_delta_mb: { relativePercent: 5, absolute: 2 },
  cold_anon_delta_mb: { relativePercent: 10, absolute: 12 },
  cold_anon_peak_delta_mb: { relativePercent: 10, absolute: 12 },
  peak_rss_mb: { relativePercent: 5, absolute: 8 },
  peak_delta_mb: { relativePercent: 5, absolute: 0.4 },
  rss_delta_mb: { relativePercent: 5, absolute: 2 },
  heap_delta_mb: { relativePercent: 5, absolute: 0.1 },
  native_delta_mb: { relativePercent: 5, absolute: 0.1 },
  cold_rss_delta_mb: { relativePercent: 10, absolute: 12 },
  cold_peak_delta_mb: { relativePercent: 10, absolute: 12 },
  tree_anon_peak_mb: { relativePercent: 5, absolute: 4 },
  tree_anon_peak_delta_mb: { relativePercent: 5, absolute: 1 },
  tree_peak_mb: { relativePercent: 5, absolute: 4 },
  tree_peak_delta_mb: { relativePercent: 5, absolute: 1 },
  tree_anon_delta_mb: { relativePercent: 5, absolute: 0.5 },
  reported_delta_mb: { relativePercent: 5, absolute: 0.1 },
  qdrant_anon_peak_mb: { relativePercent: 5, absolute: 4 },
  qdrant_peak_rss_mb: { relativePercent: 5, absolute: 4 },
  qdrant_allocated_delta_mb: { relativePercent: 5, absolute: 2 },
};

/**
 * Expected spread (sd) between equal processes: about the median over the built-in cases, from
 * `bench/results/noise.md`.
 */
const expectedSpreads: Readonly<Partial<Record<MetricName, number>>> = {
  anon_peak_mb: 4,
  anon_peak_delta_mb: 0.3,
  anon_delta_mb: 0.3,
  cold_anon_delta_mb: 0.7,
  cold_anon_peak_delta_mb: 0.7,
  peak_rss_mb: 4,
  peak_delta_mb: 0.3,
  rss_delta_mb: 0.3,
  heap_delta_mb: 0.01,
  native_delta_mb: 0.01,
  cold_rss_delta_mb: 0.7,
  cold_peak_delta_mb: 0.7,
  heap_growth_mb: 0.1,
  native_growth_mb: 0.3,
  tree_anon_peak_mb: 0.5,
  tree_anon_peak_delta_mb: 0.3,
  tree_peak_mb: 0.5,
  tree_peak_delta_mb: 0.3,
  tree_anon_delta_mb: 0.1,
  reported_delta_mb: 0.01,
  qdrant_anon_peak_mb: 0.4,
  qdrant_peak_rss_mb: 0.4,
  qdrant_allocated_delta_mb: 0.3,
};

/** The expected standard deviation of a metric between equal processes, in its own unit. */
export function expectedSpread(metric: MetricName): number {
  return expectedSpreads[metric] ?? byClass[metricDefinition(metric).class].absolute / 3;
}

/** The floors of a metric in a case: the defaults, then the scenario's own, then the overrides. */
export function thresholdFor(
  caseId: string,
  metric: MetricName,
  overrides: ThresholdOverrides,
  ofScenario: OwnThresholds = {},
): Threshold {
  const matching = overridesOf(caseId, overrides);
  return [ofScenario, ...matching]
    .map((own) => ownFloors(metric, own))
    .reduce<Threshold>(
      (floors, own) => ({
        relativePercent: own?.relativePercent ?? floors.relativePercent,
        absolute: own?.absolute ?? floors.absolute,
      }),
      ofPrimary[metric] ?? byClass[metricDefinition(metric).class],
    );
}

/** Judged metric -> the metric that is judged in its place. */
const fallbacks = new Map(
  metricNames.flatMap((name) => {
    const { fallbackFor } = metricDefinition(name);
    return fallbackFor === undefined ? [] : [[fallbackFor, name] as const];
  }),
);

/**
 * The floors set for a metric. Without its own, a metric inherits its fallback's: a threshold on `rss_delta_mb` may
 * date from before anonymous memory was judged.
 */
export function ownFloors(metric: MetricName, own: OwnThresholds): FloorOverride {
  const fallback = fallbacks.get(metric);
  const inherited = fallback === undefined ? undefined : own[fallback];
  return {
    relativePercent: own[metric]?.relativePercent ?? inherited?.relativePercent,
    absolute: own[metric]?.absolute ?? inherited?.absolute,
  };
}

/** A cache of the overrides that match a case, which are the same for all its metrics. */
const knownMatches = new WeakMap<ThresholdOverrides, Map<string, readonly OwnThresholds[]>>();

function overridesOf(caseId: string, overrides: ThresholdOverrides): readonly OwnThresholds[] {
  const known = knownMatches.get(overrides) ?? new Map<string, readonly OwnThresholds[]>();
  knownMatches.set(overrides, known);
  const found =
    known.get(caseId) ??
    Object.entries(overrides).flatMap(([glob, metrics]) => (matchesCase(glob, caseId) ? [metrics] : []));
  known.set(caseId, found);
  return found;
}

/** Whether a glob names a case: `*` stays within one part of the id, `**` does not. */
export function matchesCase(glob: string, caseId: string): boolean {
  return matchesGlob(glob, caseId);
}

/** The largest difference that does not count, in the metric's own unit. */
export function floorOf(threshold: Threshold, baselineMedian: number): number {
  return Math.max(threshold.absolute, (threshold.relativePercent / 100) * Math.abs(baselineMedian));
}
