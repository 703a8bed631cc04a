import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { HeapProfileNode, StackFrame } from '../worker/protocol.js';
import type { Located } from './places.js';
import type { StackBytes } from './stacks.js';

interface GrowingNode extends HeapProfileNode {
  readonly children: GrowingNode[];
  selfSize: number;
}

/**
 * A `.heapprofile` as Chrome DevTools opens it, in terms of the files that somebody wrote; Buffers, which V8 leaves out,
 * stand in it by the lines that made them.
 */
export function heapProfileFile(
  heap: HeapProfileNode | undefined,
  buffers: readonly StackBytes[],
  locate: (frame: StackFrame) => Located,
): string {
  let lastId = 0;
  /** Nodes of buffers by their call, for each caller. */
  const known = new Map<GrowingNode, Map<string, GrowingNode>>();
  const newNode = (frame: StackFrame, selfSize: number): GrowingNode => {
    lastId += 1;
    return { callFrame: callFrameOf(frame, locate(frame)), selfSize, id: lastId, children: [] };
  };
  const copy = ({ callFrame, selfSize, children }: HeapProfileNode): GrowingNode => {
    const { functionName, url, lineNumber, columnNumber } = callFrame;
    const node = newNode({ functionName, url, line: lineNumber + 1, column: columnNumber + 1 }, selfSize);
    for (const child of children) node.children.push(copy(child));
    return node;
  };
  const head = heap === undefined ? newNode(nameOnly('(root)'), 0) : copy(heap);
  if (buffers.length > 0) {
    const root = newNode(nameOnly('(Buffers and ArrayBuffers)'), 0);
    head.children.push(root);
    for (const { stack, bytes } of buffers) {
      const leaf = stack.reduceRight((node, frame) => childFor(node, frame), root);
      leaf.selfSize += bytes;
    }
  }
  return JSON.stringify({ head, samples: [] });

  function childFor(node: GrowingNode, frame: StackFrame): GrowingNode {
    const callees = known.get(node) ?? new Map<string, GrowingNode>();
    known.set(node, callees);
    const key = JSON.stringify(callFrameOf(frame, locate(frame)));
    const found = callees.get(key);
    if (found !== undefined) return found;
    const made = newNode(frame, 0);
    callees.set(key, made);
    node.children.push(made);
    return made;
  }
}

function nameOnly(functionName: string): StackFrame {
  return { functionName, url: '', line: 0, column: 0 };
}

function callFrameOf({ functionName, url, line, column }: StackFrame, { path, place }: Located) {
  const shown = path === '' ? url : pathToFileURL(path).href;
  const at = path === '' ? line : place.line;
  return { functionName, scriptId: '0', url: shown, lineNumber: at - 1, columnNumber: column - 1 };
}

/** A case id as the name of a file. */
export function fileNameOf(caseId: string): string {
  const safe = caseId
    .replaceAll('/', '__')
    .replaceAll(/[^\w.=-]+/g, '-')
    .replace(/^\.+/, '')
    .slice(0, 120);
  if (safe === caseId.replaceAll('/', '__')) return safe;
  // Two ids must not share a file.
  return `${safe}-${createHash('sha256').update(caseId).digest('hex').slice(0, 8)}`;
}
