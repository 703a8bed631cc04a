import { EnvironmentError } from '../../errors.js';
import type { BufferRecord, HeapProfileNode, StackFrame } from '../worker/protocol.js';

/** Bytes allocated by a stack of calls, innermost first. */
export interface StackBytes {
  readonly stack: readonly StackFrame[];
  readonly bytes: number;
}

/** Frames of all stacks of a record together, at most; V8's own records have a tenth of this. */
export const mostFrames = 20_000_000;

/** @throws EnvironmentError if the stacks have more than `mostFrames` frames in total. */
export function countFrames(before: number, stack: readonly StackFrame[]): number {
  const frames = before + stack.length;
  if (frames > mostFrames) throw new EnvironmentError(`the record of the pass has more than ${mostFrames} frames`);
  return frames;
}

/**
 * The stacks of a heap profile that allocated something themselves.
 * @throws EnvironmentError if there are too many.
 */
export function stacksOf(head: HeapProfileNode): StackBytes[] {
  const found: StackBytes[] = [];
  let frames = 0;
  const walk = (node: HeapProfileNode, callers: readonly StackFrame[]) => {
    const stack = [frameOf(node), ...callers];
    if (node.selfSize > 0) {
      frames = countFrames(frames, stack);
      found.push({ stack, bytes: node.selfSize });
    }
    for (const child of node.children) walk(child, stack);
  };
  walk(head, []);
  return found;
}

/** V8 counts lines of functions from 0, and uses -1 for none. */
function frameOf({ callFrame: { functionName, url, lineNumber, columnNumber } }: HeapProfileNode): StackFrame {
  return { functionName, url, line: lineNumber + 1, column: columnNumber + 1 };
}

/** The stacks that created Buffers, with the bytes that `bytesOf` selects. */
export function stacksOfBuffers(
  buffers: readonly BufferRecord[],
  bytesOf: (record: BufferRecord) => number,
): StackBytes[] {
  return buffers.map((record) => ({ stack: record.stack, bytes: bytesOf(record) })).filter(({ bytes }) => bytes > 0);
}
