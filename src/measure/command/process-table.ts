import { hasVariable, killIfThere, type ListedProcess, listProcesses, treeOf } from '../../services/process-list.js';

export { killIfThere, type ListedProcess, listProcesses, parseStat, treeOf } from '../../services/process-list.js';

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

function isMarked(pid: number, mark: string): boolean {
  return hasVariable(pid, `${treeMarkName}=${mark}`);
}

type Acquaintance = ReadonlyMap<number, { readonly startTicks: number; readonly belongs: boolean }>;

function isMemberBy(known: Acquaintance, { pid, startTicks }: ListedProcess): boolean {
  const seen = known.get(pid);
  return seen?.startTicks === startTicks && seen.belongs;
}
