import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/verdict.js';
import { type FinishedRun, fixture, judgedCase, runFixtures, samplesOf } from '../processes.js';

describe('growth over the iterations', () => {
  let run: FinishedRun;
  let comparison: Comparison;
  beforeAll(async () => {
    run = await runFixtures(fixture('growth'), ['--json']);
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
    expect((leak?.slopeBytes ?? 0) / (16 * 1024)).toBeGreaterThan(0.9);
    expect((leak?.slopeBytes ?? 0) / (16 * 1024)).toBeLessThan(1.1);
  });

  it('of 16 KiB of JavaScript objects per call is a leak of about that slope', () => {
    const { leak } = judgedCase(comparison, 'leaks-objects');
    expect(leak?.verdict).toBe('leak');
    expect((leak?.slopeBytes ?? 0) / (16 * 1024)).toBeGreaterThan(0.9);
    expect((leak?.slopeBytes ?? 0) / (16 * 1024)).toBeLessThan(1.1);
  });

  it('is watched for longer where it looks like a leak', () => {
    expect(judgedCase(comparison, 'leaks').leak?.iterations).toBe(400);
    expect(judgedCase(comparison, 'innocent').leak?.iterations).toBe(50);
  });

  it('that is taken back is stable', () => {
    expect(judgedCase(comparison, 'innocent').leak?.verdict).toBe('stable');
  });

  it('of a cache up to its bound is no leak', () => {
    expect(['stable', 'ratchet']).toContain(judgedCase(comparison, 'plateaus').leak?.verdict);
  });

  it('of a cache up to its bound is seen while it fills', () => {
    const [sample] = samplesOf(run, 'plateaus');
    expect(sample?.leak?.heap.earlySlopeBytes).toBeGreaterThan(4 * 1024);
    expect(sample?.leak?.heap.lateSlopeBytes).toBeLessThan(4 * 1024);
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
