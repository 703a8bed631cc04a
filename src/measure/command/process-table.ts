import { readFileSync } from 'node:fs';
import {
  hasVariable,
  killIfThere,
  type ListedProcess,
  listProcesses,
  readStat,
  treeOf,
} from '../../services/process-list.js';

export { killIfThere, type ListedProcess, listProcesses, parseStat, treeOf } from '../../services/process-list.js';

/** Environment variable that marks the processes of a tree. */
export const treeMarkName = 'MEMORY_BENCH_TREE';

/**
 * The processes that belong to a root: its descendants, those in the session that it leads, and those with the mark in
 * their environment. Processes that were seen before still belong when their parent has ended.
 */
export class ProcessTable {
  readonly #rootPid: number;
  readonly #mark: string;
  #rootTicks: number | undefined;
  /** Members and unrelated processes that were examined, by pid. */
  #known: Acquaintance = new Map();
  #hasNew = false;
  #stackStarts: ReadonlyMap<number, string> = new Map();

  constructor(rootPid: number, mark: string) {
    this.#rootPid = rootPid;
    this.#mark = mark;
  }

  /** Whether the last call of `members` has left a process out because it was seen for the first time. */
  get hasNew(): boolean {
    return this.#hasNew;
  }

  /**
   * The members that have separate memory. Between vfork and exec, a process uses the memory of its parent and would be
   * counted twice. A process that has executed a program counts at once, so that a short one is not missed. Others,
   * such as plain forks, count from the next call on.
   */
  members(): ListedProcess[] {
    const known = this.#known;
    const present = this.everyone();
    const seasoned = present.filter(
      (found) => this.#isRoot(found) || isMemberBy(known, found) || this.#hasExecuted(found),
    );
    this.#hasNew = seasoned.length < present.length;
    return seasoned;
  }

  /**
   * Children of these processes that have executed a program, found without listing all others, and whether there are
   * children that no other call has listed yet. Does not find children of threads.
   */
  children(pids: readonly number[]): { executed: ListedProcess[]; hasUnlisted: boolean } {
    const found = pids.flatMap((parent) => childrenOf(parent).map((pid) => ({ parent, pid })));
    const others = found.filter(({ pid }) => !pids.includes(pid));
    const executed = others.flatMap(({ parent, pid }) => {
      const child = readStat(String(pid));
      const ofParent = readStat(String(parent))?.stackStart;
      const hasMemory = child !== undefined && !child.isZombie && isOtherStack(child.stackStart, ofParent);
      return hasMemory ? [child] : [];
    });
    return { executed, hasUnlisted: others.some(({ pid }) => !this.#known.has(pid)) };
  }

  /** All members, including those that have just begun. */
  everyone(): ListedProcess[] {
    const listed = listProcesses();
    this.#stackStarts = new Map(listed.map(({ pid, stackStart }) => [pid, stackStart]));
    this.#rootTicks ??= listed.find(({ pid }) => pid === this.#rootPid)?.startTicks;
    const present = treeOf(listed, (found) => this.#isRoot(found) || this.#belongs(found));
    const members = new Set(present.map(({ pid }) => pid));
    this.#known = new Map(listed.map(({ pid, startTicks }) => [pid, { startTicks, belongs: members.has(pid) }]));
    return present;
  }

  /** Whether its memory is separate from its parent's: an executed program gets a stack at another address. */
  #hasExecuted({ parentPid, stackStart }: ListedProcess): boolean {
    return isOtherStack(stackStart, this.#stackStarts.get(parentPid));
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

/** Ends every process with the mark in its environment. */
export function endMarked(mark: string): void {
  for (const { pid } of listProcesses()) if (isMarked(pid, mark)) killIfThere(pid);
}

/** Children of a process's first thread; none if it has ended, or the kernel has no such list. */
function childrenOf(pid: number): number[] {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
    return pids === '' ? [] : pids.split(' ').map(Number);
  } catch {
    return [];
  }
}

function isOtherStack(stackStart: string, ofParent: string | undefined): boolean {
  return ofParent !== undefined && stackStart !== '0' && stackStart !== ofParent;
}

function isMarked(pid: number, mark: string): boolean {
  return hasVariable(pid, `${treeMarkName}=${mark}`);
}

type Acquaintance = ReadonlyMap<number, { readonly startTicks: number; readonly belongs: boolean }>;

function isMemberBy(known: Acquaintance, { pid, startTicks }: ListedProcess): boolean {
  const seen = known.get(pid);
  return seen?.startTicks === startTicks && seen.belongs;
}
