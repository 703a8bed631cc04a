import type { GrowthData, GrowthSeriesData } from '../src/report/html/model.js';
import { element, scrolling, textTable } from './dom.ts';
import { key } from './key.ts';
import { type Line, plotChart } from './plot.ts';
import { withUnit } from './words.ts';

const colours = ['first', 'second', 'third', 'fourth'] as const;

/** Charts the growth after each iteration, relative to the first, and the growth over the last quarter. */
export function growthChart(caseId: string, { summary, unit, series }: GrowthData): HTMLElement {
  const drawn = [...series].sort((a, b) => Number(b.accusing) - Number(a.accusing)).slice(0, colours.length);
  const named = drawn.map((one, index) => ({ one, colour: colours[index] ?? 'first' }));
  const lines = named.flatMap(({ one, colour }) => linesOf(one, colour));
  const values = lines.flatMap(({ ys }) => ys.map((y) => y ?? 0));
  const span = Math.max(0.1, Math.max(...values) - Math.min(...values));
  const amount = (value: number) => withUnit(value, unit, span);
  const rows = named.map(({ one, colour }) => [
    key({ label: `${one.label}${one.accusing ? ' (judged)' : ''}`, colour }),
    amount(one.now.amounts.at(-1) ?? 0),
    one.baseline === undefined ? '–' : amount(one.baseline.amounts.at(-1) ?? 0),
    one.fit?.text ?? '–',
  ]);
  return element(
    'figure',
    {},
    element('figcaption', {}, summary),
    plotChart({
      summary: `Growth of ${caseId} after each iteration; the table below has its figures.`,
      lines,
      xText: (x) => `iteration ${x}`,
      xTick: String,
      yText: amount,
      wholeX: true,
    }),
    scrolling(
      'Growth in figures',
      textTable(['one sample', 'grown by', 'in the baseline', 'in the last quarter'], rows, (column) => column > 0),
    ),
    element(
      'p',
      { class: 'small' },
      'Dashed: the baseline. Dotted: the growth over the last quarter of the iterations.',
    ),
  );
}

function linesOf({ label, accusing, now, baseline, fit }: GrowthSeriesData, colour: string): Line[] {
  const line = ({ iterations, amounts }: GrowthSeriesData['now']) => ({ colour, xs: iterations, ys: amounts });
  return [
    ...(baseline === undefined ? [] : [{ ...line(baseline), label: `${label}, baseline`, dash: [6, 4] }]),
    { ...line(now), label },
    ...(fit === undefined || !accusing
      ? []
      : [{ ...line(fit.line), label: 'last quarter', colour: 'strong', dash: [2, 3] }]),
  ];
}
