import type { CallData, FramesData, Owner, SitesData } from '../src/report/html/model.js';

/** A call in a flame graph, with what it takes of the whole. */
export interface FlameCall {
  readonly name: string;
  /** File and line; empty for native code. */
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

/** The calls of a side as a tree below one root. */
export function flameTree({ frames }: Pick<SitesData, 'frames'>, calls: CallData, rootName: string): FlameCall {
  const root = newCall({ name: rootName, place: '', owner: 'whole', depth: 0, caller: undefined, own: 0 });
  const open = [root];
  for (const [index, depth] of calls.depth.entries()) {
    open.length = Math.min(open.length, depth + 1);
    const caller = open.at(-1) ?? root;
    const call = newCall({
      ...wordsOf(frames, calls.frame[index] ?? -1),
      ...(depth === 0 ? { owner: 'whole' } : {}),
      depth: caller.depth + 1,
      caller,
      own: calls.bytes[index] ?? 0,
    });
    caller.callees.push(call);
    open.push(call);
  }
  add(root);
  place(root, 0);
  return root;
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
