import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteTrees, type TreeSource } from '../../../src/measure/sites/call-tree.js';
import { placesOf } from '../../../src/measure/sites/places.js';
import type { StackBytes } from '../../../src/measure/sites/stacks.js';
import type { StackFrame } from '../../../src/measure/worker/protocol.js';
import { packageRoot } from '../../../src/package-root.js';
import { deepestCall, mostCalls } from '../../../src/results/call-tree-schema.js';
import type { CallTree, SiteTrees } from '../../../src/results/schema.js';
import { sitesSchema } from '../../../src/results/sites-schema.js';

const frame = (functionName: string, url = 'file:///app/a.mjs', line = 7): StackFrame => ({
  functionName,
  url,
  line,
  column: 3,
});
const ours = (file: string, name: string) => frame(name, `file://${packageRoot}/lib/src/measure/worker/${file}`);
const locate = placesOf([], '/app');
const nothing: TreeSource = { heap: [], buffers: [], strayBytes: 0 };

const treesOf = (alive: Partial<TreeSource>) =>
  siteTrees({ alive: { ...nothing, ...alive }, allocated: nothing }, locate);

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Names, indented by their depth, with the bytes of each. */
function outline({ frames }: SiteTrees, { depth, frame: of, bytes }: CallTree): string[] {
  return depth.map((deep, at) => `${'  '.repeat(deep)}${frames[of[at] ?? -1]?.function} ${bytes[at]}`);
}

const stacks = fc.array(
  fc.record<StackBytes>({
    stack: fc.array(
      fc.constantFrom('a', 'b', 'c', 'd', 'e').map((name) => frame(name)),
      { maxLength: 90 },
    ),
    bytes: fc.nat({ max: 2 ** 40 }),
  }),
  { maxLength: 40 },
);
const sources = fc.record<TreeSource>({ heap: stacks, buffers: stacks, strayBytes: fc.nat() });

describe('a tree of calls', () => {
  it('loses no byte, and is one that a document may have', () => {
    fc.assert(
      fc.property(sources, sources, (alive, allocated) => {
        const trees = siteTrees({ alive, allocated }, locate);
        for (const [{ heap, buffers, strayBytes }, tree] of [
          [alive, trees.alive],
          [allocated, trees.allocated],
        ] as const) {
          const given = sumOf([...heap, ...buffers].map(({ bytes }) => bytes)) + strayBytes;
          expect(sumOf(tree.bytes)).toBe(given);
          expect(tree.depth.length).toBeLessThanOrEqual(mostCalls);
        }
        expect(sitesSchema.parse({ alive: [], allocated: [], trees }).trees).toEqual(trees);
      }),
    );
  });

  it('has calls by who called them, the greatest first, and objects apart from Buffers', () => {
    const trees = treesOf({
      heap: [
        { stack: [frame('small'), frame('run')], bytes: 10 },
        { stack: [frame('great'), frame('run')], bytes: 30 },
        { stack: [frame('run')], bytes: 5 },
      ],
      buffers: [{ stack: [frame('run', undefined, 9)], bytes: 100 }],
      strayBytes: 20,
    });
    expect(outline(trees, trees.alive)).toEqual([
      'objects on the heap 0',
      '  run 5',
      '    great 30',
      '    small 10',
      'Buffers and ArrayBuffers 0',
      '  run 100',
      '  Node and native code 20',
    ]);
  });

  it('names each function once for both of its sides', () => {
    const heap = [{ stack: [frame('a'), frame('b'), frame('a')], bytes: 10 }];
    const { frames } = siteTrees({ alive: { ...nothing, heap }, allocated: { ...nothing, heap } }, locate);
    expect(frames.map((place) => place.function)).toEqual(['objects on the heap', 'a', 'b']);
  });

  it('has nothing of what is there for the recording, and none of our calls', () => {
    const [recorder, worker] = [ours('site-recorder.js', 'write'), ours('sample-run.js', 'takeSample')];
    const trees = treesOf({
      heap: [
        { stack: [frame('', ''), recorder, worker], bytes: 1000 },
        { stack: [frame('a'), recorder, worker, frame('(root)', '')], bytes: 10 },
      ],
    });
    expect(outline(trees, trees.alive)).toEqual(['objects on the heap 0', '  a 10']);
  });

  it('has no call that has neither a name nor a file', () => {
    const trees = treesOf({ heap: [{ stack: [frame(''), frame('', ''), frame('run')], bytes: 10 }] });
    expect(outline(trees, trees.alive)).toEqual(['objects on the heap 0', '  run 0', '     10']);
  });

  it('counts what is small for its caller', () => {
    const trees = treesOf({
      heap: [
        { stack: [frame('great'), frame('run')], bytes: 10_000 },
        { stack: [frame('smaller'), frame('small'), frame('run')], bytes: 19 },
      ],
    });
    expect(outline(trees, trees.alive)).toEqual(['objects on the heap 0', '  run 19', '    great 10000']);
  });

  it('keeps the greatest of too many calls, none without its caller', () => {
    const heap = Array.from({ length: 450 }, (_, index) => ({
      stack: [frame(`f${index}`), frame(`g${index}`)],
      bytes: 1000 + index,
    }));
    const { alive, frames } = treesOf({ heap });
    expect(alive.depth).toHaveLength(mostCalls);
    expect(frames.map((place) => place.function).slice(0, 3)).toEqual(['objects on the heap', 'g449', 'f449']);
  });

  it('is no deeper than a document may have it, however deep the calls were', () => {
    const heap = [{ stack: Array.from({ length: 500 }, (_, index) => frame(`f${index}`)), bytes: 10 }];
    const { alive } = treesOf({ heap });
    expect(alive.depth.at(-1)).toBe(deepestCall);
    expect(alive.bytes.at(-1)).toBe(10);
  });
});
