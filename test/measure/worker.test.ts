import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profiles } from '../../src/measure/profile.js';
import { takeSample } from '../../src/measure/sample.js';
import type { SampleServices } from '../../src/measure/sample-request.js';
import type { Pass, Sample } from '../../src/results/schema.js';
import { Guardian } from '../../src/services/guardian.js';
import { koffiPath, requirePackage } from '../../src/services/packages.js';
import { type Case, compileCases } from '../../src/suite/cases.js';
import { discoverScenarios } from '../../src/suite/discover.js';
import { fixture, repositoryRoot, temporaryFolder } from '../processes.js';

const guardian = new Guardian();
afterAll(() => guardian.close());

let cases: Case[];
beforeAll(async () => {
  cases = compileCases(
    await discoverScenarios([fixture('worker')], {
      guardian,
      signal: new AbortController().signal,
      workingDirectory: repositoryRoot,
      nodePath: process.execPath,
      nodeFlags: [],
      env: {},
      folder: temporaryFolder(),
    }),
  );
});

function services(changes: Partial<SampleServices> = {}): SampleServices {
  return {
    openQdrant: undefined,
    qdrantOrigin: undefined,
    profiler: undefined,
    model: undefined,
    packages: {
      qdrantClientUrl: requirePackage('@qdrant/js-client-rest', repositoryRoot).url,
      fastembedUrl: requirePackage('fastembed', repositoryRoot).url,
      koffiPath: koffiPath(repositoryRoot),
    },
    guardian,
    profile: profiles.default,
    nodePath: process.execPath,
    env: {},
    workingDirectory: temporaryFolder(),
    profilesFolder: temporaryFolder(),
    folder: temporaryFolder(),
    signal: new AbortController().signal,
    ...changes,
  };
}

function sampleOf(id: string, changes?: Partial<SampleServices>, pass: Pass = 'memory'): Promise<Sample> {
  const measured = cases.find((each) => each.id === id);
  if (measured === undefined) throw new Error(`no case ${id}`);
  return takeSample({ case: measured, pass, index: 0 }, services(changes));
}

/** What a scenario tells by throwing it. */
async function toldBy(id: string, changes?: Partial<SampleServices>, pass?: Pass): Promise<unknown> {
  const sample = await sampleOf(id, changes, pass);
  if (sample.status !== 'failed') throw new Error(`${id} told nothing`);
  return JSON.parse(sample.error.message);
}

describe('the measured process', () => {
  it('has of our environment what it needs to run and nothing else', async () => {
    process.env.NODE_OPTIONS = '--max-old-space-size=512';
    process.env.MEMORY_BENCH_TEST_SECRET = 'secret';
    try {
      const environment = await toldBy('environment');
      expect(environment).toMatchObject({ PATH: process.env.PATH, TZ: 'UTC', LANG: 'C.UTF-8' });
      expect(environment).not.toHaveProperty('NODE_OPTIONS');
      expect(environment).not.toHaveProperty('MEMORY_BENCH_TEST_SECRET');
    } finally {
      delete process.env.NODE_OPTIONS;
      delete process.env.MEMORY_BENCH_TEST_SECRET;
    }
  });

  it('has what the configuration adds', async () => {
    expect(await toldBy('environment', { env: { MALLOC_ARENA_MAX: '2' } })).toMatchObject({ MALLOC_ARENA_MAX: '2' });
  });

  it('has loaded built-ins, koffi, the worker, how errors are described and the scenario, and nothing else', async () => {
    const urls = (await toldBy('scripts')) as string[];
    const files = urls.map((url) => url.replace(/^file:\/\//, '')).filter((url) => url.startsWith('/'));
    const allowed = [
      '/lib/src/measure/worker/',
      '/lib/src/error-text.js',
      '/lib/src/suite/define.js',
      '/lib/src/index.js',
      '/node_modules/koffi/',
    ];
    const others = files.filter((file) => !allowed.some((part) => file.includes(part)));
    expect(others).toEqual([fixture('worker/worker.mjs')]);
    expect(files.some((file) => file.includes('/node_modules/koffi/'))).toBe(true);
  });

  it('calls run once cold, then to warm up, then to measure, and counts the calls', async () => {
    expect(await toldBy('counts')).toEqual(['setup', 0, 1, 2, 3, 4, 5]);
  });

  it('calls run only once where the first call is what is measured', async () => {
    expect(await toldBy('cold')).toEqual([0]);
  });

  it('makes one cold call and one that counts where allocations are counted', async () => {
    expect(await toldBy('counts', {}, 'allocations')).toEqual(['setup', 0, 1]);
  });

  it.each(['kept', 'nested', 'dropped'])('counts each of 60,000 objects that are %s', async (label) => {
    const sample = await sampleOf(`objects/${label}`, {}, 'allocations');
    if (sample.status !== 'measured') throw new Error(sample.error.message);
    const { allocation_count: count = 0 } = sample.metrics;
    expect(Math.abs(count - 60_000)).toBeLessThan(200);
  });

  it('gives a scenario its parameters, its state, its own folder, and text and vectors of the length it asks for', async () => {
    const folder = temporaryFolder();
    const seen = await toldBy('context/large', { folder });
    expect(seen).toMatchObject({ params: { size: 12 }, state: { made: 'in setup' }, files: ['file'] });
    expect(seen).toMatchObject({ text: 100, vector: 8, aborted: false });
  });

  it('gives the same text for the same seed, and another for another', async () => {
    const { texts } = (await toldBy('context/large')) as { texts: string[] };
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).not.toBe(texts[0]);
  });

  it('has a folder that is gone afterwards', async () => {
    const folder = temporaryFolder();
    const seen = (await toldBy('context/large', { folder })) as { tempDir: string };
    expect(seen.tempDir.startsWith(join(folder, 'sample-'))).toBe(true);
    expect(existsSync(seen.tempDir)).toBe(false);
  });

  it('keeps no entries of the requests that were made', async () => {
    expect(await toldBy('fetches')).toBe(0);
  });

  it('is run with the flags of the profile', async () => {
    const sample = await sampleOf('counts', { profile: { nodeFlags: ['--no-such-flag'], qdrantEnv: {} } });
    expect(sample).toMatchObject({
      status: 'failed',
      error: { kind: 'exit', log: expect.stringContaining('no-such-flag') },
    });
  });
});

describe('a sample', () => {
  it('of a scenario that uses the channel for messages of its own is measured all the same', async () => {
    const sample = await sampleOf('talks');
    expect(sample).toMatchObject({ status: 'measured', index: 0, pass: 'memory' });
    expect(sample.status === 'measured' && sample.iterations?.rssBytes).toHaveLength(3);
  });

  it('of a scenario that replaces JSON, the clock and memoryUsage is measured all the same', async () => {
    expect(await sampleOf('replaces')).toMatchObject({ status: 'measured' });
  });

  it('that failed has the end of the log', async () => {
    const sample = await sampleOf('logs');
    if (sample.status !== 'failed') throw new Error('it did not fail');
    const lines = sample.error.log?.split('\n') ?? [];
    expect(lines.at(-1)).toBe('line 999');
    expect(lines).not.toContain('line 0');
    expect(sample.error.log?.length).toBeLessThanOrEqual(4_000);
  });

  it('that failed has the reason below the error of fetch', async () => {
    const sample = await sampleOf('refused');
    if (sample.status !== 'failed') throw new Error('it did not fail');
    expect(sample.error.message).toBe('fetch failed: connect ECONNREFUSED 127.0.0.1:9');
    expect(sample.error.stack).toContain('Caused by: Error: connect ECONNREFUSED 127.0.0.1:9');
  });

  it('is not taken where the run has been interrupted', async () => {
    await expect(sampleOf('counts', { signal: AbortSignal.abort() })).rejects.toThrow('interrupted');
  });

  it('without koffi has no live native bytes, with the reason', async () => {
    const packages = { ...services().packages, koffiPath: undefined };
    const sample = await sampleOf('talks', { packages });
    if (sample.status !== 'measured') throw new Error('it was not measured');
    expect(sample.metrics.native_delta_mb).toBeUndefined();
    expect(sample.absent.native_delta_mb).toContain('koffi is not installed');
  });
});
