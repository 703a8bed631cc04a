import type { SampleProgress } from '../measure/runner.js';
import type { Phase } from '../measure/worker/protocol.js';
import { formatValue } from '../report/format.js';
import { plainText } from '../report/plain-text.js';
import { sparkline } from '../report/sparkline.js';
import { mebibytes } from '../results/mebibytes.js';
import { cutToWidth } from './width.js';

/** The data of the live view. */
export interface LiveState {
  readonly at: SampleProgress;
  /** Undefined until the measured process sends its first message. */
  readonly phase: Phase | undefined;
  /** Readings of the sample so far, earliest first. */
  readonly measuredBytes: readonly number[];
  readonly qdrantBytes: readonly number[];
  readonly elapsedMs: number;
  /** Undefined until a sample has been taken. */
  readonly remainingMs: number | undefined;
  /** The last finished samples, in words, latest first. */
  readonly taken: readonly string[];
}

/** The terminal size, and whether it shows more than ASCII. */
export interface LiveSize {
  readonly columns: number;
  readonly rows: number;
  readonly unicode: boolean;
}

const barWidth = 20;
const widestSparkline = 40;

/** The live view as lines that do not wrap, most important first. A low terminal omits the last ones. */
export function liveLines(state: LiveState, { columns, rows, unicode }: LiveSize): string[] {
  const lines = [
    progressLine(state, unicode),
    `${sampleWords(state.at)}  ${state.phase ?? 'starting'}`,
    ...memoryLines('memory', state.measuredBytes, unicode),
    ...memoryLines('Qdrant', state.qdrantBytes, unicode),
    ...state.taken.map((told) => `done    ${told}`),
  ];
  // A line of full width wraps and a full terminal scrolls. Either would leave remnants behind.
  return lines
    .slice(0, Math.max(1, rows - 1))
    .map((line) => cutToWidth(plainText(line).replaceAll('\n', ' '), Math.max(1, columns - 1)));
}

/** Names the case and its sample or pass. */
export function sampleWords({ caseId, pass, sample, samplesPerCase }: SampleProgress): string {
  const what = {
    memory: `sample ${sample}/${samplesPerCase}`,
    leak: 'following up a suspected leak',
    allocations: 'counting allocations',
    sites: 'recording where',
    retainers: 'finding who holds it',
    native: 'profiling native memory',
  }[pass];
  return `${caseId}  ${what}`;
}

/** A readable duration: `5 s`, `1 min 5 s`. */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function progressLine({ at: { step, steps }, elapsedMs, remainingMs }: LiveState, unicode: boolean): string {
  const [done, open] = unicode ? (['━', '─'] as const) : (['#', '-'] as const);
  const filled = Math.floor((barWidth * (step - 1)) / steps);
  const left = remainingMs === undefined ? '' : `, ~${durationWords(remainingMs)} left`;
  const bar = `${done.repeat(filled)}${open.repeat(barWidth - filled)}`;
  return `${bar}  [${step}/${steps}]  ${durationWords(elapsedMs)} elapsed${left}`;
}

function memoryLines(name: string, bytes: readonly number[], unicode: boolean): string[] {
  const last = bytes.at(-1);
  if (last === undefined) return [];
  const values = peaksOf(bytes, widestSparkline);
  const line = unicode ? `  ${sparkline(values, 0, Math.max(...values))}` : '';
  return [`${name.padEnd(6)}  ${formatValue('peak_rss_mb', mebibytes(last)).padStart(10)}${line}`];
}

/** One value per character: every reading, or the greatest of several if there are more than fit. */
function peaksOf(values: readonly number[], most: number): number[] {
  const each = Math.ceil(values.length / most);
  return Array.from({ length: Math.ceil(values.length / each) }, (_, index) =>
    Math.max(...values.slice(index * each, (index + 1) * each)),
  );
}
