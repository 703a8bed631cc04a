import type { BufferRecord, HeapProfileNode, StackFrame } from '../worker/protocol.js';

/** Bytes that came about below a stack of calls, innermost first. */
export interface StackBytes {
  readonly stack: readonly StackFrame[];
  readonly bytes: number;
}

/** The stacks of a heap profile that allocated something themselves. */
export function stacksOf(head: HeapProfileNode): StackBytes[] {
  const found: StackBytes[] = [];
  const walk = (node: HeapProfileNode, callers: readonly StackFrame[]) => {
    const stack = [frameOf(node), ...callers];
    if (node.selfSize > 0) found.push({ stack, bytes: node.selfSize });
    for (const child of node.children) walk(child, stack);
  };
  walk(head, []);
  return found;
}

/** V8 counts lines of functions from 0, and has -1 where there is none. */
function frameOf({ callFrame: { functionName, url, lineNumber, columnNumber } }: HeapProfileNode): StackFrame {
  return { functionName, url, line: lineNumber + 1, column: columnNumber + 1 };
}

/** The stacks that made Buffers, by what is asked of them. */
export function stacksOfBuffers(
  buffers: readonly BufferRecord[],
  bytesOf: (record: BufferRecord) => number,
): StackBytes[] {
  return buffers.map((record) => ({ stack: record.stack, bytes: bytesOf(record) })).filter(({ bytes }) => bytes > 0);
}
