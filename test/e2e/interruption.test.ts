import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '../../src/results/schema.js';
import {
  Command,
  type CommandResult,
  caseOf,
  childrenOf,
  type FinishedRun,
  fixture,
  isAlive,
  judgedCase,
  judgedSamplesOf,
  memoryBench,
  type ProcessEntry,
  processEntry,
  runFixtures,
  temporaryFolder,
  waitUntil,
  waitUntilGone,
} from '../processes.js';
import { needs } from '../requires/needs.js';

/** A run that has taken its first sample and waits in its second, with a worker, a server and a guardian. */
interface WaitingRun {
  readonly command: Command;
  readonly cwd: string;
  /** Where it puts its temporary folders. */
  readonly temporary: string;
  readonly helpers: readonly ProcessEntry[];
}

const flags = ['run', '--scenarios', fixture('waiting'), '--suite', 'smoke', '--repeats', '1', '--out', 'out'];

function commandLineOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

async function startWaitingRun(): Promise<WaitingRun> {
  const cwd = temporaryFolder();
  const temporary = temporaryFolder();
  const command = new Command(flags, { cwd, env: { TMPDIR: temporary } });
  await command.waitForProgress('[1/2] quick');
  const names = () => childrenOf(command.pid).map(({ name }) => name);
  await waitUntil('a worker, a server and a guardian run', () => names().length === 3 && names().includes('qdrant'));
  return { command, cwd, temporary, helpers: childrenOf(command.pid) };
}

describe('a run that is killed', () => {
  let run: WaitingRun;
  let ended: CommandResult;
  let foldersWhileRunning: string[];
  beforeAll(async () => {
    run = await startWaitingRun();
    foldersWhileRunning = readdirSync(run.temporary);
    run.command.kill('SIGKILL');
    ended = await run.command.end();
  });

  it('had started something that could be left behind', () => {
    expect(ended.signal).toBe('SIGKILL');
    expect(foldersWhileRunning).toHaveLength(1);
  });

  it('leaves no worker, no server and no guardian', async () => {
    await waitUntilGone(run.helpers);
    expect(run.helpers.filter(isAlive)).toEqual([]);
  });

  it('leaves no temporary folder', async () => {
    await waitUntil('the temporary folder is gone', () => readdirSync(run.temporary).length === 0);
    expect(readdirSync(run.temporary)).toEqual([]);
  });

  it('leaves the finished samples', () => {
    const results: Results = JSON.parse(readFileSync(join(run.cwd, 'out', 'results.json'), 'utf8'));
    expect(judgedSamplesOf({ results }, 'quick')).toHaveLength(1);
    expect(results.finishedAt).toBeUndefined();
  });
});

describe('a run that is killed while it reads a scenario file that hangs', () => {
  it('leaves no process', async () => {
    const command = new Command(['run', '--scenarios', fixture('broken/hangs-on-import.mjs'), '--suite', 'full']);
    const reader = () => childrenOf(command.pid).find(({ pid }) => commandLineOf(pid).includes('hangs-on-import'));
    await waitUntil('the file is being read', () => reader() !== undefined);
    const helpers = childrenOf(command.pid);
    // It has to be in the import: before, it would end with its channel.
    await delay(300);
    command.kill('SIGKILL');
    await command.end();
    try {
      await waitUntilGone(helpers, 5_000);
    } finally {
      for (const { pid } of helpers.filter(isAlive)) process.kill(pid, 'SIGKILL');
    }
  });
});

describe.each(['SIGKILL', 'SIGINT'] as const)('a run of a program that is ended by %s', needs('python3'), (signal) => {
  it('leaves no daemon of that program', async () => {
    const cwd = temporaryFolder();
    const scenario = fixture('commands/leaving.mjs');
    const command = new Command(['run', '--scenarios', scenario, '--suite', 'full', '--repeats', '1'], { cwd });
    const note = join(cwd, 'daemon');
    const daemonPid = () => (existsSync(note) ? Number(readFileSync(note, 'utf8').split(' ')[1]) : 0);
    await waitUntil('the daemon runs', () => daemonPid() > 0);
    const daemon = processEntry(daemonPid());
    expect(daemon).toBeDefined();
    command.kill(signal);
    await command.end();
    await waitUntilGone(daemon === undefined ? [] : [daemon]);
  });
});

describe('a run that is interrupted with Ctrl-C', () => {
  let run: WaitingRun;
  let ended: CommandResult;
  let kept: Results;
  let leftover: { processes: ProcessEntry[]; folders: string[] };
  let resumed: FinishedRun;
  beforeAll(async () => {
    run = await startWaitingRun();
    run.command.killGroup('SIGINT');
    ended = await run.command.end();
    await waitUntil('the guardian has gone', () => !run.helpers.some(isAlive));
    leftover = { processes: run.helpers.filter(isAlive), folders: readdirSync(run.temporary) };
    kept = JSON.parse(readFileSync(join(run.cwd, 'out', 'results.json'), 'utf8'));
    writeFileSync(join(run.cwd, 'go'), '');
    const { cwd } = run;
    resumed = await runFixtures(fixture('waiting'), ['--resume'], { cwd, out: join(cwd, 'out') });
  });

  it('ends with 130', () => {
    expect(ended.code).toBe(130);
  });

  it('names the results and --resume', () => {
    expect(ended.stderr).toContain(join(run.cwd, 'out', 'results.json'));
    expect(ended.stderr).toContain('memory-bench run --resume');
  });

  it('keeps the finished samples and none of the one it broke off', () => {
    expect(kept.cases.map(({ id, samples }) => [id, samples.length])).toEqual([
      ['quick', 1],
      ['waits', 0],
    ]);
  });

  it('leaves no process and no folder', () => {
    expect(leftover).toEqual({ processes: [], folders: [] });
  });

  it('is finished by --resume', () => {
    expect(resumed.code).toBe(0);
    for (const id of ['quick', 'waits']) expect(judgedSamplesOf(resumed, id)).toHaveLength(1);
    expect(resumed.results.finishedAt).toBeDefined();
  });

  it('has its finished samples taken over as they are, not taken again', () => {
    expect(judgedSamplesOf(resumed, 'quick')).toEqual(caseOf({ results: kept }, 'quick').samples);
    expect(resumed.stderr).toContain('[1/1] waits');
  });

  it('keeps the time at which it began', () => {
    expect(resumed.results.startedAt).toBe(kept.startedAt);
  });
});

describe('--resume', () => {
  it('where there are no results yet begins a run', async () => {
    const { code, results } = await runFixtures(fixture('plain'), ['--resume']);
    expect(code).toBe(0);
    expect(judgedSamplesOf({ results }, 'nothing')).toHaveLength(1);
  });

  it('refuses results of another environment', async () => {
    const first = await runFixtures(fixture('plain'));
    const elsewhere = structuredClone(first.results);
    elsewhere.environment.identity.cores += 1;
    writeFileSync(join(first.out, 'results.json'), JSON.stringify(elsewhere));
    const given = ['run', '--scenarios', fixture('plain'), '--suite', 'smoke', '--resume', '--out', first.out];
    const again = await memoryBench(given);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('cannot be resumed');
  });

  it('refuses results that were cut off, and names the file', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'results.json'), '{"schemaVersion":1,"cases":[');
    const given = ['run', '--scenarios', fixture('plain'), '--suite', 'smoke', '--resume', '--out', out];
    const again = await memoryBench(given);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(join(out, 'results.json'));
  });
});

describe('a run that is terminated', () => {
  it('ends with 130 and leaves nothing', async () => {
    const run = await startWaitingRun();
    run.command.kill('SIGTERM');
    expect((await run.command.end()).code).toBe(130);
    await waitUntilGone(run.helpers);
    expect(readdirSync(run.temporary)).toEqual([]);
    expect(existsSync(join(run.cwd, 'out', 'results.json'))).toBe(true);
  });
});

describe('a run that is terminated while it makes its services ready', () => {
  it('ends with 130 and leaves nothing', async () => {
    const cwd = temporaryFolder();
    const temporary = temporaryFolder();
    const binary = join(cwd, 'sleeping-qdrant');
    writeFileSync(binary, '#!/bin/sh\nsleep 1000\n', { mode: 0o755 });
    const command = new Command([...flags, '--qdrant-binary', binary], { cwd, env: { TMPDIR: temporary } });
    const server = () => childrenOf(command.pid).find(({ name }) => name === 'sleeping-qdrant');
    const sleeper = () => childrenOf(server()?.pid ?? -1)[0];
    await waitUntil('the server is being waited for', () => sleeper() !== undefined);
    const started = [...childrenOf(command.pid), ...childrenOf(server()?.pid ?? -1)];
    command.kill('SIGTERM');
    try {
      expect((await command.endWithin(60_000)).code).toBe(130);
      await waitUntilGone(started);
      await waitUntil('the temporary folder is gone', () => readdirSync(temporary).length === 0);
    } finally {
      for (const { pid } of started.filter(isAlive)) process.kill(pid, 'SIGKILL');
    }
  });
});

describe('a run whose guardian is killed', () => {
  it('goes on to its end', async () => {
    const run = await startWaitingRun();
    const guardian = run.helpers.find(({ pid }) => commandLineOf(pid).includes('guardian-entry'));
    if (guardian === undefined) throw new Error('there is no guardian');
    process.kill(guardian.pid, 'SIGKILL');
    await waitUntil('the guardian has gone', () => processEntry(guardian.pid) === undefined);
    writeFileSync(join(run.cwd, 'go'), '');
    expect((await run.command.end()).code).toBe(0);
    await waitUntilGone(run.helpers);
  });
});

describe('a run with a time limit', () => {
  it('ends with an error when that is over, keeps what was measured, and leaves no process', async () => {
    const cwd = temporaryFolder();
    const command = new Command([...flags, '--timeout-minutes', '0.1'], { cwd });
    const { code, stderr } = await command.end();
    expect(code, stderr).toBe(3);
    expect(stderr).toContain('was not done after 0.1 minutes');
    const results: Results = JSON.parse(readFileSync(join(cwd, 'out', 'results.json'), 'utf8'));
    expect(results.cases.map(({ id, samples }) => [id, samples.length])).toEqual([
      ['quick', 1],
      ['waits', 0],
    ]);
    expect(childrenOf(command.pid)).toEqual([]);
  });

  it('is judged by the samples there are where that is over while it looks again', async () => {
    const cwd = temporaryFolder();
    const given = ['--repeats', '3', '--baseline', 'baselines'];
    // The scenario counts processes.
    await runFixtures(fixture('slowing'), [...given, '--update-baseline', '--sites', 'none'], { cwd });
    const cut = await runFixtures(fixture('slowing'), [...given, '--timeout-minutes', '0.4'], { cwd });
    expect(cut.code, cut.stderr).toBe(1);
    expect(cut.stderr).toContain('the time is over: judged by the samples there are');
    expect(cut.stderr).toContain('the time is over: where memory comes from is not recorded of every case');
    const { samples, extensions } = caseOf(cut, 'slowing');
    expect(samples).toHaveLength(3);
    expect(extensions).toBeUndefined();
    expect(cut.stdout).toMatch(/^FAIL {2}1 regression$/m);
    expect(cut.stdout).not.toContain('more samples taken');
    expect(cut.results.cutShort).toEqual(['samples', 'sites']);
    expect(cut.stdout).toContain('note: the time limit (timeout-minutes) was reached: no more samples were taken');
  });

  it('suspects the leak that it has no time left to follow up', async () => {
    const cwd = temporaryFolder();
    const cut = await runFixtures(fixture('awaited'), ['--json', '--timeout-minutes', '0.3'], { cwd });
    expect(cut.stderr).toContain('the time is over: suspected leaks were not followed up');
    expect(cut.results.cutShort).toContain('leaks');
    expect(judgedCase(JSON.parse(cut.stdout), 'awaited').leak).toMatchObject({
      verdict: 'suspected',
      reason: 'it was not followed up with more iterations',
    });
  });
});

describe('a run that is interrupted while it follows a leak up', () => {
  it('keeps the planned sample, and follows up again by --resume', async () => {
    const cwd = temporaryFolder();
    const out = join(cwd, 'out');
    const given = ['run', '--scenarios', fixture('awaited'), '--suite', 'smoke', '--repeats', '1', '--sites', 'none'];
    const command = new Command([...given, '--out', out], { cwd });
    await waitUntil('the follow-up waits', () => existsSync(join(cwd, 'waiting')), 60_000);
    command.killGroup('SIGINT');
    expect((await command.end()).code).toBe(130);
    const kept: Results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
    expect(caseOf({ results: kept }, 'awaited').samples.map(({ pass }) => pass)).toEqual(['memory']);

    writeFileSync(join(cwd, 'go'), '');
    const resumed = await runFixtures(fixture('awaited'), ['--json', '--resume', '--sites', 'none'], { cwd, out });
    expect(judgedSamplesOf(resumed, 'awaited')).toEqual(caseOf({ results: kept }, 'awaited').samples);
    expect(judgedCase(JSON.parse(resumed.stdout), 'awaited').leak?.verdict).toBe('leak');
  });
});
