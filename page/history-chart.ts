import type { CaseData, MetricData, PageData } from '../src/report/html/model.js';
import { element, scrolling, textTable } from './dom.ts';
import { plotChart } from './plot.ts';
import { titleOf, unitOf, withUnit } from './words.ts';

/** Charts the medians of earlier baselines for a selectable metric; undefined if no history is stored. */
export function historyChart(data: PageData, { id, metrics }: CaseData, number: number): HTMLElement | undefined {
  const remembered = metrics.filter(({ history }) => history.length > 0);
  if (remembered.length === 0) return undefined;
  const choice = element(
    'select',
    { id: `history-${number}` },
    ...remembered.map(({ metric }) => element('option', { value: metric }, titleOf(data, metric))),
  );
  const worst = remembered.find(({ verdict }) => verdict === 'regression') ?? remembered[0];
  if (worst !== undefined) choice.value = worst.metric;
  const place = element('div');
  const show = () => {
    const chosen = remembered.find(({ metric }) => metric === choice.value);
    if (chosen !== undefined) place.replaceChildren(chartOf(data, id, chosen));
  };
  choice.addEventListener('change', show);
  show();
  return element('figure', {}, element('label', { for: `history-${number}` }, 'Metric '), choice, place);
}

function chartOf(data: PageData, caseId: string, { metric, history }: MetricData): HTMLElement {
  const known = history.flatMap((value) => value ?? []);
  const span = Math.max(...known) - Math.min(...known);
  const text = (value: number) => withUnit(value, unitOf(data, metric), span || Math.abs(known[0] ?? 1) / 10);
  const runs = data.runs;
  const rows = history
    .map((value, index) => [runs[index] ?? '', value === null ? '–' : text(value)] as const)
    .toReversed();
  return element(
    'div',
    {},
    plotChart({
      summary: `${titleOf(data, metric)} of ${caseId} in ${known.length} runs; the table below has its figures.`,
      lines: [{ label: 'median', colour: 'first', dots: true, xs: history.map((_, index) => index), ys: history }],
      xText: (x) => runs[x] ?? '',
      xTick: (x) => runs[x]?.split(' ')[0] ?? '',
      yText: text,
      wholeX: true,
    }),
    element(
      'details',
      {},
      element('summary', {}, 'History in figures'),
      scrolling(
        'History in figures',
        textTable(['run', titleOf(data, metric)], rows, (column) => column > 0),
      ),
    ),
  );
}
