import { describe, expect, it } from 'vitest';
import { deepestCall, mostCalls } from '../../src/results/call-tree-schema.js';
import type { SiteTrees } from '../../src/results/schema.js';
import { sitesSchema } from '../../src/results/sites-schema.js';
import { createSite, createTrees } from '../builders.js';

const accepts = (trees: SiteTrees | undefined) =>
  sitesSchema.safeParse({ alive: [], allocated: [], ...(trees === undefined ? {} : { trees }) }).success;
const withAlive = (alive: Partial<SiteTrees['alive']>): SiteTrees => {
  const trees = createTrees();
  return { ...trees, alive: { ...trees.alive, ...alive } };
};

describe('where memory comes from, as a document has it', () => {
  it('may be told by calls, and need not', () => {
    expect(accepts(createTrees())).toBe(true);
    expect(accepts(undefined)).toBe(true);
  });

  it.each([
    ['columns of different lengths', withAlive({ bytes: [1] })],
    ['a call that is below no other', withAlive({ depth: [0, 2, 2, 2, 0, 1] })],
    ['a first call that is below something', withAlive({ depth: [1, 1, 1, 1, 1, 1] })],
    ['a call of a frame that there is not', withAlive({ frame: [0, 2, 3, 4, 1, 5] })],
    ['bytes below nothing', withAlive({ bytes: [0, 0, 0, 0, 0, -1] })],
    [
      'more calls than are shown',
      withAlive({
        depth: Array(mostCalls + 1).fill(0),
        frame: Array(mostCalls + 1).fill(0),
        bytes: Array(mostCalls + 1).fill(1),
      }),
    ],
    [
      'calls that are deeper than is shown',
      withAlive({
        depth: Array.from({ length: deepestCall + 2 }, (_, index) => index),
        frame: Array(deepestCall + 2).fill(0),
        bytes: Array(deepestCall + 2).fill(1),
      }),
    ],
    [
      'a name without end',
      { ...createTrees(), frames: Array(5).fill({ file: '', line: 0, function: 'f'.repeat(121) }) },
    ],
  ])('is refused with %s', (_, trees) => {
    expect(accepts(trees)).toBe(false);
  });

  it('names no more than twenty sites', () => {
    const alive = Array.from({ length: 21 }, () => createSite());
    expect(sitesSchema.safeParse({ alive, allocated: [] }).success).toBe(false);
  });
});
