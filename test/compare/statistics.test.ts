import fc from 'fast-check';
import * as reference from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import {
  mean,
  median,
  medianAbsoluteDeviation,
  normalQuantile,
  normalUpperTail,
  orderStatistic,
  quantile,
  requireConfidence,
  sortedCopy,
  standardDeviation,
  tieGroups,
} from '../../src/compare/statistics.js';

const reading = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const readings = fc.array(reading, { minLength: 1, maxLength: 40 });
const wholeReadings = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

const ofOneSample: [name: string, statistic: (values: readonly number[]) => number][] = [
  ['median', median],
  ['quantile', (values) => quantile(values, 0.9)],
  ['medianAbsoluteDeviation', medianAbsoluteDeviation],
  ['mean', mean],
  ['standardDeviation', standardDeviation],
];

describe.each(ofOneSample)('%s', (_, statistic) => {
  it('refuses an empty sample', () => {
    expect(() => statistic([])).toThrow(RangeError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses a sample with %s in it', (bad) => {
    expect(() => statistic([1, bad, 2])).toThrow(RangeError);
  });

  it('leaves its input as it was', () => {
    const input = Object.freeze([3, 1, 2, 1]);
    statistic(input);
    expect(input).toEqual([3, 1, 2, 1]);
  });

  it('does not depend on the order of the values', () => {
    const shuffledPair = wholeReadings
      .filter((values) => values.length > 1)
      .chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })));
    fc.assert(
      fc.property(shuffledPair, ([values, shuffled]) => {
        expect(statistic(shuffled)).toBeCloseTo(statistic(values), 8);
      }),
    );
  });
});

describe('median', () => {
  it('is what simple-statistics finds', () => {
    fc.assert(
      fc.property(readings, (values) => {
        expect(median(values)).toBeCloseTo(reference.median(values), 8);
      }),
    );
  });

  it('moves with the values when all of them move', () => {
    fc.assert(
      fc.property(wholeReadings, fc.integer({ min: -1000, max: 1000 }), (values, by) => {
        expect(median(values.map((value) => value + by))).toBe(median(values) + by);
      }),
    );
  });

  it('sorts by number, not by text', () => {
    expect(median([10, 9, 100])).toBe(10);
  });
});

describe('quantile', () => {
  it('is what simple-statistics finds, which is of type 7 too', () => {
    fc.assert(
      fc.property(readings, share, (values, p) => {
        expect(quantile(values, p)).toBeCloseTo(reference.quantile(values, p), 6);
      }),
    );
  });

  it('gives the quartiles R gives for 1 to 10', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], p))).toEqual([
      1, 3.25, 5.5, 7.75, 10,
    ]);
  });

  it('never falls as the probability rises', () => {
    fc.assert(
      fc.property(wholeReadings, share, share, (values, p, q) => {
        expect(quantile(values, Math.max(p, q))).toBeGreaterThanOrEqual(quantile(values, Math.min(p, q)));
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %s as a probability', (p) => {
    expect(() => quantile([1, 2], p)).toThrow(RangeError);
  });
});

describe('medianAbsoluteDeviation', () => {
  it('is what simple-statistics finds', () => {
    fc.assert(
      fc.property(readings, (values) => {
        expect(medianAbsoluteDeviation(values)).toBeCloseTo(reference.medianAbsoluteDeviation(values), 8);
      }),
    );
  });

  it('ignores one wild value', () => {
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9e9])).toBe(1);
  });
});

describe('mean', () => {
  it('is what simple-statistics finds', () => {
    fc.assert(
      fc.property(readings, (values) => {
        expect(mean(values)).toBeCloseTo(reference.mean(values), 6);
      }),
    );
  });

  it('of equal values is exactly that value', () => {
    fc.assert(
      fc.property(reading, fc.integer({ min: 1, max: 40 }), (value, count) => {
        expect(mean(new Array<number>(count).fill(value)) === value).toBe(true);
      }),
    );
  });
});

describe('standardDeviation', () => {
  it('is the sample standard deviation simple-statistics finds', () => {
    fc.assert(
      fc.property(fc.array(reading, { minLength: 2, maxLength: 40 }), (values) => {
        expect(standardDeviation(values)).toBeCloseTo(reference.sampleStandardDeviation(values), 6);
      }),
    );
  });

  it('survives a large common base, such as bytes of RSS', () => {
    expect(standardDeviation([1, 2, 3].map((value) => value + 2 ** 52))).toBe(1);
  });

  it('refuses a single value, which has none', () => {
    expect(() => standardDeviation([5])).toThrow(RangeError);
  });
});

describe('orderStatistic', () => {
  it('counts from one', () => {
    expect([1, 2, 3].map((k) => orderStatistic([10, 20, 30], k))).toEqual([10, 20, 30]);
  });

  it.each([0, 4, 1.5])('refuses number %s of three', (k) => {
    expect(() => orderStatistic([10, 20, 30], k)).toThrow(RangeError);
  });
});

describe('sortedCopy', () => {
  it('puts numbers in ascending order', () => {
    expect([...sortedCopy([10, -2, 9])]).toEqual([-2, 9, 10]);
  });
});

describe('tieGroups', () => {
  it('counts every distinct value, in ascending order', () => {
    expect(tieGroups([3, 1, 3, 2, 3, 1])).toEqual([
      [1, 2],
      [2, 1],
      [3, 3],
    ]);
  });

  it('takes -0 and 0 for the same value', () => {
    expect(tieGroups([0, -0]).map(([, size]) => size)).toEqual([2]);
  });
});

describe('normalUpperTail', () => {
  it.each([
    // Abramowitz & Stegun (1964), tables 26.1 and 26.2.
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.96, 0.0249978951482204],
    [3, 0.0013498980316301],
    [5, 2.8665157187919e-7],
  ])('at %s is the tabulated value', (z, tabulated) => {
    expect(normalUpperTail(z) / tabulated).toBeCloseTo(1, 11);
  });

  it('agrees with simple-statistics, as far as its error function goes', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(normalUpperTail(z)).toBeCloseTo((1 - reference.errorFunction(z / Math.SQRT2)) / 2, 6);
      }),
    );
  });

  it('never rises with z, not even where the method changes', () => {
    const z = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(z, z, (a, b) => {
        expect(normalUpperTail(Math.max(a, b))).toBeLessThanOrEqual(normalUpperTail(Math.min(a, b)) + 1e-15);
      }),
    );
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
  ])('at %s is the familiar value', (p, familiar) => {
    expect(normalQuantile(p)).toBeCloseTo(familiar, 10);
  });

  it('undoes normalUpperTail', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalUpperTail(-normalQuantile(p))).toBeCloseTo(p, 12);
      }),
    );
  });

  it.each([0, 1, Number.NaN])('refuses %s', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('requireConfidence', () => {
  it.each([0, 1, 95, Number.NaN])('refuses %s', (confidence) => {
    expect(() => requireConfidence(confidence)).toThrow(RangeError);
  });

  it('accepts a share', () => {
    expect(() => requireConfidence(0.95)).not.toThrow();
  });
});
