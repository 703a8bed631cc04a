import uPlot from 'uplot';
import { element } from './dom.ts';

/** A line of a chart. The colour is a variable of the style sheet, so that it follows the colour scheme. */
export interface Line {
  readonly label: string;
  readonly colour: string;
  readonly dash?: readonly number[];
  readonly dots?: boolean;
  /** Drawn thin, because the values between its points are unknown. */
  readonly thin?: boolean;
  readonly xs: readonly number[];
  readonly ys: readonly (number | null)[];
}

export interface Chart {
  /** One sentence that describes the chart to screen readers. */
  readonly summary: string;
  readonly lines: readonly Line[];
  /** Text for a position on the horizontal axis. */
  readonly xText: (x: number) => string;
  /** Shorter text for a tick of the axis. */
  readonly xTick?: (x: number) => string;
  readonly yText: (y: number) => string;
  /** Whether only integer positions have a meaning. */
  readonly wholeX?: boolean;
  /** Whether the vertical axis begins at 0. */
  readonly fromZero?: boolean;
  /** Draws below the lines. */
  readonly underlay?: (plot: uPlot) => void;
}

const height = 260;
const drawn = new Set<uPlot>();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  for (const plot of drawn) plot.redraw(false, true);
});

/** The current value of a style sheet colour. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/**
 * A chart that fills the width of its container. The arrow keys step through its points like the pointer does. The
 * values at the current point are shown below it.
 */
export function plotChart(chart: Chart): HTMLElement {
  const canvas = element('div', { 'aria-hidden': 'true' });
  const readout = element('p', { class: 'readout', 'aria-live': 'polite' }, readoutHint);
  const label = `${chart.summary} Arrow keys read it point by point.`;
  const focus = element('div', { class: 'chart', role: 'group', 'aria-label': label, tabindex: 0 }, canvas);
  let plot: uPlot | undefined;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0) return;
    if (plot === undefined) plot = draw(chart, canvas, width, readout);
    else plot.setSize({ width, height });
  }).observe(focus);
  focus.addEventListener('keydown', (event) => {
    if (plot !== undefined && walk(plot, event.key)) event.preventDefault();
  });
  return element('div', {}, focus, readout);
}

const readoutHint = 'Point at the chart, or use the arrow keys, to read it.';

function draw(chart: Chart, target: HTMLElement, width: number, readout: HTMLElement): uPlot {
  const tables = chart.lines.map(({ xs, ys }): uPlot.AlignedData => [[...xs], [...ys]]);
  const grid = { stroke: () => colour('grid'), width: 1 };
  const axis = { stroke: () => colour('muted'), grid, ticks: grid };
  const options: uPlot.Options = {
    width,
    height,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 7 } },
    scales: { x: { time: false }, y: { range: (_, low, high) => rangeOf(low, high, chart.fromZero ?? false) } },
    axes: [
      {
        ...axis,
        space: 64,
        ...(chart.wholeX ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] } : {}),
        size: 34,
        values: (_, splits) => splits.map(chart.xTick ?? chart.xText),
      },
      { ...axis, size: (_, values) => widthOf(values), values: (_, splits) => splits.map(chart.yText) },
    ],
    series: [
      {},
      ...chart.lines.map(({ label, colour: name, dash, dots, thin }) => ({
        label,
        stroke: () => colour(name),
        width: thin ? 1 : 2,
        ...(dash === undefined ? {} : { dash: [...dash] }),
        points: { show: dots ?? false, size: 6, fill: () => colour(name) },
      })),
    ],
    hooks: {
      drawAxes: chart.underlay === undefined ? [] : [chart.underlay],
      setCursor: [(plot) => (readout.textContent = read(chart, plot))],
    },
  };
  const plot = new uPlot(options, uPlot.join(tables), target);
  drawn.add(plot);
  return plot;
}

/** Pixels for the longest label of the vertical axis. `words` is null before the first drawing. */
function widthOf(words: readonly string[] | null): number {
  return 22 + 7 * Math.max(4, ...(words ?? []).map(({ length }) => length));
}

function rangeOf(low: number | null, high: number | null, fromZero: boolean): uPlot.Range.MinMax {
  const bottom = fromZero ? Math.min(0, low ?? 0) : (low ?? 0);
  const top = high ?? 1;
  const room = (top - bottom || Math.abs(top) || 1) * 0.06;
  return [fromZero && bottom === 0 ? 0 : bottom - room, top + room];
}

/** The value of every line at the cursor, as text. A line without a point there shows its last value before it. */
function read(chart: Chart, { cursor, data }: uPlot): string {
  const { idx } = cursor;
  if (idx === null || idx === undefined) return readoutHint;
  const at = data[0][idx];
  const values = chart.lines.flatMap(({ label }, index) => {
    const value = lastUntil(data[index + 1] ?? [], idx);
    return value === undefined ? [] : [`${label} ${chart.yText(value)}`];
  });
  return at === undefined ? readoutHint : `${chart.xText(at)}: ${values.join(', ')}`;
}

function lastUntil(values: ArrayLike<number | null | undefined>, index: number): number | undefined {
  let at = index;
  while (at >= 0 && typeof values[at] !== 'number') at -= 1;
  return values[at] ?? undefined;
}

function walk(plot: uPlot, key: string): boolean {
  const last = plot.data[0].length - 1;
  const now = plot.cursor.idx ?? -1;
  const targets: Readonly<Record<string, number>> = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: last };
  const wanted = targets[key];
  if (wanted === undefined) return false;
  const x = plot.data[0][Math.min(last, Math.max(0, wanted))];
  if (x !== undefined) plot.setCursor({ left: plot.valToPos(x, 'x'), top: 1 });
  return true;
}
