import type { CaseComparison, NativeFinding } from '../../compare/verdict.js';
import { shownText } from '../escape.js';
import { bytesWords, callWords, linesOf, nativeSummary } from '../native.js';

/** What a profiler of native memory found of a case, ready to be shown as text. */
export interface NativeData {
  readonly profiler: string;
  readonly summary: string;
  /** Name of the profiler's own file; empty where there is none. */
  readonly profile: string;
  readonly stacks: readonly NativeStackData[];
}

export interface NativeStackData {
  readonly what: string;
  readonly bytes: string;
  /** The innermost first. */
  readonly calls: readonly string[];
}

const mostStacks = 10;
const mostCalls = 6;

/** One for each profiler that was asked. */
export function nativeData({ native }: CaseComparison): NativeData[] {
  return native.map(dataOf);
}

function dataOf(finding: NativeFinding): NativeData {
  if (finding.kind === 'failed') {
    return { profiler: 'not profiled', summary: shownText(finding.message, 500), profile: '', stacks: [] };
  }
  const { now, baseline } = finding;
  return {
    profiler: now.profiler,
    summary: nativeSummary(now, baseline),
    profile: shownText(now.profile),
    stacks: linesOf(now, mostStacks).map(({ what, bytes, calls }) => ({
      what,
      bytes: bytesWords(bytes),
      calls: calls.slice(0, mostCalls).map(callWords),
    })),
  };
}
