import { describe, expect, it } from 'vitest';
import { decide, processesOf } from '../../bench/growth.js';
import { randomFrom } from '../../bench/random.js';
import { readRecording } from '../../bench/recording.js';
import { dealtChange, dealtRounds, type ReplayedCase, regressed, replay } from '../../bench/replay.js';
import { judgeSeries } from '../../src/compare/growth/judge-series.js';
import { defaultTolerances, ratchetAmount } from '../../src/compare/growth/series.js';

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
  const judged = { tolerance: defaultTolerances.heap, ratchet: ratchetAmount('heap'), horizonReached: true };

  it.each([
    ['innocent-500', 'heapSteps', 'stable'],
    ['innocent-500', 'nativeSteps', 'stable'],
    ['cache-500', 'heapSteps', 'ratchet'],
    ['cache-500', 'nativeSteps', 'stable'],
  ] as const)('that is %s has %s that are %s in every process', (name, part, shape) => {
    const processes = processesOf(readRecording('innocent'), `loop/${name}`, part);
    expect(processes.length).toBeGreaterThanOrEqual(50);
    const shapes = processes.map((process) => judgeSeries(process, judged).shape);
    expect(new Set(shapes)).toEqual(new Set([shape]));
  });

  it.each([
    ['heap-8KB', 'heapSteps'],
    ['native-8KB', 'nativeSteps'],
  ] as const)('that keeps %s per iteration is a leak', (name, part) => {
    const { verdict, iterations } = decide(processesOf(readRecording('loops'), `loop/${name}`, part));
    expect(verdict).toBe('leak');
    expect(iterations).toBeLessThanOrEqual(5 * 50 + 400);
  });
});
