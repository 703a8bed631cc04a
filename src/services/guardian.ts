import { type ChildProcess, spawn } from 'node:child_process';
import { compiledEntry } from '../package-root.js';
import { processStartTicks } from './process-identity.js';

/**
 * Sees to it that nothing we start is left behind when we end without a chance to clean up (SIGKILL, a crash).
 * One small process a run; it acts when its pipe to us closes.
 */
export class Guardian {
  readonly #process: ChildProcess;

  constructor() {
    this.#process = spawn(process.execPath, [compiledEntry('services/guardian-entry')], {
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
    this.#tell(ticks === undefined ? `watch\t${pid}` : `watch\t${pid}\t${ticks}`);
  }

  /** The process has ended, its pid may be anybody's. */
  forget(pid: number): void {
    this.#tell(`forget\t${pid}`);
  }

  /** Remove this folder if we die. */
  keepClean(folder: string): void {
    this.#tell(`keep-clean\t${folder}`);
  }

  /** The folder is gone or may stay. */
  leave(folder: string): void {
    this.#tell(`leave\t${folder}`);
  }

  /** Lets the guardian go. What it still watches is killed and removed. */
  close(): void {
    this.#process.stdin?.end();
  }

  #tell(line: string): void {
    if (this.#process.stdin?.writable) this.#process.stdin.write(`${line}\n`);
  }
}
