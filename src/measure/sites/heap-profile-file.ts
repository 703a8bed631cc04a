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
 * A `.heapprofile` that Chrome DevTools opens, with positions in the original files. V8 leaves out Buffers; they are
 * added by the lines that created them.
 */
export function heapProfileFile(
  heap: HeapProfileNode | undefined,
  buffers: readonly StackBytes[],
  locate: (frame: StackFrame) => Located,
): string {
  let lastId = 0;
  /** Buffer nodes by caller, then by call. */
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

/** The file name for a case id. */
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
