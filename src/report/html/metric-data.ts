import { measuredIn, valuesOf } from '../../compare/judge-metric.js';
import type { CaseComparison, MetricComparison, Spread } from '../../compare/verdict.js';
import { type MetricName, metricNames } from '../../results/metrics.js';
import type { CaseResult } from '../../results/schema.js';
import { formatBand, formatConfidence, formatDifference, formatPercent, formatValue } from '../format.js';
import { metricOf } from '../summary.js';
import type { History } from './history-data.js';
import type { BudgetData, FigureData, MetricData, SideData } from './model.js';
import { rounded } from './rounding.js';

/** Sources of the figures of a case. `baseline` is set only if it may be compared. */
export interface CaseSources {
  readonly judged: CaseComparison;
  readonly result: CaseResult | undefined;
  readonly baseline: CaseResult | undefined;
  readonly history: History;
}

/** More dots would merge into one blot. */
const mostDots = 100;

/** Every metric of a case in display order: judged ones first. */
export function metricsData(sources: CaseSources): MetricData[] {
  const compared = metricNames.flatMap((name) => metricOf(sources.judged, name) ?? []);
  const role = (wanted: MetricComparison['role']) => compared.filter((metric) => metric.role === wanted);
  return [...role('primary'), ...role('supporting')].map((metric) => metricData(metric, sources));
}

function metricData(compared: MetricComparison, { judged, result, baseline, history }: CaseSources): MetricData {
  const { metric, role, difference, differencePercent, shift, floor } = compared;
  const percent = formatPercent(differencePercent);
  const isJudged = role === 'primary';
  return {
    metric,
    verdict: isJudged ? compared.verdict : '',
    now: sideData(metric, compared.now, result),
    baseline: compared.baseline && sideData(metric, compared.baseline, baseline),
    difference: difference === undefined ? '' : `${formatDifference(metric, difference)}${percent && ` (${percent})`}`,
    band: shift && {
      lower: rounded(shift.lower),
      upper: rounded(shift.upper),
      text: `${formatBand(metric, shift.lower, shift.upper)} (${formatConfidence(shift.confidence)})`,
    },
    floor: floor === undefined ? undefined : figure(metric, floor),
    budget: budgetData(metric, judged),
    history: isJudged ? history.of(judged.id, metric, compared.now.median) : [],
  };
}

function budgetData(metric: MetricName, { budgets, breaches }: CaseComparison): BudgetData | undefined {
  const limit = budgets[metric];
  if (limit === undefined) return undefined;
  return { ...figure(metric, limit), exceeded: breaches.some((breach) => breach.metric === metric) };
}

function sideData(metric: MetricName, { median, min, max }: Spread, result: CaseResult | undefined): SideData {
  return {
    values: valuesOf(metric, measuredIn(result)).slice(0, mostDots).map(rounded),
    median: rounded(median),
    text: formatValue(metric, median),
    range: `${formatValue(metric, min)} … ${formatValue(metric, max)}`,
  };
}

function figure(metric: MetricName, value: number): FigureData {
  return { value: rounded(value), text: formatValue(metric, value) };
}
