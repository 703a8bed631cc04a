import type uPlot from 'uplot';
import type { TimelineData, TimelinePair } from '../src/report/html/model.js';
import { element, scrolling, textTable } from './dom.ts';
import { key } from './key.ts';
import { colour, type Line, plotChart } from './plot.ts';
import { phaseWords, withUnit } from './words.ts';

/** Memory of the worker and the server over time, with the phases, and the baseline behind. */
export function timeChart(caseId: string, { subject, now, baseline }: TimelinePair): HTMLElement {
  // Lines drawn last are on top.
  const lines = [
    ...(baseline === undefined ? [] : settledLines(baseline, ', baseline')),
    ...settledLines(now, ''),
    ...(baseline === undefined ? [] : linesOf(baseline, subject, ', baseline', [6, 4])),
    ...linesOf(now, subject, '', undefined),
  ];
  const peak = Math.max(1, ...lines.flatMap(({ ys }) => ys.map((y) => y ?? 0)));
  const mebibytes = (value: number) => withUnit(value, 'MiB', peak);
  const rows = lines.toReversed().map((line) => [key(line), ...figuresOf(line)]);
  return element(
    'figure',
    {},
    element(
      'figcaption',
      {},
      `One sample, that of the median peak${baseline === undefined ? '' : '; the baseline behind it'}`,
    ),
    plotChart({
      summary: `Memory of ${caseId} over time; the table below has its figures.`,
      lines,
      xText: (x) => `${Number(x.toFixed(2))} s`,
      yText: mebibytes,
      fromZero: true,
      underlay: (plot) => drawPhases(plot, now),
    }),
    scrolling(
      'Memory over time in figures',
      textTable(['line', 'at the start', 'peak', 'at the end'], rows, (column) => column > 0),
    ),
    element('p', { class: 'small' }, phasesInWords(now)),
    ...(now.settled.length === 0 ? [] : [element('p', { class: 'small' }, settledWords)]),
  );
}

const settledWords =
  'Dots: what the worker reads of itself after a garbage collection, around the cold iteration and around the measured ones.';

function linesOf(
  { seconds, subject, qdrant }: TimelineData,
  name: string,
  side: string,
  dash: number[] | undefined,
): Line[] {
  const common = { xs: seconds, ...(dash === undefined ? {} : { dash }) };
  const isNow = side === '';
  return [
    ...(qdrant.length === 0
      ? []
      : [{ ...common, label: `Qdrant${side}`, colour: isNow ? 'second' : 'second-before', ys: qdrant }]),
    { ...common, label: `${name}${side}`, colour: isNow ? 'first' : 'first-before', ys: subject },
  ];
}

/** The worker's own readings, known only at the points where its memory had settled. */
function settledLines({ settled }: TimelineData, side: string): Line[] {
  if (settled.length === 0) return [];
  const common = { xs: settled.map(({ seconds }) => seconds), dash: [2, 4], dots: true, thin: true };
  const before = side === '' ? '' : '-before';
  return [
    { ...common, label: `external, settled${side}`, colour: `fourth${before}`, ys: settled.map((at) => at.external) },
    { ...common, label: `JavaScript heap, settled${side}`, colour: `third${before}`, ys: settled.map((at) => at.heap) },
  ];
}

function figuresOf({ xs, ys }: Line): string[] {
  const known = ys.flatMap((y, index) => (y === null ? [] : [{ y, x: xs[index] ?? 0 }]));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return ['–', '–', '–'];
  const peak = known.reduce((a, b) => (b.y > a.y ? b : a));
  // Each line has its own precision: a heap of a few MiB is listed next to processes of hundreds.
  const mebibytes = (value: number) => withUnit(value, 'MiB', peak.y);
  return [mebibytes(first.y), `${mebibytes(peak.y)} at ${peak.x.toFixed(2)} s`, mebibytes(last.y)];
}

function phasesInWords({ phases, seconds }: TimelineData): string {
  if (phases.length === 0) return '';
  const end = seconds.at(-1) ?? 0;
  const told = phases.map(({ name, seconds: from }, index) => {
    const to = Math.max(from, phases[index + 1]?.seconds ?? end);
    return `${phaseWords(name)} ${(to - from).toFixed(2)} s`;
  });
  return `What was going on: ${told.join(', ')}.`;
}

/** Marks where phases begin, names them if there is space, and shades the measured iterations. */
function drawPhases(plot: uPlot, { phases, seconds }: TimelineData): void {
  const { ctx, bbox } = plot;
  const end = seconds.at(-1) ?? 0;
  const pixels = devicePixelRatio;
  ctx.save();
  ctx.font = `${11 * pixels}px system-ui, sans-serif`;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.setLineDash([2 * pixels, 3 * pixels]);
  for (const [index, { name, seconds: from }] of phases.entries()) {
    const left = plot.valToPos(from, 'x', true);
    const right = plot.valToPos(phases[index + 1]?.seconds ?? end, 'x', true);
    if (name === 'measure') {
      ctx.fillStyle = colour('shade');
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
    }
    ctx.strokeStyle = colour('muted');
    ctx.beginPath();
    ctx.moveTo(left, bbox.top);
    ctx.lineTo(left, bbox.top + bbox.height);
    ctx.stroke();
    const words = phaseWords(name);
    const room = right - left - 6 * pixels;
    const text = [words, name].find((candidate) => ctx.measureText(candidate).width <= room);
    ctx.fillStyle = colour('muted');
    if (text !== undefined) ctx.fillText(text, left + 4 * pixels, bbox.top + 3 * pixels);
  }
  ctx.restore();
}
