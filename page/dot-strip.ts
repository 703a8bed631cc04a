import type { BudgetData, MetricData } from '../src/report/html/model.js';
import { element, shape } from './dom.ts';
import { withUnit } from './words.ts';

const height = 46;
const rows = { baseline: 13, now: 33 };

/**
 * Every sample of a metric as a dot, the baseline's above. Differences inside the threshold are shaded. A bar shows the
 * confidence interval of the current median.
 */
export function dotStrip(title: string, unit: string, data: MetricData): HTMLElement {
  const { now, baseline, band, floor, budget } = data;
  const centre = baseline?.median;
  const marks = [
    ...now.values,
    ...(baseline?.values ?? []),
    ...(centre === undefined || band === undefined ? [] : [centre + band.lower, centre + band.upper]),
    ...(centre === undefined || floor === undefined ? [] : [centre - floor.value, centre + floor.value]),
  ];
  const { least, span } = rangeOf(marks, budget);
  const [from, to] = [least - span * 0.04, least + span * 1.04];
  const at = (value: number) => `${((100 * (value - from)) / (to - from)).toFixed(2)}%`;
  const text = (value: number) => withUnit(value, unit, span);
  const drawing = shape('svg', { class: 'strip', height, role: 'img', 'aria-label': inWords(title, data) });
  if (centre !== undefined && floor !== undefined) {
    const width = `${((200 * floor.value) / (to - from)).toFixed(2)}%`;
    drawing.append(shape('rect', { class: 'none', x: at(centre - floor.value), y: 0, width, height }));
  }
  if (centre !== undefined && band !== undefined) {
    const [x1, x2, y] = [at(centre + band.lower), at(centre + band.upper), height / 2];
    drawing.append(shape('line', { class: 'band', x1, x2, y1: y, y2: y }));
    for (const x of [x1, x2]) drawing.append(shape('line', { class: 'band', x1: x, x2: x, y1: y - 4, y2: y + 4 }));
  }
  for (const side of ['baseline', 'now'] as const) {
    const y = rows[side];
    const values = data[side];
    if (values === undefined) continue;
    const middle = at(values.median);
    drawing.append(shape('line', { class: `median ${side}`, x1: middle, x2: middle, y1: y - 9, y2: y + 9 }));
    for (const value of values.values) {
      const dot = shape('circle', { class: side, cx: at(value), cy: y, r: 4.5 });
      dot.append(shape('title', {}, `${side} ${text(value)}`));
      drawing.append(dot);
    }
  }
  if (budget !== undefined && budget.value >= from && budget.value <= to) {
    const x = at(budget.value);
    const look = `budget ${budget.exceeded ? 'exceeded' : 'kept'}`;
    drawing.append(shape('line', { class: look, x1: x, x2: x, y1: 0, y2: height }));
  }
  const ends = element('div', { class: 'ends', 'aria-hidden': 'true' });
  ends.append(element('span', {}, text(from)), element('span', {}, text(to)));
  return element('div', { class: 'strip-row' }, headingOf(title, data), element('div', {}, drawing, ends));
}

/** How many times wider a strip may get to include a budget. Beyond that, the dots merge into one blot. */
const furthest = 4;

function rangeOf(marks: readonly number[], budget: BudgetData | undefined): { least: number; span: number } {
  const reach = (values: readonly number[]) => {
    const least = Math.min(...values);
    return { least, span: Math.max(...values) - least || Math.abs(least) / 10 || 1 };
  };
  const near = reach(marks);
  if (budget === undefined) return near;
  const far = reach([...marks, budget.value]);
  return budget.exceeded || far.span <= furthest * near.span ? far : near;
}

function budgetWords(budget: BudgetData | undefined): string {
  return budget === undefined ? '' : `budget ${budget.text} ${budget.exceeded ? 'exceeded' : 'kept'}`;
}

function headingOf(title: string, { verdict, difference, budget }: MetricData): HTMLElement {
  const told = [difference, verdict, budgetWords(budget)].filter((text) => text !== '').join(', ');
  return element('div', {}, element('strong', {}, title), ' ', element('span', { class: 'small' }, told));
}

function inWords(title: string, { now, baseline, difference, band, floor, budget, verdict }: MetricData): string {
  return [
    `${title}: now ${now.text} (${now.values.length} samples, ${now.range})`,
    baseline === undefined
      ? 'no baseline'
      : `baseline ${baseline.text} (${baseline.values.length} samples, ${baseline.range})`,
    difference === '' ? '' : `difference ${difference}`,
    band === undefined ? '' : `interval ${band.text}`,
    floor === undefined ? '' : `threshold ${floor.text}`,
    budgetWords(budget),
    verdict,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
