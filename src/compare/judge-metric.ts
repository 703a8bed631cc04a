import { type MetricName, metricDefinition, roleAmong } from '../results/metrics.js';
import type { CaseResult, MeasuredSample, PastRun } from '../results/schema.js';
import { adjustForFamily } from './family.js';
import { moderatedGreater, pooledSd, runToRunSd, twoLevelsOf } from './noise.js';
import { hodgesLehmannShift, type Shift } from './rank-test.js';
import { median, normalQuantile, standardDeviation } from './statistics.js';
import {
  expectedSpread,
  floorOf,
  type OwnThresholds,
  type Threshold,
  type ThresholdOverrides,
  thresholdFor,
} from './thresholds.js';
import type { MetricComparison, Spread, Verdict } from './verdict.js';

/** Chance of a wrong interval over all looks at a case. The first look may use half of it, the next a quarter. */
const wrongIntervals = 0.02;
/** The same for the family of all metrics judged in a run. */
const wrongFamilies = 0.01;
/** With fewer samples on either side, an interval is meaningless and a difference stays inconclusive. */
export const leastSamples = 3;
/** Floors are about three times a metric's spread between equal processes, or more. */
const floorInSds = 3;
/** A difference must also be this many times the case's own spread: a noisy case cannot show a small change. */
const leastInSds = 2;
/** Weight of the expected spread against the observed one, in degrees of freedom. */
const priorDegrees = 4;

/** The evidence for judging one metric of a case. */
export interface MetricEvidence {
  readonly caseId: string;
  readonly samples: readonly MeasuredSample[];
  /** The case in the baseline, if it is comparable. */
  readonly baseline: CaseResult | undefined;
  /** The baselines before that one, newest first. */
  readonly history: readonly PastRun[];
  readonly thresholds: ThresholdOverrides;
  /** Floors that the scenario sets. */
  readonly ofScenario?: OwnThresholds | undefined;
  /** How often the case was extended with more samples after a look. Every look costs some confidence. */
  readonly looksBefore: number;
}

/** More looks than ever happen. Beyond it, the shares are so small that floating point rounds the confidence to 1. */
const mostLooks = 20;

/** The share of an error probability that one look may use. The shares of all looks add up to at most 1. */
export function shareOfLook(looksBefore: number): number {
  return 2 ** -(Math.min(looksBefore, mostLooks) + 1);
}

/** Judges one metric of a case against its baseline, on its own. Undefined if it was not measured. */
export function judgeMetric(metric: MetricName, evidence: MetricEvidence): MetricComparison | undefined {
  const values = valuesOf(metric, evidence.samples);
  if (values.length === 0) return undefined;
  const baselineSamples = measuredIn(evidence.baseline);
  const baselineValues = valuesOf(metric, baselineSamples);
  const threshold = thresholdFor(evidence.caseId, metric, evidence.thresholds, evidence.ofScenario);
  const sides = baselineSamples.length === 0 ? [evidence.samples] : [evidence.samples, baselineSamples];
  const role = roleAmong(metric, (other) => sides.every((samples) => valuesOf(other, samples).length > 0));
  const common = { metric, role, now: spreadOf(values), threshold };
  return baselineValues.length === 0
    ? { ...common, ...unknown, verdict: 'new' }
    : { ...common, ...compareValues(metric, baselineValues, values, threshold, evidence) };
}

const unknown = {
  baseline: undefined,
  difference: undefined,
  differencePercent: undefined,
  shift: undefined,
  floor: undefined,
  chance: undefined,
  levels: undefined,
} as const;

function compareValues(
  metric: MetricName,
  baselineValues: readonly number[],
  values: readonly number[],
  threshold: Threshold,
  evidence: MetricEvidence,
): Omit<MetricComparison, 'metric' | 'role' | 'now' | 'threshold'> {
  const before = spreadOf(baselineValues);
  const difference = median(values) - before.median;
  const named = floorOf(threshold, before.median);
  // A narrow threshold implies that the metric is steady.
  const prior = { sd: Math.min(expectedSpread(metric), named / floorInSds), degrees: priorDegrees };
  const floor = Math.max(named, leastInSds * pooledSd(baselineValues, values));
  const betweenRuns = spreadBetweenRuns(metric, baselineValues, evidence);
  const confidence = 1 - wrongIntervals * shareOfLook(evidence.looksBefore);
  const shift = widened(hodgesLehmannShift(baselineValues, values, confidence), confidence, betweenRuns);
  const levels = twoLevelsOf(baselineValues, values, floor);
  const above = moderatedGreater(baselineValues, values, prior, betweenRuns);
  const below = moderatedGreater(values, baselineValues, prior, betweenRuns);
  const few = Math.min(values.length, baselineValues.length) < leastSamples;
  return {
    baseline: before,
    difference,
    differencePercent: before.median === 0 ? undefined : (100 * difference) / Math.abs(before.median),
    shift,
    floor,
    chance: Math.min(1, 2 * Math.min(above, below)),
    levels,
    verdict: metricDefinition(metric).class === 'time' ? 'unchanged' : verdictOf(shift, floor, levels, few),
  };
}

/**
 * A regression is an interval wholly above the floor: significant and large at once. If only the estimate exceeds the
 * floor, more samples are needed. For a metric that jumps between two levels, the change must exceed the jump.
 */
function verdictOf(shift: Shift, floor: number, levels: MetricComparison['levels'], few: boolean): Verdict {
  if (Math.abs(shift.shift) <= floor) return 'unchanged';
  if (few) return 'inconclusive';
  const limit = levels === undefined ? floor : Math.max(floor, levels.high - levels.low);
  if (shift.lower > limit) return 'regression';
  if (shift.upper < -limit) return 'improvement';
  return 'inconclusive';
}

/** Widens the interval by the noise between runs on the default branch. */
function widened(shift: Shift, confidence: number, betweenRuns: number): Shift {
  const margin = betweenRuns === 0 ? 0 : normalQuantile((1 + confidence) / 2) * Math.SQRT2 * betweenRuns;
  return { ...shift, lower: shift.lower - margin, upper: shift.upper + margin };
}

function spreadBetweenRuns(metric: MetricName, baselineValues: readonly number[], evidence: MetricEvidence): number {
  const { caseId, baseline, history } = evidence;
  if (baselineValues.length < 2) return 0;
  const earlier = history.flatMap(({ cases }) => {
    const past = cases[caseId];
    const value = past?.medians[metric];
    return value === undefined || past?.definitionHash !== baseline?.definitionHash ? [] : [value];
  });
  const within = standardDeviation(baselineValues);
  return runToRunSd([median(baselineValues), ...earlier], within, baselineValues.length);
}

/** The metrics of a case, judged one by one. */
export interface JudgedMetrics {
  readonly metrics: readonly MetricComparison[];
  /** How often the case was extended with more samples after a look. */
  readonly looksBefore: number;
}

/**
 * Judges the family of all cases, in the order given: among hundreds of metrics, some differ by chance. A regression or
 * improvement stays one if its chance, adjusted for everything judged (Benjamini-Hochberg), is small enough. Otherwise
 * it is inconclusive.
 */
export function judgeFamily(cases: readonly JudgedMetrics[]): MetricComparison[][] {
  const judged = cases.flatMap(({ metrics }) =>
    metrics.flatMap(({ role, chance }) => (role === 'primary' && chance !== undefined ? [chance] : [])),
  );
  const adjusted = adjustForFamily(judged).values();
  return cases.map(({ metrics, looksBefore }) =>
    metrics.map((compared): MetricComparison => {
      if (compared.role !== 'primary' || compared.chance === undefined) return compared;
      const likely = (adjusted.next().value ?? 1) > wrongFamilies * shareOfLook(looksBefore);
      const decided = compared.verdict === 'regression' || compared.verdict === 'improvement';
      return likely && decided ? { ...compared, verdict: 'inconclusive' } : compared;
    }),
  );
}

/** The values of a metric over samples, in its own unit. */
export function valuesOf(metric: MetricName, samples: readonly MeasuredSample[]): number[] {
  return samples.flatMap(({ metrics }) => metrics[metric] ?? []);
}

/** The samples of a case that did not fail. */
export function measuredIn(result: CaseResult | undefined): MeasuredSample[] {
  return result?.samples.filter((sample) => sample.status === 'measured') ?? [];
}

function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), samples: values.length };
}
