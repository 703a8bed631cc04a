import { readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { processStartTicks } from './process-identity.js';
import { hasVariable, killIfThere, type ListedProcess, listProcesses, treeOf } from './process-list.js';

/** How long killed processes may take to end: freeing gigabytes takes time. */
const endWithinMs = 2_000;
const lookAgainMs = 20;
/** Standard input, output and error: the descriptors that a child inherits. */
const inherited = [0, 1, 2];

/**
 * A process and everything it starts, even after it has ended: its descendants, the session it leads, processes that
 * have one of its streams open, and processes with a variable in their environment. Linux only; empty elsewhere.
 */
export class ProcessFamily {
  readonly #pid: number;
  readonly #mark: string;
  readonly #startTicks: number | undefined;
  readonly #streams: ReadonlySet<string>;
  /** Start times of the relatives seen so far, by pid. */
  readonly #known = new Map<number, number>();

  /** The process was just started, with its own pipes; `mark` is a variable of its environment, as `NAME=value`. */
  constructor(pid: number, mark: string) {
    this.#pid = pid;
    this.#mark = mark;
    this.#startTicks = processStartTicks(pid);
    // The number of a pipe or socket is unique in the system, and only relatives have memory-bench's.
    this.#streams = new Set(inherited.map((fd) => streamOf(pid, fd)).filter((name) => name !== undefined));
  }

  /** Notes relatives while their parents live. Later, one without the mark could not be recognized. */
  note(): void {
    this.#relatives();
  }

  /** Ends every relative with SIGKILL. Resolves with those that are alive after two seconds. */
  end(): Promise<ListedProcess[]> {
    return endAll(() => this.#relatives());
  }

  #relatives(): ListedProcess[] {
    const since = this.#startTicks;
    if (since === undefined) return [];
    // Nothing older can be a relative; memory-bench itself never is.
    const listed = processesOrNone().filter(({ pid, startTicks }) => startTicks >= since && pid !== process.pid);
    // Another process may have the pid by now, and lead another session.
    const isReused = listed.some(({ pid, startTicks }) => pid === this.#pid && startTicks !== since);
    const inSession = ({ sessionId }: ListedProcess) => sessionId === this.#pid && !isReused;
    const relatives = treeOf(listed, (found) => this.#isRoot(found) || inSession(found) || this.#isRelative(found));
    for (const { pid, startTicks } of relatives) this.#known.set(pid, startTicks);
    return relatives.filter((found) => !this.#isRoot(found));
  }

  #isRoot({ pid, startTicks }: ListedProcess): boolean {
    return pid === this.#pid && startTicks === this.#startTicks;
  }

  #isRelative({ pid, startTicks }: ListedProcess): boolean {
    return (
      this.#known.get(pid) === startTicks ||
      hasVariable(pid, this.#mark) ||
      inherited.some((fd) => this.#streams.has(streamOf(pid, fd) ?? ''))
    );
  }
}

/** Sends SIGKILL to what `find` finds, until it finds nothing. Resolves with what is alive after two seconds. */
export async function endAll(find: () => ListedProcess[]): Promise<ListedProcess[]> {
  const deadline = performance.now() + endWithinMs;
  for (;;) {
    const alive = find();
    if (alive.length === 0 || performance.now() > deadline) return alive;
    for (const { pid } of alive) killIfThere(pid);
    await delay(lookAgainMs);
  }
}

function processesOrNone(): ListedProcess[] {
  try {
    return listProcesses();
  } catch {
    return [];
  }
}

/** The pipe or socket behind a descriptor, such as `socket:[4711]`; undefined for anything else. */
function streamOf(pid: number, fd: number): string | undefined {
  try {
    const target = readlinkSync(`/proc/${pid}/fd/${fd}`);
    return /^(?:socket|pipe):/.test(target) ? target : undefined;
  } catch {
    return undefined;
  }
}
