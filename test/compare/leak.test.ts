import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultLeakTolerance,
  fitLeak as fitSeries,
  followUpFactor,
  type GrowthSeries,
  iterationsToFollowUp,
  type LeakTolerance,
  leakVerdict,
  worstSlope,
} from '../../src/compare/leak.js';
import type { LeakFit } from '../../src/results/schema.js';
import { createLeakFit, createTrend } from '../builders.js';
import { normalFrom, seededUniform } from './seeded.js';

const KIB = 1024;
const MIB = 1024 * KIB;
const base = 40 * MIB;
const planned = 50;

type Grower = (iteration: number) => number;

/** The fit of a worker's series, which always has a heap. */
function fitLeak(series: GrowthSeries & { heapBytes: readonly number[] }, tolerance?: LeakTolerance) {
  const { heap, ...fit } = fitSeries(series, tolerance);
  if (heap === undefined) throw new Error('the heap was not fitted');
  return { heap, ...fit };
}

/** What an innocent loop keeps after so many iterations: measured slopes by window, in bytes per iteration. */
const innocent: Grower = (iteration) => {
  const windows = [
    [50, 4.5],
    [100, 2.1],
    [150, 1.4],
    [200, 0.9],
    [300, 0.6],
    [Number.POSITIVE_INFINITY, 0.5],
  ] as const;
  let [kept, from] = [0, 0];
  for (const [to, kibibytes] of windows) {
    kept += Math.max(0, Math.min(iteration, to) - from) * kibibytes * KIB;
    from = to;
  }
  return kept;
};

const flat: Grower = () => 0;
const leaking =
  (bytes: number): Grower =>
  (iteration) =>
    iteration * bytes;
const together =
  (...growers: readonly Grower[]): Grower =>
  (iteration) =>
    growers.reduce((sum, grow) => sum + grow(iteration), 0);

/** Readings after each of `count` iterations, with noise of the deviation found on the real pair. */
function readings(count: number, grow: Grower, seed: number, deviation = 2 * KIB): number[] {
  const noise = normalFrom(seededUniform(seed));
  return Array.from({ length: count }, (_, index) => Math.round(base + grow(index) + noise() * deviation));
}

/** The fit at the end of the sequential procedure: for as long as it is suspicious, more iterations are measured. */
function followedUp(measure: (count: number) => GrowthSeries): LeakFit {
  let count = planned;
  for (;;) {
    const series = measure(count);
    const more = iterationsToFollowUp(series, planned);
    if (more === 0) return fitSeries(series);
    count += more;
  }
}

const onHeap = (grow: Grower, seed: number) => (count: number) => ({
  heapBytes: readings(count, grow, seed),
  nativeBytes: undefined,
  anonBytes: undefined,
});

const inNative = (grow: Grower, seed: number) => (count: number) => ({
  heapBytes: readings(count, flat, seed),
  nativeBytes: readings(count, grow, seed + 1000),
  anonBytes: undefined,
});

const seeds = fc.nat({ max: 1_000_000 });
const some = { numRuns: 25 };
/** Following a leak up to the bound takes 400 iterations, and a fit of those 80,000 slopes. */
const few = { numRuns: 5 };

describe('an innocent loop', () => {
  it('that grows ever more slowly is never a leak', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(followedUp(onHeap(innocent, seed)).verdict).not.toBe('leak');
      }),
      some,
    );
  });

  it('that does not grow at all is stable', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(followedUp(onHeap(flat, seed)).verdict).toBe('stable');
      }),
      some,
    );
  });

  it('that gives memory back is stable', () => {
    expect(followedUp(onHeap(leaking(-20 * KIB), 1)).verdict).toBe('stable');
  });

  it('whose growth stays below the tolerance is stable', () => {
    expect(followedUp(onHeap(leaking(3 * KIB), 2)).verdict).toBe('stable');
  });
});

describe.each([
  ['heap', onHeap],
  ['native', inNative],
] as const)('a leak of 10 KiB per iteration in %s memory', (series, place) => {
  it('is found', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(followedUp(place(leaking(10 * KIB), seed)).verdict).toBe('leak');
      }),
      few,
    );
  });

  it('has its slope told within a tenth, on top of innocent growth', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const fit = followedUp(place(together(innocent, leaking(10 * KIB)), seed));
        expect(fit[series]?.lateSlopeBytes).toBeGreaterThan(9 * KIB);
        expect(fit[series]?.lateSlopeBytes).toBeLessThan(11 * KIB);
      }),
      few,
    );
  });

  it('is followed up to the bound before it is called one', () => {
    expect(followedUp(place(leaking(10 * KIB), 3)).iterations).toBe(planned * followUpFactor);
  });
});

describe('a step', () => {
  it.each([5, 12, 20])('of 20 MiB at iteration %i of 50 is a ratchet when memory lies flat after it', (at) => {
    const step: Grower = (iteration) => (iteration < at ? 0 : 20 * MIB);
    expect(followedUp(onHeap(step, 4)).verdict).toBe('ratchet');
  });

  it('of less than what matters is stable', () => {
    const step: Grower = (iteration) => (iteration < 12 ? 0 : 100 * KIB);
    expect(followedUp(onHeap(step, 5)).verdict).toBe('stable');
  });

  /** Without noise: level readings, but for those told. */
  const exactly = (bytesAt: (iteration: number) => number) =>
    fitLeak({
      heapBytes: Array.from({ length: planned }, (_, index) => base + bytesAt(index)),
      nativeBytes: undefined,
      anonBytes: undefined,
    }).verdict;

  it.each([
    [MIB, 'stable'],
    [MIB + 1, 'ratchet'],
  ])('that keeps %i bytes is %s', (bytes, verdict) => {
    expect(exactly((iteration) => (iteration < 12 ? 0 : bytes))).toBe(verdict);
  });

  it('that is given back by the end is stable', () => {
    expect(exactly((iteration) => (iteration < 12 || iteration >= planned - 5 ? 0 : 20 * MIB))).toBe('stable');
  });

  it.each([
    ['first', 0],
    ['last', planned - 1],
  ])('is not made of an outlier in the %s reading', (_, at) => {
    expect(exactly((iteration) => (iteration === at ? 20 * MIB : 0))).toBe('stable');
    expect(exactly((iteration) => (iteration === at ? -20 * MIB : 0))).toBe('stable');
  });
});

describe('a cache', () => {
  const filling = (perIteration: number, fullAfter: number): Grower => {
    return (iteration) => Math.min(iteration, fullAfter) * perIteration;
  };

  it('that is full within the first half of the readings is a ratchet', () => {
    expect(followedUp(onHeap(filling(200 * KIB, 20), 6)).verdict).toBe('ratchet');
  });

  it('that is full before the last half of the follow-up is never a leak', () => {
    const fullAfter = fc.integer({ min: 1, max: (planned * followUpFactor) / 2 });
    const perIteration = fc.integer({ min: 8 * KIB, max: 4 * MIB });
    fc.assert(
      fc.property(perIteration, fullAfter, seeds, (bytes, full, seed) => {
        expect(followedUp(onHeap(filling(bytes, full), seed)).verdict).not.toBe('leak');
      }),
      some,
    );
  });
});

describe('resident memory', () => {
  const residentOnly = (count: number) => ({
    heapBytes: readings(count, flat, 7),
    nativeBytes: readings(count, flat, 8),
    anonBytes: readings(count, leaking(MIB), 9),
  });

  it('alone accuses nobody', () => {
    expect(fitLeak(residentOnly(100)).verdict).toBe('stable');
  });

  it('has a fit of its own to confirm with', () => {
    expect(fitLeak(residentOnly(100)).anon?.verdict).toBe('leak');
  });

  it('alone is not followed up', () => {
    expect(iterationsToFollowUp(residentOnly(planned), planned)).toBe(0);
  });
});

describe('a command', () => {
  const ofCommand = (grow: Grower, reported: Grower) => ({
    treeBytes: readings(50, grow, 21),
    reportedBytes: readings(50, reported, 22),
  });

  it('is accused by the anonymous memory of its processes', () => {
    const fit = fitSeries(ofCommand(leaking(40 * KIB), flat));
    expect(fit).toMatchObject({ verdict: 'leak', iterations: 50, tree: { verdict: 'leak' } });
    expect(worstSlope([fit]).series).toBe('tree');
  });

  it('is accused by what it reports itself, which is counted in bytes and not in pages', () => {
    const fit = fitSeries(ofCommand(leaking(8 * KIB), leaking(8 * KIB)));
    expect(fit).toMatchObject({ verdict: 'leak', tree: { verdict: 'stable' }, reported: { verdict: 'leak' } });
  });

  it('is followed up where it is suspicious', () => {
    expect(iterationsToFollowUp(ofCommand(leaking(40 * KIB), flat), planned)).toBe(planned);
    expect(iterationsToFollowUp(ofCommand(flat, flat), planned)).toBe(0);
  });
});

describe('the fit', () => {
  it('has no native or resident part where these were not read', () => {
    const fit = fitSeries({ heapBytes: readings(50, flat, 10), nativeBytes: undefined, anonBytes: undefined });
    expect(Object.keys(fit)).toEqual(['verdict', 'heap', 'iterations']);
  });

  it('says leak when one accusing series leaks and the other is a ratchet', () => {
    const ratchet: Grower = (iteration) => Math.min(iteration, 20) * MIB;
    const fit = fitLeak({
      heapBytes: readings(50, ratchet, 11),
      nativeBytes: readings(50, leaking(20 * KIB), 12),
      anonBytes: undefined,
    });
    expect([fit.heap.verdict, fit.native?.verdict, fit.verdict]).toEqual(['ratchet', 'leak', 'leak']);
  });

  const heapOnly = (grow: Grower, seed: number, deviation?: number) =>
    fitLeak({ heapBytes: readings(50, grow, seed, deviation), nativeBytes: undefined, anonBytes: undefined });
  const slowingTo =
    (lateBytes: number): Grower =>
    (iteration) =>
      Math.min(iteration, 25) * 40 * KIB + Math.max(0, iteration - 25) * lateBytes;

  /** Without noise: an early rise, then so much per iteration in the third quarter and so much in the last. */
  const exactly = (early: number, third: number, last: number, count = planned) => {
    let bytes = base;
    const heapBytes = Array.from({ length: count }, (_, index) => {
      bytes += index < count / 2 ? early : index < count * 0.75 ? third : last;
      return bytes;
    });
    return fitLeak({ heapBytes, nativeBytes: undefined, anonBytes: undefined }).heap;
  };

  it('takes a slope that goes on steadily above the tolerance for a leak, though an early rise was far steeper', () => {
    const { heap } = heapOnly(slowingTo(12 * KIB), 15);
    expect(heap.lateSlopeBytes).toBeLessThan(heap.earlySlopeBytes / 2);
    expect(heap.verdict).toBe('leak');
  });

  it.each([
    [17, 'leak'],
    [15, 'ratchet'],
  ])('that fell to 20 KiB after 80, and then to %i, is %s', (last, verdict) => {
    const heap = exactly(80 * KIB, 20 * KIB, last * KIB);
    expect(heap.lateLowerBytes).toBeGreaterThan(heap.toleranceBytes);
    expect(heap.verdict).toBe(verdict);
  });

  it('takes a slope that falls within the last half for a leak where it is not less than half the early one', () => {
    expect(exactly(20 * KIB, 20 * KIB, 12 * KIB).verdict).toBe('leak');
  });

  it('takes a steady slope below the tolerance for stable, however much it keeps', () => {
    const steady = exactly(3.5 * KIB, 3.5 * KIB, 3.5 * KIB, planned * followUpFactor);
    expect(steady.slopeBytes * planned * followUpFactor).toBeGreaterThan(MIB);
    expect(steady.verdict).toBe('stable');
  });

  it.each([
    [0.9, 'ratchet'],
    [1.1, 'stable'],
  ])('takes a step below which memory goes on by %d KiB per iteration for %s', (kibibytes, verdict) => {
    const heapBytes = Array.from({ length: planned }, (_, at) => base + (at < 5 ? 0 : 20 * MIB) + at * kibibytes * KIB);
    expect(fitLeak({ heapBytes, nativeBytes: undefined, anonBytes: undefined }).verdict).toBe(verdict);
  });

  it('takes a slope that has not died down to half for a leak', () => {
    expect(heapOnly(slowingTo(30 * KIB), 16).heap.verdict).toBe('leak');
  });

  it('takes no slope for a leak that may be mere noise', () => {
    const noisy = Array.from({ length: 20 }, (_, seed) => heapOnly(flat, seed, 400 * KIB).heap);
    expect(noisy.some(({ lateSlopeBytes, toleranceBytes }) => lateSlopeBytes > 2 * toleranceBytes)).toBe(true);
    expect(noisy.map(({ verdict }) => verdict)).not.toContain('leak');
  });

  it('has the lower end of the late slope, which decides', () => {
    const { heap } = heapOnly(leaking(10 * KIB), 17);
    expect(heap.lateLowerBytes).toBeGreaterThan(heap.toleranceBytes);
    expect(heap.lateLowerBytes).toBeLessThan(heap.lateSlopeBytes);
  });

  it('takes a tolerance other than the default', () => {
    const series = { heapBytes: readings(50, leaking(10 * KIB), 13), nativeBytes: undefined, anonBytes: undefined };
    expect(fitLeak(series, { ...defaultLeakTolerance, allocatedBytes: 20 * KIB }).verdict).toBe('stable');
  });

  it('does not depend on the level of a series', () => {
    const column = fc.array(fc.nat({ max: 64 * MIB }), { minLength: 14, maxLength: 40 });
    fc.assert(
      fc.property(column, fc.nat({ max: 1024 * MIB }), (heapBytes, level) => {
        const raised = heapBytes.map((bytes) => bytes + level);
        const others = { nativeBytes: undefined, anonBytes: undefined };
        expect(fitLeak({ heapBytes: raised, ...others })).toEqual(fitLeak({ heapBytes, ...others }));
      }),
    );
  });

  it('never calls a series a leak that does not rise in its last half', () => {
    const rise = fc.array(fc.nat({ max: MIB }), { minLength: 14, maxLength: 40 });
    fc.assert(
      fc.property(rise, fc.nat({ max: 1000 }), (early, fall) => {
        const top = 64 * MIB;
        const late = early.map((_, index) => top - index * fall);
        const heapBytes = [...early, ...late];
        expect(fitLeak({ heapBytes, nativeBytes: undefined, anonBytes: undefined }).verdict).not.toBe('leak');
      }),
    );
  });
});

describe('following up', () => {
  const suspicious = (count: number) => ({
    heapBytes: Array.from({ length: count }, (_, index) => base + index * 100 * KIB),
    nativeBytes: undefined,
    anonBytes: undefined,
  });

  it.each([
    [50, 50],
    [100, 100],
    [200, 200],
  ])('doubles %i suspicious iterations', (done, more) => {
    expect(iterationsToFollowUp(suspicious(done), planned)).toBe(more);
  });

  it('ends at the bound', () => {
    expect(iterationsToFollowUp(suspicious(400), planned)).toBe(0);
  });

  it('does not go beyond the bound', () => {
    expect(iterationsToFollowUp(suspicious(300), planned)).toBe(100);
  });

  it('never takes back iterations that went beyond the bound', () => {
    expect(iterationsToFollowUp(suspicious(500), planned)).toBe(0);
  });

  it('is needed where a slope above the tolerance goes on below an early rise', () => {
    const heapBytes = readings(planned, (iteration) => Math.min(iteration, 25) * 40 * KIB + iteration * 10 * KIB, 18);
    const series = { heapBytes, nativeBytes: undefined, anonBytes: undefined };
    expect(fitLeak(series).verdict).toBe('leak');
    expect(iterationsToFollowUp(series, planned)).toBe(planned);
  });

  it('is needed where a slope above the tolerance is dying down, and is no leak so far', () => {
    const grow: Grower = (iteration) =>
      Math.min(iteration, 25) * 40 * KIB + Math.min(iteration, 37) * 10 * KIB + Math.max(0, iteration - 37) * 6 * KIB;
    const series = { heapBytes: readings(planned, grow, 18, 0), nativeBytes: undefined, anonBytes: undefined };
    expect(fitLeak(series).verdict).not.toBe('leak');
    expect(iterationsToFollowUp(series, planned)).toBe(planned);
  });

  it('finds a leak that an early rise hides at first', () => {
    const grow: Grower = (iteration) => Math.min(iteration, 25) * 40 * KIB + iteration * 10 * KIB;
    expect(followedUp(onHeap(grow, 19)).verdict).toBe('leak');
  });

  it('is needed where only native memory is suspicious', () => {
    const series = { ...suspicious(planned), heapBytes: readings(planned, flat, 20) };
    expect(iterationsToFollowUp(series, planned)).toBe(0);
    expect(iterationsToFollowUp({ ...series, nativeBytes: suspicious(planned).heapBytes }, planned)).toBe(planned);
  });

  it('is not needed where nothing is suspicious', () => {
    const series = { heapBytes: readings(50, flat, 14), nativeBytes: undefined, anonBytes: undefined };
    expect(iterationsToFollowUp(series, planned)).toBe(0);
  });
});

describe('the verdict over the samples of a case', () => {
  it.each([
    [[], 'stable'],
    [['stable'], 'stable'],
    [['ratchet'], 'ratchet'],
    [['leak'], 'suspected'],
    [['leak', 'leak'], 'leak'],
    [['leak', 'stable'], 'stable'],
    [['leak', 'leak', 'stable'], 'leak'],
    [['leak', 'stable', 'stable'], 'stable'],
    [['leak', 'ratchet', 'stable'], 'ratchet'],
    [['ratchet', 'ratchet', 'stable'], 'ratchet'],
    [['ratchet', 'stable', 'stable'], 'stable'],
    [['leak', 'leak', 'leak', 'stable', 'stable'], 'stable'],
    [['leak', 'leak', 'leak', 'leak', 'stable'], 'leak'],
  ] as const)('of %j is %s', (verdicts, expected) => {
    expect(leakVerdict(verdicts.map((verdict) => createLeakFit(verdict)))).toBe(expected);
  });

  it('does not depend on their order', () => {
    const verdicts = fc.array(fc.constantFrom('leak' as const, 'ratchet' as const, 'stable' as const));
    fc.assert(
      fc.property(verdicts, (drawn) => {
        const fits = drawn.map((verdict) => createLeakFit(verdict));
        expect(leakVerdict(fits.toReversed())).toBe(leakVerdict(fits));
      }),
    );
  });
});

describe('the slope of a case', () => {
  it('is the median over its samples', () => {
    const fits = [1, 100, 7].map((slope) => createLeakFit('leak', slope));
    expect(worstSlope(fits)).toMatchObject({ series: 'heap', slopeBytes: 7 });
  });

  it('is that of the series that grows faster', () => {
    const fit: LeakFit = { ...createLeakFit('stable', 5), native: createTrend({ lateSlopeBytes: 9 }) };
    expect(worstSlope([fit])).toMatchObject({ series: 'native', slopeBytes: 9 });
  });

  it('is that of the series that leaks, though another that does not grows faster', () => {
    const fit: LeakFit = {
      ...createLeakFit('leak', 5),
      native: createTrend({ verdict: 'ratchet', lateSlopeBytes: 9 }),
    };
    expect(worstSlope([fit])).toMatchObject({ series: 'heap', slopeBytes: 5 });
  });

  it('is that of the series that grows faster where both leak', () => {
    const fit: LeakFit = { ...createLeakFit('leak', 5), native: createTrend({ verdict: 'leak', lateSlopeBytes: 9 }) };
    expect(worstSlope([fit])).toMatchObject({ series: 'native', slopeBytes: 9 });
  });

  it('leaves resident memory out', () => {
    const fit: LeakFit = { ...createLeakFit('leak', 5), anon: createTrend({ lateSlopeBytes: 900 }) };
    expect(worstSlope([fit])).toMatchObject({ series: 'heap', slopeBytes: 5 });
  });

  it('comes with the interval of the same series', () => {
    const native = createTrend({ lateSlopeBytes: 9, lateLowerBytes: 8, lateUpperBytes: 11 });
    expect(worstSlope([{ ...createLeakFit('stable', 5), native }])).toMatchObject({ lowerBytes: 8, upperBytes: 11 });
  });

  it('is that of a Qdrant server that leaks', () => {
    const fit: LeakFit = {
      ...createLeakFit('leak'),
      heap: createTrend(),
      qdrant: createTrend({ verdict: 'leak', lateSlopeBytes: 9 }),
    };
    expect(worstSlope([fit])).toMatchObject({ series: 'qdrant', slopeBytes: 9 });
  });

  it('leaves a Qdrant server out that does not leak', () => {
    const fit: LeakFit = { ...createLeakFit('stable', 5), qdrant: createTrend({ lateSlopeBytes: 900 }) };
    expect(worstSlope([fit])).toMatchObject({ series: 'heap' });
  });
});

describe('a Qdrant server that grows', () => {
  const growing = readings(50, leaking(100 * KIB), 17);
  const flat = readings(50, () => 0, 18);
  const series = { heapBytes: flat, nativeBytes: undefined, anonBytes: undefined, qdrantBytes: growing };

  it('leaks where the iterations stored nothing', () => {
    expect(fitLeak({ ...series, qdrantWritten: false }).verdict).toBe('leak');
  });

  it('does what it is for where they stored points', () => {
    expect(fitLeak({ ...series, qdrantWritten: true }).verdict).toBe('stable');
  });

  it('is followed up where the iterations stored nothing', () => {
    expect(iterationsToFollowUp({ ...series, qdrantWritten: false }, 50)).toBe(50);
  });

  it('is not followed up where they stored points', () => {
    expect(iterationsToFollowUp({ ...series, qdrantWritten: true }, 50)).toBe(0);
  });
});
