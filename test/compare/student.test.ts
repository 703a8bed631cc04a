import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalUpperTail } from '../../src/compare/statistics.js';
import { studentUpperTail } from '../../src/compare/student.js';

const t = fc.double({ min: -50, max: 50, noNaN: true });

describe('the upper tail of Student’s distribution', () => {
  // Critical values as printed tables have them (for instance NIST/SEMATECH, section 1.3.6.7.2).
  it.each([
    [6.314, 1, 0.05],
    [4.303, 2, 0.025],
    [3.365, 5, 0.01],
    [3.355, 8, 0.005],
    [4.144, 10, 0.001],
    [2.457, 30, 0.01],
  ])('beyond %d with %d degrees of freedom is what tables say', (value, degrees, probability) => {
    expect(studentUpperTail(value, degrees)).toBeCloseTo(probability, 4);
  });

  it('with one degree of freedom is that of Cauchy', () => {
    fc.assert(
      fc.property(t, (value) => {
        expect(studentUpperTail(value, 1)).toBeCloseTo(0.5 - Math.atan(value) / Math.PI, 8);
      }),
    );
  });

  it('with two degrees of freedom has a closed form', () => {
    fc.assert(
      fc.property(t, (value) => {
        expect(studentUpperTail(value, 2)).toBeCloseTo(0.5 - value / (2 * Math.sqrt(2 + value * value)), 8);
      }),
    );
  });

  it('with very many degrees of freedom is the normal one', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (value) => {
        expect(studentUpperTail(value, 1e7)).toBeCloseTo(normalUpperTail(value), 6);
      }),
    );
  });

  it('has its other side as complement', () => {
    fc.assert(
      fc.property(t, fc.double({ min: 0.5, max: 200, noNaN: true }), (value, degrees) => {
        expect(studentUpperTail(value, degrees) + studentUpperTail(-value, degrees)).toBeCloseTo(1, 8);
      }),
    );
  });

  it('falls as the value grows', () => {
    fc.assert(
      fc.property(
        t,
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (value, step, degrees) => {
          expect(studentUpperTail(value + step, degrees)).toBeLessThanOrEqual(studentUpperTail(value, degrees));
        },
      ),
    );
  });

  it('beyond infinity is nothing', () => {
    expect(studentUpperTail(Number.POSITIVE_INFINITY, 4)).toBe(0);
  });

  it('refuses degrees of freedom that are none, and a value that is none', () => {
    expect(() => studentUpperTail(1, 0)).toThrow(RangeError);
    expect(() => studentUpperTail(Number.NaN, 4)).toThrow(RangeError);
  });
});
