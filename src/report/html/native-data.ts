import type { CaseComparison, NativeFinding } from '../../compare/verdict.js';
import type { Native, NativeCall } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { bytesWords, callWords, linesOf, nativeSummary } from '../native.js';
import type { NativeData, NativeStackData } from './model.js';

const mostStacks = 10;
const mostCalls = 6;
/** With less than this share of all calls a stack explains nothing. */
const leastShare = 0.03;

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
    stacks: [
      ...linesOf(now, mostStacks).map(({ what, bytes, calls }) => stackOf(what, bytesWords(bytes), calls)),
      ...busiest(now),
    ],
  };
}

/** Who called most often: what costs time, and shatters the heap. */
function busiest(native: Native): NativeStackData[] {
  if (native.profiler !== 'heaptrack') return [];
  return native.calls
    .filter(({ calls }) => calls >= leastShare * native.allocationCalls)
    .slice(0, mostStacks)
    .map(({ calls, frames }) => stackOf('most calls', `${calls.toLocaleString('en-US')} calls`, frames));
}

function stackOf(what: string, amount: string, calls: readonly NativeCall[]): NativeStackData {
  return { what, amount, calls: calls.slice(0, mostCalls).map(callWords) };
}
