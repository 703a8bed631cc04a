import { beforeAll, describe, expect, it } from 'vitest';
import { growthPercent } from '../../src/compare/trend.js';
import type { Comparison } from '../../src/compare/verdict.js';
import type { MeasuredSample } from '../../src/results/schema.js';
import { type FinishedRun, fixture, judgedCase, runFixtures, samplesOf } from '../processes.js';

describe('growth over the iterations', () => {
  let run: FinishedRun;
  let comparison: Comparison;
  beforeAll(async () => {
    run = await runFixtures(fixture('growth'), ['--json', '--sites', 'none', '--repeats', '2']);
    comparison = JSON.parse(run.stdout);
  });

  it('without an end fails the run', () => {
    expect(run.code).toBe(1);
    expect(comparison.verdict).toBe('fail');
  });

  it('is found in the cases that have it and in no other', () => {
    const leaking = comparison.cases.filter(({ leak }) => leak?.verdict === 'leak').map(({ id }) => id);
    expect(leaking.sort()).toEqual(['grows', 'leaks', 'leaks-objects']);
  });

  it('of 16 KiB of Buffers per call is a leak of about that slope', () => {
    const { leak } = judgedCase(comparison, 'leaks');
    expect(leak?.verdict).toBe('leak');
    expect((leak?.rate ?? 0) / (16 * 1024)).toBeGreaterThan(0.9);
    expect((leak?.rate ?? 0) / (16 * 1024)).toBeLessThan(1.1);
  });

  it('of 16 KiB of JavaScript objects per call is a leak of about that slope', () => {
    const { leak } = judgedCase(comparison, 'leaks-objects');
    expect(leak?.verdict).toBe('leak');
    expect((leak?.rate ?? 0) / (16 * 1024)).toBeGreaterThan(0.9);
    expect((leak?.rate ?? 0) / (16 * 1024)).toBeLessThan(1.1);
  });

  it('of 16 KiB of JavaScript objects per call is what a thousand calls come to', () => {
    const [sample] = samplesOf(run, 'leaks-objects');
    expect(sample?.metrics.heap_growth_mb).toBeGreaterThan(15.5);
    expect(sample?.metrics.heap_growth_mb).toBeLessThan(16.5);
  });

  it('of an innocent scenario is hardly any', () => {
    const [sample] = samplesOf(run, 'innocent');
    // 0.55 to 1.16 in 30 samples, with and without load.
    expect(Math.abs(sample?.metrics.heap_growth_mb ?? Number.NaN)).toBeLessThan(2);
  });

  it('is watched for longer where it looks like a leak', () => {
    expect(judgedCase(comparison, 'leaks').leak?.iterations).toBe(400);
    expect(judgedCase(comparison, 'innocent').leak?.iterations).toBe(50);
  });

  it('is followed up once, in a separate process, where it looks like a leak', () => {
    expect(passesOf(run, 'leaks')).toEqual(['memory', 'memory', 'leak']);
    expect(followUpOf(run, 'leaks').followUp).toEqual({ ended: 'horizon' });
    expect(followUpOf(run, 'leaks').iterations?.durationMs).toHaveLength(400);
    expect(passesOf(run, 'innocent')).toEqual(['memory', 'memory']);
  });

  it('enters the duration and the percentage with its planned iterations only', () => {
    const [sample] = samplesOf(run, 'leaks');
    const { durationMs = [], rssBytes = [] } = sample?.iterations ?? {};
    expect(durationMs).toHaveLength(50);
    expect(sample?.metrics.duration_ms).toBe(durationMs.reduce((sum, duration) => sum + duration, 0));
    expect(sample?.metrics.growth_percent).toBe(growthPercent(rssBytes));
    expect(followUpOf(run, 'leaks').metrics).toEqual({});
  });

  it('that is taken back is stable', () => {
    expect(judgedCase(comparison, 'innocent').leak?.verdict).toBe('stable');
  });

  it('of a cache up to its bound is a ratchet, which a follow-up sees end early', () => {
    expect(judgedCase(comparison, 'plateaus').leak).toMatchObject({ verdict: 'ratchet', series: 'external' });
    expect(followUpOf(run, 'plateaus').followUp).toEqual({ ended: 'decided' });
    expect(followUpOf(run, 'plateaus').iterations?.durationMs.length).toBeLessThan(400);
  });

  it('beyond its percentage is a breach of the budget', () => {
    const { breaches } = judgedCase(comparison, 'grows');
    expect(breaches).toMatchObject([{ metric: 'growth_percent', limit: 10 }]);
    expect(breaches[0]?.value).toBeGreaterThan(10);
  });

  it('within its percentage is no breach', () => {
    expect(judgedCase(comparison, 'innocent').breaches).toEqual([]);
  });

  it('is followed up even where there is a single sample, and may be no more of them', async () => {
    const flags = ['--json', '--sites', 'none', '--filter', '^leaks$', '--max-repeats', '1'];
    const alone = await runFixtures(fixture('growth'), flags);
    expect(judgedCase(JSON.parse(alone.stdout), 'leaks').leak).toMatchObject({ verdict: 'leak', processes: 2 });
    expect(passesOf(alone, 'leaks')).toEqual(['memory', 'leak']);
    expect(alone.code).toBe(1);
  });

  it('is looked for where there is no limit', async () => {
    const plain: Comparison = JSON.parse((await runFixtures(fixture('plain'), ['--json'])).stdout);
    expect(judgedCase(plain, 'nothing').leak?.verdict).toBe('stable');
  });

  it('is not looked for where the command line says so', async () => {
    const quick = await runFixtures(fixture('growth'), [
      '--json',
      '--filter',
      '^leaks$',
      '--repeats',
      '1',
      '--no-leaks',
    ]);
    expect(judgedCase(JSON.parse(quick.stdout), 'leaks').leak).toBeUndefined();
    expect(passesOf(quick, 'leaks')).toEqual(['memory']);
    expect(quick.code).toBe(0);
  });

  it('is not looked for where the scenario says so', () => {
    expect(judgedCase(comparison, 'leaks-unwatched').leak).toBeUndefined();
    expect(passesOf(run, 'leaks-unwatched')).toEqual(['memory', 'memory']);
  });
});

describe('a suspected leak that cannot be followed up to the end', () => {
  let run: FinishedRun;
  let comparison: Comparison;
  beforeAll(async () => {
    run = await runFixtures(fixture('following'), ['--json', '--sites', 'none']);
    comparison = JSON.parse(run.stdout);
  });

  it('because that would take longer than the time limit is still a suspicion, of all that was read', () => {
    const { followUp, iterations } = followUpOf(run, 'leaks-slowly');
    expect(followUp?.ended).toBe('time');
    const { leak } = judgedCase(comparison, 'leaks-slowly');
    expect(leak).toMatchObject({ verdict: 'suspected', iterations: iterations?.durationMs.length });
    expect(leak?.reason).toMatch(/^the follow-up ran out of time after \d+ iterations: raise timeoutMs$/);
    expect(leak?.iterations).toBeLessThan(400);
  });

  it('because it hangs there is a leak by what was read, where that is much', () => {
    const { followUp, iterations } = followUpOf(run, 'leaks-and-hangs');
    expect(followUp?.ended).toBe('threw');
    expect(iterations?.durationMs).toHaveLength(20);
    expect(judgedCase(comparison, 'leaks-and-hangs').leak).toMatchObject({ verdict: 'leak', iterations: 20 });
  });

  it('because it hangs there is a suspicion, where what was read is little', () => {
    const { leak } = judgedCase(comparison, 'leaks-little-and-hangs');
    expect(leak).toMatchObject({ verdict: 'suspected', iterations: 20 });
    expect(leak?.reason).toMatch(/^the follow-up stopped after 20 iterations: .* stopped during follow-up/);
  });

  it('fails the run for the leak, and keeps every planned sample', () => {
    expect(run.code).toBe(1);
    expect(run.results.cases.flatMap(({ samples }) => samples.map(({ status }) => status))).toEqual(
      Array(6).fill('measured'),
    );
  });
});

function passesOf(run: FinishedRun, id: string): string[] {
  return samplesOf(run, id).map(({ pass }) => pass);
}

/** The sample that followed a suspected leak up, which has to be there. */
function followUpOf(run: FinishedRun, id: string): MeasuredSample {
  const found = samplesOf(run, id).find(({ pass }) => pass === 'leak');
  if (found === undefined) throw new Error(`${id} was not followed up: ${passesOf(run, id).join(', ')}`);
  return found;
}
