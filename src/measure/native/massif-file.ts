import { type MassifProfile, mostSnapshots, type NativeTreeFrame } from '../../results/native-schema.js';
import { FrameTable } from '../call-tree.js';
import type { RawFrame } from './frames.js';
import { branchesOf, type MassifNode, parseMassifTree, stacksIn } from './massif-tree.js';
import { nativeTree } from './native-trees.js';
import { type Profiled, programIn } from './owner.js';

interface Snapshot {
  readonly time: number;
  readonly bytes: number;
  /** The part of `bytes` that malloc itself needs, in addition to the blocks. */
  readonly extraBytes: number;
  readonly tree: string[];
}

type Massif = Pick<MassifProfile, 'peakBytes' | 'snapshots' | 'tree' | 'trees'>;

/**
 * Parses a file of massif: its series of snapshots, and the tree of the peak.
 * @throws Error if it is not such a file, or ends before its first snapshot.
 */
export function parseMassifFile(text: string, workingDirectory: string): Massif {
  const snapshots = snapshotsIn(text);
  // massif marks a peak only when memory is freed after it. For a program that only grows, that is not the greatest.
  const peak = greatest(snapshots);
  if (peak === undefined) throw new Error('massif took no snapshot');
  const thinned = thin(snapshots, peak);
  const root = peak.tree.length === 0 ? undefined : parseMassifTree(peak.tree);
  const program = programIn(/^cmd: (.*)$/m.exec(text)?.[1] ?? '');
  return {
    peakBytes: peak.bytes,
    snapshots: { instructions: thinned.map(({ time }) => time), bytes: thinned.map(({ bytes }) => bytes) },
    tree: root === undefined ? [] : branchesOf(root, workingDirectory),
    ...(root === undefined ? {} : { trees: treesOf(root, peak, { workingDirectory, program }) }),
  };
}

const besideBlocks: RawFrame = { function: '(malloc itself, beside the blocks)', file: '', line: 0, object: '' };

function treesOf(root: MassifNode, { bytes, extraBytes }: Snapshot, profiled: Profiled): MassifProfile['trees'] {
  const frames = new FrameTable<NativeTreeFrame>();
  const stacks = [...stacksIn(root), { bytes: extraBytes, frames: [besideBlocks] }];
  const peak = nativeTree(stacks, bytes, profiled, frames);
  return { frames: frames.all(), peak };
}

/** The head says how massif was run; each snapshot is below its number. */
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
    const extraBytes = figure('mem_heap_extra_B', extra);
    return {
      time: figure('time', time),
      bytes: figure('mem_heap_B', heap) + extraBytes + figure('mem_stacks_B', stacks),
      extraBytes,
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

/** Thins the series evenly, but keeps the peak and the last snapshot. */
function thin(snapshots: readonly Snapshot[], peak: Snapshot): Snapshot[] {
  const step = Math.max(1, Math.ceil(snapshots.length / (mostSnapshots - 2)));
  return snapshots.filter(
    (snapshot, index) => index % step === 0 || snapshot === peak || index === snapshots.length - 1,
  );
}
