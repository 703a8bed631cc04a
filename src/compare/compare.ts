import type { BaselineAbsence } from '../results/absence.js';
import { isMetricName, type MetricName, metricNames, roleAmong } from '../results/metrics.js';
import type { CaseResult, MeasuredSample, PastRun, Results, SampleError } from '../results/schema.js';
import { selects } from '../results/selection.js';
import { compareAllocations } from './allocations.js';
import { identityDifferences, subjectAndContextDifferences } from './comparability.js';
import { leakFinding } from './growth/finding.js';
import { changedDefinition, incomparableAbsence } from './incomparable.js';
import { failedPasses, isIncomplete, settledSamples, unsettledReadings } from './incomplete.js';
import { type JudgedMetrics, judgeFamily, judgeMetric, measuredIn, valuesOf } from './judge-metric.js';
import { compareNative } from './native.js';
import { packageDifferences } from './packages.js';
import { compareSites, isLeaking } from './sites.js';
import { type BudgetOverrides, matchesCase, type ThresholdOverrides } from './thresholds.js';
import type {
  Breach,
  CaseComparison,
  Comparison,
  EnvironmentDifference,
  FailOn,
  MetricComparison,
  RunVerdict,
  UncheckedMetric,
  Verdict,
} from './verdict.js';

/** The rules a run is judged by. */
export interface Rules {
  /** Glob on the case id -> metric -> hard limit. Overrides the budgets in the results. */
  readonly budgets: BudgetOverrides;
  readonly thresholds: ThresholdOverrides;
  readonly failOn: readonly FailOn[];
}

/**
 * Judges a run against its budgets, and against a baseline if there is one. `absence` says why there is none; without
 * it, the run counts as the first.
 */
export function compareResults(
  now: Results,
  baseline: Results | undefined,
  rules: Rules,
  absence: BaselineAbsence = { kind: 'first-run' },
): Comparison {
  const identity = baseline === undefined ? [] : identityDifferences(baseline.environment, now.environment);
  const baselineCases = new Map(baseline?.cases.filter(hasSamples).map((result) => [result.id, result]));
  const pairs = now.cases.map((result) => pairOf(result, baselineCases.get(result.id), identity));
  const metrics = judgeFamily(pairs.map((pair) => metricsOnTheirOwn(pair, baseline?.history ?? [], rules)));
  const measured = pairs.map((pair, index) => judgeCase(pair, metrics[index] ?? [], identity, rules));
  const cases = [...measured, ...missingCases(now, baseline, identity)];
  const missingBaseline = baseline === undefined ? absence : incomparableAbsence(baseline, measured, identity);
  const findings = countFindings(cases, missingBaseline);
  return {
    environmentKey: now.environment.key,
    commit: now.commit?.sha,
    dirty: now.commit?.dirty ?? false,
    baseline: baseline && {
      commit: baseline.commit?.sha,
      dirty: baseline.commit?.dirty ?? false,
      startedAt: baseline.startedAt,
    },
    absence: missingBaseline,
    differences: [
      ...identity,
      ...(baseline === undefined ? [] : subjectAndContextDifferences(baseline.environment, now.environment)),
    ],
    packages: baseline === undefined ? [] : packageDifferences(baseline.environment, now.environment),
    cases,
    deselected: (baseline?.cases ?? []).filter((result) => isDeselected(result, now)).map(({ id }) => id),
    cutShort: now.cutShort ?? [],
    findings,
    failOn: rules.failOn,
    verdict: verdictOf(findings, rules.failOn, missingBaseline),
    fails: rules.failOn.some((kind) => findings[kind] > 0),
  };
}

function verdictOf(
  findings: Comparison['findings'],
  failOn: readonly FailOn[],
  absence: BaselineAbsence | undefined,
): RunVerdict {
  if (failOn.some((kind) => kind !== 'baseline' && findings[kind] > 0)) return 'fail';
  return absence?.kind === 'unavailable' ? 'not-compared' : 'pass';
}

function isDeselected(result: CaseResult, now: Results): boolean {
  return hasSamples(result) && !selects(now.selection, result) && now.cases.every(({ id }) => id !== result.id);
}

/** A case, its baseline, and the reason if the two cannot be compared. */
interface Pair {
  readonly result: CaseResult;
  readonly baseline: CaseResult | undefined;
  readonly incomparable: string | undefined;
}

function pairOf(
  result: CaseResult,
  baseline: CaseResult | undefined,
  identity: readonly EnvironmentDifference[],
): Pair {
  return { result, baseline, incomparable: incomparableReason(result, baseline, identity) };
}

function comparableBaseline({ baseline, incomparable }: Pair): CaseResult | undefined {
  return incomparable === undefined ? baseline : undefined;
}

/** A baseline from before unsettled samples were excluded may still contain some. */
function withSettled(baseline: CaseResult | undefined): CaseResult | undefined {
  return baseline && { ...baseline, samples: settledSamples(measuredIn(baseline)) };
}

function metricsOnTheirOwn(pair: Pair, history: readonly PastRun[], { thresholds }: Rules): JudgedMetrics {
  const { id, extensions = [] } = pair.result;
  const evidence = {
    caseId: id,
    samples: settledSamples(measuredIn(pair.result)),
    baseline: withSettled(comparableBaseline(pair)),
    history,
    thresholds,
    ofScenario: pair.result.thresholds,
    looksBefore: extensions.length,
  };
  return {
    looksBefore: extensions.length,
    metrics: metricNames.flatMap((name) => judgeMetric(name, evidence) ?? []),
  };
}

function judgeCase(
  pair: Pair,
  metrics: readonly MetricComparison[],
  identity: readonly EnvironmentDifference[],
  rules: Rules,
): CaseComparison {
  const { result, baseline, incomparable } = pair;
  // The allocations pass only explains: if it alone fails, the case still counts as measured.
  const errors = result.samples.flatMap((sample) =>
    sample.status === 'failed' && sample.pass === 'memory' ? [sample.error] : [],
  );
  const budgets = budgetsFor(result, rules.budgets);
  const memorySamples = measuredIn(result).filter((sample) => sample.pass === 'memory');
  const leak = leakFinding(result, comparableBaseline(pair));
  return {
    id: result.id,
    description: result.description,
    verdict: caseVerdict(pair, errors, metrics),
    reason: result.skipped ?? (isMeasured(result) ? incomparable : whyNotMeasured(result)),
    expected: result.skipped === undefined || (baseline !== undefined && isExpected(result, identity)),
    lacks: result.lacks,
    samples: memorySamples.length,
    extensions: result.extensions ?? [],
    metrics: [...metrics],
    budgets,
    breaches: breachesOf(budgets, metrics),
    unchecked: uncheckedMetrics(pair, budgets, metrics),
    failedPasses: failedPasses(result.samples),
    unsettled: unsettledReadings(memorySamples),
    peakPolled: memorySamples.some(({ peakSource }) => peakSource === 'polled'),
    leak,
    sites: compareSites(measuredIn(result), measuredIn(comparableBaseline(pair)), isLeaking(leak)),
    retainers: measuredIn(result).find(({ retainers }) => retainers !== undefined)?.retainers,
    allocations: compareAllocations(measuredIn(result), measuredIn(comparableBaseline(pair))),
    native: compareNative(result.samples, measuredIn(comparableBaseline(pair))),
    errors,
  };
}

function caseVerdict(
  { result, baseline, incomparable }: Pair,
  errors: readonly SampleError[],
  metrics: readonly MetricComparison[],
): Verdict {
  if (errors.length > 0) return 'failed';
  if (!isMeasured(result)) return 'missing';
  if (incomparable !== undefined) return 'incomparable';
  if (baseline === undefined) return 'new';
  const primary = metrics.filter(({ role }) => role === 'primary').map(({ verdict }) => verdict);
  // The baseline has none of the judged metrics.
  if (primary.length > 0 && primary.every((verdict) => verdict === 'new')) return 'new';
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
  return result.definitionHash === baseline.definitionHash ? undefined : changedDefinition;
}

/** The differences that affect a case: model and Qdrant do not affect a case that does not use them. */
function relevantTo(
  { tags }: CaseResult,
  identity: readonly EnvironmentDifference[],
): readonly EnvironmentDifference[] {
  return identity.filter(({ name }) => (name !== 'model' && name !== 'qdrant') || tags.includes(name));
}

/** Whether a baseline's case should have been measured: a missing model changes the environment but is no excuse. */
function isExpected(result: CaseResult, identity: readonly EnvironmentDifference[]): boolean {
  return relevantTo(result, identity).every(
    ({ name, now }) => name === 'model' && now === 'none' && result.lacks === 'model',
  );
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
  pair: Pair,
  budgets: CaseResult['budgets'],
  metrics: readonly MetricComparison[],
): UncheckedMetric[] {
  const { result } = pair;
  const first = result.samples.find((sample) => sample.status === 'measured' && sample.pass === 'memory');
  if (first?.status !== 'measured') return [];
  const before = measuredIn(comparableBaseline(pair));
  return metricNames
    .filter((metric) => metrics.every((compared) => compared.metric !== metric))
    .map((metric) => ({
      metric,
      budgeted: budgets[metric] !== undefined,
      reason: absenceReason(result, first, metric),
    }))
    .filter(({ metric, budgeted }) => budgeted || wasJudged(metric, before));
}

function absenceReason({ samples }: CaseResult, { absent }: MeasuredSample, metric: MetricName): string {
  const broken = samples.find((sample) => sample.status === 'failed' && sample.pass === 'allocations');
  if (metric === 'allocation_count' && broken?.status === 'failed') return broken.error.message;
  return absent[metric] ?? 'neither this case nor this suite measures it';
}

/** Whether a baseline's samples have the metric, in the primary role. */
function wasJudged(metric: MetricName, samples: readonly MeasuredSample[]): boolean {
  const has = (name: MetricName) => valuesOf(name, samples).length > 0;
  return has(metric) && roleAmong(metric, has) === 'primary';
}

/** The hard limits of a case: its own, overridden by those of matching globs. */
export function budgetsFor({ id, budgets }: CaseResult, overrides: BudgetOverrides): CaseResult['budgets'] {
  const own = Object.entries(overrides).filter(([glob]) => matchesCase(glob, id));
  return Object.assign({}, budgets, ...own.map(([, limits]) => limits));
}

/** Cases that only the baseline has. One measured on another kind of machine is not expected here. */
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
    lacks: undefined,
    samples: 0,
    extensions: [],
    metrics: [],
    budgets: {},
    breaches: [],
    unchecked: [],
    failedPasses: [],
    unsettled: undefined,
    peakPolled: false,
    leak: undefined,
    sites: undefined,
    retainers: undefined,
    allocations: undefined,
    native: [],
    errors: [],
  }));
}

function countFindings(cases: readonly CaseComparison[], absence: BaselineAbsence | undefined): Record<FailOn, number> {
  const count = (is: (judged: CaseComparison) => boolean) => cases.filter(is).length;
  return {
    budget: cases.reduce((sum, { breaches }) => sum + breaches.length, 0),
    regression: count(hasRegression),
    leak: count(({ leak }) => leak?.verdict === 'leak'),
    error: count(({ verdict }) => verdict === 'failed'),
    missing: count(({ verdict, expected }) => verdict === 'missing' && expected),
    baseline: absence?.kind === 'unavailable' && absence.expected ? 1 : 0,
    skipped: count(isIncomplete),
  };
}

/** Counts failed cases too: one flaky sample must not hide what the others show. */
function hasRegression({ metrics }: CaseComparison): boolean {
  return metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
}

function hasSamples(result: CaseResult): boolean {
  return result.samples.some(({ status, pass }) => status === 'measured' && pass === 'memory');
}

/** Whether memory was measured or an attempt failed. Samples of other passes only explain. */
function isMeasured({ samples }: CaseResult): boolean {
  return samples.some(({ pass }) => pass === 'memory');
}

function whyNotMeasured({ samples }: CaseResult): string {
  return samples.length === 0 ? 'the run ended before it was measured' : 'it has no samples of the memory pass';
}
