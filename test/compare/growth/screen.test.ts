import { describe, expect, it } from 'vitest';
import { type PlannedSample, screen } from '../../../src/compare/growth/screen.js';
import {
  accusingValues,
  changesBetween,
  defaultTolerances,
  type GrowthValues,
  tolerancesFor,
} from '../../../src/compare/growth/series.js';
import { KIB, MIB } from './shapes.js';

const samplesOf = (changes: readonly GrowthValues[], iterations = 10): PlannedSample[] =>
  changes.map((each) => ({ iterations, changes: each }));
const heaps = (...bytes: readonly number[]) => samplesOf(bytes.map((heap) => ({ heap })));
const found = (samples: readonly PlannedSample[], baseline?: readonly PlannedSample[]) =>
  screen(samples, defaultTolerances, baseline && { samples: baseline }).map(({ series }) => series);

describe('screening the planned samples', () => {
  it('suspects a series whose mean change per iteration exceeds the tolerance', () => {
    expect(found(heaps(73 * KIB, 73 * KIB))).toEqual(['heap']);
    expect(found(heaps(71 * KIB, 71 * KIB))).toEqual([]);
  });

  it('leaves out what a run that does nothing keeps', () => {
    expect(found(samplesOf([{ heap: 32 * KIB, malloc: 8 * KIB, other: 512 * KIB }], 1))).toEqual([]);
    expect(found(samplesOf([{ heap: 37 * KIB }], 1))).toEqual(['heap']);
    expect(found(samplesOf([{ malloc: 13 * KIB }], 1))).toEqual(['malloc']);
    expect(found(samplesOf([{ other: 577 * KIB }], 1))).toEqual(['other']);
  });

  it('suspects a burst in one of five samples', () => {
    expect(found(heaps(0, 0, MIB, 0, 0))).toEqual(['heap']);
  });

  it('suspects growth that a release in one of five samples hides from the mean', () => {
    expect(found(heaps(100 * KIB, 100 * KIB, 100 * KIB, -5 * MIB, 100 * KIB))).toEqual(['heap']);
  });

  it('suspects three iterations as it does three hundred', () => {
    expect(found(samplesOf([{ external: 3 * MIB }], 3))).toEqual(['external']);
    expect(found(samplesOf([{ external: 3 * MIB }], 300))).toEqual(['external']);
  });

  it('suspects noisy memory where all samples grow, and not where the spread explains the mean', () => {
    const other = (...mebibytes: readonly number[]) => samplesOf(mebibytes.map((each) => ({ other: each * MIB })));
    expect(found(other(1.5, 1.6, 1.4, 1.5, 1.6))).toEqual(['other']);
    expect(found(other(8, -3, 2, -1, -1))).toEqual([]);
  });

  it('suspects counts from a change of two on', () => {
    expect(found(samplesOf([{ descriptors: 2 }, { descriptors: 2 }]))).toEqual(['descriptors']);
    expect(found(samplesOf([{ threads: 1 }, { threads: 1 }], 3))).toEqual([]);
  });

  it('suspects memory that falls in every sample: a buffer was full at the first reading', () => {
    const falling = (...kibibytes: readonly number[]) =>
      samplesOf(
        kibibytes.map((each) => ({ external: -each * KIB })),
        3,
      );
    expect(found(falling(320, 320, 320))).toEqual(['external']);
    expect(found(falling(320, 320, 10))).toEqual([]);
    expect(found(falling(320, 320, 320), falling(320, 320, 320))).toEqual([]);
  });

  it('suspects a count that rises by one in each of three samples', () => {
    expect(found(samplesOf([{ descriptors: 1 }, { descriptors: 1 }, { descriptors: 1 }], 3))).toEqual(['descriptors']);
    expect(found(samplesOf([{ descriptors: 1 }, { descriptors: 0 }, { descriptors: 1 }], 3))).toEqual([]);
  });

  it('suspects columns that grow late, though the sample freed as much at first', () => {
    const heap = Array.from({ length: 50 }, (_, at) => (at < 5 ? 2 * MIB : 0) + at * 20 * KIB);
    const sample: PlannedSample = { iterations: 50, changes: { heap: 0 }, columns: { heap } };
    expect(found([sample, sample])).toEqual(['heap']);
  });

  it('judges the columns of a command, which has no settled change', () => {
    const tree = Array.from({ length: 50 }, (_, at) => at * 100 * KIB);
    const sample: PlannedSample = { iterations: 50, changes: {}, columns: { tree } };
    expect(found([sample, sample])).toEqual(['tree']);
  });

  it('names the fastest memory series first and counts last', () => {
    const changes = { heap: 100 * KIB, external: 10 * MIB, descriptors: 50 };
    expect(found(samplesOf([changes, changes]))).toEqual(['external', 'heap', 'descriptors']);
  });

  it('counts the samples that are suspicious one by one', () => {
    expect(screen(heaps(0, 100 * KIB, 100 * KIB), defaultTolerances)).toMatchObject([
      { suspectSamples: 2, samples: 3 },
    ]);
  });

  it('estimates a burst of its size from samples that differ, and none from samples that agree', () => {
    const [differing] = screen(heaps(0, 0, 2 * MIB, 0, MIB, MIB, 0, 0), defaultTolerances);
    expect(differing?.burst).toBeGreaterThan(MIB / 2);
    expect(screen(heaps(MIB, MIB), defaultTolerances)[0]?.burst).toBe(0);
  });

  it('finds nothing in no samples', () => {
    expect(found([])).toEqual([]);
  });
});

describe('a stable baseline', () => {
  const warmsUp = heaps(300 * KIB, 310 * KIB, 290 * KIB);

  it('excuses the growth that it has as well', () => {
    expect(found(warmsUp)).toEqual(['heap']);
    expect(found(warmsUp, heaps(300 * KIB, 305 * KIB, 295 * KIB))).toEqual([]);
  });

  it('does not excuse what exceeds it by more than the tolerance', () => {
    const now = heaps(400 * KIB, 410 * KIB, 390 * KIB);
    expect(found(now, warmsUp)).toEqual(['heap']);
    expect(screen(now, defaultTolerances, { samples: warmsUp })[0]?.suspectSamples).toBe(3);
  });

  it('excuses an excess that its spread explains', () => {
    expect(found(heaps(100 * KIB, 900 * KIB), heaps(0, 800 * KIB))).toEqual([]);
  });

  it('says nothing of a series that it does not have', () => {
    expect(found(samplesOf([{ external: MIB }]), warmsUp)).toEqual(['external']);
  });
});

describe('tolerances', () => {
  it('of a case replace those of exact series and raise the others', () => {
    const small = tolerancesFor(KIB);
    expect([small.heap, small.external, small.malloc, small.reported]).toEqual([KIB, KIB, KIB, KIB]);
    expect([small.other, small.tree, small.descriptors]).toEqual([64 * KIB, 16 * KIB, 0.1]);
    expect(tolerancesFor(MIB)).toMatchObject({ heap: MIB, other: MIB, qdrant: MIB, threads: 0.1 });
  });
});

describe('the accusing series', () => {
  const stored = { heapBytes: 1, anonBytes: 2, qdrantBytes: 3, descriptors: 4 };

  it('leave the anonymous memory of a worker out, and keep that of a command', () => {
    expect(accusingValues(stored, { command: false, qdrantWritten: false })).toEqual({
      heap: 1,
      qdrant: 3,
      descriptors: 4,
    });
    expect(accusingValues(stored, { command: true, qdrantWritten: false })).toMatchObject({ tree: 2 });
  });

  it('leave a Qdrant server out that was written to', () => {
    expect(accusingValues(stored, { command: false, qdrantWritten: true })).not.toHaveProperty('qdrant');
  });

  it('change between two readings where both have them', () => {
    expect(changesBetween({ heap: 5, other: 1 }, { heap: 3, malloc: 9 })).toEqual({ heap: -2 });
  });
});
