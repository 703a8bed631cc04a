import type { CaseData, MetricData, PageData } from '../src/report/html/model.js';
import { detailParts } from './detail.ts';
import { element, scrolling, textTable } from './dom.ts';
import { dotStrip } from './dot-strip.ts';
import { findingItem } from './findings.ts';
import { growthChart } from './growth-chart.ts';
import { historyChart } from './history-chart.ts';
import { nativeView } from './native.ts';
import { sitesView } from './sites-view.ts';
import { timeChart } from './time-chart.ts';
import { titleOf, unitOf } from './words.ts';

/** Renders everything about a case. Built on opening, because a report has hundreds and few are opened. */
export function caseView(data: PageData, shown: CaseData, number: number): HTMLElement {
  const history = historyChart(data, shown, number);
  return element(
    'div',
    { class: 'case' },
    ...(shown.description === '' ? [] : [element('p', { class: 'description' }, shown.description)]),
    ...shown.remarks.map((remark) => element('p', {}, remark)),
    ...findingsOf(data, shown),
    ...errorsOf(shown),
    ...(shown.timeline === undefined ? [] : part('Memory over time', timeChart(shown.id, shown.timeline))),
    ...(shown.growth === undefined ? [] : part('Growth over the iterations', growthChart(shown.id, shown.growth))),
    ...(shown.sites === undefined ? [] : part('Where the memory comes from', sitesView(shown.id, shown.sites))),
    ...(shown.native.length === 0 ? [] : part('Native memory', ...nativeView(shown.id, shown.native))),
    ...strips(data, shown),
    ...(history === undefined ? [] : part('History', history)),
    ...detailParts(shown),
    ...metricTable(data, shown),
  );
}

function part(title: string, ...content: readonly HTMLElement[]): HTMLElement[] {
  return [element('h3', {}, title), ...content];
}

function findingsOf({ findings }: PageData, { id }: CaseData): HTMLElement[] {
  const own = findings.filter(({ caseId }) => caseId === id);
  return own.length === 0 ? [] : [element('ul', { class: 'findings' }, ...own.map((finding) => findingItem(finding)))];
}

function errorsOf({ errors }: CaseData): HTMLElement[] {
  if (errors.length === 0) return [];
  const items = errors.map(({ what, more }) =>
    element(
      'div',
      {},
      element('p', { class: 'error' }, what),
      ...(more === '' ? [] : [element('pre', { tabindex: 0, role: 'group', 'aria-label': 'Stack and log' }, more)]),
    ),
  );
  return part('Samples that failed', ...items);
}

const stripWords =
  'A dot is a sample: the baseline’s above, now below, with their medians. Shaded: no difference, by the threshold. ' +
  'The bar: where the median now may truly lie, by the noise. Dashed: the budget, red where it is exceeded.';

function strips(data: PageData, { metrics }: CaseData): HTMLElement[] {
  const judged = metrics.filter(({ verdict, budget }) => verdict !== '' || budget !== undefined);
  if (judged.length === 0) return [];
  return part(
    'Every sample',
    element('p', { class: 'small' }, stripWords),
    ...judged.map((metric) => dotStrip(titleOf(data, metric.metric), unitOf(data, metric.metric), metric)),
  );
}

function metricTable(data: PageData, { metrics }: CaseData): HTMLElement[] {
  if (metrics.length === 0) return [];
  const header = ['metric', 'baseline', 'now', 'difference', 'interval', 'threshold', 'samples now', 'verdict'];
  const table = textTable(header, metrics.map(metricRow(data)), (column) => column > 0 && column < header.length - 1);
  return part('Every metric', scrolling('Every metric', table));
}

function metricRow(data: PageData): (metric: MetricData) => (Node | string)[] {
  return ({ metric, baseline, now, difference, band, floor, verdict }) => [
    element('span', { title: data.metrics[metric]?.definition }, metric),
    baseline?.text ?? '–',
    now.text,
    difference === '' ? '–' : difference,
    band?.text ?? '–',
    floor?.text ?? '–',
    now.range,
    verdict,
  ];
}
