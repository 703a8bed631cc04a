import type { Session } from 'node:inspector';
import { post } from './post.js';

/**
 * Counts the objects allocated on the JavaScript heap while `work` runs, freed since or not.
 * V8 attributes each allocation to a node of a trace tree; the count is the sum over the tree of the closing snapshot.
 * The work runs some twenty times slower.
 */
export async function countAllocations(session: Session, work: () => Promise<void>): Promise<number> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ params }) => chunks.push(params.chunk));
  await post(session, 'HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });
  await work();
  await post(session, 'HeapProfiler.stopTrackingHeapObjects', { reportProgress: false });
  const snapshot: unknown = JSON.parse(chunks.join(''));
  if (typeof snapshot !== 'object' || snapshot === null || !('trace_tree' in snapshot)) {
    throw new Error('the heap snapshot has no trace tree');
  }
  return sumOfCounts(snapshot.trace_tree);
}

/** A trace tree is a flat list of nodes: id, function index, count, size, children. */
const nodeFields = 5;
const countField = 2;
const childrenField = 4;

function sumOfCounts(nodes: unknown): number {
  if (!Array.isArray(nodes)) throw new Error('the heap snapshot has an unknown trace tree format');
  let sum = 0;
  for (let at = 0; at + nodeFields <= nodes.length; at += nodeFields) {
    sum += Number(nodes[at + countField]) + sumOfCounts(nodes[at + childrenField]);
  }
  return sum;
}
