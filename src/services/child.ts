import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { redactCut } from '../output/secrets.js';

/** The last lines a process wrote, for the error message when it fails. Known secrets are redacted. */
export class LogTail {
  readonly #maxBytes: number;
  #raw = '';

  constructor(maxBytes = 4_000) {
    this.#maxBytes = maxBytes;
  }

  /** Collects standard output and standard error of a child. */
  follow(child: ChildProcess): this {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => this.add(chunk));
    }
    return this;
  }

  add(chunk: string): void {
    this.#raw = (this.#raw + chunk).slice(-2 * this.#maxBytes);
  }

  get text(): string {
    // Cut after redacting: half a secret would not be recognised.
    return redactCut(this.#raw).slice(-this.#maxBytes).trim();
  }

  /** Whether the output includes a text, even if that is a secret. */
  includes(text: string): boolean {
    return this.#raw.includes(text);
  }
}

/** How a child process ended. */
export type Ending = { readonly code: number } | { readonly signal: NodeJS.Signals };

/** Resolves when the process has ended; rejects if it could not be started. */
export function ending(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? { code: code ?? 0 } : { signal }));
  });
}

/** Maximum wait after the exit for messages and output of the child that are still in transit. */
const drainMs = 1_000;

/**
 * Like `ending`, but also waits for the child's last messages and output. A grandchild that keeps the pipes open delays
 * it by at most a second. The pipes are then closed, because they would keep this process from ending.
 */
export async function endingDrained(child: ChildProcess): Promise<Ending> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  const disconnected = child.channel
    ? new Promise((resolve) => child.once('disconnect', resolve))
    : Promise.resolve(undefined);
  const limit = new AbortController();
  try {
    const how = await ending(child);
    const giveUp = delay(drainMs, undefined, { signal: limit.signal }).catch(() => {});
    await Promise.race([Promise.all([closed, disconnected]), giveUp]);
    return how;
  } finally {
    limit.abort();
    releaseStreams(child);
  }
}

/** Closes every stream to a child, even if other processes have inherited the other end. */
function releaseStreams(child: ChildProcess): void {
  for (const stream of child.stdio) stream?.destroy();
  if (child.connected) child.disconnect();
}

/** `code 3` or `signal SIGKILL`, for messages. */
export function describeEnding(how: Ending): string {
  return 'signal' in how ? `signal ${how.signal}` : `code ${how.code}`;
}

/** Sends SIGKILL to a child that was started detached, and to its process group. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  killRemains(child.pid);
}

/** Sends SIGKILL to what is left of the process group that a detached child led. */
export function killRemains(leaderPid: number): void {
  try {
    process.kill(-leaderPid, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
}

/** Sends SIGTERM, then SIGKILL if the process has not ended after `graceMs`. Resolves when it has ended. */
export async function stopChild(child: ChildProcess, ended: Promise<unknown>, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  try {
    await ended;
  } finally {
    clearTimeout(timer);
  }
}
