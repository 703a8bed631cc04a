import { readdirSync, readFileSync } from 'node:fs';

/** A process as the kernel lists it. */
export interface ListedProcess {
  readonly pid: number;
  readonly parentPid: number;
  readonly sessionId: number;
  /** Start in clock ticks since boot: with the pid it names a process for good. */
  readonly startTicks: number;
  /** Ended, and not waited for by its parent. */
  readonly isZombie: boolean;
}

/** All processes there are; those that end while they are listed are left out. Linux only. */
export function listProcesses(): ListedProcess[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(name) ?? []) : []));
}

function readStat(pid: string): ListedProcess | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A line of `/proc/<pid>/stat`, proc(5). */
export function parseStat(line: string): ListedProcess {
  // The command name, field 2, may hold spaces and parentheses.
  const [state, parentPid, , sessionId, ...later] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return {
    pid: Number.parseInt(line, 10),
    parentPid: Number(parentPid),
    sessionId: Number(sessionId),
    // Field 22; `later` begins with field 7.
    startTicks: Number(later[15]),
    isZombie: state === 'Z' || state === 'X',
  };
}

/**
 * The processes of a tree: its root, its descendants, whoever is in the session that the root leads, and those of
 * `known` that live on though their parent has ended.
 */
export function treeOf(
  rootPid: number,
  processes: readonly ListedProcess[],
  known: ReadonlyMap<number, Pick<ListedProcess, 'startTicks'>>,
): ListedProcess[] {
  const isKnown = ({ pid, startTicks }: ListedProcess) => known.get(pid)?.startTicks === startTicks;
  const members = new Map<number, ListedProcess>();
  const join = (found: ListedProcess) => {
    if (members.has(found.pid)) return;
    members.set(found.pid, found);
    for (const child of processes) if (child.parentPid === found.pid) join(child);
  };
  for (const found of processes) {
    if (found.pid === rootPid || found.sessionId === rootPid || isKnown(found)) join(found);
  }
  return [...members.values()].filter(({ isZombie }) => !isZombie);
}
