import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSeries } from '../../../src/compare/growth/judge-series.js';
import {
  both,
  horizon,
  judged,
  type Kept,
  KIB,
  level,
  MIB,
  readingsOf,
  sawtooth,
  summed,
  timesJudged,
} from './shapes.js';

const flat: Kept = level(() => 0);
const leak = (bytes: number): Kept => summed(() => bytes);
const inAnyPhase = (period: number, bytes?: number): Kept => {
  return (count, uniform) => sawtooth(period, Math.floor(uniform() * period), bytes)(count, uniform);
};
const cacheOf = (entries: number, keys: number): Kept => {
  return (count, uniform) => {
    const known = new Set<number>();
    return Array.from({ length: count }, () => {
      for (let key = 0; key < keys; key += 1) known.add(Math.floor(uniform() * entries));
      return known.size * 4 * KIB;
    });
  };
};
const seeds = 60;

describe.each(['heap', 'other'] as const)('growth of %s', (series) => {
  it.each<[string, Kept]>([
    ['1.5 times the tolerance per iteration', leak(6 * KIB)],
    ['twice the tolerance per iteration', leak(8 * KIB)],
    ['1 MiB per iteration', leak(MIB)],
    ['8 KiB per iteration after 5 MiB while warming up', summed((at) => 8 * KIB + (at < 30 ? (5 * MIB) / 30 : 0))],
    ['100 KiB every tenth call', summed((at) => (at % 10 === 3 ? 100 * KIB : 0))],
    ['16 KiB from iteration 30 on', summed((at) => (at < 30 ? 0 : 16 * KIB))],
    ['16 KiB from iteration 60 on', summed((at) => (at < 60 ? 0 : 16 * KIB))],
    ['16 KiB from iteration 150 on', summed((at) => (at < 150 ? 0 : 16 * KIB))],
    ['3 % more in each iteration', level((at) => 64 * KIB * 1.03 ** at)],
    ['n^0.9', level((at) => 50 * KIB * (at + 1) ** 0.9)],
    [
      '16 KiB after 6 MiB that were released early',
      both(
        leak(16 * KIB),
        level((at) => (at < 35 ? 6 * MIB : 0)),
      ),
    ],
    ['16 KiB below a buffer emptied every 45 calls', both(leak(16 * KIB), inAnyPhase(45, 50 * KIB))],
    ['16 KiB below a buffer emptied every 100 calls', both(leak(16 * KIB), inAnyPhase(100, 50 * KIB))],
    [
      '20 KiB, after 24 MiB from before the first reading were released',
      both(
        leak(20 * KIB),
        level((at) => (at < 120 ? 24 * MIB : 0)),
      ),
    ],
    [
      '8 KiB beside a cache that is full after 150',
      both(
        leak(8 * KIB),
        level((at) => Math.min(at, 150) * 17 * KIB),
      ),
    ],
  ])('by %s is a leak with every seed', (_, kept) => {
    expect(timesJudged(kept, 'leak', seeds, series)).toBe(seeds);
  });

  it.each<[string, Kept]>([
    ['1 MiB with a chance of 5 % a call', summed((_, uniform) => (uniform() < 0.05 ? MIB : 0))],
    ['16 KiB below a buffer emptied every 200 calls', both(leak(16 * KIB), inAnyPhase(200, 50 * KIB))],
  ])('by %s is a leak with 95 % of the seeds', (_, kept) => {
    expect(timesJudged(kept, 'leak', 200, series)).toBeGreaterThanOrEqual(190);
  });

  it.each([45, 90, 100, 150, 200])('in a buffer emptied every %i calls is stable in every phase', (period) => {
    for (let phase = 0; phase < period; phase += 1) {
      expect([phase, judged(sawtooth(period, phase), phase + 1, series).shape]).toEqual([phase, 'stable']);
    }
  });

  it('below a buffer that was emptied once is open: the next release would show it', () => {
    const above = both(leak(20 * KIB), sawtooth(250, 3, 20 * KIB));
    expect(timesJudged(above, 'open', seeds, series)).toBe(seeds);
    expect(timesJudged(sawtooth(250, 3, 20 * KIB), 'stable', seeds, series)).toBe(seeds);
  });

  it.each<[string, Kept]>([
    ['nothing', flat],
    ['half the tolerance', leak(2 * KIB)],
    ['less than nothing', leak(-20 * KIB)],
  ])('by %s is stable with every seed', (_, kept) => {
    expect(timesJudged(kept, 'stable', seeds, series)).toBe(seeds);
  });

  it('by a random walk is never a leak, nor slowing', () => {
    const walk = summed((_, uniform) => (uniform() - 0.5) * 8 * KIB);
    expect(timesJudged(walk, 'stable', seeds, series) + timesJudged(walk, 'ratchet', seeds, series)).toBe(seeds);
  });

  it.each<[string, Kept]>([
    ['a cache of 300 entries', level((at) => Math.min(at + 1, 300) * 100 * KIB)],
    ['a cache of 350 entries', level((at) => Math.min(at + 1, 350) * 100 * KIB)],
    ['a pool of 50', level((at) => Math.min(at + 1, 50) * 100 * KIB)],
    ['one step of 20 MiB', level((at) => (at < 250 ? 0 : 20 * MIB))],
    ['one step of 20 MiB late', level((at) => (at < 340 ? 0 : 20 * MIB))],
  ])('by %s is a ratchet with every seed', (_, kept) => {
    expect(timesJudged(kept, 'ratchet', seeds, series)).toBe(seeds);
  });

  it.each<[string, Kept]>([
    ['the square root of the calls', level((at) => MIB * Math.sqrt(at + 1))],
    ['n^0.6', level((at) => MIB * (at + 1) ** 0.6)],
    ['n^0.7', level((at) => MIB * (at + 1) ** 0.7)],
    ['a logarithm', level((at) => 4 * MIB * Math.log(at + 2))],
    ['steps at powers of two', level((at) => MIB * Math.floor(Math.log2(at + 1)))],
    ['a cache of 10,000 with 30 random keys a call', cacheOf(10_000, 30)],
  ])('by %s is slowing with every seed', (_, kept) => {
    expect(timesJudged(kept, 'slowing', seeds, series)).toBe(seeds);
  });

  it('by a cache of 10,000 with ten random keys a call is slowing with most seeds', () => {
    expect(timesJudged(cacheOf(10_000, 10), 'slowing', 100, series)).toBeGreaterThanOrEqual(88);
  });

  it('by a table that doubles when it is full is never a leak', () => {
    for (let shift = 0; shift < 64; shift += 1) {
      const table = level((at) => 64 * KIB * 2 ** Math.ceil(Math.log2(at + 1 + shift)));
      expect(['slowing', 'ratchet']).toContain(judged(table, shift + 1, series).shape);
    }
  });
});

describe('a leak beside a cache that is full after 256', () => {
  it('is one with most seeds, where the noise of the heap leaves the last third straight', () => {
    const beside = both(
      leak(16 * KIB),
      level((at) => Math.min(at, 256) * 16 * KIB),
    );
    expect(timesJudged(beside, 'leak', 100, 'heap')).toBeGreaterThanOrEqual(75);
  });
});

describe('the growth of a series', () => {
  it('has the rate of a leak within a tenth, whatever came first', () => {
    const { rate, rateLower, rateUpper } = judged(
      summed((at) => 16 * KIB + (at < 30 ? 200 * KIB : 0)),
      5,
    );
    expect(rate / (16 * KIB)).toBeGreaterThan(0.9);
    expect(rate / (16 * KIB)).toBeLessThan(1.1);
    expect(rateLower).toBeLessThan(16 * KIB);
    expect(rateUpper).toBeGreaterThan(16 * KIB);
  });

  it('has the late rate of growth that slows down: 28 KiB per iteration for 1 MiB times the root of 400', () => {
    expect(
      Math.round(
        judged(
          level((at) => MIB * Math.sqrt(at + 1)),
          1,
        ).lateRate / KIB,
      ),
    ).toBe(28);
  });

  it('names the iterations after which memory was released', () => {
    expect(judged(sawtooth(100, 0), 1).releasedAt).toEqual([100, 200, 300]);
  });

  it('does not depend on the level of the series', () => {
    const column = fc.array(fc.nat({ max: 64 * MIB }), { minLength: 1, maxLength: 60 });
    const options = { tolerance: 4 * KIB, ratchet: MIB, horizonReached: true };
    fc.assert(
      fc.property(column, fc.nat({ max: 1024 * MIB }), (readings, raised) => {
        const lifted = readings.map((bytes) => bytes + raised);
        expect(judgeSeries(lifted, options).shape).toBe(judgeSeries(readings, options).shape);
      }),
    );
  });

  it('is no leak in a series that ends where it began', () => {
    const column = fc.array(fc.nat({ max: MIB }), { minLength: 10, maxLength: 120 });
    fc.assert(
      fc.property(column, (readings) => {
        const returned = [0, ...readings, 0, 0, 0, 0];
        const { shape } = judgeSeries(returned, { tolerance: 4 * KIB, ratchet: MIB, horizonReached: true });
        expect(shape).toBe('stable');
      }),
    );
  });

  it('stays open while it grows and more readings can follow', () => {
    const readings = readingsOf(leak(16 * KIB), 1, 'heap', 100);
    const options = { tolerance: 4 * KIB, ratchet: MIB };
    expect(judgeSeries(readings, { ...options, horizonReached: false }).shape).toBe('open');
    expect(judgeSeries(readings, { ...options, horizonReached: true }).shape).toBe('leak');
  });

  it('stays open in a flat stretch while a burst seen in other processes may still come', () => {
    const readings = readingsOf(flat, 1, 'heap', 100);
    const options = { tolerance: 4 * KIB, ratchet: MIB, horizonReached: false };
    expect(judgeSeries(readings, options).shape).toBe('stable');
    expect(judgeSeries(readings, { ...options, burst: MIB }).shape).toBe('open');
  });

  it.each([0, 1, 2, 7])('can be judged with %i readings', (count) => {
    const readings = Array.from({ length: count }, (_, at) => at * MIB);
    const growth = judgeSeries(readings, { tolerance: 4 * KIB, ratchet: MIB, horizonReached: true });
    expect(growth).toMatchObject({ shape: 'stable', iterations: count });
  });

  it('counts descriptors: five an iteration are a leak, a pool of twenty is a ratchet, two more are neither', () => {
    const shapeOf = (at: (iteration: number) => number) =>
      judgeSeries(
        Array.from({ length: horizon }, (_, iteration) => 20 + at(iteration)),
        { tolerance: 0.1, ratchet: 10, horizonReached: true },
      ).shape;
    expect(shapeOf((iteration) => 5 * iteration)).toBe('leak');
    expect(shapeOf((iteration) => Math.floor(iteration / 5))).toBe('leak');
    expect(shapeOf((iteration) => Math.min(20, iteration))).toBe('ratchet');
    expect(shapeOf((iteration) => Math.min(2, iteration) + (iteration % 2))).toBe('stable');
  });
});
