import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Milliseconds a cancelled step has after SIGINT, and after SIGTERM. */
export interface Grace {
  readonly interrupt: number;
  readonly terminate: number;
}

/** A runner's own patience. */
export const RUNNER_GRACE: Grace = { interrupt: 7500, terminate: 2500 };

// A process the step leaves behind may hold its output open: a runner waits this long for the end of it.
const STREAM_PATIENCE = 5000;

const running = new Set<ChildProcess>();

// A test that gives up has no chance to end what it started.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** How a process ended. */
export interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly cancelled: boolean;
}

/** How to start a step. */
export interface StepCommand {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly grace: Grace;
  readonly onLine: (line: string) => void;
}

/** A step that runs. */
export class StepProcess {
  readonly pid: number | undefined;
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #grace: Grace;
  readonly #watched: { pattern: RegExp; resolve: (line: string) => void }[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #cancelled = false;

  constructor({ program, arguments: args, directory, environment, grace, onLine }: StepCommand) {
    this.#grace = grace;
    this.#child = spawn(program, args, { cwd: directory, env: { ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.pid = this.#child.pid;
    running.add(this.#child);
    const streams = [this.#child.stdout, this.#child.stderr].filter((stream) => stream !== null);
    const closed = streams.map((stream) => this.#read(stream, onLine));
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (exitCode, signal) => {
        running.delete(this.#child);
        for (const timer of this.#timers) clearTimeout(timer);
        const finish = () => resolve({ exitCode, signal, cancelled: this.#cancelled });
        const patience = setTimeout(() => {
          for (const stream of streams) stream.destroy();
          finish();
        }, STREAM_PATIENCE);
        void Promise.all(closed).then(() => {
          clearTimeout(patience);
          finish();
        });
      });
    });
  }

  /** Resolves with the first line, from now on, that matches. */
  line(pattern: RegExp): Promise<string> {
    return new Promise((resolve) => this.#watched.push({ pattern, resolve }));
  }

  /** Cancels as a runner does: SIGINT, later SIGTERM, then SIGKILL, to this process alone. */
  cancel(): void {
    this.#cancelled = true;
    this.#child.kill('SIGINT');
    this.#later(this.#grace.interrupt, () => {
      this.#child.kill('SIGTERM');
      this.#later(this.#grace.terminate, () => this.#child.kill('SIGKILL'));
    });
  }

  #later(milliseconds: number, act: () => void): void {
    this.#timers.push(setTimeout(act, milliseconds));
  }

  #read(stream: Readable, onLine: (line: string) => void): Promise<void> {
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    lines.on('line', (line) => {
      onLine(line);
      for (const watcher of this.#watched.splice(0)) {
        if (watcher.pattern.test(line)) watcher.resolve(line);
        else this.#watched.push(watcher);
      }
    });
    return new Promise((resolve) => lines.once('close', resolve));
  }
}

/** Processes that carry a job's `RUNNER_TRACKING_ID`: what a runner terminates at the end of the job. */
export function processesOf(trackingId: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => environmentOf(pid).includes(`RUNNER_TRACKING_ID=${trackingId}`));
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    // Gone since the listing, or somebody else's.
    return [];
  }
}
