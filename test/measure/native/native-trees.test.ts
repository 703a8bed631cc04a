import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameTable } from '../../../src/measure/call-tree.js';
import type { RawFrame } from '../../../src/measure/native/frames.js';
import { type MassifNode, stacksIn } from '../../../src/measure/native/massif-tree.js';
import { nativeTree, type StackOfBytes } from '../../../src/measure/native/native-trees.js';
import { mostCalls } from '../../../src/results/call-tree-schema.js';
import type { NativeTreeFrame } from '../../../src/results/native-schema.js';
import { nativeSchema } from '../../../src/results/native-schema.js';
import { createHeaptrack } from '../../builders.js';

const frame = (name: string): RawFrame => ({ function: name, file: '', line: 0, object: '/opt/daemon' });
const profiled = { workingDirectory: '/project', program: 'daemon' };
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Names, indented by their depth, with the bytes of each. */
function outline(stacks: readonly StackOfBytes[], whole: number): string[] {
  const frames = new FrameTable<NativeTreeFrame>();
  const tree = nativeTree(stacks, whole, profiled, frames);
  return tree.depth.map((deep, at) => {
    const { function: name = '' } = frames.all()[tree.frame[at] ?? -1] ?? {};
    return `${'  '.repeat(deep)}${name === '' ? 'all' : name} ${tree.bytes[at]}`;
  });
}

describe('a tree of native calls', () => {
  it('has the outermost call first, and what no stack had as nobody’s', () => {
    const stacks = [
      { bytes: 30, frames: [frame('keep'), frame('main')] },
      { bytes: 50, frames: [frame('load'), frame('main')] },
    ];
    expect(outline(stacks, 90)).toEqual(['all 10', '  main 0', '    load 50', '    keep 30']);
  });

  it('has no call that only passes on what others want', () => {
    const stacks = [{ bytes: 30, frames: [frame('malloc'), frame('alloc::vec::Vec<T>::push'), frame('keep')] }];
    expect(outline(stacks, 30)).toEqual(['all 0', '  keep 30']);
  });

  it('loses no byte, and is one that a document may have', () => {
    const stacks = fc.array(
      fc.record({
        bytes: fc.nat({ max: 2 ** 40 }),
        frames: fc.array(fc.constantFrom('a', 'b', 'c', 'malloc', '').map(frame), { minLength: 1, maxLength: 90 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(stacks, fc.nat(), (some, more) => {
        const whole = sumOf(some.map(({ bytes }) => bytes)) + more;
        const frames = new FrameTable<NativeTreeFrame>();
        const peak = nativeTree(some, whole, profiled, frames);
        expect(sumOf(peak.bytes)).toBe(whole);
        expect(peak.depth.length).toBeLessThanOrEqual(mostCalls);
        const trees = { frames: frames.all(), peak, leaked: peak };
        expect(nativeSchema.parse(createHeaptrack({ trees }))).toMatchObject({ trees });
      }),
    );
  });
});

describe('a tree of massif, turned around', () => {
  const node = (name: string, bytes: number, ...children: readonly MassifNode[]): MassifNode => ({
    frame: frame(name),
    bytes,
    isOutermost: children.length === 0,
    children,
  });

  it('has whole stacks by whoever called', () => {
    const root = node(
      '(heap allocation functions)',
      100,
      node('keep', 80, node('load', 50, node('main', 50)), node('serve', 30)),
    );
    expect(outline(stacksIn(root), 100)).toEqual([
      'all 20',
      '  main 0',
      '    load 0',
      '      keep 50',
      '  serve 0',
      '    keep 30',
    ]);
  });

  it('says of callers that had too little each that they are not told', () => {
    const alone = { ...node('read', 20), isOutermost: false };
    const root = node('(heap allocation functions)', 100, node('keep', 80, node('main', 70)), alone);
    expect(outline(stacksIn(root), 100)).toEqual([
      'all 0',
      '  main 0',
      '    keep 70',
      '  (callers below massif’s threshold) 0',
      '    read 20',
      '    keep 10',
    ]);
  });
});
