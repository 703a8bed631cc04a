import { readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { processStartTicks } from './process-identity.js';
import { hasVariable, killIfThere, type ListedProcess, listProcesses, treeOf } from './process-list.js';

/** How long the end of killed processes may take: gigabytes are given back in that time. */
const endWithinMs = 2_000;
const lookAgainMs = 20;
/** Standard input, output and error: the descriptors that a child inherits. */
const inherited = [0, 1, 2];

/**
 * A process and all that it starts, also when it has ended: its descendants, the session it leads, processes that hold
 * one of its streams, and processes with a variable in their environment. Linux; elsewhere the family is empty.
 */
export class ProcessFamily {
  readonly #pid: number;
  readonly #mark: string;
  readonly #startTicks: number | undefined;
  readonly #streams: ReadonlySet<string>;
  /** Relatives that were seen, by pid, and when they started. */
  readonly #known = new Map<number, number>();

  /**
   * The family of a process that was just started, with pipes of its own; `mark` is a variable of its environment, as `NAME=value`.
   */
  constructor(pid: number, mark: string) {
    this.#pid = pid;
    this.#mark = mark;
    this.#startTicks = processStartTicks(pid);
    // A pipe or socket of memory-bench has one number in the whole system, and reaches relatives alone.
    this.#streams = new Set(inherited.map((fd) => streamOf(pid, fd)).filter((name) => name !== undefined));
  }

  /** Notes relatives while their parents live: later, one without the mark could not be recognized. */
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
    // The pid may have been given to another process by now, which may lead another session.
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

/** SIGKILL to what `find` finds, until it finds nothing. Resolves with what is alive after two seconds. */
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
