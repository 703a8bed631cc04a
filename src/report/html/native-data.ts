import type { CaseComparison, NativeFinding } from '../../compare/verdict.js';
import { shownText } from '../escape.js';
import { bytesWords, callWords, linesOf, nativeSummary } from '../native.js';
import type { NativeData } from './model.js';

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
