import { type ChildProcess, spawn } from 'node:child_process';
import { EnvironmentError, messageOf } from '../errors.js';
import { compiledEntry } from '../package-root.js';
import { type Ending, endingDrained, killGroup, LogTail } from '../services/child.js';
import type { Guardian } from '../services/guardian.js';
import { parseWorkerMessage } from './messages.js';
import type { EngineMessage, WorkerMessage } from './worker/protocol.js';

/** How the measured process is started. */
export interface WorkerOptions {
  /** The Node program that is measured. */
  readonly nodePath: string;
  readonly nodeFlags: readonly string[];
  readonly workingDirectory: string;
  readonly guardian: Guardian;
}

/** The variables of our own environment that reach the measured process; everything else could change what it does. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'LD_PRELOAD', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];

/** A fresh Node process that takes one sample. */
export class WorkerProcess {
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #log = new LogTail();

  constructor(options: WorkerOptions, onMessage: (message: WorkerMessage) => void) {
    this.#child = spawn(options.nodePath, [...options.nodeFlags, compiledEntry('measure/worker/main')], {
      cwd: options.workingDirectory,
      env: workerEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C reaches us alone; we end the worker.
      detached: true,
    });
    this.#log.follow(this.#child);
    const { pid } = this.#child;
    if (pid !== undefined) options.guardian.watch(pid);
    this.ended = endingDrained(this.#child)
      .catch((cause) => {
        throw new EnvironmentError(`cannot start ${options.nodePath}: ${messageOf(cause)}`, { cause });
      })
      .finally(() => {
        if (pid !== undefined) options.guardian.forget(pid);
      });
    this.#child.on('message', (raw) => {
      const message = parseWorkerMessage(raw);
      if (message !== undefined) onMessage(message);
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get log(): string {
    return this.#log.text;
  }

  send(message: EngineMessage): void {
    // A worker that has just ended is reported by how it ended, not by a broken channel.
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  kill(): void {
    killGroup(this.#child);
  }
}

function workerEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { TZ: 'UTC', LANG: 'C.UTF-8' };
  for (const name of passedOn) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
