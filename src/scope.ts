import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EnvironmentError, ExitCode, InterruptedError, messageOf } from './errors.js';
import { Guardian } from './services/guardian.js';
import { describeLeft, endMarkedBy, suspectedDaemons } from './services/left-processes.js';

/** The resources that live exactly as long as a run: a temporary folder, the guardian, and the interrupt signal. */
export interface Scope {
  readonly folder: string;
  readonly guardian: Guardian;
  /** Aborted by SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
}

/** The options of a scope. */
export interface ScopeOptions {
  /** A file that lists what a later process has to clean up if this one is killed. */
  readonly ledger?: string;
  /** Folder of the project. Daemons that appear in it are reported at the end. */
  readonly workingDirectory?: string;
  /** Called at the end with a sentence for each process left behind. */
  readonly warn?: (message: string) => void;
}

const interrupts = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `work` in a scope and cleans up afterwards, however it ends. */
export async function withScope<T>(
  work: (scope: Scope) => Promise<T>,
  { ledger, workingDirectory, warn }: ScopeOptions = {},
): Promise<T> {
  const guardian = new Guardian({ ledger });
  const folder = await makeFolder();
  guardian.keepClean(folder);
  const abort = new AbortController();
  const onInterrupt = () => {
    // A second interrupt exits at once: the guardian cleans up.
    if (abort.signal.aborted) process.exit(ExitCode.interrupted);
    abort.abort();
  };
  for (const name of interrupts) process.on(name, onInterrupt);
  try {
    return await work({ folder, guardian, signal: abort.signal });
  } finally {
    for (const name of interrupts) process.off(name, onInterrupt);
    guardian.leaveBehind(await endMarkedBy(folder));
    if (workingDirectory !== undefined) guardian.leaveBehind(suspectedDaemons(workingDirectory), 'suspected');
    for (const left of guardian.left) warn?.(describeLeft(left));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    guardian.leave(folder);
    guardian.close();
  }
}

/**
 * The result of `work`, or an error as soon as the run is interrupted. For work that does not check the signal itself.
 * @throws InterruptedError
 */
export async function unlessInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new InterruptedError('the run was interrupted before anything was measured'));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function makeFolder(): Promise<string> {
  try {
    return await mkdtemp(join(resolve(tmpdir()), 'memory-bench-'));
  } catch (cause) {
    throw new EnvironmentError(`cannot make a temporary folder: ${messageOf(cause)}`, {
      remedy: 'Free some space there, or name another place with TMPDIR.',
      cause,
    });
  }
}
