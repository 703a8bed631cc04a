import { readdirSync, readFileSync } from 'node:fs';

/** A process as the kernel lists it. */
export interface ListedProcess {
  readonly pid: number;
  readonly parentPid: number;
  readonly sessionId: number;
  /** Start in clock ticks since boot. Identifies a process together with its pid. */
  readonly startTicks: number;
  /** Start of its stack, random for every program that is executed. 0 if it may not be read. */
  readonly stackStart: string;
  /** Has ended, and its parent has not waited for it. */
  readonly isZombie: boolean;
}

/** All processes; those that end while they are listed are left out. Linux only. */
export function listProcesses(): ListedProcess[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(name) ?? []) : []));
}

/** One process; undefined if it has ended. */
export function readStat(pid: string): ListedProcess | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Parses a line of `/proc/<pid>/stat`, proc(5). */
export function parseStat(line: string): ListedProcess {
  // The command name, field 2, may contain spaces and parentheses.
  const [state, parentPid, , sessionId, ...later] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return {
    pid: Number.parseInt(line, 10),
    parentPid: Number(parentPid),
    sessionId: Number(sessionId),
    // Field 22; `later` begins with field 7.
    startTicks: Number(later[15]),
    stackStart: later[21] ?? '0',
    isZombie: state === 'Z' || state === 'X',
  };
}

/** The processes for which `isMember` is true, and all their descendants; none that has ended. */
export function treeOf(
  processes: readonly ListedProcess[],
  isMember: (found: ListedProcess) => boolean,
): ListedProcess[] {
  const children = groupByParent(processes);
  const members = new Map<number, ListedProcess>();
  const waiting = processes.filter(isMember);
  // Without recursion: a chain of processes may be as long as the process table.
  for (let found = waiting.pop(); found !== undefined; found = waiting.pop()) {
    if (members.has(found.pid)) continue;
    members.set(found.pid, found);
    waiting.push(...(children.get(found.pid) ?? []));
  }
  return [...members.values()].filter(({ isZombie }) => !isZombie);
}

function groupByParent(processes: readonly ListedProcess[]): Map<number, ListedProcess[]> {
  const children = new Map<number, ListedProcess[]>();
  for (const found of processes) {
    const siblings = children.get(found.parentPid);
    if (siblings === undefined) children.set(found.parentPid, [found]);
    else siblings.push(found);
  }
  return children;
}

/** Ends a process that may have ended already. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended, or runs as another user.
  }
}

/** The environment that a process was started with, as `NAME=value`; empty if it cannot be read. */
export function variablesOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Whether `NAME=value` is in the environment that a process was started with; false if it cannot be read. */
export function hasVariable(pid: number, variable: string): boolean {
  return variablesOf(pid).includes(variable);
}

/** The command line of a process, at most 200 characters and without control characters; empty if it has ended. */
export function commandLineOf(pid: number): string {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .slice(0, longestCommandLine * 2)
      .replace(/\0+$/, '');
    return words.replaceAll(/[\p{C}\u2028\u2029]+/gu, ' ').slice(0, longestCommandLine);
  } catch {
    return '';
  }
}

const longestCommandLine = 200;
