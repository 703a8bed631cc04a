import type { GrowthData, GrowthSeriesData } from '../src/report/html/model.js';
import { element, scrolling, textTable } from './dom.ts';
import { key } from './key.ts';
import { type Line, plotChart } from './plot.ts';
import { withUnit } from './words.ts';

const colours = ['first', 'second', 'third', 'fourth'] as const;

/** Memory after each iteration, above what it was after the first, with the slope of the last half. */
export function growthChart(caseId: string, { summary, series }: GrowthData): HTMLElement {
  const drawn = [...series].sort((a, b) => Number(b.accusing) - Number(a.accusing)).slice(0, colours.length);
  const named = drawn.map((one, index) => ({ one, colour: colours[index] ?? 'first' }));
  const lines = named.flatMap(({ one, colour }) => linesOf(one, colour));
  const values = lines.flatMap(({ ys }) => ys.map((y) => y ?? 0));
  const span = Math.max(0.1, Math.max(...values) - Math.min(...values));
  const mebibytes = (value: number) => withUnit(value, 'MiB', span);
  const rows = named.map(({ one, colour }) => [
    key({ label: `${one.label}${one.accusing ? ' (judged)' : ''}`, colour }),
    mebibytes(one.now.mebibytes.at(-1) ?? 0),
    one.baseline === undefined ? '–' : mebibytes(one.baseline.mebibytes.at(-1) ?? 0),
    one.fit?.text ?? '–',
  ]);
  return element(
    'figure',
    {},
    element('figcaption', {}, summary),
    plotChart({
      summary: `Memory of ${caseId} after each iteration; the table below has its figures.`,
      lines,
      xText: (x) => `iteration ${x}`,
      xTick: String,
      yText: mebibytes,
      wholeX: true,
    }),
    scrolling(
      'Growth in figures',
      textTable(
        ['memory, one sample', 'grown by', 'in the baseline', 'slope of the last half'],
        rows,
        (column) => column > 0,
      ),
    ),
    element('p', { class: 'small' }, 'Dashed: the baseline. Dotted: the fitted slope, which decides.'),
  );
}

function linesOf({ label, accusing, now, baseline, fit }: GrowthSeriesData, colour: string): Line[] {
  const line = ({ iterations, mebibytes }: GrowthSeriesData['now']) => ({ colour, xs: iterations, ys: mebibytes });
  return [
    ...(baseline === undefined ? [] : [{ ...line(baseline), label: `${label}, baseline`, dash: [6, 4] }]),
    { ...line(now), label },
    ...(fit === undefined || !accusing
      ? []
      : [{ ...line(fit.line), label: 'fitted slope', colour: 'strong', dash: [2, 3] }]),
  ];
}
