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

/** The name under which the processes of a tree know what they belong to. */
export const treeMarkName = 'MEMORY_BENCH_TREE';

/**
 * The processes that belong to a root: its descendants, whoever is in the session that it leads, those in whose
 * environment the mark stands, and those that were seen before, though their parent has ended.
 */
export class ProcessTable {
  readonly #rootPid: number;
  readonly #mark: string;
  #rootTicks: number | undefined;
  /** Members and strangers that were looked at, by pid. */
  #known: Acquaintance = new Map();
  #hasNew = false;

  constructor(rootPid: number, mark: string) {
    this.#rootPid = rootPid;
    this.#mark = mark;
  }

  /** Whether the last call of `members` has left a process out because it was seen for the first time. */
  get hasNew(): boolean {
    return this.#hasNew;
  }

  /**
   * Those that were there the last time as well. Between vfork and exec a process is in the memory of its parent, and
   * would be counted twice: one that has just begun is taken from the next call on.
   */
  members(): ListedProcess[] {
    const known = this.#known;
    const present = this.everyone();
    const seasoned = present.filter((found) => this.#isRoot(found) || isMemberBy(known, found));
    this.#hasNew = seasoned.length < present.length;
    return seasoned;
  }

  /** Those that have just begun as well. */
  everyone(): ListedProcess[] {
    const listed = listProcesses();
    this.#rootTicks ??= listed.find(({ pid }) => pid === this.#rootPid)?.startTicks;
    const present = treeOf(listed, (found) => this.#isRoot(found) || this.#belongs(found));
    const members = new Set(present.map(({ pid }) => pid));
    this.#known = new Map(listed.map(({ pid, startTicks }) => [pid, { startTicks, belongs: members.has(pid) }]));
    return present;
  }

  #isRoot({ pid, startTicks }: ListedProcess): boolean {
    return pid === this.#rootPid && startTicks === this.#rootTicks;
  }

  #belongs(found: ListedProcess): boolean {
    const known = this.#known.get(found.pid);
    if (known?.startTicks === found.startTicks) return known.belongs;
    return found.sessionId === this.#rootPid || isMarked(found.pid, this.#mark);
  }
}

/** Ends every process in whose environment the mark stands. */
export function endMarked(mark: string): void {
  for (const { pid } of listProcesses()) if (isMarked(pid, mark)) killIfThere(pid);
}

/** Ends a process that may have ended already. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has, or is somebody else's.
  }
}

/** That of another user's process is not for us to read, and it is none of ours. */
function isMarked(pid: number, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`${treeMarkName}=${mark}`);
  } catch {
    return false;
  }
}

type Acquaintance = ReadonlyMap<number, { readonly startTicks: number; readonly belongs: boolean }>;

function isMemberBy(known: Acquaintance, { pid, startTicks }: ListedProcess): boolean {
  const seen = known.get(pid);
  return seen?.startTicks === startTicks && seen.belongs;
}

/** The processes of which something is true, and all their descendants; none that has ended. */
export function treeOf(
  processes: readonly ListedProcess[],
  isMember: (found: ListedProcess) => boolean,
): ListedProcess[] {
  const children = groupByParent(processes);
  const members = new Map<number, ListedProcess>();
  const join = (found: ListedProcess) => {
    if (members.has(found.pid)) return;
    members.set(found.pid, found);
    for (const child of children.get(found.pid) ?? []) join(child);
  };
  for (const found of processes) if (isMember(found)) join(found);
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
