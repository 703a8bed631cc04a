import type { CaseComparison, NativeFinding } from '../../compare/verdict.js';
import type { Native, NativeCall } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { bytesWords } from '../format.js';
import { callWords, linesOf, nativeSummary, shortName } from '../native.js';
import { callData, framesData } from './calls-data.js';
import type { NativeCallsData, NativeData, NativeStackData } from './model.js';

const mostStacks = 10;
const mostCalls = 6;
/** A stack with a smaller share of all calls explains nothing. */
const leastShare = 0.03;

/** One entry for each profiler that was used. */
export function nativeData({ native }: CaseComparison): NativeData[] {
  return native.map(dataOf);
}

function dataOf(finding: NativeFinding): NativeData {
  if (finding.kind === 'failed') {
    return {
      profiler: 'not profiled',
      summary: shownText(finding.message, 500),
      profile: '',
      stacks: [],
      calls: undefined,
    };
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
    calls: callsOf(now),
  };
}

function callsOf({ subject, trees }: Native): NativeCallsData | undefined {
  if (trees === undefined) return undefined;
  const frames = framesData(
    trees.frames.map(({ owner, line, ...call }) => {
      const { name, place } = shownCall(call);
      return { name, path: place, line: call.file === '' ? 0 : line, owner: owners[owner] };
    }),
  );
  return {
    subject,
    frames,
    peak: callData(trees.peak),
    leaked: 'leaked' in trees ? callData(trees.leaked) : undefined,
  };
}

const owners = { program: 'own', library: 'package', system: 'node' } as const;

/** A call without a name is shown as its file or library. */
function shownCall({ function: name, file, object }: Omit<NativeCall, 'line'>): { name: string; place: string } {
  const place = file === '' ? object : file;
  if (name !== '') return { name: shortName(name), place };
  return place === '' ? { name: 'code without a name', place } : { name: place, place: '' };
}

/** The stacks with the most calls, which cost time and fragment the heap. */
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
