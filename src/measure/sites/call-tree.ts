import type { CallTree, SiteTrees } from '../../results/schema.js';
import { deepestCall, mostCalls } from '../../results/sites-schema.js';
import type { StackFrame } from '../worker/protocol.js';
import { nativeName } from './aggregate.js';
import type { Located, Place } from './places.js';
import type { StackBytes } from './stacks.js';

/** Of less than this share of a whole nobody sees a call of its own. */
const leastShare = 0.002;

/** What a tree is made of: stacks, innermost call first, by what came about below them. */
export interface TreeSource {
  readonly heap: readonly StackBytes[];
  readonly buffers: readonly StackBytes[];
  /** Buffers that nobody was seen to make. */
  readonly strayBytes: number;
}

interface Call {
  readonly place: Place;
  readonly depth: number;
  readonly callees: Map<string, Call>;
  /** Its own. */
  bytes: number;
  /** With those of all it calls. */
  total: number;
}

/** Where memory comes from by calls, small enough to be kept. No byte is lost: what is small counts for its caller. */
export function siteTrees(
  sources: { readonly alive: TreeSource; readonly allocated: TreeSource },
  locate: (frame: StackFrame) => Located,
): SiteTrees {
  const frames = new Map<string, { readonly place: Place; readonly index: number }>();
  const indexOf = (place: Place) => {
    const key = JSON.stringify(place);
    const known = frames.get(key) ?? { place, index: frames.size };
    frames.set(key, known);
    return known.index;
  };
  const alive = callTree(sources.alive, locate, indexOf);
  const allocated = callTree(sources.allocated, locate, indexOf);
  return { frames: [...frames.values()].map(({ place }) => place), alive, allocated };
}

function callTree(
  { heap, buffers, strayBytes }: TreeSource,
  locate: (frame: StackFrame) => Located,
  indexOf: (place: Place) => number,
): CallTree {
  const objects = newCall(nameOnly('objects on the heap'), 0);
  const made = newCall(nameOnly('Buffers and ArrayBuffers'), 0);
  for (const { stack, bytes } of heap) count(objects, stack.map(locate), Math.round(bytes));
  for (const { stack, bytes } of buffers) count(made, stack.map(locate), Math.round(bytes));
  add(made, [nameOnly(nativeName)], Math.round(strayBytes));
  const whole = [objects, made].filter(({ total }) => total > 0);
  const kept = theGreatest(whole);
  const tree = { depth: [] as number[], frame: [] as number[], bytes: [] as number[] };
  const write = (call: Call) => {
    const callees = [...call.callees.values()].sort((a, b) => b.total - a.total);
    const folded = callees.filter((callee) => !kept.has(callee));
    tree.depth.push(call.depth);
    tree.frame.push(indexOf(call.place));
    tree.bytes.push(folded.reduce((sum, { total }) => sum + total, call.bytes));
    for (const callee of callees) if (kept.has(callee)) write(callee);
  };
  whole.forEach(write);
  return tree;
}

/**
 * Adds a stack, innermost call first, without our own calls and those that have neither a name nor a file; nothing where
 * it is there for the recording alone.
 */
function count(root: Call, calls: readonly Located[], bytes: number): void {
  if (calls.find(({ owner }) => owner !== 'inside')?.owner === 'recorder') return;
  const shown = calls.filter(({ owner, path, place }) => {
    const isOurs = owner === 'recorder' || (owner === 'inside' && path !== '');
    const isNobody = path === '' && (place.function === '' || place.function === '(root)');
    return !isOurs && !isNobody;
  });
  add(root, shown.map(({ place }) => place).reverse(), bytes);
}

/** Adds bytes below calls, outermost first. */
function add(root: Call, calls: readonly Place[], bytes: number): void {
  if (bytes === 0) return;
  let call = root;
  call.total += bytes;
  for (const place of calls.slice(0, deepestCall)) {
    const key = JSON.stringify(place);
    const callee = call.callees.get(key) ?? newCall(place, call.depth + 1);
    call.callees.set(key, callee);
    callee.total += bytes;
    call = callee;
  }
  call.bytes += bytes;
}

/** The calls to be told; none without its caller, which has no less than it. */
function theGreatest(roots: readonly Call[]): ReadonlySet<Call> {
  const whole = roots.reduce((sum, { total }) => sum + total, 0);
  const calls: Call[] = [];
  const collect = (call: Call) => {
    calls.push(call);
    for (const callee of call.callees.values()) collect(callee);
  };
  roots.forEach(collect);
  const great = calls
    .filter(({ depth, total }) => depth === 0 || total >= leastShare * whole)
    .sort((a, b) => Number(b.depth === 0) - Number(a.depth === 0) || b.total - a.total || a.depth - b.depth);
  return new Set(great.slice(0, mostCalls));
}

function newCall(place: Place, depth: number): Call {
  return { place, depth, callees: new Map(), bytes: 0, total: 0 };
}

function nameOnly(name: string): Place {
  return { file: '', line: 0, function: name };
}
