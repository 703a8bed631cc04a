import { none, type ShortestPaths } from './shortest-paths.js';
import type { Snapshot } from './snapshot.js';

/** The new objects of a snapshot, summed over the tree of shortest paths. */
export interface Growth {
  /** 1 for a node that the earlier snapshot has as well. */
  readonly isOld: Uint8Array;
  /** Bytes of new objects that are reached through a node, including its own bytes. */
  readonly bytes: Float64Array;
  /** The number of these objects. */
  readonly objects: Uint32Array;
}

/** Types that come from running code, not from keeping data. */
const byCode = ['code', 'object shape', 'synthetic'];
/** Types that a person would count as an object. */
const counted = ['object', 'closure', 'string', 'concatenated string', 'sliced string', 'regexp', 'symbol', 'bigint'];

/** 1 for each node that existed before: its id is in `idsBefore`, which is sorted. */
export function oldNodes({ nodeCount, id }: Snapshot, idsBefore: Uint32Array): Uint8Array {
  const isOld = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) if (includes(idsBefore, id[node] ?? 0)) isOld[node] = 1;
  return isOld;
}

/** Sums new objects over the tree of shortest paths. */
export function growthOf(snapshot: Snapshot, paths: ShortestPaths, isOld: Uint8Array): Growth {
  const { nodeCount, nodeTypes, type, size } = snapshot;
  const bytes = new Float64Array(nodeCount);
  const objects = new Uint32Array(nodeCount);
  const ignored = nodeTypes.map((name) => byCode.includes(name));
  const isObject = nodeTypes.map((name) => counted.includes(name));
  for (let at = paths.order.length - 1; at >= 0; at -= 1) {
    const node = paths.order[at] ?? 0;
    const kind = type[node] ?? 0;
    if (isOld[node] === 0 && !ignored[kind]) {
      bytes[node] = (bytes[node] ?? 0) + (size[node] ?? 0);
      if (isObject[kind]) objects[node] = (objects[node] ?? 0) + 1;
    }
    const parent = paths.parent[node] ?? none;
    if (parent === none) continue;
    bytes[parent] = (bytes[parent] ?? 0) + (bytes[node] ?? 0);
    objects[parent] = (objects[parent] ?? 0) + (objects[node] ?? 0);
  }
  return { isOld, bytes, objects };
}

function includes(sorted: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return true;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
