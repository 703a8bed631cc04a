import { describe, expect, it } from 'vitest';
import { growthPower } from '../../../src/compare/growth/power.js';
import { defaultTolerances, type GrowthValues } from '../../../src/compare/growth/series.js';
import { draw, normalFrom, seededUniform, shareOf } from '../seeded.js';
import { KIB, MIB } from './shapes.js';

const power = (changes: readonly GrowthValues[], iterations: number) =>
  growthPower(
    changes.map((each) => ({ iterations, changes: each })),
    defaultTolerances,
  );

describe('the power of the planned samples', () => {
  it('is the largest bound of heap, external and malloc, per iteration', () => {
    const changes = [
      { heap: 50 * KIB, external: 0, malloc: 100 * KIB, other: 90 * MIB },
      { heap: 50 * KIB, external: 0, malloc: 100 * KIB, other: 0 },
    ];
    expect(power(changes, 50)).toEqual({ bytesPerIteration: 2 * KIB, iterations: 50, low: false });
  });

  it('bounds the true growth in 95 % of draws', () => {
    const normal = normalFrom(seededUniform(11));
    const covers = () => {
      const changes = draw(5, normal).map((z) => ({ heap: 100 * KIB + 10 * KIB * z }));
      return (power(changes, 50)?.bytesPerIteration ?? 0) >= 2 * KIB;
    };
    const share = shareOf(2000, covers);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  it('is low where three iterations share what is kept once, and says how many would do', () => {
    const low = power([{ heap: 90 * KIB }, { heap: 90 * KIB }], 3);
    expect(low).toEqual({ bytesPerIteration: 30 * KIB, iterations: 3, low: true, iterationsWanted: 23 });
  });

  it('of one sample allows for the usual spread between processes', () => {
    const one = power([{ heap: 0 }], 10)?.bytesPerIteration ?? 0;
    expect(one).toBeGreaterThan(0);
    expect(power([{ heap: 0 }], 100)?.bytesPerIteration).toBeCloseTo(one / 10);
  });

  it('is never negative', () => {
    expect(power([{ heap: -9 * MIB }, { heap: -9 * MIB }], 10)?.bytesPerIteration).toBe(0);
  });

  it('is unknown without an exact series, and without samples', () => {
    expect(power([{ tree: 1 }], 10)).toBeUndefined();
    expect(power([], 10)).toBeUndefined();
  });
});
