import {
  deepestTree,
  type MassifBranch,
  type MassifProfile,
  mostBranches,
  mostSnapshots,
  type NativeFrame,
} from '../../results/native-schema.js';
import { isPlumbing, type RawFrame, shownFrame } from './frames.js';

type Snapshot = { readonly time: number; readonly bytes: number; readonly tree: string[] };
type Massif = Pick<MassifProfile, 'peakBytes' | 'snapshots' | 'tree'>;

/**
 * Reads a file of massif: its series of snapshots, and the tree of the peak.
 * @throws Error where it is none, or ends before its first snapshot.
 */
export function parseMassifFile(text: string, workingDirectory: string): Massif {
  const snapshots = snapshotsIn(text);
  // What massif calls the peak is one that memory was freed after: of a program that only grows it is not the greatest.
  const peak = greatest(snapshots);
  if (peak === undefined) throw new Error('massif took no snapshot');
  const thinned = thin(snapshots, peak);
  return {
    peakBytes: peak.bytes,
    snapshots: { instructions: thinned.map(({ time }) => time), bytes: thinned.map(({ bytes }) => bytes) },
    tree: peak.tree.length === 0 ? [] : treeOf(peak.tree, workingDirectory),
  };
}

/** The head says how massif was run; each snapshot stands below its number. */
function snapshotsIn(text: string): Snapshot[] {
  const [head = '', ...parts] = text.split(/^#-+\nsnapshot=\d+\n#-+\n/m);
  if (!head.startsWith('desc: ') || !/^time_unit: i$/m.test(head)) throw new Error('this is no file of massif');
  return parts.map((part) => {
    const lines = part.split('\n').filter((line) => line !== '');
    const figure = (name: string, line = '') => {
      const [, digits] = new RegExp(`^${name}=(\\d+)$`).exec(line) ?? [];
      if (digits === undefined) throw new Error(`massif told no ${name}: ${line.slice(0, 200)}`);
      return Number(digits);
    };
    const [time, heap, extra, stacks, tree, ...nodes] = lines;
    if (!/^heap_tree=(?:empty|detailed|peak)$/.test(tree ?? ''))
      throw new Error(`massif told no heap_tree: ${tree?.slice(0, 200)}`);
    return {
      time: figure('time', time),
      bytes: figure('mem_heap_B', heap) + figure('mem_heap_extra_B', extra) + figure('mem_stacks_B', stacks),
      tree: nodes,
    };
  });
}

function greatest(snapshots: readonly Snapshot[]): Snapshot | undefined {
  return snapshots.reduce<Snapshot | undefined>(
    (best, snapshot) => (best === undefined || snapshot.bytes > best.bytes ? snapshot : best),
    undefined,
  );
}

/** Evenly over the series; the peak and the last one stay. */
function thin(snapshots: readonly Snapshot[], peak: Snapshot): Snapshot[] {
  const step = Math.max(1, Math.ceil(snapshots.length / (mostSnapshots - 2)));
  return snapshots.filter(
    (snapshot, index) => index % step === 0 || snapshot === peak || index === snapshots.length - 1,
  );
}

/** Stands for the program, its libraries and its first stack. */
const startName = '(mapped when the program was started)';

interface TreeLine {
  readonly depth: number;
  readonly children: number;
  readonly bytes: number;
  /** Undefined for what massif has put together below its threshold. */
  readonly frame: RawFrame | undefined;
}

interface Node extends NativeFrame {
  readonly bytes: number;
  readonly children: readonly Node[];
}

/** What stands below the root, as much of it as is kept. */
function treeOf(lines: readonly string[], workingDirectory: string): MassifBranch[] {
  const read = lines.map(treeLine);
  let at = 0;
  const next = (depth: number): Node | undefined => {
    const line = read[at];
    if (line?.depth !== depth) throw new Error(`the tree of massif breaks off at its line ${at + 1}`);
    at += 1;
    const children = Array.from({ length: line.children }, () => next(depth + 1)).flatMap((child) => child ?? []);
    return line.frame && { bytes: line.bytes, ...shownFrame(line.frame, workingDirectory), children };
  };
  const root = next(0);
  if (root === undefined || at !== read.length) throw new Error('the tree of massif does not end where it should');
  const branches = flattened(root.children, 0);
  // No branch has more than the one it stands below: of what is kept, no part hangs in the air.
  const kept = new Set([...branches].sort((a, b) => b.bytes - a.bytes || a.level - b.level).slice(0, mostBranches));
  return branches.filter((branch) => kept.has(branch));
}

/** Each with its callers behind it. Massif has a branch for each call; those of one function at one line are one here. */
function flattened(nodes: readonly Node[], level: number): MassifBranch[] {
  if (level === deepestTree) return [];
  const merged = new Map<string, Node>();
  for (const { bytes, children, ...frame } of nodes.flatMap(withoutPlumbing)) {
    const key = JSON.stringify(frame);
    const known = merged.get(key);
    const all = [...(known?.children ?? []), ...children];
    merged.set(key, { ...frame, bytes: bytes + (known?.bytes ?? 0), children: all });
  }
  return [...merged.values()]
    .sort((a, b) => b.bytes - a.bytes)
    .flatMap(({ children, ...frame }) => [{ level, ...frame }, ...flattened(children, level + 1)]);
}

/** Whoever only passes on what others want gives way to them, where massif knows them. */
function withoutPlumbing(node: Node): Node[] {
  const { children } = node;
  return isPlumbing(node.function) && children.length > 0 ? children.flatMap(withoutPlumbing) : [node];
}

/** ` n1: 3043328 0x44A18DB: _dl_map_segment (dl-map-segments.h:29)`, indented by its depth. */
function treeLine(line: string): TreeLine {
  const [, indent = '', children, bytes, rest = ''] = /^( *)n(\d+): (\d+) (.+)$/.exec(line) ?? [];
  if (children === undefined) throw new Error(`a line of massif’s tree is not understood: ${line.slice(0, 200)}`);
  return { depth: indent.length, children: Number(children), bytes: Number(bytes), frame: frameOf(rest) };
}

function frameOf(text: string): RawFrame | undefined {
  if (/^in \d+ places?, (?:all )?below massif's threshold/.test(text)) return undefined;
  const none = { file: '', line: 0, object: '' };
  // The root names the ways of allocating.
  if (text.startsWith('(')) return { ...none, function: text };
  // What the kernel has mapped before the first instruction has no call.
  if (text === '0x0: ???') return { ...none, function: startName };
  const [, told = text] = /^0x[0-9A-F]+: (.*)$/i.exec(text) ?? [];
  const [, inObject, object] = /^(.*) \(in (.+)\)$/.exec(told) ?? [];
  if (inObject !== undefined && object !== undefined) return { ...none, function: inObject, object };
  const [, name, file, line] = /^(.*) \(([^()]+):(\d+)\)$/.exec(told) ?? [];
  if (name !== undefined && file !== undefined) return { ...none, function: name, file, line: Number(line) };
  return { ...none, function: told };
}
