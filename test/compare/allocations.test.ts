import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAllocations } from '../../src/compare/allocations.js';
import type { AllocatorDifference } from '../../src/compare/verdict.js';
import { type Allocator, mostSites } from '../../src/results/schema.js';
import { createAllocator, createSample } from '../builders.js';

/** Samples of a case whose allocation pass found these. */
const samplesOf = (allocations: Allocator[]) => [createSample(), createSample({ pass: 'allocations', allocations })];

function compared(now: Allocator[], before: Allocator[]): readonly AllocatorDifference[] {
  return compareAllocations(samplesOf(now), samplesOf(before))?.functions ?? [];
}

const full = (count: number) =>
  Array.from({ length: mostSites }, (_, index) => createAllocator({ function: `f${index}`, count: count + index }));

describe('the allocations of a case', () => {
  it('are unknown where they were not counted', () => {
    expect(compareAllocations([createSample()], samplesOf([createAllocator()]))).toBeUndefined();
  });

  it('are told as they are where the baseline knows none', () => {
    const allocations = compareAllocations(samplesOf([createAllocator({ count: 5 })]), [createSample()]);
    expect(allocations).toMatchObject({ compared: false, functions: [{ now: 5, baseline: undefined }] });
  });

  it('are compared with those of the baseline, also on lines that moved', () => {
    const [only] = compared([createAllocator({ line: 50, count: 900 })], [createAllocator({ count: 1000 })]);
    expect(only).toMatchObject({ line: 50, now: 900, baseline: 1000, difference: -100 });
  });

  it('differ in nothing from themselves', () => {
    const names = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), fc.nat()), {
      maxLength: mostSites,
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(names, (drawn) => {
        const allocators = drawn.map(([name, count]) => createAllocator({ function: name, count }));
        const differences = compared(allocators, allocators);
        expect(differences).toHaveLength(allocators.length);
        for (const { now, baseline, difference } of differences) expect([difference, baseline]).toEqual([0, now]);
      }),
    );
  });

  it('name what came, and what went', () => {
    const differences = compared([createAllocator({ function: 'comes', count: 3 })], [createAllocator({ count: 8 })]);
    expect(differences).toMatchObject([
      { function: 'comes', now: 3, baseline: undefined, difference: 3 },
      { function: 'load', now: undefined, baseline: 8, difference: -8 },
    ]);
  });

  it('that a full list does not name may be as many as the least it names', () => {
    const [first] = compared([createAllocator({ function: 'comes', count: 130 })], full(100));
    expect(first).toMatchObject({ baseline: undefined, difference: 30 });
    expect(compared(full(100), [createAllocator({ count: 130 })]).at(-1)).toMatchObject({
      now: undefined,
      difference: -30,
    });
    expect(compared([createAllocator({ count: 90 })], full(100))[0]?.difference).toBe(0);
  });
});
