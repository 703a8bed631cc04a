import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { futureMinima, lowerEnvelope, noiseOf } from '../../../src/compare/growth/envelope.js';
import { normalFrom, seededUniform } from '../seeded.js';
import { both, KIB, level, MIB, sawtooth, summed } from './shapes.js';

const exact = (kept: ReturnType<typeof level>, count = 400) => kept(count, () => 0);

describe('future minima', () => {
  it('never fall, never exceed the readings, and end with the last one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (readings) => {
        const minima = futureMinima(readings);
        expect(minima).toEqual([...minima].sort((a, b) => a - b));
        expect(minima.every((level, at) => level <= (readings[at] ?? 0))).toBe(true);
        expect(minima.at(-1)).toBe(readings.at(-1));
      }),
    );
  });
});

describe('the noise of a series', () => {
  it('is that around its neighbours, a steady growth apart', () => {
    const normal = normalFrom(seededUniform(3));
    const readings = Array.from({ length: 2000 }, (_, at) => at * 50 + 1000 * normal());
    expect(noiseOf(readings)).toBeGreaterThan(900);
    expect(noiseOf(readings)).toBeLessThan(1100);
  });

  it('is 0 for one reading and for a straight line', () => {
    expect(noiseOf([5])).toBe(0);
    expect(noiseOf([1, 2, 3, 4])).toBe(0);
  });
});

describe('the lower envelope', () => {
  it('of growth is the growth, its last readings apart', () => {
    const readings = exact(summed(() => 1000));
    const { levels, start, releases } = lowerEnvelope(readings, 16 * KIB);
    expect({ start, releases }).toEqual({ start: 0, releases: [] });
    expect(levels).toEqual(readings.slice(0, -3));
  });

  it('joins the low points of a buffer above a leak', () => {
    const kept = both(
      summed(() => KIB),
      sawtooth(100, 30),
    );
    const { levels, start, releases, runCounts } = lowerEnvelope(exact(kept), 16 * KIB);
    expect(releases.map(({ at }) => at)).toEqual([70, 170, 270, 370]);
    expect({ start, runCounts, judged: levels.length }).toEqual({ start: 70, runCounts: false, judged: 301 });
    expect(levels.slice(1).map((bytes, at) => Math.round(bytes - (levels[at] ?? 0)))).toEqual(Array(300).fill(KIB));
  });

  it('counts a run that lasts far longer than any interval before it', () => {
    const kept = level((at) => (at < 35 ? at * 150 * KIB : 0) + at * KIB);
    expect(lowerEnvelope(exact(kept), 16 * KIB)).toMatchObject({ start: 35, runCounts: true });
  });

  it('undoes a single release of memory that is older than the readings', () => {
    const dropped = level((at) => (at < 120 ? 24 * MIB : 0) + at * 20 * KIB);
    const { levels, start, releases } = lowerEnvelope(exact(dropped), 16 * KIB);
    expect(releases).toEqual([]);
    expect(start).toBe(0);
    expect((levels.at(-1) ?? 0) - (levels[0] ?? 0)).toBeGreaterThan(0.95 * 20 * KIB * (levels.length - 1));
  });

  it('does not count a run that lasts as long as the interval before it', () => {
    expect(lowerEnvelope(exact(sawtooth(250, 50)), 16 * KIB).runCounts).toBe(false);
  });

  it.each([1, 2])('takes no rise of %i readings for a release', (width) => {
    const readings = exact(level((at) => (at >= 100 && at < 100 + width ? 20 * MIB : 0)));
    expect(lowerEnvelope(readings, 16 * KIB).releases).toEqual([]);
  });

  it('takes a fall within the noise for none', () => {
    const normal = normalFrom(seededUniform(9));
    const readings = Array.from({ length: 400 }, () => 200 * KIB * normal());
    expect(lowerEnvelope(readings, 16 * KIB).releases).toEqual([]);
  });

  it('takes a fall of a small share of what had grown for none', () => {
    const readings = exact(level((at) => at * 100 * KIB - (at >= 300 ? MIB : 0)));
    expect(lowerEnvelope(readings, 16 * KIB).releases).toEqual([]);
  });

  it('compares equal phases where there are two releases', () => {
    const { recurrence } = lowerEnvelope(
      exact(
        both(
          summed(() => KIB),
          sawtooth(200, 50),
        ),
      ),
      16 * KIB,
    );
    expect(recurrence).toEqual({ early: KIB, late: KIB });
  });
});
