import type { CallTree } from '../../results/call-tree-schema.js';
import type { NativeTreeFrame } from '../../results/native-schema.js';
import { CallsBelow, type FrameTable, prunedTree } from '../call-tree.js';
import { type RawFrame, shownFrame } from './frames.js';
import { ownerOf, type Profiled } from './owner.js';
import { tellingFrames } from './top-stacks.js';

/** Bytes allocated by a stack, the innermost call first. */
export interface StackOfBytes {
  readonly bytes: number;
  readonly frames: readonly RawFrame[];
}

/**
 * Stacks as a tree of calls, small enough to store. The part of `whole` bytes that the stacks do not have is attributed
 * to no call. Calls that only allocate for their callers are left out.
 */
export function nativeTree(
  stacks: readonly StackOfBytes[],
  whole: number,
  profiled: Profiled,
  frames: FrameTable<NativeTreeFrame>,
): CallTree {
  const below = new CallsBelow<NativeTreeFrame>({ function: '', file: '', line: 0, object: '', owner: 'system' });
  let told = 0;
  for (const { bytes, frames: stack } of stacks) {
    told += bytes;
    const calls = tellingFrames(stack).map((frame) => ({
      ...shownFrame(frame, profiled.workingDirectory),
      owner: ownerOf(frame, profiled),
    }));
    below.add(calls.reverse(), bytes);
  }
  below.add([], Math.max(0, whole - told));
  return prunedTree([below], frames);
}
