import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  endMarked,
  type ListedProcess,
  listProcesses,
  ProcessTable,
  parseStat,
  treeMarkName,
  treeOf,
} from '../../../src/measure/command/process-table.js';
import { needs } from '../../requires/needs.js';

const listed = (pid: number, parentPid: number, others: Partial<ListedProcess> = {}): ListedProcess => ({
  pid,
  parentPid,
  sessionId: 1,
  startTicks: pid,
  stackStart: '0',
  isZombie: false,
  ...others,
});
const pidsOf = (processes: readonly ListedProcess[]) => processes.map(({ pid }) => pid).sort((a, b) => a - b);

describe('a line of /proc/<pid>/stat', () => {
  it('is read past a name with spaces and parentheses', () => {
    const line =
      '42 (a b) c) S 7 40 39 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 1000 200 300 1 2 140732874081904 4';
    expect(parseStat(line)).toEqual({
      pid: 42,
      parentPid: 7,
      sessionId: 39,
      startTicks: 987_654,
      stackStart: '140732874081904',
      isZombie: false,
    });
  });

  it('tells a process that has ended and is not waited for', () => {
    expect(parseStat('42 (x) Z 7 40 39 0').isZombie).toBe(true);
  });
});

describe('the list of processes', () => {
  it('has one that was just started, as a child of ours', () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(listProcesses().find(({ pid }) => pid === child.pid)?.parentPid).toBe(process.pid);
  });
});

describe('a tree', () => {
  const isRoot = ({ pid }: ListedProcess) => pid === 10;

  it('is the root, its children and theirs, in whatever order they are listed', () => {
    const processes = [listed(13, 12), listed(12, 11), listed(11, 10), listed(10, 1), listed(20, 1)];
    expect(pidsOf(treeOf(processes, isRoot))).toEqual([10, 11, 12, 13]);
  });

  it('has no process that has ended', () => {
    expect(pidsOf(treeOf([listed(10, 1), listed(11, 10, { isZombie: true })], isRoot))).toEqual([10]);
  });
});

describe('a table of processes', () => {
  const sleep = ['-e', 'setInterval(() => {}, 1000)'];

  function started(options: SpawnOptions): ChildProcess & { pid: number } {
    const child = spawn(process.execPath, sleep, { stdio: 'ignore', ...options });
    onTestFinished(() => void child.kill('SIGKILL'));
    if (child.pid === undefined) throw new Error('node could not be started');
    return Object.assign(child, { pid: child.pid });
  }

  it('has the root from the first time on', () => {
    const { pid } = started({ detached: true });
    expect(pidsOf(new ProcessTable(pid, 'no-mark').members())).toEqual([pid]);
  });

  it('has a program in whose environment the mark stands, from the first time on', () => {
    const mark = randomUUID();
    const root = started({ detached: true });
    const { pid } = started({ detached: true, env: { ...process.env, [treeMarkName]: mark } });
    const table = new ProcessTable(root.pid, mark);
    expect(pidsOf(table.members())).toEqual([root.pid, pid].sort((a, b) => a - b));
    expect(table.hasNew).toBe(false);
  });

  it('has a fork that executes nothing from the second time on', needs('python3'), async () => {
    const forking = 'import os, time\nif os.fork(): print("forked", flush=True)\ntime.sleep(100)';
    const root = spawn('python3', ['-c', forking], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    const { pid } = root;
    if (pid === undefined) throw new Error('python3 could not be started');
    onTestFinished(() => void process.kill(-pid, 'SIGKILL'));
    await new Promise((resolve) => root.stdout.once('data', resolve));
    const table = new ProcessTable(pid, 'no-mark');
    expect(pidsOf(table.members())).toEqual([pid]);
    expect(table.hasNew).toBe(true);
    expect(table.members()).toHaveLength(2);
    expect(table.hasNew).toBe(false);
  });

  it('finds the children of a process without listing all others', () => {
    const table = new ProcessTable(process.pid, 'no-mark');
    table.members();
    const { pid } = started({ detached: true });
    const { executed, hasUnlisted } = table.children([process.pid]);
    expect(pidsOf(executed)).toContain(pid);
    expect(hasUnlisted).toBe(true);
    table.members();
    expect(table.children([process.pid]).hasUnlisted).toBe(false);
    expect(pidsOf(table.children([process.pid, pid]).executed)).not.toContain(pid);
  });

  it('has nobody else', () => {
    const root = started({ detached: true });
    const stranger = started({ detached: true, env: { ...process.env, [treeMarkName]: 'another' } });
    const table = new ProcessTable(root.pid, 'this');
    expect(pidsOf(table.everyone())).not.toContain(stranger.pid);
  });

  it('ends what bears a mark', async () => {
    const mark = randomUUID();
    const child = started({ detached: true, env: { ...process.env, [treeMarkName]: mark } });
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    endMarked(mark);
    expect(await ended).toBe('SIGKILL');
  });
});
