import fc from 'fast-check';
import { tTestTwoSample } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { leastRuns, moderatedGreater, runToRunSd, twoLevelsOf } from '../../src/compare/noise.js';
import { standardDeviation } from '../../src/compare/statistics.js';
import { studentUpperTail } from '../../src/compare/student.js';
import { normalFrom, seededUniform } from './seeded.js';

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const side = fc.array(value, { minLength: 3, maxLength: 8 });
const prior = { sd: 1, degrees: 4 };

describe('the moderated t', () => {
  it('is Student’s, by another implementation, where the prior weighs nothing', () => {
    fc.assert(
      fc.property(side, side, (baseline, now) => {
        fc.pre(standardDeviation(baseline) > 1e-3 && standardDeviation(now) > 1e-3);
        const t = tTestTwoSample(now, baseline) ?? Number.NaN;
        const expected = studentUpperTail(t, baseline.length + now.length - 2);
        expect(moderatedGreater(baseline, now, { sd: 0, degrees: 1e-9 })).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('holds no certainty of samples that happen to lie together', () => {
    const unmoderated = moderatedGreater([1, 1, 1.001], [1.5, 1.5, 1.501], { sd: 0, degrees: 1e-9 });
    expect(unmoderated).toBeLessThan(1e-6);
    expect(moderatedGreater([1, 1, 1.001], [1.5, 1.5, 1.501], prior)).toBeGreaterThan(0.1);
  });

  it('of the other direction is the complement', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(moderatedGreater(a, b, prior) + moderatedGreater(b, a, prior)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is less sure where runs differ from each other', () => {
    const sides = [
      [1, 2, 3],
      [5, 6, 7],
    ] as const;
    expect(moderatedGreater(...sides, prior, 2)).toBeGreaterThan(moderatedGreater(...sides, prior));
  });

  it('is uniform where nothing differs and the prior is right', () => {
    const normal = normalFrom(seededUniform(5));
    const draw = () => Array.from({ length: 5 }, () => normal());
    const below = Array.from({ length: 4_000 }, () => moderatedGreater(draw(), draw(), prior)).filter((p) => p < 0.05);
    expect(below.length / 4_000).toBeLessThan(0.06);
    expect(below.length / 4_000).toBeGreaterThan(0.02);
  });

  it('knows without any spread, seen or expected, whether there is a difference', () => {
    expect(moderatedGreater([1, 1], [2, 2], { sd: 0, degrees: 4 })).toBe(0);
    expect(moderatedGreater([1, 1], [1, 1], { sd: 0, degrees: 4 })).toBe(0.5);
    expect(moderatedGreater([2, 2], [1, 1], { sd: 0, degrees: 4 })).toBe(1);
  });

  it('refuses a prior that is none', () => {
    expect(() => moderatedGreater([1], [2], { sd: -1, degrees: 4 })).toThrow(RangeError);
  });
});

describe('the spread from run to run', () => {
  it('is found in the medians of many runs', () => {
    const normal = normalFrom(seededUniform(3));
    const medians = Array.from({ length: 2_000 }, () => 100 + 3 * normal());
    expect(runToRunSd(medians, 0, 5)).toBeCloseTo(3, 0);
  });

  it('is not moved by a step in the history', () => {
    const medians = [10, 10.1, 10, 10.1, 10, 30, 30.1, 30, 30.1];
    expect(runToRunSd(medians, 0, 5)).toBeLessThan(0.2);
  });

  it('is none where the spread of the samples explains it', () => {
    const normal = normalFrom(seededUniform(4));
    const medians = Array.from({ length: 200 }, () => normal());
    expect(runToRunSd(medians, 5, 5)).toBe(0);
  });

  it('is not guessed from few runs', () => {
    const few = Array.from({ length: leastRuns - 1 }, (_, run) => run * 10);
    expect(runToRunSd(few, 0, 5)).toBe(0);
  });
});

describe('two levels', () => {
  const lying = [1, 1.1, 6, 6.1, 1.05];

  it('are seen where one side has been on both', () => {
    expect(twoLevelsOf(lying, [1, 6, 6, 1, 1], 0.5)).toMatchObject({
      low: expect.closeTo(1, 0),
      high: expect.closeTo(6, 0),
    });
  });

  it('are a difference where each side is on a level of its own', () => {
    expect(twoLevelsOf([1, 1.1, 1.05], [6, 6.1, 6.05], 0.5)).toBeUndefined();
  });

  it('are none where they are closer than the resolution', () => {
    expect(twoLevelsOf(lying, lying, 10)).toBeUndefined();
  });

  it('are none where one value alone lies apart', () => {
    expect(twoLevelsOf([1, 1.1, 1.05, 1], [1, 1.1, 9], 0.5)).toBeUndefined();
  });

  it('are hardly ever seen in a normal distribution', () => {
    const normal = normalFrom(seededUniform(9));
    const draw = () => Array.from({ length: 5 }, () => normal());
    const seen = Array.from({ length: 1_000 }, () => twoLevelsOf(draw(), draw(), 0)).filter(
      (levels) => levels !== undefined,
    );
    expect(seen.length).toBeLessThan(30);
  });

  it('do not depend on which side is which', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(twoLevelsOf(a, b, 0)).toEqual(twoLevelsOf(b, a, 0));
      }),
    );
  });
});
