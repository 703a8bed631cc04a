import { type ChildProcess, spawn } from 'node:child_process';
import { EnvironmentError, messageOf } from '../errors.js';
import { compiledEntry } from '../package-root.js';
import { type Ending, endingDrained, killGroup, killRemains, LogTail } from '../services/child.js';
import { scenarioEnvironment } from '../services/child-environment.js';
import type { Guardian } from '../services/guardian.js';
import { parseWorkerMessage } from './messages.js';
import type { EngineMessage, WorkerMessage } from './worker/protocol.js';

/** How the measured process is started. */
export interface WorkerOptions {
  /** The Node program that is measured. */
  readonly nodePath: string;
  readonly nodeFlags: readonly string[];
  readonly workingDirectory: string;
  /** Variables that the configuration adds to its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly guardian: Guardian;
}

/** A fresh Node process that takes one sample. */
export class WorkerProcess {
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #log = new LogTail();

  constructor(options: WorkerOptions, onMessage: (message: WorkerMessage) => void) {
    this.#child = spawn(options.nodePath, [...options.nodeFlags, compiledEntry('measure/worker/main')], {
      cwd: options.workingDirectory,
      env: scenarioEnvironment(options.env),
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
        if (pid === undefined) return;
        // What the scenario has started would use memory during the samples that follow.
        killRemains(pid);
        options.guardian.forget(pid);
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
