import { describe, expect, it } from 'vitest';
import { fitsOf } from '../../bench/power.js';
import { randomFrom } from '../../bench/random.js';
import { readRecording } from '../../bench/recording.js';
import { dealtChange, dealtRounds, type ReplayedCase, regressed, replay } from '../../bench/replay.js';
import { leakVerdict } from '../../src/compare/leak.js';

const rounds = readRecording('rounds');
const planted = readRecording('planted');
const defaults = { budgets: {}, thresholds: {}, failOn: [] };

/** In how many of the draws the recorded samples are judged a regression of the case, or of any. */
function timesTold(draws: number, deal: (random: () => number) => ReplayedCase[], caseId?: string): number {
  const random = randomFrom(42);
  return Array.from({ length: draws }, () => regressed(replay(deal(random), defaults).comparison, caseId)).filter(
    Boolean,
  ).length;
}

describe('recorded runs in which nothing changed', () => {
  it('have a regression in one of a hundred at most', () => {
    expect(timesTold(100, (random) => dealtRounds(rounds, random))).toBeLessThanOrEqual(1);
  });
});

describe('a recorded change, among the cases of an unchanged suite', () => {
  it.each(['heap-512KB', 'native-512KB', 'peak-1MB', 'heap-64MB'])('of %s is told', (change) => {
    const id = `planted/${change}`;
    const deal = (random: () => number) => [
      dealtChange(planted, id, 'planted/nothing', random),
      ...dealtRounds(rounds, random),
    ];
    expect(timesTold(20, deal, id)).toBeGreaterThanOrEqual(19);
  });
});

describe('a recorded loop', () => {
  it.each(['innocent-500', 'cache-500'])('that is %s is no leak in any process', (name) => {
    const fits = fitsOf(readRecording('innocent'), `loop/${name}`);
    expect(fits.length).toBeGreaterThanOrEqual(50);
    expect(fits.map(({ verdict }) => verdict)).not.toContain('leak');
  });

  it.each(['heap-8KB', 'native-8KB'])('that keeps %s per iteration is a leak', (name) => {
    expect(leakVerdict(fitsOf(readRecording('loops'), `loop/${name}`))).toBe('leak');
  });
});
