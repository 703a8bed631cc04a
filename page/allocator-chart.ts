import type { AllocatorCounter, AllocatorData } from '../src/report/html/model-detail.js';
import { element, scrolling, textTable } from './dom.ts';
import { key } from './key.ts';
import { type Line, plotChart } from './plot.ts';
import { withUnit } from './words.ts';

/** Colours of the charted counters; the others are close to zero. */
const colours: Readonly<Record<string, string>> = {
  allocated: 'first',
  active: 'second',
  resident: 'third',
  retained: 'fourth',
};

/** Renders Qdrant’s allocator counters: after each iteration if growth is watched, else only before and after. */
export function allocatorView(caseId: string, { iterations, counters }: AllocatorData): HTMLElement {
  const lines = counters.flatMap((counter) => lineOf(counter, iterations));
  const isDrawn = iterations.length > 0;
  return element(
    'figure',
    {},
    element(
      'figcaption',
      {},
      'One sample, that of the median live bytes, by the server’s own count (jemalloc); not judged.',
    ),
    ...(isDrawn ? [chart(caseId, lines)] : []),
    scrolling('Qdrant’s allocator in figures', figures(counters, isDrawn)),
  );
}

function chart(caseId: string, lines: readonly Line[]): HTMLElement {
  const most = Math.max(0.1, ...lines.flatMap(({ ys }) => ys.map((y) => y ?? 0)));
  return plotChart({
    summary: `Qdrant’s allocator in ${caseId} after each iteration; the table below has its figures.`,
    lines,
    xText: (x) => (x === 0 ? 'before' : `iteration ${x}`),
    xTick: String,
    yText: (value) => withUnit(value, 'MiB', most),
    wholeX: true,
    fromZero: true,
  });
}

function figures(counters: readonly AllocatorCounter[], isDrawn: boolean): HTMLTableElement {
  const hasBaseline = counters.some(({ baseline }) => baseline !== '');
  const header = ['counter', 'before', 'at the end', ...(hasBaseline ? ['in the baseline'] : []), 'what it is'];
  const rows = counters.map(({ name, meaning, before, after, baseline }) => [
    isDrawn && Object.hasOwn(colours, name) ? key({ label: name, colour: colours[name] ?? '' }) : name,
    before,
    after,
    ...(hasBaseline ? [baseline] : []),
    meaning,
  ]);
  return textTable(header, rows, (column) => column > 0 && column < header.length - 1);
}

function lineOf({ name, mebibytes }: AllocatorCounter, iterations: readonly number[]): Line[] {
  const colour = Object.hasOwn(colours, name) ? colours[name] : undefined;
  return colour === undefined ? [] : [{ label: name, colour, xs: iterations, ys: mebibytes }];
}
