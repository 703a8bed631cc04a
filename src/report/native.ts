import type { CaseComparison, NativeFinding, NativeTotals } from '../compare/verdict.js';
import type { Native, NativeBranch, NativeCall } from '../results/schema.js';
import { shownText } from './escape.js';
import { bytesWords } from './format.js';

/** Result of a native memory profiler for a case, in plain text. */
export interface NativeWords {
  /** `heaptrack`, `massif`, or a note that it failed. */
  readonly profiler: string;
  readonly summary: string;
  readonly lines: readonly string[];
}

const mostLines = 3;
const mostFramesInLine = 4;
const longestName = 80;
const longestMessage = 500;
const longestRead = 1_000;

/** Native memory of a case, in a few lines per profiler; empty if it was not profiled. */
export function nativeWords({ native }: CaseComparison): NativeWords[] {
  return native.map(wordsOf);
}

function wordsOf(finding: NativeFinding): NativeWords {
  if (finding.kind === 'failed') {
    return { profiler: 'not profiled', summary: shownText(finding.message, longestMessage), lines: [] };
  }
  const { now, baseline } = finding;
  return {
    profiler: now.profiler,
    summary: nativeSummary(now, baseline),
    lines: linesOf(now).map(stackLine),
  };
}

/** The largest stacks as lines: of memory that was never freed, or at the peak. */
export function stackLines(native: Native, unfreed: boolean): string[] {
  const wanted = unfreed ? notFreed : atThePeak;
  return linesOf(native)
    .filter(({ what }) => what === wanted)
    .map(stackLine);
}

function stackLine({ what, bytes, calls }: NativeLine): string {
  return `${what}: ${bytesWords(bytes)} by ${chainWords(calls)}`;
}

const atThePeak = 'at the peak';
const notFreed = 'not freed';

/** The totals of a profile in one sentence, with the difference against the baseline where there is one. */
export function nativeSummary(native: Native, baseline?: NativeTotals): string {
  const peak = `peak ${bytesWords(native.peakBytes)}${changeWords(native.peakBytes, baseline?.peakBytes)}`;
  if (native.profiler === 'massif') {
    const held = native.counts === 'pages' ? 'of mapped pages' : 'of heap blocks';
    return `${peak} ${held} of the ${subjectWords[native.subject]}`;
  }
  const { allocationCalls: calls, temporaryCalls, leakedBytes, subject } = native;
  const share = calls === 0 ? 0 : Math.round((100 * temporaryCalls) / calls);
  const before = baseline?.allocationCalls;
  const more = before === undefined ? '' : `, ${signedCount(calls - before)}`;
  const leaked = `${bytesWords(leakedBytes)}${changeWords(leakedBytes, baseline?.leakedBytes)} not freed`;
  const whose = `by the ${subjectWords[subject]}`;
  return `${calls.toLocaleString('en-US')} calls ${whose} (${share} % temporary${more}), ${peak}, ${leaked}`;
}

const subjectWords = { worker: 'Node process', command: 'program', qdrant: 'Qdrant server' } as const;

/** A stack with much memory, innermost call first. */
export interface NativeLine {
  readonly what: string;
  readonly bytes: number;
  readonly calls: readonly NativeCall[];
}

/** A stack with a smaller share of the whole explains nothing. */
const leastShare = 0.03;

/** The largest stacks. */
export function linesOf(native: Native, most = mostLines): NativeLine[] {
  if (native.profiler === 'massif') {
    return chainsOf(native.tree)
      .filter(({ bytes }) => bytes >= leastShare * native.peakBytes)
      .slice(0, most);
  }
  const some = (what: string, stacks: typeof native.peak, whole: number) =>
    stacks
      .filter(({ bytes }) => bytes >= leastShare * whole)
      .slice(0, most)
      .map(({ bytes, frames }) => ({ what, bytes, calls: frames }));
  return [...some(atThePeak, native.peak, native.peakBytes), ...some(notFreed, native.leaked, native.leakedBytes)];
}

/** Each allocating function with its main caller, the main caller of that, and so on. */
function chainsOf(tree: readonly NativeBranch[]): NativeLine[] {
  return tree.flatMap((branch, index) => {
    if (branch.level > 0) return [];
    const behind = tree.slice(index);
    const end = behind.findIndex(({ level }, steps) => level !== steps);
    return [{ what: atThePeak, bytes: branch.bytes, calls: end < 0 ? behind : behind.slice(0, end) }];
  });
}

/** Calls from the innermost outwards, as text. */
export function chainWords(calls: readonly NativeCall[]): string {
  if (calls.length === 0) return 'code without a name';
  return calls.slice(0, mostFramesInLine).map(callWords).join(' < ');
}

/** A function with its place: `hold (daemon.c:12)`, `tokio::run (qdrant)`, or the library alone. */
export function callWords({ function: name, file, line, object }: NativeCall): string {
  const place = file === '' ? object : line === 0 ? file : `${file}:${line}`;
  if (name === '') return place === '' ? 'code without a name' : shownText(place, longestName);
  const shown = shownText(shortName(name), longestName);
  return place === '' ? shown : `${shown} (${shownText(place, longestName)})`;
}

/** A name without its parameter types, which rarely distinguish two functions at a glance. */
export function shortName(name: string): string {
  const plain = name.slice(0, longestRead).replaceAll('(anonymous namespace)::', '');
  const from = plain.startsWith('operator()') ? 'operator()'.length : 1;
  const parameters = plain.indexOf('(', from);
  return parameters < 0 || plain.startsWith('(') ? plain : plain.slice(0, parameters);
}

function changeWords(now: number, before: number | undefined): string {
  if (before === undefined) return '';
  return ` (${now < before ? '-' : '+'}${bytesWords(Math.abs(now - before))})`;
}

function signedCount(difference: number): string {
  return `${difference < 0 ? '-' : '+'}${Math.abs(difference).toLocaleString('en-US')} against the baseline`;
}
