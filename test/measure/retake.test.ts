import { describe, expect, it } from 'vitest';
import { isWorthRetrying, Retakes } from '../../src/measure/retake.js';
import type { Sample } from '../../src/results/schema.js';
import { createFailedSample, createSample } from '../builders.js';

const settled = createSample();
const unsettled = (...names: string[]) => createSample({ unsettled: names });

/** Takes the samples that are given, in turn, the last one again and again. */
async function taken(samples: readonly Sample[], retakes = new Retakes()) {
  const reported: Sample[] = [];
  let takes = 0;
  const sample = await retakes.settled({
    caseId: 'single-document/10KB',
    take: async () => {
      takes += 1;
      return samples[Math.min(takes, samples.length) - 1] ?? settled;
    },
    onRetake: (sample) => reported.push(sample),
  });
  return { sample, takes, reported };
}

describe('retaking a sample', () => {
  it('leaves a settled sample alone', async () => {
    expect(await taken([settled])).toEqual({ sample: settled, takes: 1, reported: [] });
  });

  it('leaves a failed sample alone', async () => {
    const failed = createFailedSample();
    expect(await taken([failed])).toEqual({ sample: failed, takes: 1, reported: [] });
  });

  it('takes one that never settled again, and reports it', async () => {
    const { sample, takes, reported } = await taken([unsettled('after'), settled]);
    expect(takes).toBe(2);
    expect(reported).toEqual([unsettled('after')]);
    expect(sample).toEqual({ ...settled, retakes: 1 });
  });

  it('keeps the one with the fewest unsettled readings after two retakes', async () => {
    const { sample, takes } = await taken([unsettled('before', 'after'), unsettled('after'), unsettled('a', 'b', 'c')]);
    expect(takes).toBe(3);
    expect(sample).toEqual({ ...unsettled('after'), retakes: 2 });
  });

  it('keeps what was measured where the retake breaks', async () => {
    const { sample } = await taken([unsettled('after'), createFailedSample()]);
    expect(sample).toEqual({ ...unsettled('after'), retakes: 2 });
  });

  it('retakes the samples of a case that never settles four times in all', async () => {
    const retakes = new Retakes();
    const takes: number[] = [];
    for (let sample = 0; sample < 4; sample += 1) takes.push((await taken([unsettled('after')], retakes)).takes);
    expect(takes).toEqual([3, 3, 1, 1]);
  });
});

describe('a second attempt', () => {
  const works = { samples: [createSample()] };
  const failed = (pass: Sample['pass'], kind: 'run' | 'timeout' = 'run') =>
    ({ ...createFailedSample({ kind, message: 'fetch failed: other side closed' }), pass }) as const;

  it.each(['allocations', 'sites', 'retainers', 'native'] as const)('is made of a failed %s pass', (pass) => {
    expect(isWorthRetrying(failed(pass), works)).toBe(true);
  });

  it.each(['memory', 'leak'] as const)('is not made of a failed %s pass', (pass) => {
    expect(isWorthRetrying(failed(pass), works)).toBe(false);
  });

  it('is not made of a case that was never measured', () => {
    expect(isWorthRetrying(failed('sites'), { samples: [createFailedSample()] })).toBe(false);
  });

  it('is not made where the time limit was reached', () => {
    expect(isWorthRetrying(failed('sites', 'timeout'), works)).toBe(false);
  });

  it('is not made of a pass that was measured', () => {
    expect(isWorthRetrying(createSample({ pass: 'sites' }), works)).toBe(false);
  });
});
