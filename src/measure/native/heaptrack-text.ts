import type { HeaptrackProfile } from '../../results/native-schema.js';
import type { RawFrame } from './frames.js';

/** A whole stack, the innermost call first. */
export interface RawStack {
  readonly bytes: number;
  readonly calls: number;
  readonly frames: readonly RawFrame[];
}

/** The output of heaptrack_print. */
export interface HeaptrackText
  extends Pick<HeaptrackProfile, 'allocationCalls' | 'temporaryCalls' | 'peakBytes' | 'leakedBytes'> {
  /** The profiled program as it was called, with its arguments. */
  readonly commandLine: string;
  readonly peak: readonly RawStack[];
  readonly leaked: readonly RawStack[];
  readonly calls: readonly RawStack[];
}

/**
 * Parses the output of `heaptrack_print --merge-backtraces=0`.
 * @throws Error for anything else, with the line it failed at.
 */
export function parseHeaptrackText(text: string): HeaptrackText {
  const lines = text.split('\n');
  return {
    commandLine: /^Debuggee command was: (.*)$/m.exec(text)?.[1] ?? '',
    allocationCalls: total(lines, /^calls to allocation functions: (\d+) \(/, Number),
    temporaryCalls: total(lines, /^temporary memory allocations: (\d+) \(/, Number),
    peakBytes: total(lines, /^peak heap memory consumption: (\S+)$/, bytesOf),
    leakedBytes: total(lines, /^total memory leaked: (\S+)$/, bytesOf),
    peak: stacksBelow(lines, 'PEAK MEMORY CONSUMERS', /^(\S+) peak memory consumed over (\d+) calls from$/),
    leaked: stacksBelow(lines, 'MEMORY LEAKS', /^(\S+) leaked over (\d+) calls from$/),
    calls: stacksBelow(
      lines,
      'MOST CALLS TO ALLOCATION FUNCTIONS',
      /^(?<calls>\d+) calls to allocation functions with (?<bytes>\S+) peak consumption from$/,
    ),
  };
}

function total(lines: readonly string[], pattern: RegExp, read: (text: string) => number): number {
  for (const line of lines) {
    const [, value] = pattern.exec(line) ?? [];
    if (value !== undefined) return read(value);
  }
  throw new Error(`heaptrack_print did not tell ${pattern.source}`);
}

const units: Readonly<Record<string, number>> = { B: 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12 };

/** Parses a size such as `72.70K`; units are powers of 1,000. */
function bytesOf(text: string): number {
  const [, number = '', unit = ''] = /^(-?[\d.]+)([BKMGT])$/.exec(text) ?? [];
  const factor = units[unit];
  if (factor === undefined || !Number.isFinite(Number(number))) throw new Error(`heaptrack_print told ${text} bytes`);
  // The total of memory that was freed twice is negative.
  return Math.max(0, Math.round(Number(number) * factor));
}

/** The stacks of a section: a head line, then frames until an empty line. The section ends with the next. */
function stacksBelow(lines: readonly string[], title: string, head: RegExp): RawStack[] {
  const from = lines.indexOf(title);
  if (from < 0) throw new Error(`heaptrack_print has no section ${title}`);
  const stacks: RawStack[] = [];
  let frames: RawFrame[] | undefined;
  for (const line of lines.slice(from + 1)) {
    const match = head.exec(line);
    if (match !== null) {
      const { bytes = match[1], calls = match[2] } = match.groups ?? {};
      frames = [];
      stacks.push({ bytes: bytesOf(bytes ?? ''), calls: Number(calls), frames });
    } else if (line === '') frames = undefined;
    else if (frames !== undefined) addFrame(frames, line);
    else if (isNextSection(line)) return stacks;
    else throw new Error(`a line of heaptrack_print is not understood: ${line.slice(0, 200)}`);
  }
  return stacks;
}

function isNextSection(line: string): boolean {
  return /^(?:[A-Z ]+|total runtime: .*)$/.test(line);
}

/** Adds a line of a frame, which has its function on one line and its position on the lines below. */
function addFrame(frames: RawFrame[], line: string): void {
  const place = /^ {4}(at|in) (.*)$/.exec(line);
  const last = frames.at(-1);
  if (place === null) {
    if (!/^ {2}\S/.test(line)) throw new Error(`a frame of heaptrack_print is not understood: ${line.slice(0, 200)}`);
    // An inlined call belongs to the object of the call before it.
    frames.push({ function: line.slice(2), file: '', line: 0, object: last?.object ?? '' });
  } else if (last !== undefined) {
    const [, kind, text = ''] = place;
    frames[frames.length - 1] = kind === 'in' ? { ...last, object: text } : { ...last, ...sourceOf(text) };
  }
}

function sourceOf(text: string): Pick<RawFrame, 'file' | 'line'> {
  const [, file = text, line = '0'] = /^(.*):(\d+)$/.exec(text) ?? [];
  return { file, line: Number(line) };
}
