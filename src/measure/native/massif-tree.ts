import { deepestTree, type MassifBranch, mostBranches } from '../../results/native-schema.js';
import { isPlumbing, type RawFrame, shownFrame } from './frames.js';
import type { StackOfBytes } from './native-trees.js';

/** Depth limit of a stack; massif is asked for 60 calls. */
const deepest = 100;
/** Represents the program, its libraries and its first stack. */
const startName = '(mapped when the program was started)';

/** The name of a function can have any length, and the patterns below take quadratic time. */
const longestLine = 10_000;

interface TreeLine {
  readonly depth: number;
  readonly children: number;
  readonly bytes: number;
  /** Undefined for calls that massif has grouped below its threshold. */
  readonly frame: RawFrame | undefined;
}

/** A function that allocated, or that called the function above it. */
export interface MassifNode {
  readonly bytes: number;
  readonly frame: RawFrame;
  /** Whether it has no caller, as far as the stack was followed. */
  readonly isOutermost: boolean;
  /** Its callers, without those that had too little to be listed. */
  readonly children: readonly MassifNode[];
}

/**
 * Parses the lines of a snapshot’s tree.
 * @throws Error for anything else.
 */
export function parseMassifTree(lines: readonly string[]): MassifNode {
  const read = lines.map((line) => treeLine(line.slice(0, longestLine)));
  let at = 0;
  const next = (depth: number): MassifNode | undefined => {
    const line = read[at];
    if (line?.depth !== depth) throw new Error(`the tree of massif breaks off at its line ${at + 1}`);
    at += 1;
    const children = Array.from({ length: line.children }, () => next(depth + 1)).flatMap((child) => child ?? []);
    const isOutermost = line.children === 0;
    return line.frame && { bytes: line.bytes, frame: line.frame, isOutermost, children };
  };
  const root = next(0);
  if (root === undefined || at !== read.length) throw new Error('the tree of massif does not end where it should');
  return root;
}

/** The branches below the root, as many as are kept. */
export function branchesOf(root: MassifNode, workingDirectory: string): MassifBranch[] {
  const branches = flattened(root.children, 0, workingDirectory);
  // No branch has more than its parent, so the parent of each kept branch is kept as well.
  const kept = new Set([...branches].sort((a, b) => b.bytes - a.bytes || a.level - b.level).slice(0, mostBranches));
  return branches.filter((branch) => kept.has(branch));
}

/** Each branch, followed by its callers. Massif has a branch for each call; calls at one line are merged here. */
function flattened(nodes: readonly MassifNode[], level: number, workingDirectory: string): MassifBranch[] {
  if (level === deepestTree) return [];
  const merged = new Map<string, { branch: MassifBranch; children: readonly MassifNode[] }>();
  for (const { bytes, children, frame } of nodes.flatMap(withoutPlumbing)) {
    const shown = shownFrame(frame, workingDirectory);
    const key = JSON.stringify(shown);
    const known = merged.get(key);
    merged.set(key, {
      branch: { level, ...shown, bytes: bytes + (known?.branch.bytes ?? 0) },
      children: [...(known?.children ?? []), ...children],
    });
  }
  return [...merged.values()]
    .sort((a, b) => b.branch.bytes - a.branch.bytes)
    .flatMap(({ branch, children }) => [branch, ...flattened(children, level + 1, workingDirectory)]);
}

/** Replaces functions that only allocate for their callers by these callers, if massif knows them. */
function withoutPlumbing(node: MassifNode): MassifNode[] {
  const { children, frame } = node;
  return isPlumbing(frame) && children.length > 0 ? children.flatMap(withoutPlumbing) : [node];
}

/** Represents callers that had too little each to be listed. */
const untoldCallers: RawFrame = { function: '(callers below massif’s threshold)', file: '', line: 0, object: '' };

/**
 * The tree as whole stacks, the innermost call first. If massif has not listed all callers of a function, the bytes of
 * the others are attributed to `untoldCallers`.
 */
export function stacksIn(root: MassifNode): StackOfBytes[] {
  const stacks: StackOfBytes[] = [];
  const walk = ({ bytes, isOutermost, children }: MassifNode, frames: readonly RawFrame[]) => {
    const own = bytes - children.reduce((sum, child) => sum + child.bytes, 0);
    if (own > 0) stacks.push({ bytes: own, frames: isOutermost ? frames : [...frames, untoldCallers] });
    for (const child of children) walk(child, [...frames, child.frame]);
  };
  for (const child of root.children) walk(child, [child.frame]);
  return stacks;
}

/** ` n1: 3043328 0x44A18DB: _dl_map_segment (dl-map-segments.h:29)`, indented by its depth. */
function treeLine(line: string): TreeLine {
  const [, indent = '', children, bytes, rest = ''] = /^( *)n(\d+): (\d+) (.+)$/.exec(line) ?? [];
  if (children === undefined) throw new Error(`a line of massif’s tree is not understood: ${line.slice(0, 200)}`);
  if (indent.length > deepest) throw new Error(`massif’s tree is more than ${deepest} calls deep`);
  return { depth: indent.length, children: Number(children), bytes: Number(bytes), frame: frameOf(rest) };
}

function frameOf(text: string): RawFrame | undefined {
  if (/^in \d+ places?, (?:all )?below massif's threshold/.test(text)) return undefined;
  const none = { file: '', line: 0, object: '' };
  // The root names the allocation functions.
  if (text.startsWith('(')) return { ...none, function: text };
  // Memory that the kernel has mapped before the first instruction has no call.
  if (text === '0x0: ???') return { ...none, function: startName };
  const [, told = text] = /^0x[0-9A-F]+: (.*)$/i.exec(text) ?? [];
  const [, inObject, object] = /^(.*) \(in (.+)\)$/.exec(told) ?? [];
  if (inObject !== undefined && object !== undefined) return { ...none, function: inObject, object };
  const [, name, file, line] = /^(.*) \((\/.+|[^()]+):(\d+)\)$/.exec(told) ?? [];
  if (name !== undefined && file !== undefined) return { ...none, function: name, file, line: Number(line) };
  return { ...none, function: told };
}
