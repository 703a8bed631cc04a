import type { CallTree, SiteTrees } from '../../results/schema.js';
import { CallsBelow, FrameTable, prunedTree } from '../call-tree.js';
import type { StackFrame } from '../worker/protocol.js';
import { nativeName } from './aggregate.js';
import type { Located, Place } from './places.js';
import type { StackBytes } from './stacks.js';

/** The input of a tree: stacks, innermost call first, with the bytes they allocated. */
export interface TreeSource {
  readonly heap: readonly StackBytes[];
  readonly buffers: readonly StackBytes[];
  /** Bytes of buffers whose creator was not seen. */
  readonly strayBytes: number;
}

/** The calls that memory comes from, as trees small enough to store. */
export function siteTrees(
  sources: { readonly alive: TreeSource; readonly allocated: TreeSource },
  locate: (frame: StackFrame) => Located,
): SiteTrees {
  const frames = new FrameTable<Place>();
  const alive = callTree(sources.alive, locate, frames);
  const allocated = callTree(sources.allocated, locate, frames);
  return { frames: frames.all(), alive, allocated };
}

function callTree(
  { heap, buffers, strayBytes }: TreeSource,
  locate: (frame: StackFrame) => Located,
  frames: FrameTable<Place>,
): CallTree {
  const objects = new CallsBelow(nameOnly('objects on the heap'));
  const made = new CallsBelow(nameOnly('Buffers and ArrayBuffers'));
  for (const { stack, bytes } of heap) count(objects, stack.map(locate), Math.round(bytes));
  for (const { stack, bytes } of buffers) count(made, stack.map(locate), Math.round(bytes));
  made.add([nameOnly(nativeName)], Math.round(strayBytes));
  return prunedTree([objects, made], frames);
}

/**
 * Adds a stack, innermost call first, without memory-bench's calls and those with neither a name nor a file. Ignores a
 * stack that exists only for the recording.
 */
function count(below: CallsBelow<Place>, calls: readonly Located[], bytes: number): void {
  if (calls.find(({ owner }) => owner !== 'inside')?.owner === 'recorder') return;
  const shown = calls.filter(({ owner, path, place }) => {
    const isOurs = owner === 'recorder' || (owner === 'inside' && path !== '');
    const isNobody = path === '' && (place.function === '' || place.function === '(root)');
    return !isOurs && !isNobody;
  });
  below.add(shown.map(({ place }) => place).reverse(), bytes);
}

function nameOnly(name: string): Place {
  return { file: '', line: 0, function: name };
}
