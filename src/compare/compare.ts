import { isMetricName, type MetricName, metricDefinition, metricNames } from '../results/metrics.js';
import type { CaseResult, LeakFit, MeasuredSample, Results, SampleError } from '../results/schema.js';
import { selects } from '../results/selection.js';
import { identityDifferences, subjectAndContextDifferences } from './comparability.js';
import { leakVerdict, worstSlope } from './leak.js';
import { hodgesLehmannShift, type Shift } from './rank-test.js';
import { median } from './statistics.js';
import {
  type BudgetOverrides,
  floorOf,
  matchesCase,
  type Threshold,
  type ThresholdOverrides,
  thresholdFor,
} from './thresholds.js';
import type {
  Breach,
  CaseComparison,
  Comparison,
  EnvironmentDifference,
  FailOn,
  LeakFinding,
  MetricComparison,
  Spread,
  UncheckedMetric,
  Verdict,
} from './verdict.js';

/** By which rules a run is judged. */
export interface Rules {
  /** Glob on the case id -> metric -> hard limit, over the budgets the results carry. */
  readonly budgets: BudgetOverrides;
  readonly thresholds: ThresholdOverrides;
  readonly failOn: readonly FailOn[];
}

/** Confidence of the interval that has to lie beyond the threshold. Few samples attain less. */
const confidence = 0.99;
/** With fewer samples on either side an interval says nothing: a difference stays inconclusive. */
const leastSamples = 3;

/** Judges a run: against its budgets, and against a baseline where there is one. */
export function compareResults(now: Results, baseline: Results | undefined, rules: Rules): Comparison {
  const identity = baseline === undefined ? [] : identityDifferences(baseline.environment, now.environment);
  const baselineCases = new Map(baseline?.cases.filter(hasSamples).map((result) => [result.id, result]));
  const measured = now.cases.map((result) => judgeCase(result, baselineCases.get(result.id), identity, rules));
  const cases = [...measured, ...missingCases(now, baseline, identity)];
  const findings = countFindings(cases);
  return {
    environmentKey: now.environment.key,
    commit: now.commit?.sha,
    baseline: baseline && { commit: baseline.commit?.sha, startedAt: baseline.startedAt },
    differences: [
      ...identity,
      ...(baseline === undefined ? [] : subjectAndContextDifferences(baseline.environment, now.environment)),
    ],
    cases,
    findings,
    failOn: rules.failOn,
    verdict: rules.failOn.some((kind) => findings[kind] > 0) ? 'fail' : 'pass',
  };
}

function judgeCase(
  result: CaseResult,
  baseline: CaseResult | undefined,
  identity: readonly EnvironmentDifference[],
  rules: Rules,
): CaseComparison {
  const samples = result.samples.filter((sample) => sample.status === 'measured');
  // Counting allocations is for explanation: where that pass alone breaks, the case has been measured all the same.
  const errors = result.samples.flatMap((sample) =>
    sample.status === 'failed' && sample.pass === 'memory' ? [sample.error] : [],
  );
  const budgets = budgetsFor(result, rules.budgets);
  const memorySamples = samples.filter((sample) => sample.pass === 'memory');
  const reason = incomparableReason(result, baseline, identity);
  const comparable = reason === undefined ? baseline : undefined;
  const metrics = metricNames.flatMap((name) => compareMetric(result.id, name, samples, comparable, rules) ?? []);
  return {
    id: result.id,
    description: result.description,
    verdict: caseVerdict(result, errors, baseline, reason, metrics),
    reason: result.skipped ?? (result.samples.length === 0 ? 'the run ended before it was measured' : reason),
    expected: result.skipped === undefined || (baseline !== undefined && relevantTo(result, identity).length === 0),
    samples: memorySamples.length,
    metrics,
    breaches: breachesOf(budgets, metrics),
    unchecked: uncheckedMetrics(result, budgets, comparable, metrics),
    leak: leakOf(memorySamples),
    errors,
  };
}

function caseVerdict(
  result: CaseResult,
  errors: readonly SampleError[],
  baseline: CaseResult | undefined,
  incomparable: string | undefined,
  metrics: readonly MetricComparison[],
): Verdict {
  if (errors.length > 0) return 'failed';
  if (result.samples.length === 0) return 'missing';
  if (incomparable !== undefined) return 'incomparable';
  if (baseline === undefined) return 'new';
  const primary = metrics.filter(({ role }) => role === 'primary').map(({ verdict }) => verdict);
  const order: readonly Verdict[] = ['regression', 'inconclusive', 'improvement'];
  return order.find((verdict) => primary.includes(verdict)) ?? 'unchanged';
}

function incomparableReason(
  result: CaseResult,
  baseline: CaseResult | undefined,
  identity: readonly EnvironmentDifference[],
): string | undefined {
  if (baseline === undefined) return undefined;
  const relevant = relevantTo(result, identity);
  if (relevant.length > 0) {
    return `measured elsewhere: ${relevant.map(({ name, baseline: was, now: is }) => `${name} ${was} -> ${is}`).join(', ')}`;
  }
  return result.definitionHash === baseline.definitionHash ? undefined : 'the case itself has been changed since';
}

/** Another model, or Qdrant from elsewhere, makes no difference to a case that uses none. */
function relevantTo(
  { tags }: CaseResult,
  identity: readonly EnvironmentDifference[],
): readonly EnvironmentDifference[] {
  return identity.filter(({ name }) => (name !== 'model' && name !== 'qdrant') || tags.includes(name));
}

function compareMetric(
  caseId: string,
  metric: MetricName,
  samples: readonly MeasuredSample[],
  baseline: CaseResult | undefined,
  rules: Rules,
): MetricComparison | undefined {
  const values = valuesOf(metric, samples);
  if (values.length === 0) return undefined;
  const baselineValues = valuesOf(metric, baseline?.samples.filter((sample) => sample.status === 'measured') ?? []);
  const now = spreadOf(values);
  const threshold = thresholdFor(caseId, metric, rules.thresholds);
  const common = { metric, role: metricDefinition(metric).role, now, threshold };
  if (baselineValues.length === 0) {
    return {
      ...common,
      baseline: undefined,
      difference: undefined,
      differencePercent: undefined,
      shift: undefined,
      verdict: 'new',
    };
  }
  const before = spreadOf(baselineValues);
  const difference = now.median - before.median;
  const shift = hodgesLehmannShift(baselineValues, values, confidence);
  return {
    ...common,
    baseline: before,
    difference,
    differencePercent: before.median === 0 ? undefined : (100 * difference) / Math.abs(before.median),
    shift,
    verdict:
      metricDefinition(metric).class === 'time'
        ? 'unchanged'
        : metricVerdict(shift, Math.min(values.length, baselineValues.length), threshold, before.median),
  };
}

/**
 * A regression is an interval that lies wholly above the floor, so it is significant and large at once; where only the
 * estimate lies beyond the floor, more samples would have to tell.
 */
function metricVerdict(shift: Shift, samples: number, threshold: Threshold, baselineMedian: number): Verdict {
  const floor = floorOf(threshold, baselineMedian);
  if (Math.abs(shift.shift) <= floor) return 'unchanged';
  if (samples < leastSamples) return 'inconclusive';
  if (shift.lower > floor) return 'regression';
  if (shift.upper < -floor) return 'improvement';
  return 'inconclusive';
}

function breachesOf(budgets: CaseResult['budgets'], metrics: readonly MetricComparison[]): Breach[] {
  return Object.entries(budgets).flatMap(([name, limit]) => {
    const value = isMetricName(name) ? metrics.find(({ metric }) => metric === name)?.now.median : undefined;
    return isMetricName(name) && limit !== undefined && value !== undefined && value > limit
      ? [{ metric: name, limit, value }]
      : [];
  });
}

function uncheckedMetrics(
  result: CaseResult,
  budgets: CaseResult['budgets'],
  baseline: CaseResult | undefined,
  metrics: readonly MetricComparison[],
): UncheckedMetric[] {
  const first = result.samples.find((sample) => sample.status === 'measured' && sample.pass === 'memory');
  if (first?.status !== 'measured') return [];
  const before = baseline?.samples.filter((sample) => sample.status === 'measured') ?? [];
  return metricNames
    .filter((metric) => metrics.every((compared) => compared.metric !== metric))
    .map((metric) => ({
      metric,
      budgeted: budgets[metric] !== undefined,
      reason: absenceReason(result, first, metric),
    }))
    .filter(({ metric, budgeted }) => budgeted || (isPrimary(metric) && valuesOf(metric, before).length > 0));
}

function absenceReason({ samples }: CaseResult, { absent }: MeasuredSample, metric: MetricName): string {
  const broken = samples.find((sample) => sample.status === 'failed' && sample.pass === 'allocations');
  if (metric === 'allocation_count' && broken?.status === 'failed') return broken.error.message;
  return absent[metric] ?? 'neither this case nor this suite measures it';
}

function isPrimary(metric: MetricName): boolean {
  return metricDefinition(metric).role === 'primary';
}

function budgetsFor({ id, budgets }: CaseResult, overrides: BudgetOverrides): CaseResult['budgets'] {
  const own = Object.entries(overrides).filter(([glob]) => matchesCase(glob, id));
  return Object.assign({}, budgets, ...own.map(([, limits]) => limits));
}

function leakOf(samples: readonly MeasuredSample[]): LeakFinding | undefined {
  const fits = samples.flatMap((sample): LeakFit[] => (sample.leak === undefined ? [] : [sample.leak]));
  if (fits.length === 0) return undefined;
  return {
    verdict: leakVerdict(fits),
    ...worstSlope(fits),
    samples: fits.length,
    iterations: Math.max(...fits.map((fit) => fit.iterations)),
  };
}

/** Cases only the baseline has. One that was measured on another kind of machine is no promise for this one. */
function missingCases(
  now: Results,
  baseline: Results | undefined,
  identity: readonly EnvironmentDifference[],
): CaseComparison[] {
  const present = new Set(now.cases.map(({ id }) => id));
  const gone =
    baseline?.cases.filter(
      (result) => hasSamples(result) && !present.has(result.id) && selects(now.selection, result),
    ) ?? [];
  return gone.map((result) => ({
    id: result.id,
    description: result.description,
    verdict: 'missing',
    reason: 'the baseline has it, this run’s scenarios do not',
    expected: relevantTo(result, identity).length === 0,
    samples: 0,
    metrics: [],
    breaches: [],
    unchecked: [],
    leak: undefined,
    errors: [],
  }));
}

function countFindings(cases: readonly CaseComparison[]): Record<FailOn, number> {
  const count = (is: (judged: CaseComparison) => boolean) => cases.filter(is).length;
  return {
    budget: cases.reduce((sum, { breaches }) => sum + breaches.length, 0),
    regression: count(hasRegression),
    leak: count(({ leak }) => leak?.verdict === 'leak'),
    error: count(({ verdict }) => verdict === 'failed'),
    missing: count(({ verdict, expected }) => verdict === 'missing' && expected),
  };
}

/** Also of a case that failed: one flaky sample must not hide what the others say. */
function hasRegression({ metrics }: CaseComparison): boolean {
  return metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
}

function hasSamples(result: CaseResult): boolean {
  return result.samples.some((sample) => sample.status === 'measured');
}

function valuesOf(metric: MetricName, samples: readonly MeasuredSample[]): number[] {
  return samples.flatMap(({ metrics }) => metrics[metric] ?? []);
}

function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), samples: values.length };
}
