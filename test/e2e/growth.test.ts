import { beforeAll, describe, expect, it } from 'vitest';
import { growthPercent } from '../../src/compare/trend.js';
import type { Comparison } from '../../src/compare/verdict.js';
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

  it('in one process alone is looked for in another, which decides', async () => {
    const alone = await runFixtures(fixture('growth'), ['--json', '--sites', 'none', '--filter', '^leaks$']);
    expect(judgedCase(JSON.parse(alone.stdout), 'leaks').leak).toMatchObject({ verdict: 'leak', samples: 2 });
    expect(alone.code).toBe(1);
  });

  it('of 16 KiB of JavaScript objects per call is what a thousand calls come to', () => {
    const [sample] = samplesOf(run, 'leaks-objects');
    expect(sample?.metrics.heap_growth_mb).toBeGreaterThan(15.5);
    expect(sample?.metrics.heap_growth_mb).toBeLessThan(16.5);
  });

  it('of an innocent scenario is hardly any', () => {
    const [sample] = samplesOf(run, 'innocent');
    expect(Math.abs(sample?.metrics.heap_growth_mb ?? Number.NaN)).toBeLessThan(1);
  });

  it('is watched for longer where it looks like a leak', () => {
    expect(judgedCase(comparison, 'leaks').leak?.iterations).toBe(400);
    expect(judgedCase(comparison, 'innocent').leak?.iterations).toBe(50);
  });

  it('enters the duration and the percentage with its planned iterations only', () => {
    const [sample] = samplesOf(run, 'leaks');
    const { durationMs = [], rssBytes = [] } = sample?.iterations ?? {};
    expect(durationMs).toHaveLength(400);
    expect(sample?.metrics.duration_ms).toBe(durationMs.slice(0, 50).reduce((sum, duration) => sum + duration, 0));
    expect(sample?.metrics.growth_percent).toBe(growthPercent(rssBytes.slice(0, 50)));
  });

  it('in one process alone is a suspicion, which does not fail the run', async () => {
    const alone = await runFixtures(fixture('growth'), [
      '--json',
      '--sites',
      'none',
      '--filter',
      '^leaks$',
      '--max-repeats',
      '1',
    ]);
    expect(judgedCase(JSON.parse(alone.stdout), 'leaks').leak?.verdict).toBe('suspected');
    expect(alone.code).toBe(0);
  });

  it('that is taken back is stable', () => {
    expect(judgedCase(comparison, 'innocent').leak?.verdict).toBe('stable');
  });

  it('of a cache up to its bound is no leak', () => {
    expect(['stable', 'ratchet']).toContain(judgedCase(comparison, 'plateaus').leak?.verdict);
  });

  it('of a cache up to its bound is seen while it fills', () => {
    const [sample] = samplesOf(run, 'plateaus');
    expect(sample?.leak?.heap?.earlySlopeBytes).toBeGreaterThan(4 * 1024);
    expect(sample?.leak?.heap?.lateSlopeBytes).toBeLessThan(4 * 1024);
  });

  it('beyond its percentage is a breach of the budget', () => {
    const { breaches } = judgedCase(comparison, 'grows');
    expect(breaches).toMatchObject([{ metric: 'growth_percent', limit: 10 }]);
    expect(breaches[0]?.value).toBeGreaterThan(10);
  });

  it('within its percentage is no breach', () => {
    expect(judgedCase(comparison, 'innocent').breaches).toEqual([]);
  });

  it('is not looked for where there is no limit', async () => {
    const plain: Comparison = JSON.parse((await runFixtures(fixture('plain'), ['--json'])).stdout);
    expect(judgedCase(plain, 'nothing').leak).toBeUndefined();
  });
});

describe('a suspected leak that cannot be followed up to the end', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('following'), ['--sites', 'none']);
  });

  it('because that would take longer than the time limit keeps the sample and is a leak', () => {
    const [sample] = samplesOf(run, 'leaks-slowly');
    expect(sample?.leak?.verdict).toBe('leak');
    expect(sample?.leak?.iterations).toBeGreaterThanOrEqual(20);
    expect(sample?.leak?.iterations).toBeLessThan(160);
  });

  it('because it hangs there keeps the sample and is a leak by what was seen', () => {
    const [sample] = samplesOf(run, 'leaks-and-hangs');
    expect(sample?.leak).toMatchObject({ verdict: 'leak', iterations: 20 });
  });
});
