import fc from 'fast-check';
import * as reference from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { normalUpperTail } from '../../src/compare/statistics.js';
import { growthPercent, mannKendall, theilSen } from '../../src/compare/trend.js';
import { draw, normalFrom, seededUniform, shareOf } from './seeded.js';

const series = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 25 });
const points = fc
  .array(fc.tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 2,
    maxLength: 25,
  })
  .filter((pairs) => new Set(pairs.map(([x]) => x)).size > 1)
  .map((pairs) => ({ xs: pairs.map(([x]) => x), ys: pairs.map(([, y]) => y) }));
const coefficient = fc.integer({ min: -30, max: 30 });
const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99);

const order = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Number of orders of n values (index: pairs out of order). Row n of the Mahonian triangle. */
function ordersByInversions(n: number): number[] {
  let row = [1];
  for (let size = 2; size <= n; size++) {
    const wider = row.length + size - 1;
    row = Array.from({ length: wider }, (_, k) =>
      row.slice(Math.max(0, k - size + 1), k + 1).reduce((a, b) => a + b, 0),
    );
  }
  return row;
}

/** P(S >= s) over all orders of n untied values, by counting. */
function exactUpperTail(n: number, s: number): number {
  const orders = ordersByInversions(n);
  const mostDiscordant = ((n * (n - 1)) / 2 - s) / 2;
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  return sum(orders.slice(0, mostDiscordant + 1)) / sum(orders);
}

/** An order of 0 to n - 1 with that S: the last value is carried towards the front, then the one before it, ... */
function orderWithS(n: number, s: number): number[] {
  let toInvert = ((n * (n - 1)) / 2 - s) / 2;
  const values: number[] = [];
  for (const value of order(n)) {
    const back = Math.max(0, Math.min(value, toInvert));
    values.splice(value - back, 0, value);
    toInvert -= back;
  }
  return values;
}

describe('theilSen', () => {
  // The numerical example of Sen (1968): also a test of scipy.stats.theilslopes and of R's deming package.
  const sen = { xs: [1, 2, 3, 4, 10, 12, 18], ys: [9, 15, 19, 20, 45, 55, 78] };

  it('finds the slope and the intercept of the example of Sen', () => {
    expect(theilSen(sen.xs, sen.ys, 0.93)).toMatchObject({ slope: 4, intercept: 6 });
  });

  it('finds the 93 percent interval of the example of Sen: 26/7 to 35/8', () => {
    const { lower, upper } = theilSen(sen.xs, sen.ys, 0.93);
    expect(lower).toBeCloseTo(26 / 7, 12);
    expect(upper).toBeCloseTo(35 / 8, 12);
  });

  it('is exact on a line', () => {
    fc.assert(
      fc.property(points, coefficient, coefficient, ({ xs }, slope, intercept) => {
        const line = theilSen(
          xs,
          xs.map((x) => intercept + slope * x),
          0.95,
        );
        expect(line).toMatchObject({ slope, intercept, lower: slope, upper: slope });
      }),
    );
  });

  it('follows a y + b x + c', () => {
    fc.assert(
      fc.property(points, confidence, coefficient, coefficient, coefficient, ({ xs, ys }, level, a, b, c) => {
        const before = theilSen(xs, ys, level);
        const after = theilSen(
          xs,
          ys.map((y, index) => a * y + b * (xs[index] ?? Number.NaN) + c),
          level,
        );
        const [low, high] = a < 0 ? [before.upper, before.lower] : [before.lower, before.upper];
        expect(after.slope).toBeCloseTo(a * before.slope + b, 8);
        expect(after.intercept).toBeCloseTo(a * before.intercept + c, 8);
        expect(after.lower).toBeCloseTo(a * low + b, 8);
        expect(after.upper).toBeCloseTo(a * high + b, 8);
      }),
    );
  });

  it('is the median of the slopes that simple-statistics fits through two points at a time', () => {
    fc.assert(
      fc.property(points, ({ xs, ys }) => {
        const all = xs.map((x, index): [number, number] => [x, ys[index] ?? Number.NaN]);
        const slopes = all.flatMap((from, index) =>
          all
            .slice(index + 1)
            .filter((to) => to[0] !== from[0])
            .map((to) => reference.linearRegression([from, to]).m),
        );
        expect(theilSen(xs, ys, 0.95).slope).toBeCloseTo(reference.median(slopes), 8);
      }),
    );
  });

  it('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(points, confidence, ({ xs, ys }, level) => {
        expect(theilSen([...xs].reverse(), [...ys].reverse(), level)).toEqual(theilSen(xs, ys, level));
      }),
    );
  });

  it('lies within its interval', () => {
    fc.assert(
      fc.property(points, confidence, ({ xs, ys }, level) => {
        const { slope, lower, upper } = theilSen(xs, ys, level);
        expect(lower <= slope && slope <= upper).toBe(true);
      }),
    );
  });

  it('widens its interval with the confidence', () => {
    fc.assert(
      fc.property(points, ({ xs, ys }) => {
        const [narrow, wide] = [theilSen(xs, ys, 0.8), theilSen(xs, ys, 0.99)];
        expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper).toBe(true);
      }),
    );
  });

  it('is not moved by a few wild points', () => {
    const ys = order(30).map((x) => 3 * x + ([7, 19, 23].includes(x) ? 1e6 : 0));
    expect(theilSen(order(30), ys, 0.95)).toMatchObject({ slope: 3, lower: 3, upper: 3 });
  });

  it('with four points gives all slopes and admits less than 95 percent', () => {
    const result = theilSen([1, 2, 3, 4], [1, 3, 4, 8], 0.95);
    expect([result.lower, result.upper]).toEqual([1, 4]);
    expect(result.confidence).toBeCloseTo(1 - 2 / 24, 12);
  });

  it('with enough points reports the confidence asked for', () => {
    expect(theilSen(order(20), order(20), 0.99).confidence).toBe(0.99);
  });

  it('narrows what the widest interval is worth when x are tied', () => {
    // Two at each x: of the 4! orders, 2! 2! agree with x in every untied pair.
    expect(theilSen([1, 1, 2, 2], [1, 2, 3, 4], 0.95).confidence).toBeCloseTo(1 - (2 * 4) / 24, 12);
  });

  it('copes with 400 points', () => {
    const normal = normalFrom(seededUniform(11));
    const { lower, upper } = theilSen(
      order(400),
      order(400).map((x) => 2 * x + 10 * normal()),
      0.99,
    );
    expect(lower).toBeGreaterThan(1.9);
    expect(upper).toBeLessThan(2.1);
  });

  it('leaves its inputs as they were', () => {
    const xs = Object.freeze([3, 1, 2]);
    const ys = Object.freeze([5, 4, 9]);
    theilSen(xs, ys, 0.9);
    expect([xs, ys]).toEqual([
      [3, 1, 2],
      [5, 4, 9],
    ]);
  });

  it('refuses lists of different length', () => {
    expect(() => theilSen([1, 2, 3], [1, 2], 0.95)).toThrow(RangeError);
  });

  it.each([[[]], [[1]], [[4, 4, 4]]])('refuses fewer than two different x, such as %j', (xs) => {
    expect(() =>
      theilSen(
        xs,
        xs.map(() => 1),
        0.95,
      ),
    ).toThrow(RangeError);
  });

  it('refuses a value that is not a number', () => {
    expect(() => theilSen([1, 2, 3], [1, Number.NaN, 3], 0.95)).toThrow(RangeError);
  });

  it('refuses a confidence in percent', () => {
    expect(() => theilSen([1, 2, 3], [1, 2, 3], 95)).toThrow(RangeError);
  });

  const uniform = seededUniform(12);
  const normal = normalFrom(uniform);
  it.each([
    ['normal', 30, 0.95, normal],
    ['normal', 20, 0.99, normal],
    ['exponential', 25, 0.9, () => -Math.log(1 - uniform())],
  ])('covers the true slope under %s noise, %i points, about as often as asked', (_, count, level, noise) => {
    const trials = 2000;
    const coverage = shareOf(trials, () => {
      const ys = order(count).map((x) => 0.5 * x + noise());
      const { lower, upper } = theilSen(order(count), ys, level);
      return lower <= 0.5 && 0.5 <= upper;
    });
    // Four standard errors below; above, what rounding the rank and the normal approximation add.
    const error = Math.sqrt((level * (1 - level)) / trials);
    expect(coverage).toBeGreaterThan(level - 4 * error);
    expect(coverage).toBeLessThan(Math.min(1, level + 4 * error + 0.01));
  });
});

describe('mannKendall', () => {
  it('of a rising series has all pairs and tau 1', () => {
    expect(mannKendall([1, 2, 5, 9, 10, 40])).toMatchObject({ s: 15, tau: 1 });
  });

  it('of a falling series has all pairs and tau -1', () => {
    expect(mannKendall([40, 10, 9, 5, 2, 1])).toMatchObject({ s: -15, tau: -1 });
  });

  it('leaves tied pairs out of tau by the rule of tau-b', () => {
    // Two of three pairs rise, one is tied: 2 / sqrt(3 * 2).
    expect(mannKendall([1, 1, 2]).tau).toBeCloseTo(2 / Math.sqrt(6), 12);
  });

  it.each([[[5]], [[5, 5, 5, 5]]])('of a series without change, such as %j, finds nothing', (ys) => {
    expect(mannKendall(ys)).toEqual({ s: 0, tau: 0, p: 1 });
  });

  it('turns its sign, and keeps its p-value, when the series is reversed', () => {
    fc.assert(
      fc.property(series, (ys) => {
        const there = mannKendall(ys);
        expect(mannKendall([...ys].reverse())).toEqual({ s: 0 - there.s, tau: 0 - there.tau, p: there.p });
      }),
    );
  });

  it('does not change under a rising transform', () => {
    fc.assert(
      fc.property(series, (ys) => {
        expect(mannKendall(ys.map((y) => 3 * y ** 3 - 7))).toEqual(mannKendall(ys));
      }),
    );
  });

  it('has a p-value between 0 and 1 and a tau between -1 and 1', () => {
    fc.assert(
      fc.property(series, (ys) => {
        const { tau, p } = mannKendall(ys);
        expect(p > 0 && p <= 1 && Math.abs(tau) <= 1 + 1e-12).toBe(true);
      }),
    );
  });

  // Kendall's table of P(S >= s) for ten values (Kendall, Rank Correlation Methods; Gilbert, 1987, table A18).
  it.each([
    [11, 0.19],
    [15, 0.108],
    [19, 0.054],
    [21, 0.036],
    [23, 0.023],
    [25, 0.014],
    [27, 0.0083],
  ])('at ten values and S = %i is close to twice the tabulated %s', (s, tabulated) => {
    const result = mannKendall(orderWithS(10, s));
    expect(result.s).toBe(s);
    expect(exactUpperTail(10, s)).toBeCloseTo(tabulated, tabulated < 0.01 ? 4 : 3);
    expect(Math.abs(result.p - 2 * tabulated)).toBeLessThan(0.01);
  });

  it('has the variance S has over all orders of a tied series', () => {
    const values = [1, 1, 1, 2, 2, 3];
    const orders = (rest: readonly number[]): number[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((value, index) => orders(rest.toSpliced(index, 1)).map((tail) => [value, ...tail]));
    const all = orders(values).map((ys) => mannKendall(ys));
    const variance = reference.mean(all.map(({ s }) => s ** 2));
    const top = mannKendall(values);
    // The continuity-corrected z at the largest S, from the enumerated variance.
    const z = (top.s - 1) / Math.sqrt(variance);
    expect(top.p).toBeCloseTo(2 * normalUpperTail(z), 12);
  });

  it('alarms about as often as its level among series without a trend', () => {
    const uniform = seededUniform(13);
    const alarms = shareOf(4000, () => mannKendall(draw(15, uniform)).p <= 0.05);
    expect(alarms).toBeGreaterThan(0.03);
    expect(alarms).toBeLessThan(0.065);
  });

  it('leaves its input as it was', () => {
    const ys = Object.freeze([3, 1, 2]);
    mannKendall(ys);
    expect(ys).toEqual([3, 1, 2]);
  });

  it('refuses an empty series', () => {
    expect(() => mannKendall([])).toThrow(RangeError);
  });

  it('refuses a value that is not a number', () => {
    expect(() => mannKendall([1, Number.NaN])).toThrow(RangeError);
  });
});

describe('growthPercent', () => {
  it('sets the last fifth against the first', () => {
    expect(growthPercent([100, 100, 1, 2, 3, 4, 5, 6, 140, 160])).toBe(50);
  });

  it('takes one reading of each when there are fewer than five', () => {
    expect(growthPercent([100, 7, 80])).toBe(-20);
  });

  it('rounds a fifth down', () => {
    expect(growthPercent([100, 500, 0, 0, 0, 0, 0, 0, 130])).toBe(30);
  });

  it('of one reading is none', () => {
    expect(growthPercent([42])).toBe(0);
  });

  it('of nothing but zeros is none', () => {
    expect(growthPercent([0, 0, 0])).toBe(0);
  });

  it('from nothing to something is infinite', () => {
    expect(growthPercent([0, 0, 5])).toBe(Number.POSITIVE_INFINITY);
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), (ys) => {
        expect(growthPercent(ys.map((y) => y * 1024))).toBeCloseTo(growthPercent(ys), 8);
      }),
    );
  });

  it('leaves its input as it was', () => {
    const ys = Object.freeze([3, 1, 2]);
    growthPercent(ys);
    expect(ys).toEqual([3, 1, 2]);
  });

  it('refuses an empty series', () => {
    expect(() => growthPercent([])).toThrow(RangeError);
  });
});
