import type { CallData, FramesData, Owner } from '../src/report/html/model.js';

/** A call in a flame graph, with what it takes of the whole. */
export interface FlameCall {
  readonly name: string;
  /** File and line, or a library; empty where there is none. */
  readonly place: string;
  /** Whose code it is; `whole` for what only holds others. */
  readonly owner: Owner | 'whole';
  readonly depth: number;
  readonly caller: FlameCall | undefined;
  readonly callees: FlameCall[];
  /** Its own bytes. */
  readonly own: number;
  /** With those of all it calls. */
  total: number;
  /** Bytes of what lies to its left. */
  start: number;
}

/** Calls as a tree below one root; those at depth 0 hold all objects, or all Buffers. */
export function flameTree(frames: FramesData, calls: CallData, rootName: string): FlameCall {
  const root = wholeCall(rootName, 0);
  grow(root, frames, calls, 0);
  return root;
}

/** Calls as a tree whose root is what stands at depth 0, under a name of ours. */
export function wholeTree(frames: FramesData, calls: CallData, rootName: string): FlameCall {
  const own = calls.bytes.reduce((sum, bytes, index) => (calls.depth[index] === 0 ? sum + bytes : sum), 0);
  const root = wholeCall(rootName, own);
  grow(root, frames, calls, 1);
  return root;
}

/** Hangs calls below a root, from those at a depth on. */
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

/** The calls that a picture has which begins with this one: those that lead to it, and all below. */
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
