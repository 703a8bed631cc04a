import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readResults } from '../../src/results/store.js';
import {
  Command,
  caseOf,
  errorOf,
  type FinishedRun,
  fixture,
  judgedSamplesOf,
  metricOf,
  runFixtures,
  samplesOf,
  temporaryFolder,
} from '../processes.js';

/** Most memory a process has had so far, in bytes; 0 where it has ended. */
function peakBytesOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

describe('a scenario that misuses the channel to memory-bench', () => {
  let run: FinishedRun;
  let peakBytes = 0;
  beforeAll(async () => {
    const out = temporaryFolder();
    const given = ['run', '--scenarios', fixture('misbehaving'), '--suite', 'smoke', '--repeats', '1', '--out', out];
    const command = new Command([...given, '--sites', 'none']);
    const polling = setInterval(() => {
      peakBytes = Math.max(peakBytes, peakBytesOf(command.pid));
    }, 20);
    const result = await command.end();
    clearInterval(polling);
    run = { ...result, out, results: await readResults(join(out, 'results.json'), 'results') };
  });

  it('is measured where it sends messages with process.send, at import or later, forged or of 100 MB', () => {
    for (const id of ['sends-done', 'sends-much']) expect(judgedSamplesOf(run, id)).toHaveLength(1);
    // The report that it sent says one byte.
    expect(metricOf(run, 'sends-done', 'peak_rss_mb')).toBeGreaterThan(20);
  });

  it.each([
    ['sends-done-and-exits', 'exit', 'ended its process with code 0'],
    ['writes-to-channel', 'measure', 'file descriptor 3'],
    ['floods-channel', 'measure', 'longer than 4 MiB'],
    ['closes-channel', 'measure', 'file descriptor 3'],
    ['throws-much', 'run', 'xxx'],
    ['throws-object-message', 'run', '"code":42'],
    ['throws-getter', 'run', 'cannot be shown'],
    ['throws-bare-object', 'run', '"code":43'],
  ])('fails with one clear error: %s', (id, kind, text) => {
    expect(caseOf(run, id).samples).toHaveLength(1);
    expect(errorOf(run, id)).toMatchObject({ kind, message: expect.stringContaining(text) });
    expect(errorOf(run, id).message.length).toBeLessThan(10_001);
  });

  it('does not keep the next case from being measured, nor the run from its verdict', () => {
    expect(judgedSamplesOf(run, 'z-after')).toHaveLength(1);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('FAIL  8 cases failed');
  });

  it('does not fill the memory of memory-bench', () => {
    expect(peakBytes).toBeGreaterThan(0);
    expect(peakBytes).toBeLessThan(400 * 1024 ** 2);
  });
});

describe('a scenario that replaces what was recorded', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('recording'), ['--sites', 'all']);
  });

  it.each([
    ['nests', 'deeper than 1000 levels'],
    ['pipes', 'no regular file'],
    ['links', 'no regular file'],
  ])('fails the sample of that pass with one clear error: %s', (id, text) => {
    expect(judgedSamplesOf(run, id)).toHaveLength(1);
    expect(errorOf(run, id)).toMatchObject({ kind: 'measure', message: expect.stringContaining(text) });
  });

  it('does not keep the next case from being recorded', () => {
    const passes = samplesOf(run, 'z-after').flatMap(({ pass }) => (pass === 'leak' ? [] : pass));
    expect(passes).toEqual(['memory', 'sites']);
  });
});
