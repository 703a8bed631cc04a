import { describe, expect, it } from 'vitest';
import { compareNative } from '../../src/compare/native.js';
import type { MeasuredSample, Native } from '../../src/results/schema.js';
import { createFailedSample, createHeaptrack, createMassif, createSample } from '../builders.js';

const profiled = (native: Native): MeasuredSample => createSample({ pass: 'native', metrics: {}, native });
const failed = createFailedSample({ message: 'heaptrack wrote nothing' });
const broken = { ...failed, pass: 'native' as const };

describe('what a profiler of native memory found', () => {
  it('is nothing where it was not asked', () => {
    expect(compareNative([createSample(), failed], [])).toEqual([]);
  });

  it('has the totals of the baseline beside it', () => {
    const before = createHeaptrack({ peakBytes: 1, leakedBytes: 2, allocationCalls: 3 });
    expect(compareNative([createSample(), profiled(createHeaptrack())], [createSample(), profiled(before)])).toEqual([
      {
        kind: 'profile',
        now: createHeaptrack(),
        baseline: { peakBytes: 1, leakedBytes: 2, allocationCalls: 3 },
      },
    ]);
  });

  it.each([
    ['by another profiler', createHeaptrack()],
    ['of another process', createMassif({ subject: 'command' })],
    ['counted in another way', createMassif({ counts: 'heap' })],
  ])('is not compared with a baseline %s', (_, before) => {
    expect(compareNative([profiled(createMassif())], [profiled(before)])).toMatchObject([{ baseline: undefined }]);
  });

  it('is compared with the same profiler where there are several', () => {
    const baseline = [profiled(createHeaptrack()), profiled(createMassif({ peakBytes: 5 }))];
    const found = compareNative([profiled(createHeaptrack()), profiled(createMassif())], baseline);
    expect(found).toMatchObject([{ baseline: { leakedBytes: 10_000_000 } }, { baseline: { peakBytes: 5 } }]);
  });

  it('is why it broke, where it did', () => {
    expect(compareNative([createSample(), broken], [])).toEqual([
      { kind: 'failed', message: 'heaptrack wrote nothing' },
    ]);
  });

  it('is no longer what broke once it was found', () => {
    expect(compareNative([broken, profiled(createMassif())], [])).toMatchObject([{ kind: 'profile' }]);
  });
});
