import { describe, expect, it } from 'vitest';
import type { Suspicion } from '../../../src/compare/growth/screen.js';
import { defaultTolerances, type GrowthSeriesName } from '../../../src/compare/growth/series.js';
import {
  confirmsShortly,
  type FollowUp,
  type FollowUpEnd,
  followUpsWanted,
  type GrowthEvidence,
  growthVerdict,
} from '../../../src/compare/growth/verdict.js';
import { type Kept, KIB, level, MIB, readingsOf, sawtooth, summed } from './shapes.js';

const suspicion = (series: GrowthSeriesName, changes: Partial<Suspicion> = {}): Suspicion => ({
  series,
  tolerance: defaultTolerances[series],
  rate: 16 * KIB,
  suspectSamples: 5,
  samples: 5,
  burst: 0,
  ...changes,
});
const leak = summed(() => 16 * KIB);
const followed = (kept: Kept, ended: FollowUpEnd = 'horizon', count = 400, seed = 1): FollowUp => ({
  ended,
  columns: { heap: readingsOf(kept, seed, 'heap', count) },
});
const evidence = (changes: Partial<GrowthEvidence>): GrowthEvidence => ({
  suspicions: [suspicion('heap')],
  planned: 50,
  samples: 5,
  followUps: [],
  ...changes,
});
const once = [suspicion('heap', { suspectSamples: 1 })];

describe('the verdict on growth', () => {
  it('is stable without a suspicion', () => {
    expect(growthVerdict(evidence({ suspicions: [] }))).toMatchObject({ verdict: 'stable', processes: 5 });
  });

  it('is a leak where the follow-up and two thirds of the planned samples say so', () => {
    const { verdict, carrier, iterations, processes } = growthVerdict(evidence({ followUps: [followed(leak)] }));
    expect({ verdict, series: carrier?.series, iterations, processes }).toEqual({
      verdict: 'leak',
      series: 'heap',
      iterations: 400,
      processes: 6,
    });
    expect(Math.round((carrier?.rate ?? 0) / KIB)).toBe(16);
  });

  it('is suspected while the follow-up is the only process that says so', () => {
    expect(growthVerdict(evidence({ suspicions: once, followUps: [followed(leak)] }))).toMatchObject({
      verdict: 'suspected',
      reason: 'one-process',
    });
  });

  it('is a leak where a second, shorter follow-up grows as fast', () => {
    const followUps = [followed(leak), followed(leak, 'horizon', 100, 2)];
    expect(growthVerdict(evidence({ suspicions: once, followUps }))).toMatchObject({ verdict: 'leak', processes: 2 });
  });

  it('stays suspected where a second follow-up does not grow', () => {
    const followUps = [
      followed(leak),
      followed(
        level(() => 0),
        'decided',
        100,
        2,
      ),
    ];
    expect(growthVerdict(evidence({ suspicions: once, followUps })).verdict).toBe('suspected');
  });

  it.each([
    ['slowing', level((at) => MIB * Math.sqrt(at + 1))],
    ['ratchet', level((at) => Math.min(at, 300) * 100 * KIB)],
    ['stable', sawtooth(100, 40)],
  ] as const)('is %s where the follow-up is, whatever the planned samples say', (verdict, kept) => {
    expect(growthVerdict(evidence({ followUps: [followed(kept)] })).verdict).toBe(verdict);
  });

  it('is suspected where time ended a follow-up that grew', () => {
    expect(growthVerdict(evidence({ followUps: [followed(leak, 'time', 150)] }))).toMatchObject({
      verdict: 'suspected',
      reason: 'time',
    });
  });

  it('is a leak where the memory limit ended a follow-up', () => {
    expect(growthVerdict(evidence({ followUps: [followed(leak, 'memory', 150)] })).verdict).toBe('leak');
  });

  it('is suspected where nothing was followed up, and where a command cannot be', () => {
    expect(growthVerdict(evidence({}))).toMatchObject({ verdict: 'suspected', reason: 'not-followed' });
    const cannot: FollowUp = { ended: 'cannot', columns: {} };
    expect(growthVerdict(evidence({ followUps: [cannot] }))).toMatchObject({ verdict: 'suspected', reason: 'cannot' });
  });

  describe('after a follow-up that threw', () => {
    it('is a leak over twice the planned iterations', () => {
      expect(growthVerdict(evidence({ followUps: [followed(leak, 'threw', 100)] })).verdict).toBe('leak');
    });

    it('is suspected over fewer', () => {
      expect(growthVerdict(evidence({ followUps: [followed(leak, 'threw', 60)] }))).toMatchObject({
        verdict: 'suspected',
        reason: 'threw',
      });
    });

    it('is a leak over fewer where growth is exponential', () => {
      const exponential = level((at) => 64 * KIB * 1.1 ** at);
      expect(growthVerdict(evidence({ followUps: [followed(exponential, 'threw', 90)] })).verdict).toBe('leak');
    });
  });

  it('is carried by the exact series, not by the anonymous memory that sees it as well', () => {
    const both = {
      heap: readingsOf(leak, 1),
      other: readingsOf(
        summed(() => 6 * KIB),
        2,
        'other',
      ),
    };
    const suspicions = [suspicion('other', { tolerance: 4 * KIB }), suspicion('heap', { rate: 96 * KIB })];
    const followUps: FollowUp[] = [
      { ended: 'horizon', columns: { ...both, heap: both.heap.map((b, at) => b + at * 80 * KIB) } },
    ];
    const verdict = growthVerdict(evidence({ suspicions, followUps }));
    expect(verdict.carrier?.series).toBe('heap');
    expect(verdict.others.map(({ series }) => series)).toEqual(['other']);
  });

  it('is carried by memory, with the counts beside it', () => {
    const columns = { heap: readingsOf(leak, 1), descriptors: Array.from({ length: 400 }, (_, at) => 20 + 5 * at) };
    const suspicions = [suspicion('descriptors', { rate: 5 }), suspicion('heap')];
    const verdict = growthVerdict(evidence({ suspicions, followUps: [{ ended: 'horizon', columns }] }));
    expect(verdict).toMatchObject({
      verdict: 'leak',
      carrier: { series: 'heap' },
      others: [{ series: 'descriptors', rate: 5 }],
    });
  });

  it('is carried by the count that leaks, where memory only came to rest', () => {
    const columns = {
      heap: readingsOf(
        level((at) => Math.min(at, 60) * 100 * KIB),
        1,
      ),
      descriptors: Array.from({ length: 400 }, (_, at) => 20 + 5 * at),
    };
    const suspicions = [suspicion('heap'), suspicion('descriptors', { rate: 5 })];
    const verdict = growthVerdict(evidence({ suspicions, followUps: [{ ended: 'horizon', columns }] }));
    expect(verdict).toMatchObject({ verdict: 'leak', carrier: { series: 'descriptors' }, others: [] });
  });

  it('needs no follow-up of child processes that every iteration of every sample leaves behind', () => {
    const suspicions = [suspicion('children', { rate: 1 })];
    expect(growthVerdict(evidence({ suspicions }))).toMatchObject({ verdict: 'leak', processes: 5 });
    expect(growthVerdict(evidence({ suspicions, planned: 5 })).verdict).toBe('suspected');
    expect(growthVerdict(evidence({ suspicions: [suspicion('children', { rate: 0.5 })] })).verdict).toBe('suspected');
  });
});

describe('more follow-ups', () => {
  it.each<[string, Partial<GrowthEvidence>, 0 | 1]>([
    ['are not wanted without a suspicion', { suspicions: [] }, 0],
    ['are wanted for a suspicion', {}, 1],
    ['are not wanted once the planned samples confirm a leak', { followUps: [followed(leak)] }, 0],
    ['are wanted once to confirm a leak that few samples show', { suspicions: once, followUps: [followed(leak)] }, 1],
    ['are not wanted after two', { suspicions: once, followUps: [followed(leak), followed(level(() => 0))] }, 0],
    [
      'are not wanted after a stable one',
      {
        followUps: [
          followed(
            level(() => 0),
            'decided',
            100,
          ),
        ],
      },
      0,
    ],
    ['are not wanted after one that time ended', { followUps: [followed(leak, 'time', 150)] }, 0],
    ['are not wanted where the user turned them off', { noFollowUp: true }, 0],
  ])('%s', (_, changes, wanted) => {
    expect(followUpsWanted(evidence(changes))).toBe(wanted);
  });

  it('are shorter to confirm a steady leak, and as long as the first to confirm one below a buffer', () => {
    const buffered: Kept = (count, uniform) => {
      const filled = sawtooth(90, 10, 50 * KIB)(count, uniform);
      return leak(count, uniform).map((bytes, at) => bytes + (filled[at] ?? 0));
    };
    expect(confirmsShortly(evidence({}))).toBe(false);
    expect(confirmsShortly(evidence({ followUps: [followed(leak)] }))).toBe(true);
    expect(confirmsShortly(evidence({ followUps: [followed(buffered)] }))).toBe(false);
  });
});
