import { type ChildProcess, spawn } from 'node:child_process';
import { messageOf } from '../../errors.js';
import { redact } from '../../output/secrets.js';
import { describeEnding, type Ending, endingDrained, killRemains, LogTail } from '../../services/child.js';
import type { Guardian } from '../../services/guardian.js';
import { ProcessFamily } from '../../services/process-family.js';
import { CommandFailure } from './failure.js';
import { followLines } from './line-reader.js';
import { treeMarkName } from './process-table.js';

/** The line that a program writes at the end of an iteration. */
export const iterationMark = 'memory-bench:iteration';
const stopGraceMs = 10_000;
/** How long a killed process may take to end; it may have gigabytes to free. */
const deathMs = 2_000;

/** How a program is started. */
export interface ProgramOptions {
  readonly words: readonly string[];
  /** The same words as in the scenario, with placeholders; messages quote these. */
  readonly shown: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether it is answered on its standard input. */
  readonly answered: boolean;
  readonly guardian: Guardian;
}

/** A process of the user's program, in a separate session. */
export class Program {
  readonly pid: number;
  /** Resolves when it has ended and all its output has arrived. */
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #guardian: Guardian;
  readonly #family: ProcessFamily;
  readonly #log = new LogTail();
  readonly #waiting = new Set<(line: string) => void>();
  #marks = 0;
  #lastMarkMs = performance.now();
  #endedMs: number | undefined;

  private constructor(child: ChildProcess, pid: number, { guardian, env }: ProgramOptions) {
    this.pid = pid;
    this.#child = child;
    this.#family = new ProcessFamily(pid, `${treeMarkName}=${env[treeMarkName]}`);
    this.#guardian = guardian;
    this.#log.follow(child);
    if (child.stdout) followLines(child.stdout, (line) => this.#hear(line, true));
    if (child.stderr) followLines(child.stderr, (line) => this.#hear(line, false));
    // A program that does not read its answers may have ended by then, and one of another user may not be signalled.
    for (const source of [child, child.stdin]) source?.on('error', () => {});
    child.once('exit', () => {
      this.#endedMs = performance.now();
    });
    guardian.watch(pid);
    this.ended = endingDrained(child);
  }

  /** @throws CommandFailure if it cannot be started. */
  static async start(options: ProgramOptions): Promise<Program> {
    const { words, shown, cwd, env, answered } = options;
    const [program = '', ...given] = words;
    const [shownProgram = ''] = shown;
    const refused = (reason: string) => {
      // Node's own messages quote the filled-in words, with some characters escaped.
      const filled = words.flatMap((word, index) =>
        word === shown[index] || word.length < 4 ? [] : [{ word, as: shown[index] ?? '' }],
      );
      const inTemplates = filled.reduce((text, { word, as }) => text.replaceAll(plainStart(word), as), reason);
      return new CommandFailure('setup', redact(`cannot start \`${shown.join(' ')}\`: ${inTemplates}`));
    };
    let child: ChildProcess;
    try {
      const stdin = answered ? 'pipe' : 'ignore';
      child = spawn(program, given, { cwd, env, detached: true, stdio: [stdin, 'pipe', 'pipe'] });
    } catch (cause) {
      throw refused(messageOf(cause));
    }
    const { pid } = child;
    if (pid !== undefined) return new Program(child, pid, options);
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => child.once('error', resolve));
    if (error.code === 'ENOENT') throw refused(`there is no ${shownProgram} on PATH, or no folder ${cwd}`);
    throw refused(error.code === 'ENOTDIR' ? `${cwd} is no folder` : messageOf(error));
  }

  get log(): string {
    return this.#log.text;
  }

  /** How many iterations it has marked as finished. */
  get marked(): number {
    return this.#marks;
  }

  /** When it marked the last one, by performance.now(). */
  get lastMarkMs(): number {
    return this.#lastMarkMs;
  }

  /** When its process ended, by performance.now(); undefined while it runs. */
  get endedMs(): number | undefined {
    return this.#endedMs;
  }

  /** Resolves when it has marked `count` iterations as finished. */
  async marks(count: number, signal: AbortSignal): Promise<void> {
    await this.#until(() => this.#marks >= count, signal);
  }

  /** Resolves when its log contains `text`, or when it writes a line that does. */
  async said(text: string, signal: AbortSignal): Promise<void> {
    let said = this.#log.includes(text);
    await this.#until((line) => {
      said ||= line.includes(text);
      return said;
    }, signal);
  }

  /** Lets it continue after a mark. */
  answer(): void {
    this.#child.stdin?.write('\n');
  }

  /** Sends the last answer and closes standard input. */
  answerAndClose(): void {
    this.#child.stdin?.end('\n');
  }

  /** Asks it to end, and kills it after ten seconds times `patience` or on abort. Resolves when it has ended. */
  async stop(signalName: NodeJS.Signals, signal: AbortSignal, patience = 1): Promise<void> {
    signalIfThere(this.pid, signalName);
    const kill = () => this.kill();
    const timer = setTimeout(kill, stopGraceMs * patience);
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted) kill();
    try {
      await this.ended;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
    }
  }

  /** Kills it and what is left of its process group. */
  kill(): void {
    this.#family.note();
    killRemains(this.pid);
    this.#guardian.forget(this.pid);
  }

  /** Resolves when a killed program and the processes it started have ended or cannot be killed. */
  async gone(): Promise<void> {
    await Promise.race([this.ended.catch(() => {}), new Promise((resolve) => setTimeout(resolve, deathMs).unref())]);
    this.#guardian.leaveBehind(await this.#family.end());
  }

  #hear(line: string, isOutput: boolean): void {
    if (isOutput && line.trim() === iterationMark) {
      this.#marks += 1;
      this.#lastMarkMs = performance.now();
    }
    for (const check of this.#waiting) check(line);
  }

  #until(isTrue: (line: string) => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (line: string) => {
        const holds = isTrue(line);
        if (!holds && !signal.aborted) return;
        this.#waiting.delete(check);
        signal.removeEventListener('abort', onAbort);
        if (holds) resolve();
        else reject(signal.reason);
      };
      const onAbort = () => check('');
      this.#waiting.add(check);
      signal.addEventListener('abort', onAbort);
      check('');
    });
  }
}

/**
 * Runs a program to its end and returns how long it took, in ms.
 * @throws CommandFailure if it does not end with code 0.
 */
export async function runToEnd(options: ProgramOptions, what: string, signal: AbortSignal): Promise<number> {
  const startMs = performance.now();
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
    return (program.endedMs ?? performance.now()) - startMs;
  } finally {
    signal.removeEventListener('abort', kill);
    program.kill();
    await program.gone();
  }
}

function signalIfThere(pid: number, signalName: NodeJS.Signals): void {
  try {
    process.kill(pid, signalName);
  } catch {
    // It has ended, or runs as another user: then the group's SIGKILL ends it, or it stays.
  }
}

/** The start of a word, up to the first character that a message escapes. */
function plainStart(word: string): string {
  return /^[^\p{Cc}'\\]+/u.exec(word)?.[0] ?? word;
}
