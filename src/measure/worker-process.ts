import { type ChildProcess, spawn } from 'node:child_process';
import { EnvironmentError, messageOf } from '../errors.js';
import { compiledEntry } from '../package-root.js';
import { type Ending, endingDrained, killGroup, killRemains, LogTail } from '../services/child.js';
import { runMark, scenarioEnvironment } from '../services/child-environment.js';
import type { Guardian } from '../services/guardian.js';
import { channelStdio, channelVariables, PrivateChannel } from '../services/private-channel.js';
import { ProcessFamily } from '../services/process-family.js';
import { messageLimits, parseWorkerMessage } from './messages.js';
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
  /** Folder of the sample; marks the processes that the scenario starts. */
  readonly folder: string;
}

/** Events of a worker. */
export interface WorkerEvents {
  readonly onMessage: (message: WorkerMessage) => void;
  /** Called at most once, with the reason why the channel is no longer usable. */
  readonly onFault: (reason: string) => void;
}

/** How long a worker may live after its channel has been closed. */
const closedChannelMs = 2_000;

/** A fresh Node process that takes one sample. */
export class WorkerProcess {
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #channel: PrivateChannel;
  readonly #family: ProcessFamily | undefined;
  readonly #log = new LogTail();

  constructor(options: WorkerOptions, events: WorkerEvents) {
    const mark = runMark(options.folder);
    const [markName, markValue] = mark;
    this.#child = spawn(options.nodePath, [...options.nodeFlags, compiledEntry('measure/worker/main')], {
      cwd: options.workingDirectory,
      env: { ...scenarioEnvironment(options.env), ...channelVariables, [markName]: markValue },
      stdio: channelStdio,
      // Ctrl-C reaches only memory-bench, which ends the worker.
      detached: true,
    });
    this.#log.follow(this.#child);
    const { pid } = this.#child;
    if (pid !== undefined) {
      options.guardian.watch(pid);
      this.#family = new ProcessFamily(pid, mark.join('='));
    }
    this.ended = endingDrained(this.#child)
      .catch((cause) => {
        throw new EnvironmentError(`cannot start ${options.nodePath}: ${messageOf(cause)}`, { cause });
      })
      .finally(async () => {
        if (pid === undefined) return;
        // Processes that the scenario has started would use memory during the samples that follow.
        killRemains(pid);
        options.guardian.leaveBehind(await this.#family?.end());
        options.guardian.forget(pid);
      });
    this.#channel = new PrivateChannel(this.#child, messageLimits, {
      onMessage: (raw) => {
        const message = parseWorkerMessage(raw);
        if (message === undefined) events.onFault('a message of the worker does not have its fields');
        else events.onMessage(message);
      },
      onFault: events.onFault,
      onEnd: () => {
        // The channel also closes when the worker ends.
        const timer = setTimeout(() => events.onFault('it was closed'), closedChannelMs);
        this.#child.once('exit', () => clearTimeout(timer));
      },
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get log(): string {
    return this.#log.text;
  }

  send(message: EngineMessage): void {
    this.#channel.send(message);
  }

  /** Notes the processes that the scenario has started, to end them with the worker. */
  noteFamily(): void {
    this.#family?.note();
  }

  kill(): void {
    this.noteFamily();
    killGroup(this.#child);
  }
}
