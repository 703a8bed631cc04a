import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  errorOf,
  type FinishedRun,
  fixture,
  processEntry,
  runFixtures,
  samplesOf,
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
    expect(samplesOf(run, 'hangs-on-exit')).toHaveLength(1);
    expect(samplesOf(run, 'after')).toHaveLength(1);
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
    expect(samplesOf(run, 'leaves-child')).toHaveLength(1);
  });
});
