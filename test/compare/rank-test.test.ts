import fc from 'fast-check';
import * as reference from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import {
  exactUpTo,
  hodgesLehmannShift,
  mannWhitneyGreater,
  mannWhitneyLess,
  mannWhitneyU,
  smallestAttainableP,
} from '../../src/compare/rank-test.js';
import { median } from '../../src/compare/statistics.js';
import { draw, normalFrom, seededUniform, shareOf } from './seeded.js';

// Small whole numbers, so that ties are frequent and arithmetic is exact.
const side = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 12 });
const sides = fc.tuple(side, side);
const fewOnBothSides = fc.tuple(
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }),
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }),
);
const confidence = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99);

// Hollander & Wolfe (1973), p. 69: permeability of the human chorioamnion; also in the help page of R's wilcox.test.
const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];

/** Every way to call `size` of the values `now` and the others `baseline`. */
function* splits(values: readonly number[], size: number): Generator<[baseline: number[], now: number[]]> {
  for (let chosen = 0; chosen < 2 ** values.length; chosen++) {
    const now = values.filter((_, index) => (chosen >> index) & 1);
    if (now.length === size) {
      yield [values.filter((_, index) => !((chosen >> index) & 1)), now];
    }
  }
}

/** U by its definition, pair by pair. */
function pairsAbove(baseline: readonly number[], now: readonly number[]): number {
  const points = now.flatMap((value) => baseline.map((base) => (value > base ? 1 : value === base ? 0.5 : 0)));
  return points.reduce<number>((sum, point) => sum + point, 0);
}

function shareOfSplits(
  baseline: readonly number[],
  now: readonly number[],
  holds: (u: number, observed: number) => boolean,
): number {
  const observed = pairsAbove(baseline, now);
  const all = [...splits([...baseline, ...now], now.length)].map(([left, right]) => pairsAbove(left, right));
  return all.filter((u) => holds(u, observed)).length / all.length;
}

/** n values against m, untied, with exactly `u` pairs in which `now` is above. */
function untiedWithU(n: number, m: number, u: number): [baseline: number[], now: number[]] {
  const baseline = Array.from({ length: n }, (_, index) => index + 1);
  const now = Array.from({ length: m }, (_, index) => Math.min(n, Math.max(0, u - index * n)) + 0.5 + index / (2 * m));
  return [baseline, now];
}

describe('mannWhitneyU', () => {
  it('counts the pairs in which now is above, ties by half', () => {
    fc.assert(
      fc.property(sides, ([baseline, now]) => {
        expect(mannWhitneyU(baseline, now)).toBe(pairsAbove(baseline, now));
      }),
    );
  });

  it('is the rank sum of simple-statistics less its smallest value', () => {
    fc.assert(
      fc.property(sides, ([baseline, now]) => {
        const smallest = (now.length * (now.length + 1)) / 2;
        expect(mannWhitneyU(baseline, now)).toBe(reference.wilcoxonRankSum(now, baseline) - smallest);
      }),
    );
  });
});

describe.each([
  ['mannWhitneyGreater', mannWhitneyGreater],
  ['mannWhitneyLess', mannWhitneyLess],
])('%s', (_, test) => {
  it('is between 0 and 1', () => {
    fc.assert(
      fc.property(sides, ([baseline, now]) => {
        const p = test(baseline, now);
        expect(p > 0 && p <= 1).toBe(true);
      }),
    );
  });

  it('does not change under a rising transform of all values', () => {
    fc.assert(
      fc.property(sides, ([baseline, now]) => {
        expect(test(baseline.map(Math.exp), now.map(Math.exp))).toBe(test(baseline, now));
      }),
    );
  });

  it('is 1 when all values are equal', () => {
    expect(test([7, 7, 7], [7, 7])).toBe(1);
  });

  it('is 1 when all values are equal and too many for the exact test', () => {
    expect(test(new Array<number>(60).fill(7), new Array<number>(60).fill(7))).toBe(1);
  });

  it('leaves its inputs as they were', () => {
    const baseline = Object.freeze([3, 1, 2]);
    const now = Object.freeze([5, 4]);
    test(baseline, now);
    expect([baseline, now]).toEqual([
      [3, 1, 2],
      [5, 4],
    ]);
  });

  it('refuses an empty side', () => {
    expect(() => test([], [1])).toThrow(RangeError);
    expect(() => test([1], [])).toThrow(RangeError);
  });

  it('refuses a value that is not a number', () => {
    expect(() => test([1, Number.NaN], [1])).toThrow(RangeError);
  });
});

describe('mannWhitneyGreater', () => {
  it('is the share of all splits with as large a U, ties or not', () => {
    fc.assert(
      fc.property(fewOnBothSides, ([baseline, now]) => {
        expect(mannWhitneyGreater(baseline, now)).toBeCloseTo(
          shareOfSplits(baseline, now, (u, observed) => u >= observed),
          12,
        );
      }),
    );
  });

  it('with mannWhitneyLess adds up to 1 and the chance of the observed U', () => {
    fc.assert(
      fc.property(fewOnBothSides, ([baseline, now]) => {
        const atU = shareOfSplits(baseline, now, (u, observed) => u === observed);
        expect(mannWhitneyGreater(baseline, now) + mannWhitneyLess(baseline, now)).toBeCloseTo(1 + atU, 12);
      }),
    );
  });

  it('is mannWhitneyLess of the negated values', () => {
    fc.assert(
      fc.property(sides, ([baseline, now]) => {
        const negated = mannWhitneyLess(
          baseline.map((value) => -value),
          now.map((value) => -value),
        );
        expect(mannWhitneyGreater(baseline, now)).toBeCloseTo(negated, 12);
      }),
    );
  });

  it('never rises when now does', () => {
    fc.assert(
      fc.property(sides, fc.nat(5), ([baseline, now], by) => {
        const raised = now.map((value) => value + by);
        expect(mannWhitneyGreater(baseline, raised)).toBeLessThanOrEqual(mannWhitneyGreater(baseline, now) + 1e-12);
      }),
    );
  });

  it('at five against five, all apart, is 1 in 252', () => {
    expect(mannWhitneyGreater([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(1 / 252, 15);
  });

  it("is R's 0.1272 for the chorioamnion of Hollander and Wolfe", () => {
    expect(mannWhitneyU(earlier, atTerm)).toBe(35);
    expect(mannWhitneyGreater(earlier, atTerm)).toBeCloseTo(0.1272, 4);
  });

  // Critical values of U, two-sided 5 % and 1 %: the usual table after Mann & Whitney (1947) and Auble (1953).
  it.each([
    [4, 4, 0.025, 0],
    [5, 5, 0.025, 2],
    [6, 6, 0.025, 5],
    [5, 8, 0.025, 6],
    [7, 7, 0.025, 8],
    [8, 8, 0.025, 13],
    [10, 10, 0.025, 23],
    [20, 20, 0.025, 127],
    [5, 5, 0.005, 0],
    [8, 8, 0.005, 7],
    [10, 10, 0.005, 16],
    [20, 20, 0.005, 105],
  ])('at %i against %i and level %s has the tabulated critical value %i', (n, m, level, critical) => {
    expect(mannWhitneyGreater(...untiedWithU(n, m, n * m - critical))).toBeLessThanOrEqual(level);
    expect(mannWhitneyGreater(...untiedWithU(n, m, n * m - critical - 1))).toBeGreaterThan(level);
  });

  it('is what the permutation test of simple-statistics finds on the ranks', () => {
    const ranks = { baseline: [1, 2.5, 2.5, 4, 7, 9, 11], now: [5, 6, 9, 9, 12, 13] };
    const permuted = reference.permutationTest(ranks.now, ranks.baseline, 'greater', 20_000, seededUniform(1));
    // Five standard errors of 20 000 permutations at p near 0.03.
    expect(Math.abs(mannWhitneyGreater(ranks.baseline, ranks.now) - permuted)).toBeLessThan(0.006);
  });

  it('goes on smoothly where the normal approximation takes over', () => {
    const normal = normalFrom(seededUniform(2));
    const gaps = draw(20, () => {
      const baseline = draw(exactUpTo / 2, normal).map((value) => Math.round(value * 4));
      const now = draw(exactUpTo / 2, normal).map((value) => Math.round(value * 4 + 1));
      // One more value, in the middle of all, hardly changes the evidence.
      const more = [...baseline, median([...baseline, ...now])];
      return Math.abs(mannWhitneyGreater(baseline, now) - mannWhitneyGreater(more, now));
    });
    expect(Math.max(...gaps)).toBeLessThan(0.01);
  });

  it('keeps the chance of the observed U where the normal approximation takes over', () => {
    const [baseline, now] = untiedWithU(41, 41, 840);
    const atU = mannWhitneyGreater(baseline, now) + mannWhitneyLess(baseline, now) - 1;
    // The density of U at its mean, whose variance is n m (n + m + 1) / 12.
    expect(atU).toBeCloseTo(1 / Math.sqrt((2 * Math.PI * 41 * 41 * 83) / 12), 5);
  });

  it('corrects the normal approximation for ties: with two values only it is near the mid-p of Fisher', () => {
    const [size, onesBefore, onesNow] = [45, 4, 12];
    const ones = (count: number) => Array.from({ length: size }, (_, index) => (index < count ? 1 : 0));
    const ways = (from: number, chosen: number) => (chosen > from ? 0 : 1 / smallestPOf(from - chosen, chosen));
    const smallestPOf = (n: number, m: number) => (n === 0 || m === 0 ? 1 : smallestAttainableP(n, m));
    const chanceOf = (k: number) => (ways(size, k) * ways(size, 16 - k)) / ways(2 * size, onesBefore + onesNow);
    const midP = chanceOf(12) / 2 + chanceOf(13) + chanceOf(14) + chanceOf(15) + chanceOf(16);
    expect(Math.abs(mannWhitneyGreater(ones(onesBefore), ones(onesNow)) - midP)).toBeLessThan(0.003);
  });

  it('alarms no more often than its level, among samples of one distribution', () => {
    const uniform = seededUniform(3);
    const alarms = shareOf(4000, () => mannWhitneyGreater(draw(6, uniform), draw(5, uniform)) <= 0.05);
    // Three standard errors.
    expect(alarms).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 4000));
  });
});

describe('smallestAttainableP', () => {
  it.each([
    [1, 1, 1 / 2],
    [3, 3, 1 / 20],
    [5, 5, 1 / 252],
    [5, 10, 1 / 3003],
    [30, 5, 1 / 324_632],
  ])('of %i against %i is one over the number of splits', (n, m, p) => {
    expect(smallestAttainableP(n, m)).toBeCloseTo(p, 15);
  });

  it('is the p-value of sides that are all apart', () => {
    const size = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(size, size, (n, m) => {
        const attained = mannWhitneyGreater(...untiedWithU(n, m, n * m));
        expect(attained / smallestAttainableP(n, m)).toBeCloseTo(1, 10);
      }),
    );
  });

  it.each([
    [0, 3],
    [3, 0],
    [2.5, 3],
    [3, Number.NaN],
  ])('refuses sizes %s and %s', (n, m) => {
    expect(() => smallestAttainableP(n, m)).toThrow(RangeError);
  });
});

describe('hodgesLehmannShift', () => {
  it('is the median of all differences', () => {
    fc.assert(
      fc.property(sides, ([baseline, now]) => {
        const differences = now.flatMap((value) => baseline.map((base) => value - base));
        expect(hodgesLehmannShift(baseline, now, 0.9).shift).toBe(reference.median(differences));
      }),
    );
  });

  it('moves by what is added to now, its interval too', () => {
    fc.assert(
      fc.property(sides, confidence, fc.integer({ min: -50, max: 50 }), ([baseline, now], level, by) => {
        const before = hodgesLehmannShift(baseline, now, level);
        const after = hodgesLehmannShift(
          baseline,
          now.map((value) => value + by),
          level,
        );
        expect([after.shift, after.lower, after.upper]).toEqual(
          [before.shift, before.lower, before.upper].map((value) => value + by),
        );
      }),
    );
  });

  it('turns its sign when the sides are swapped, its interval too', () => {
    fc.assert(
      fc.property(sides, confidence, ([baseline, now], level) => {
        const there = hodgesLehmannShift(baseline, now, level);
        const back = hodgesLehmannShift(now, baseline, level);
        // Zero minus a value, because -0 is no 0 to toEqual.
        expect([back.shift, back.lower, back.upper, back.confidence]).toEqual([
          0 - there.shift,
          0 - there.upper,
          0 - there.lower,
          there.confidence,
        ]);
      }),
    );
  });

  it('lies within its interval', () => {
    fc.assert(
      fc.property(sides, confidence, ([baseline, now], level) => {
        const { shift, lower, upper } = hodgesLehmannShift(baseline, now, level);
        expect(lower <= shift && shift <= upper).toBe(true);
      }),
    );
  });

  it('gives at least the confidence asked for, or all differences', () => {
    fc.assert(
      fc.property(sides, confidence, ([baseline, now], level) => {
        const result = hodgesLehmannShift(baseline, now, level);
        const widest = [Math.min(...now) - Math.max(...baseline), Math.max(...now) - Math.min(...baseline)];
        if (result.confidence < level - 1e-9) {
          expect([result.lower, result.upper]).toEqual(widest);
          expect(result.confidence).toBeCloseTo(1 - 2 * smallestAttainableP(baseline.length, now.length), 12);
        } else {
          expect(result.confidence).toBeLessThan(1);
        }
      }),
    );
  });

  it('excludes zero only when the rank test rejects at that confidence', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 8, maxLength: 16 }), (values) => {
        const [baseline, now] = [values.slice(0, 4), values.slice(4)];
        const { lower, confidence: attained } = hodgesLehmannShift(baseline, now, 0.9);
        expect(lower > 0).toBe(mannWhitneyGreater(baseline, now) <= (1 - attained) / 2 + 1e-12);
      }),
    );
  });

  it('estimates the chorioamnion of Hollander and Wolfe as they do: 0.305, from -0.15 to 0.76', () => {
    const { shift, lower, upper } = hodgesLehmannShift(earlier, atTerm, 0.95);
    expect([shift, lower, upper].map((value) => Number(value.toFixed(6)))).toEqual([0.305, -0.15, 0.76]);
  });

  it('at three against three admits that 0.9 is all there is', () => {
    const result = hodgesLehmannShift([1, 2, 3], [11, 12, 14], 0.99);
    expect(result).toEqual({ shift: 10, lower: 8, upper: 13, confidence: 0.9 });
  });

  it('at five against five reaches 99 percent with the full range', () => {
    const result = hodgesLehmannShift([1, 2, 3, 4, 5], [11, 12, 13, 14, 15], 0.99);
    expect([result.lower, result.upper]).toEqual([6, 14]);
    expect(result.confidence).toBeCloseTo(1 - 2 / 252, 12);
  });

  it('drops two differences a side at five against five and 95 percent', () => {
    const { confidence: attained } = hodgesLehmannShift([1, 2, 3, 4, 5], [11, 12, 13, 14, 15], 0.95);
    // U <= 2 has 1 + 1 + 2 of the 252 splits.
    expect(attained).toBeCloseTo(1 - (2 * 4) / 252, 12);
  });

  it('takes a confidence that the sizes attain exactly, though not to the last bit', () => {
    // U is one of ten equally likely values: P(U <= 3) = 0.4, and 1 - 2 (0.4) < 0.2 in floating point.
    expect(hodgesLehmannShift([1, 2, 3, 4, 5, 6, 7, 8, 9], [10], 0.2)).toMatchObject({ lower: 4, upper: 6 });
  });

  it('where the normal approximation takes over, has the confidence the rank test gives its rank', () => {
    const baseline = Array.from({ length: 41 }, (_, index) => index);
    const now = baseline.map((value) => value * 41);
    const { lower, confidence: attained } = hodgesLehmannShift(baseline, now, 0.95);
    const below = now.flatMap((value) => baseline.filter((base) => value - base < lower)).length;
    expect(attained).toBeCloseTo(1 - 2 * mannWhitneyLess(...untiedWithU(41, 41, below)), 10);
  });

  it('takes a single value on one side', () => {
    const result = hodgesLehmannShift([1, 2, 3, 4, 5], [10], 0.95);
    expect([result.shift, result.lower, result.upper]).toEqual([7, 5, 9]);
    expect(result.confidence).toBeCloseTo(1 - 2 / 6, 12);
  });

  it('with a single value on both sides has no confidence at all', () => {
    expect(hodgesLehmannShift([4], [9], 0.95)).toEqual({ shift: 5, lower: 5, upper: 5, confidence: 0 });
  });

  it('keeps nearly the same interval where the normal approximation takes over', () => {
    const normal = normalFrom(seededUniform(4));
    const [baseline, now] = [draw(40, normal), draw(40, normal)];
    const exact = hodgesLehmannShift(baseline, now, 0.95);
    const approximate = hodgesLehmannShift([...baseline, median(baseline)], now, 0.95);
    expect(Math.abs(approximate.lower - exact.lower)).toBeLessThan(0.05);
    expect(Math.abs(approximate.upper - exact.upper)).toBeLessThan(0.05);
    expect(approximate.confidence).toBeCloseTo(exact.confidence, 2);
  });

  it('leaves its inputs as they were', () => {
    const baseline = Object.freeze([3, 1, 2]);
    const now = Object.freeze([5, 4]);
    hodgesLehmannShift(baseline, now, 0.9);
    expect([baseline, now]).toEqual([
      [3, 1, 2],
      [5, 4],
    ]);
  });

  it('refuses an empty side', () => {
    expect(() => hodgesLehmannShift([], [1], 0.95)).toThrow(RangeError);
    expect(() => hodgesLehmannShift([1], [], 0.95)).toThrow(RangeError);
  });

  it('refuses a confidence in percent', () => {
    expect(() => hodgesLehmannShift([1, 2], [3, 4], 95)).toThrow(RangeError);
  });

  const uniform = seededUniform(5);
  const normal = normalFrom(uniform);
  it.each([
    ['normal', 5, 5, 0.95, normal],
    ['normal', 5, 5, 0.99, normal],
    ['exponential', 5, 8, 0.9, () => -Math.log(1 - uniform())],
    ['two-humped', 12, 7, 0.95, () => normal() + (uniform() < 0.3 ? 6 : 0)],
  ])('covers the true shift of %s samples, %i against %i, as often as it says', (_, n, m, level, source) => {
    const trials = 3000;
    const { confidence: attained } = hodgesLehmannShift(draw(n, source), draw(m, source), level);
    const coverage = shareOf(trials, () => {
      const now = draw(m, source).map((value) => value + 2);
      const { lower, upper } = hodgesLehmannShift(draw(n, source), now, level);
      return lower <= 2 && 2 <= upper;
    });
    // Four standard errors either way: without ties the attained confidence is exact.
    const slack = 4 * Math.sqrt((attained * (1 - attained)) / trials);
    expect(Math.abs(coverage - attained)).toBeLessThan(slack);
    expect(attained).toBeGreaterThanOrEqual(level);
  });

  it('covers the true shift of heavily tied samples at least as often as asked', () => {
    const pages = () => Math.floor(uniform() * 4) * 4096;
    const coverage = shareOf(3000, () => {
      const { lower, upper } = hodgesLehmannShift(draw(6, pages), draw(6, pages), 0.95);
      return lower <= 0 && 0 <= upper;
    });
    expect(coverage).toBeGreaterThanOrEqual(0.95);
  });
});
