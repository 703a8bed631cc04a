import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { EnvironmentError, messageOf } from '../errors.js';
import { compiledEntry } from '../package-root.js';
import { ending } from './child.js';
import { guardianLine } from './guardian-line.js';
import { type LeftProcess, leftProcess, wordsOf } from './left-processes.js';
import { processStartTicks } from './process-identity.js';
import type { ListedProcess } from './process-list.js';
import { toolEnvironment } from './tool-environment.js';

/**
 * Sees to it that nothing we start is left behind when we end without a chance to clean up (SIGKILL, a crash).
 * One small process a run; it acts when its pipe to us closes.
 */
export class Guardian {
  readonly #process: ChildProcess;
  readonly #ledger: string | undefined;
  readonly #left: LeftProcess[] = [];

  /** Everything the guardian is told is also appended to `ledger`, for somebody who comes after both of us. */
  constructor({ ledger }: { ledger?: string | undefined } = {}) {
    this.#ledger = ledger;
    this.#process = spawn(process.execPath, [compiledEntry('services/guardian-entry')], {
      env: toolEnvironment('guardian'),
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.#process.unref();
    // The guardian going first (somebody killed it) must not take the run down with an EPIPE.
    this.#process.stdin?.on('error', () => {});
    this.#process.on('error', () => {});
  }

  /** Kill this process if we die. */
  watch(pid: number): void {
    const ticks = processStartTicks(pid);
    this.#tell('watch', pid, ...(ticks === undefined ? [] : [ticks]));
  }

  /** The process has ended, its pid may be anybody's. */
  forget(pid: number): void {
    this.#tell('forget', pid);
  }

  /** Remove this folder if we die. */
  keepClean(folder: string): void {
    this.#tell('keep-clean', folder);
  }

  /** The folder is gone or may stay. */
  leave(folder: string): void {
    this.#tell('leave', folder);
  }

  /** Remove this Docker container if we die. */
  container(id: string): void {
    this.#tell('container', id);
  }

  /** The container has been removed. */
  forgetContainer(id: string): void {
    this.#tell('forget-container', id);
  }

  /** Processes that could not be ended: named when the run ends, and in the ledger for the post step. */
  leaveBehind(processes: readonly ListedProcess[] = [], origin: LeftProcess['origin'] = 'started'): void {
    for (const found of processes) {
      const left = leftProcess(found, origin);
      this.#left.push(left);
      this.#tell(...wordsOf(left));
    }
  }

  get left(): readonly LeftProcess[] {
    return this.#left;
  }

  /** Lets the guardian go. What it still watches is killed and removed. */
  close(): void {
    this.#process.stdin?.end();
  }

  #tell(...words: readonly (string | number)[]): void {
    const line = guardianLine(words);
    // The guardian first: a ledger that cannot be written must not keep it from its work.
    if (this.#process.stdin?.writable) this.#process.stdin.write(line);
    if (this.#ledger !== undefined) appendToLedger(this.#ledger, line);
  }
}

/** @throws EnvironmentError where the disk is full or the folder has gone. */
function appendToLedger(ledger: string, line: string): void {
  try {
    appendFileSync(ledger, line);
  } catch (cause) {
    throw new EnvironmentError(`cannot write ${ledger}: ${messageOf(cause)}`, {
      remedy: 'Free some space in the temporary folder of the runner.',
      cause,
    });
  }
}

/** Does what the guardian of a ledger would have done, should it not have come to it. Resolves when that is done. */
export async function obeyLedger(ledger: string): Promise<void> {
  const lines = await open(ledger).catch(() => undefined);
  // No ledger: nothing was ever started.
  if (lines === undefined) return;
  try {
    const child = spawn(process.execPath, [compiledEntry('services/guardian-entry')], {
      env: toolEnvironment('guardian'),
      stdio: [lines.fd, 'ignore', 'inherit'],
    });
    await ending(child);
  } finally {
    await lines.close();
  }
}
