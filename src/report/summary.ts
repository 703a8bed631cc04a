import type { CaseComparison, Comparison, MetricComparison } from '../compare/verdict.js';
import type { MetricName } from '../results/metrics.js';
import { countOf, formatDifference, formatValue, namedIds } from './format.js';

export { comparedWith, headline } from './headline.js';

/** The columns of the overview. A cell shows the first of these metrics that is judged, else the first present. */
export const overviewColumns: readonly { readonly title: string; readonly metrics: readonly MetricName[] }[] = [
  { title: 'peak memory', metrics: ['anon_peak_mb', 'peak_rss_mb', 'tree_anon_peak_mb', 'tree_peak_mb'] },
  {
    title: 'peak rise',
    metrics: ['anon_peak_delta_mb', 'peak_delta_mb', 'tree_anon_peak_delta_mb', 'tree_peak_delta_mb'],
  },
  { title: 'memory change', metrics: ['anon_delta_mb', 'rss_delta_mb', 'tree_anon_delta_mb'] },
  { title: 'file pages', metrics: ['file_delta_mb'] },
  { title: 'native change', metrics: ['native_delta_mb', 'reported_delta_mb'] },
  { title: 'heap change', metrics: ['heap_delta_mb'] },
  { title: 'cold change', metrics: ['cold_anon_delta_mb', 'cold_rss_delta_mb'] },
  { title: 'Qdrant change', metrics: ['qdrant_allocated_delta_mb'] },
];

const otherTitles: Readonly<Partial<Record<MetricName, string>>> = {
  peak_rss_mb: 'peak RSS',
  peak_delta_mb: 'RSS peak rise',
  rss_delta_mb: 'RSS change',
  cold_anon_peak_delta_mb: 'cold peak rise',
  cold_rss_delta_mb: 'cold RSS change',
  cold_peak_delta_mb: 'cold RSS peak rise',
  qdrant_anon_peak_mb: 'Qdrant peak',
  qdrant_peak_rss_mb: 'Qdrant peak RSS',
  growth_percent: 'growth',
  heap_growth_mb: 'heap growth',
  native_growth_mb: 'native growth',
  qdrant_growth_mb: 'Qdrant growth',
  allocation_count: 'allocations',
  tree_anon_peak_mb: 'anonymous peak of the processes',
  tree_anon_peak_delta_mb: 'anonymous peak rise of the processes',
  tree_peak_mb: 'peak of the processes',
  tree_peak_delta_mb: 'peak rise of the processes',
  tree_anon_delta_mb: 'change of the processes',
  tree_growth_mb: 'growth of the processes',
  reported_delta_mb: 'reported change',
  reported_growth_mb: 'reported growth',
};

/** A metric in plain words, as in the column titles. */
export function titleOf(metric: MetricName): string {
  return (
    overviewColumns.find(({ metrics }) => metrics[0] === metric)?.title ??
    otherTitles[metric] ??
    metric.replaceAll('_', ' ')
  );
}

/** The metric of a case, if it has it. */
export function metricOf(judged: CaseComparison, metric: MetricName): MetricComparison | undefined {
  return judged.metrics.find((compared) => compared.metric === metric);
}

/** A cell of the overview in MiB: the value now, followed by the difference if it regressed or improved. */
export function overviewFigure(
  judged: CaseComparison,
  { metrics }: (typeof overviewColumns)[number],
): string | undefined {
  const found = metrics.flatMap((metric) => metricOf(judged, metric) ?? []);
  // A judged metric that was compared says more than a new one.
  const isJudged = ({ role, verdict }: MetricComparison) => role === 'primary' && verdict !== 'new';
  const compared = found.find(isJudged) ?? found[0];
  if (compared === undefined) return undefined;
  const { metric } = compared;
  const value = formatValue(metric, compared.now.median).replace(' MiB', '');
  const told = compared.verdict === 'regression' || compared.verdict === 'improvement';
  return told && compared.difference !== undefined
    ? `${value} (${formatDifference(metric, compared.difference).replace(' MiB', '')})`
    : value;
}

const leakVerdictWords = {
  leak: 'leak',
  suspected: 'suspected leak',
  slowing: 'slowing growth',
  ratchet: 'ratchet',
} as const;

/** The verdict of a case in words, with additions such as over budget, leak or ratchet. */
export function verdictWords(judged: CaseComparison): string {
  const words: string[] = [judged.verdict === 'missing' && !judged.expected ? 'skipped' : judged.verdict];
  if (judged.breaches.length > 0) words.push('over budget');
  if (judged.leak !== undefined && judged.leak.verdict !== 'stable') words.push(leakVerdictWords[judged.leak.verdict]);
  if (judged.failedPasses.length > 0 || judged.unchecked.length > 0) words.push('incomplete');
  if (judged.unsettled !== undefined) words.push('unsettled');
  return words.join(', ');
}

/** Cases measured longer whose reasons are given; more would fill a paragraph. */
const mostWithReasons = 2;

/** Cases measured longer than planned, a sentence each if there are few, else one for all; empty if there are none. */
export function longerThanPlanned({ cases }: Comparison): string {
  const longer = cases.filter(({ extensions }) => extensions.length > 0);
  if (longer.length === 0) return '';
  if (longer.length > mostWithReasons) {
    const most = Math.max(...longer.map(({ samples }) => samples));
    const ids = longer.map(({ id }) => id);
    return `More samples taken in ${longer.length} cases, up to ${most} each: ${namedIds(ids)}.`;
  }
  const sentences = longer.map(({ id, samples, extensions }) => {
    const confirmed = extensions.filter(({ reason }) => reason === 'confirm');
    const about = [...new Set((confirmed.length > 0 ? confirmed : extensions).flatMap((extension) => extension.about))];
    const why = confirmed.length > 0 ? 'to confirm the regression' : 'because the result was inconclusive';
    const more = samples - (extensions[0]?.after ?? samples);
    return `${id}: ${countOf(more, 'more sample')} taken ${why} (${about.join(', ')}).`;
  });
  return sentences.join(' ');
}

/** Cases whose baseline could not be used, by reason. */
export function incomparableReasons({ cases }: Comparison): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { id, verdict, reason } of cases) {
    if (verdict !== 'incomparable' || reason === undefined) continue;
    reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  }
  return reasons;
}
