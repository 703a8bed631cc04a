import { type CallTree, deepestCall, mostCalls } from '../results/call-tree-schema.js';

/** A call with a smaller share of the whole is folded into its caller. */
const leastShare = 0.002;

/** A call between the outermost one and the allocation. */
interface Call<Frame> {
  readonly frame: Frame;
  readonly depth: number;
  readonly callees: Map<string, Call<Frame>>;
  /** Bytes of the call itself. */
  bytes: number;
  /** Bytes including those of all its callees. */
  total: number;
}

/** The distinct frames of trees that are stored together. */
export class FrameTable<Frame> {
  readonly #indexes = new Map<string, { readonly frame: Frame; readonly index: number }>();

  indexOf(frame: Frame): number {
    const key = JSON.stringify(frame);
    const known = this.#indexes.get(key) ?? { frame, index: this.#indexes.size };
    this.#indexes.set(key, known);
    return known.index;
  }

  all(): Frame[] {
    return [...this.#indexes.values()].map(({ frame }) => frame);
  }
}

/** All calls below a holder. */
export class CallsBelow<Frame> {
  readonly root: Call<Frame>;

  constructor(holder: Frame) {
    this.root = newCall(holder, 0);
  }

  /** Adds the bytes that a stack of calls allocated, outermost first. */
  add(calls: readonly Frame[], bytes: number): void {
    if (bytes === 0) return;
    let call = this.root;
    call.total += bytes;
    for (const frame of calls.slice(0, deepestCall)) {
      const key = JSON.stringify(frame);
      const callee = call.callees.get(key) ?? newCall(frame, call.depth + 1);
      call.callees.set(key, callee);
      callee.total += bytes;
      call = callee;
    }
    call.bytes += bytes;
  }
}

/** The calls as a document stores them, largest first. No byte is lost: small calls count for their caller. */
export function prunedTree<Frame>(holders: readonly CallsBelow<Frame>[], frames: FrameTable<Frame>): CallTree {
  const whole = holders.map(({ root }) => root).filter(({ total }) => total > 0);
  const kept = theGreatest(whole);
  const tree: CallTree = { depth: [], frame: [], bytes: [] };
  const write = (call: Call<Frame>) => {
    const callees = [...call.callees.values()].sort((a, b) => b.total - a.total);
    const folded = callees.filter((callee) => !kept.has(callee));
    tree.depth.push(call.depth);
    tree.frame.push(frames.indexOf(call.frame));
    tree.bytes.push(folded.reduce((sum, { total }) => sum + total, call.bytes));
    for (const callee of callees) if (kept.has(callee)) write(callee);
  };
  whole.forEach(write);
  return tree;
}

/** The calls to keep. A caller has at least the bytes of its callee, so no call is kept without its caller. */
function theGreatest<Frame>(roots: readonly Call<Frame>[]): ReadonlySet<Call<Frame>> {
  const whole = roots.reduce((sum, { total }) => sum + total, 0);
  const calls: Call<Frame>[] = [];
  const collect = (call: Call<Frame>) => {
    calls.push(call);
    for (const callee of call.callees.values()) collect(callee);
  };
  roots.forEach(collect);
  const great = calls
    .filter(({ depth, total }) => depth === 0 || total >= leastShare * whole)
    .sort((a, b) => Number(b.depth === 0) - Number(a.depth === 0) || b.total - a.total || a.depth - b.depth);
  return new Set(great.slice(0, mostCalls));
}

function newCall<Frame>(frame: Frame, depth: number): Call<Frame> {
  return { frame, depth, callees: new Map(), bytes: 0, total: 0 };
}
