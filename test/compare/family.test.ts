import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustForFamily } from '../../src/compare/family.js';
import { seededUniform } from './seeded.js';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const chances = fc.array(chance, { minLength: 1, maxLength: 30 });

describe('p-values adjusted for a family', () => {
  // The example of Benjamini and Hochberg (1995), section 3.2: at 5 % the procedure rejects the first four of fifteen.
  it('reject in the authors’ example what the authors reject', () => {
    const given = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(adjustForFamily(given).filter((p) => p <= 0.05)).toHaveLength(4);
  });

  it('are those of R’s p.adjust', () => {
    expect(adjustForFamily([0.01, 0.02, 0.03, 0.04, 0.05]).map((p) => Number(p.toFixed(10)))).toEqual([
      0.05, 0.05, 0.05, 0.05, 0.05,
    ]);
    expect(adjustForFamily([0.001, 0.5, 0.02]).map((p) => Number(p.toFixed(10)))).toEqual([0.003, 0.5, 0.03]);
  });

  it('are the p-value itself where there is one', () => {
    fc.assert(
      fc.property(chance, (p) => {
        expect(adjustForFamily([p])).toEqual([p + 0]);
      }),
    );
  });

  it('are never below what was given, nor above its number times that or 1', () => {
    fc.assert(
      fc.property(chances, (given) => {
        for (const [index, adjusted] of adjustForFamily(given).entries()) {
          const p = given[index] ?? Number.NaN;
          expect(adjusted).toBeGreaterThanOrEqual(p);
          expect(adjusted).toBeLessThanOrEqual(Math.min(1, p * given.length));
        }
      }),
    );
  });

  it('keep the order of what was given', () => {
    fc.assert(
      fc.property(chances, (given) => {
        const adjusted = adjustForFamily(given);
        const byGiven = given
          .map((p, index) => ({ p, a: adjusted[index] ?? 0 }))
          .sort((x, y) => x.p - y.p || x.a - y.a);
        expect(byGiven.map(({ a }) => a)).toEqual([...adjusted].sort((x, y) => x - y));
      }),
    );
  });

  it('reject anything at 5 % in about 5 % of the families in which nothing is true', () => {
    const uniform = seededUniform(11);
    let families = 0;
    for (let family = 0; family < 4_000; family += 1) {
      const given = Array.from({ length: 40 }, () => uniform());
      if (adjustForFamily(given).some((p) => p <= 0.05)) families += 1;
    }
    expect(families / 4_000).toBeGreaterThan(0.035);
    expect(families / 4_000).toBeLessThan(0.065);
  });

  it('of nothing are nothing', () => {
    expect(adjustForFamily([])).toEqual([]);
  });

  it('refuse what is no p-value', () => {
    expect(() => adjustForFamily([0.5, 1.5])).toThrow(RangeError);
    expect(() => adjustForFamily([Number.NaN])).toThrow(RangeError);
  });
});
