import type { Comparison } from '../compare/verdict.js';
import type { Results } from '../results/schema.js';
import { cutText } from './escape.js';
import { type Finding, findingsOf } from './findings.js';
import { areOfCommand, type MemoryLine, memoryLineOf, peakOf, resample } from './memory-lines.js';

/** Points of a line: as many as are visible at the width of a comment. */
const mostPoints = 30;
/** Kinds of finding that memory over time helps to explain, most telling first. */
const charted = [
  'regression',
  'leak',
  'budget',
  'suspected',
  'inconclusive',
  'slowing',
  'ratchet',
  'improvement',
] as const;
/** Both are visible on white and on black. */
const colours = { now: '#2f81f7', baseline: '#8c959f' };

/** The lines of a chart; a case without a comparable baseline has one. */
interface Drawing {
  readonly caseId: string;
  /** Describes the process whose memory it is. */
  readonly subject: string;
  readonly now: MemoryLine;
  readonly baseline: MemoryLine | undefined;
}

/** A chart, and the case that it shows. */
export interface Chart {
  readonly caseId: string;
  /** A mermaid block with a legend. */
  readonly text: string;
}

/** Memory of the worst case over time, with its baseline; undefined if nothing changed or nothing was recorded. */
export function chartOf(
  comparison: Comparison,
  results: Results | undefined,
  baselineResults: Results | undefined,
): Chart | undefined {
  if (results === undefined) return undefined;
  const findings = findingsOf(comparison);
  for (const finding of charted.flatMap((wanted) => findings.filter(({ kind }) => kind === wanted))) {
    const drawing = drawingOf(finding, comparison, results, baselineResults);
    if (drawing !== undefined) return { caseId: drawing.caseId, text: draw(drawing) };
  }
  return undefined;
}

function drawingOf(
  { caseId, figures }: Finding,
  comparison: Comparison,
  results: Results,
  baselineResults: Results | undefined,
): Drawing | undefined {
  const process = figures?.metric.startsWith('qdrant_') ? 'Qdrant' : 'worker';
  const now = memoryLineOf(caseId, results, process);
  if (now === undefined) return undefined;
  const comparable = baselineResults !== undefined && wasCompared(caseId, comparison);
  const subject = process === 'Qdrant' ? 'resident memory of the Qdrant server' : ownMemoryOf(caseId, results);
  return { caseId, subject, now, baseline: comparable ? memoryLineOf(caseId, baselineResults, process) : undefined };
}

function ownMemoryOf(caseId: string, { cases }: Results): string {
  const samples = cases.find(({ id }) => id === caseId)?.samples ?? [];
  return areOfCommand(samples) ? 'memory of the processes' : 'resident memory of the worker';
}

/** Whether a case was compared. A baseline from a different environment or of a changed case is not shown. */
function wasCompared(caseId: string, { cases }: Comparison): boolean {
  const judged = cases.find(({ id }) => id === caseId);
  return judged?.metrics.some(({ baseline }) => baseline !== undefined) ?? false;
}

function draw({ caseId, subject, now, baseline }: Drawing): string {
  // Lines drawn last are on top.
  const lines =
    baseline === undefined
      ? [{ name: 'now', line: now }]
      : [
          { name: 'baseline', line: baseline },
          { name: 'now', line: now },
        ];
  const points = Math.min(mostPoints, Math.max(...lines.map(({ line }) => line.length)));
  const top = peakOf(lines.map(({ line }) => line));
  const palette = lines.map(({ name }) => (name === 'now' ? colours.now : colours.baseline)).join(', ');
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(looks(palette))}}%%`,
    'xychart-beta',
    `  title "${chartText(caseId)}: ${subject}"`,
    baseline === undefined
      ? `  x-axis "seconds" 0 --> ${(endOf(now) / 1000).toFixed(3)}`
      : '  x-axis "% of the way from start to end" 0 --> 100',
    `  y-axis "MiB" 0 --> ${Math.max(1, Math.ceil(top * 1.05))}`,
    // Machines differ in speed, so each line spans its own duration and the same work lines up.
    ...lines.map(({ name, line }) => `  line "${name}" [${plotted(line, points)}]`),
    '```',
    '',
    `<sub>${legend(now, baseline)}</sub>`,
  ].join('\n');
}

function plotted(line: MemoryLine, points: number): string {
  return resample(line, endOf(line), points)
    .map((value) => value.toFixed(1))
    .join(', ');
}

function endOf(line: MemoryLine): number {
  return Math.max(1, line.at(-1)?.atMs ?? 0);
}

// Not every version of Mermaid draws a legend.
function legend(now: MemoryLine, baseline: MemoryLine | undefined): string {
  const seconds = (line: MemoryLine) => `${(endOf(line) / 1000).toFixed(1)} s`;
  return baseline === undefined
    ? 'Blue: now. There is no baseline to show beside it.'
    : `Blue: now, ${seconds(now)}. Grey: the baseline, ${seconds(baseline)}.`;
}

function looks(plotColorPalette: string): object {
  const axis = { labelFontSize: 12, titleFontSize: 13 };
  return {
    xyChart: { width: 640, height: 270, titleFontSize: 15, showLegend: false, xAxis: axis, yAxis: axis },
    themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette } },
  };
}

/** Untrusted text for a quoted Mermaid string. Characters that could end it or have a meaning are replaced. */
function chartText(text: string): string {
  return cutText(text.replaceAll('"', "'").replaceAll(/[^\p{L}\p{N} ._/+,:='()-]/gu, '·'), 60);
}
