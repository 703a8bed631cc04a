import type { CallData, FramesData, Owner } from '../src/report/html/model.js';

/** A call in a flame graph, with its bytes and position. */
export interface FlameCall {
  readonly name: string;
  /** File and line, or a library; empty if unknown. */
  readonly place: string;
  /** Owner of the code; `whole` for a node that only groups others. */
  readonly owner: Owner | 'whole';
  readonly depth: number;
  readonly caller: FlameCall | undefined;
  readonly callees: FlameCall[];
  /** Bytes of the call itself. */
  readonly own: number;
  /** Own bytes plus those of all callees. */
  total: number;
  /** Bytes to its left. */
  start: number;
}

/** Builds a call tree below one root. The calls at depth 0 group all objects or all Buffers. */
export function flameTree(frames: FramesData, calls: CallData, rootName: string): FlameCall {
  const root = wholeCall(rootName, 0);
  grow(root, frames, calls, 0);
  return root;
}

/** Builds a call tree whose root is the call at depth 0, renamed to `rootName`. */
export function wholeTree(frames: FramesData, calls: CallData, rootName: string): FlameCall {
  const own = calls.bytes.reduce((sum, bytes, index) => (calls.depth[index] === 0 ? sum + bytes : sum), 0);
  const root = wholeCall(rootName, own);
  grow(root, frames, calls, 1);
  return root;
}

/** Adds the calls below a root, from depth `outermost` on. */
function grow(root: FlameCall, frames: FramesData, calls: CallData, outermost: 0 | 1): void {
  const open = [root];
  for (const [index, depth] of calls.depth.entries()) {
    if (depth < outermost) continue;
    open.length = Math.min(open.length, depth - outermost + 1);
    const caller = open.at(-1) ?? root;
    const call = newCall({
      ...wordsOf(frames, calls.frame[index] ?? -1),
      ...(outermost === 0 && depth === 0 ? { owner: 'whole' } : {}),
      depth: caller.depth + 1,
      caller,
      own: calls.bytes[index] ?? 0,
    });
    caller.callees.push(call);
    open.push(call);
  }
  add(root);
  place(root, 0);
}

function wholeCall(name: string, own: number): FlameCall {
  return newCall({ name, place: '', owner: 'whole', depth: 0, caller: undefined, own });
}

/** The callers of a call, outermost first. With `allBelow`, these are the calls drawn when it is zoomed into. */
export function callersOf(call: FlameCall): FlameCall[] {
  return call.caller === undefined ? [] : [...callersOf(call.caller), call.caller];
}

export function allBelow(call: FlameCall): FlameCall[] {
  return [call, ...call.callees.flatMap(allBelow)];
}

function newCall(given: Omit<FlameCall, 'callees' | 'total' | 'start'>): FlameCall {
  return { ...given, callees: [], total: given.own, start: 0 };
}

function wordsOf(frames: FramesData, index: number): Pick<FlameCall, 'name' | 'place' | 'owner'> {
  const { owner = 'node', path = '' } = frames.files[frames.file[index] ?? -1] ?? {};
  const line = frames.line[index] ?? 0;
  return { name: frames.function[index] ?? '', place: path === '' || line === 0 ? path : `${path}:${line}`, owner };
}

function add(call: FlameCall): number {
  call.total = call.callees.reduce((sum, callee) => sum + add(callee), call.own);
  return call.total;
}

function place(call: FlameCall, start: number): void {
  call.start = start;
  let at = start;
  for (const callee of call.callees) {
    place(callee, at);
    at += callee.total;
  }
}
