import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResults } from '../../src/results/store.js';
import {
  Command,
  errorOf,
  type FinishedRun,
  fixture,
  judgedSamplesOf,
  processEntry,
  runFixtures,
  temporaryFolder,
  waitUntil,
} from '../processes.js';

describe('a scenario that throws and hangs in an exit handler', () => {
  it('is failed for what it threw, and the run goes on to its end', async () => {
    const run = await runFixtures(fixture('leaving-failed'), [], { cwd: temporaryFolder() });
    expect(errorOf(run, 'fails-and-hangs')).toMatchObject({ kind: 'run', message: 'divided by zero' });
    expect(run.code).toBe(1);
  });
});

describe('a scenario that leaves something behind', () => {
  let cwd: string;
  let run: FinishedRun;
  beforeAll(async () => {
    cwd = temporaryFolder();
    run = await runFixtures(fixture('leaving'), [], { cwd });
  });

  it('in an exit handler that hangs is measured, and the run goes on to its end', () => {
    expect(judgedSamplesOf(run, 'hangs-on-exit')).toHaveLength(1);
    expect(judgedSamplesOf(run, 'after')).toHaveLength(1);
    expect(run.code).toBe(0);
  });

  it('as a child process has it ended', async () => {
    const pids = readFileSync(join(cwd, 'children'), 'utf8').trim().split('\n').map(Number);
    expect(pids).toHaveLength(2);
    const asleep = () => pids.filter((pid) => processEntry(pid)?.name === 'sleep');
    try {
      await waitUntil('its children have ended', () => asleep().length === 0);
    } finally {
      for (const pid of asleep()) process.kill(pid, 'SIGKILL');
    }
  });

  it('as a child process is measured all the same', () => {
    expect(judgedSamplesOf(run, 'leaves-child')).toHaveLength(1);
  });
});

describe('a scenario that leaves a detached process behind', () => {
  const names = ['bare', 'daemon', 'holding', 'inherits', 'session', 'z-after'];
  const asleep = () => commandLines().filter((command) => /^sleep 700\d$/.test(command));
  let run: FinishedRun;
  beforeAll(async () => {
    const cwd = temporaryFolder();
    const out = temporaryFolder();
    const given = ['run', '--scenarios', fixture('detached'), '--suite', 'smoke', '--repeats', '1', '--out', out];
    // Not measured against a clock: before, it did not end while a sleep of two hours held its streams.
    const result = await new Command([...given, '--sites', 'none'], { cwd }).endWithin(100_000);
    run = { ...result, out, results: await readResults(join(out, 'results.json'), 'results') };
  });
  afterAll(() => {
    const pid = /process (\d+) \(sleep 7005\)/.exec(run.stderr)?.[1];
    if (pid !== undefined) process.kill(Number(pid), 'SIGKILL');
  });

  it('is measured, and so is the case after it', () => {
    for (const name of names) expect(judgedSamplesOf(run, name)).toHaveLength(1);
    expect(run.stdout).toContain('PASS');
    expect(run.code).toBe(0);
  });

  it('has it ended where its session, its mark, its parent or a stream shows whose it is', () => {
    expect(asleep()).toEqual(['sleep 7005']);
  });

  it('has a daemon named that nothing ties to the run', () => {
    expect(run.stderr).toMatch(/^memory-bench: warning: process \d+ \(sleep 7005\) may be a daemon/m);
    expect(run.stderr.match(/warning/g)).toHaveLength(1);
  });
});

/** Command lines of all processes. */
function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'utf8')
          .replace(/\0$/, '')
          .replaceAll('\0', ' ');
      } catch {
        // It has ended since the listing.
        return [];
      }
    });
}
