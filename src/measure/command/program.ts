import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describeEnding, type Ending, endingDrained, killRemains, LogTail, stopChild } from '../../services/child.js';
import type { Guardian } from '../../services/guardian.js';
import { CommandFailure } from './failure.js';

/** The line with which a program says that an iteration is over. */
export const iterationMark = 'memory-bench:iteration';
const stopGraceMs = 10_000;

/** How a program is started. */
export interface ProgramOptions {
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether it is answered on its standard input. */
  readonly answered: boolean;
  readonly guardian: Guardian;
}

/** A process of somebody else's, in a session of its own. */
export class Program {
  readonly pid: number;
  /** Its end, with all that it wrote. */
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #guardian: Guardian;
  readonly #log = new LogTail();
  readonly #listeners = new Set<(line: string) => void>();
  #lines = '';
  #marks = 0;

  private constructor(child: ChildProcess, pid: number, guardian: Guardian) {
    this.pid = pid;
    this.#child = child;
    this.#guardian = guardian;
    this.#log.follow(child);
    for (const input of [child.stdout, child.stderr]) {
      if (input) createInterface({ input }).on('line', (line) => this.#hear(line, input === child.stdout));
    }
    // A program that does not read what it is answered may be gone by then.
    child.stdin?.on('error', () => {});
    guardian.watch(pid);
    this.ended = endingDrained(child);
  }

  /** @throws CommandFailure where it cannot be started. */
  static async start({ words, cwd, env, answered, guardian }: ProgramOptions): Promise<Program> {
    const [program = '', ...given] = words;
    const stdin = answered ? 'pipe' : 'ignore';
    const child = spawn(program, given, { cwd, env, detached: true, stdio: [stdin, 'pipe', 'pipe'] });
    const { pid } = child;
    if (pid !== undefined) return new Program(child, pid, guardian);
    const reason = await new Promise<NodeJS.ErrnoException>((resolve) => child.once('error', resolve));
    const why = reason.code === 'ENOENT' ? `there is no ${program} on PATH, or no folder ${cwd}` : reason.message;
    throw new CommandFailure('setup', `cannot start \`${words.join(' ')}\`: ${why}`);
  }

  get log(): string {
    return this.#log.text;
  }

  /** Resolves when it has said that so many iterations are over. */
  async marks(count: number, signal: AbortSignal): Promise<void> {
    await this.#until(() => this.#marks >= count, signal);
  }

  /** Resolves when it has written a line with such a text. */
  async said(text: string, signal: AbortSignal): Promise<void> {
    await this.#until(() => this.#lines.includes(text), signal);
  }

  /** Lets it go on after a mark. */
  answer(): void {
    this.#child.stdin?.write('\n');
  }

  /** Asks it to end, and makes it after ten seconds. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    await stopChild(this.#child, this.ended, stopGraceMs, signal);
  }

  /** Ends it and what it has started, where anything of that is left. */
  kill(): void {
    killRemains(this.pid);
    this.#guardian.forget(this.pid);
  }

  #hear(line: string, isOutput: boolean): void {
    if (isOutput && line.trim() === iterationMark) this.#marks += 1;
    this.#lines = `${this.#lines}${line}\n`.slice(-longestMemory);
    for (const listener of this.#listeners) listener(line);
  }

  #until(isTrue: () => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!isTrue() && !signal.aborted) return;
        this.#listeners.delete(check);
        signal.removeEventListener('abort', check);
        if (isTrue()) resolve();
        else reject(signal.reason);
      };
      this.#listeners.add(check);
      signal.addEventListener('abort', check);
      check();
    });
  }
}

/** Characters of what was said that are looked at. */
const longestMemory = 100_000;

/** Runs a program to its end. @throws CommandFailure where that is not with code 0. */
export async function runToEnd(options: ProgramOptions, what: string, signal: AbortSignal): Promise<void> {
  const program = await Program.start(options);
  const kill = () => program.kill();
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  try {
    const how = await program.ended;
    signal.throwIfAborted();
    if (!('code' in how) || how.code !== 0) {
      throw new CommandFailure('run', `${what} ended with ${describeEnding(how)}\n${program.log}`.trim());
    }
  } finally {
    signal.removeEventListener('abort', kill);
    program.kill();
  }
}
