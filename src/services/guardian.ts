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
 * Ensures that memory-bench leaves nothing behind if it ends without a chance to clean up (SIGKILL, a crash).
 * It is one small process per run, which acts when its pipe to memory-bench closes.
 */
export class Guardian {
  readonly #process: ChildProcess;
  readonly #ledger: string | undefined;
  readonly #left: LeftProcess[] = [];

  /** Every command to the guardian is also appended to `ledger`, for a post step that runs after both processes. */
  constructor({ ledger }: { ledger?: string | undefined } = {}) {
    this.#ledger = ledger;
    this.#process = spawn(process.execPath, [compiledEntry('services/guardian-entry')], {
      env: toolEnvironment('guardian'),
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.#process.unref();
    // If the guardian is killed first, the run must not fail with an EPIPE.
    this.#process.stdin?.on('error', () => {});
    this.#process.on('error', () => {});
  }

  /** Kill this process if memory-bench dies. */
  watch(pid: number): void {
    const ticks = processStartTicks(pid);
    this.#tell('watch', pid, ...(ticks === undefined ? [] : [ticks]));
  }

  /** The process has ended; another may get its pid. */
  forget(pid: number): void {
    this.#tell('forget', pid);
  }

  /** Remove this folder if memory-bench dies. */
  keepClean(folder: string): void {
    this.#tell('keep-clean', folder);
  }

  /** The folder is gone or may stay. */
  leave(folder: string): void {
    this.#tell('leave', folder);
  }

  /** Remove this Docker container if memory-bench dies. */
  container(id: string): void {
    this.#tell('container', id);
  }

  /** The container has been removed. */
  forgetContainer(id: string): void {
    this.#tell('forget-container', id);
  }

  /** Records processes that could not be ended, for the end of the run and, in the ledger, for the post step. */
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

  /** Ends the guardian, which first kills and removes everything it still watches. */
  close(): void {
    this.#process.stdin?.end();
  }

  #tell(...words: readonly (string | number)[]): void {
    const line = guardianLine(words);
    // The guardian first: it must also work if the ledger cannot be written.
    if (this.#process.stdin?.writable) this.#process.stdin.write(line);
    if (this.#ledger !== undefined) appendToLedger(this.#ledger, line);
  }
}

/** @throws EnvironmentError if the disk is full or the folder is gone. */
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

/** Does the cleanup that a ledger's guardian may not have done. Resolves when it is done. */
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
