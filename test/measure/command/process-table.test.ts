import { spawn } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ListedProcess, listProcesses, parseStat, treeOf } from '../../../src/measure/command/process-table.js';

const listed = (pid: number, parentPid: number, others: Partial<ListedProcess> = {}): ListedProcess => ({
  pid,
  parentPid,
  sessionId: 1,
  startTicks: pid,
  isZombie: false,
  ...others,
});
const pidsOf = (processes: readonly ListedProcess[]) => processes.map(({ pid }) => pid).sort((a, b) => a - b);

describe('a line of /proc/<pid>/stat', () => {
  it('is read past a name with spaces and parentheses', () => {
    const line = '42 (a b) c) S 7 40 39 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 1000 200';
    expect(parseStat(line)).toEqual({ pid: 42, parentPid: 7, sessionId: 39, startTicks: 987_654, isZombie: false });
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
  it('is the root, its children and theirs, in whatever order they are listed', () => {
    const processes = [listed(13, 12), listed(12, 11), listed(11, 10), listed(10, 1), listed(20, 1)];
    expect(pidsOf(treeOf(10, processes, new Map()))).toEqual([10, 11, 12, 13]);
  });

  it('has whoever stayed in the session of the root, though its parent has gone', () => {
    expect(pidsOf(treeOf(10, [listed(10, 1), listed(15, 1, { sessionId: 10 })], new Map()))).toEqual([10, 15]);
  });

  it('keeps a process it has known that left the session', () => {
    const known = new Map([[15, { startTicks: 15 }]]);
    expect(pidsOf(treeOf(10, [listed(10, 1), listed(15, 1)], known))).toEqual([10, 15]);
  });

  it('does not take another process for one it has known because of the pid', () => {
    const known = new Map([[15, { startTicks: 3 }]]);
    expect(pidsOf(treeOf(10, [listed(10, 1), listed(15, 1)], known))).toEqual([10]);
  });

  it('has no process that has ended', () => {
    expect(pidsOf(treeOf(10, [listed(10, 1), listed(11, 10, { isZombie: true })], new Map()))).toEqual([10]);
  });
});
