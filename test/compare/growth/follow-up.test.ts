import { describe, expect, it } from 'vitest';
import {
  horizonOf,
  isRefuted,
  nextIterations,
  refutedBelow,
  type Watched,
} from '../../../src/compare/growth/follow-up.js';
import { type Kept, KIB, level, MIB, readingsOf, summed } from './shapes.js';

const watched: Watched[] = [{ series: 'heap', tolerance: 4 * KIB }];

/** Sizes at which a follow-up of a shape looks, the last one being its end. */
function looksAt(kept: Kept, planned: number, of: readonly Watched[] = watched): { looks: number[]; ended: string } {
  const all = readingsOf(kept, 1, 'heap', horizonOf({ planned }));
  const looks: number[] = [];
  for (let done = 0; ; ) {
    const step = nextIterations({ heap: all.slice(0, done) }, of, { planned });
    if ('ended' in step) return { looks, ended: step.ended };
    done += step.more;
    looks.push(done);
  }
}

const leak = summed(() => 16 * KIB);
const flat = level(() => 0);

describe('a follow-up', () => {
  it.each([
    [3, [40, 80, 160, 320, 400]],
    [14, [40, 80, 160, 320, 400]],
    [50, [100, 200, 400]],
    [100, [200, 400, 800]],
  ])('of %i planned iterations looks at a leak at %j', (planned, looks) => {
    expect(looksAt(leak, planned)).toEqual({ looks, ended: 'horizon' });
  });

  it('of a series that does not grow ends at the first look', () => {
    expect(looksAt(flat, 14)).toEqual({ looks: [40], ended: 'decided' });
  });

  it('of a pool that is soon full ends before the horizon', () => {
    expect(
      looksAt(
        level((at) => Math.min(at, 30) * 100 * KIB),
        14,
      ),
    ).toEqual({ looks: [40, 80, 160], ended: 'decided' });
  });

  it('of a cache of 300 entries goes to the horizon', () => {
    expect(
      looksAt(
        level((at) => Math.min(at, 300) * 100 * KIB),
        14,
      ).ended,
    ).toBe('horizon');
  });

  it.each(['threads', 'children'] as const)('ends where each of 100 iterations left one of its %s', (series) => {
    const one: Watched[] = [{ series, tolerance: 0.1 }];
    const counts = (count: number, each: number) => ({
      [series]: Array.from({ length: count }, (_, at) => Math.floor(at * each)),
    });
    expect(nextIterations(counts(160, 1), one, { planned: 14 })).toEqual({ ended: 'decided' });
    expect(nextIterations(counts(80, 1), one, { planned: 14 })).toEqual({ more: 80 });
    expect(nextIterations(counts(160, 0.5), one, { planned: 14 })).toEqual({ more: 160 });
  });

  it('goes to the horizon where each iteration leaves a timer, which a cache may still end', () => {
    const handles = { handles: Array.from({ length: 160 }, (_, at) => at) };
    expect(nextIterations(handles, [{ series: 'handles', tolerance: 0.1 }], { planned: 14 })).toEqual({ more: 160 });
  });

  it('goes to the horizon where the planned samples differ by a burst', () => {
    expect(looksAt(flat, 14, [{ series: 'heap', tolerance: 4 * KIB, burst: MIB }]).ended).toBe('horizon');
  });

  it('continues while one of the series is open', () => {
    const columns = { heap: readingsOf(flat, 1, 'heap', 40), external: readingsOf(leak, 2, 'heap', 40) };
    const both: Watched[] = [...watched, { series: 'external', tolerance: 4 * KIB }];
    expect(nextIterations(columns, both, { planned: 14 })).toEqual({ more: 40 });
  });

  it('is not held up by a series that it does not have', () => {
    const columns = { heap: readingsOf(flat, 1, 'heap', 40) };
    const both: Watched[] = [...watched, { series: 'other', tolerance: 64 * KIB }];
    expect(nextIterations(columns, both, { planned: 14 })).toEqual({ ended: 'decided' });
  });

  it('ends where a result can hold no more readings', () => {
    expect(horizonOf({ planned: 5000 })).toBe(10_000);
    expect(nextIterations({}, watched, { planned: 5000 })).toEqual({ more: 10_000 });
  });

  it('that confirms another is shorter, and no shorter than a planned sample', () => {
    expect(horizonOf({ planned: 14, confirming: true })).toBe(100);
    expect(horizonOf({ planned: 250, confirming: true })).toBe(250);
  });
});

describe('a suspicion', () => {
  const suspected = (rate: number): Watched[] => [{ series: 'heap', tolerance: 4 * KIB, rate }];
  const readAfter = (kept: Kept, count: number) => ({ heap: readingsOf(kept, 1, 'heap', count) });

  it('is refuted below half of its rate, and below four tolerances in any case', () => {
    expect(refutedBelow({ series: 'heap', tolerance: 4 * KIB, rate: 100 * KIB })).toBe(50 * KIB);
    expect(refutedBelow({ series: 'heap', tolerance: 4 * KIB, rate: 10 * KIB })).toBe(16 * KIB);
  });

  it('is refuted by readings that lie flat', () => {
    expect(isRefuted(readAfter(flat, 40), suspected(100 * KIB))).toBe(true);
  });

  it('is not refuted by a leak, however much smaller than suspected', () => {
    expect(isRefuted(readAfter(leak, 40), suspected(1_000 * KIB))).toBe(false);
  });

  it('is not refuted while another of the series grows', () => {
    const columns = { ...readAfter(flat, 40), external: readingsOf(leak, 2, 'heap', 40) };
    const both: Watched[] = [...suspected(100 * KIB), { series: 'external', tolerance: 4 * KIB, rate: 16 * KIB }];
    expect(isRefuted(columns, both)).toBe(false);
  });
});
