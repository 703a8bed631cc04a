import { spawn } from 'node:child_process';
import { InterruptedError, messageOf } from '../errors.js';
import { describeEnding, endingDrained, killGroup, killRemains, LogTail } from './child.js';
import type { Guardian } from './guardian.js';

/** A Node process that imports somebody's file, and what it must not outlive. */
export interface Question {
  readonly nodePath: string;
  readonly nodeFlags: readonly string[];
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** It is killed after so long. */
  readonly withinMs: number;
  readonly guardian: Guardian;
  readonly signal: AbortSignal;
}

/** What the process answers, or how it ended without an answer. */
export type Reply = { readonly answer: unknown } | { readonly ended: string };

/**
 * Starts a process that answers with one message: what throws, hangs or exits takes only that process with it.
 * @throws InterruptedError when it is cancelled.
 */
export async function askProcess(question: Question): Promise<Reply> {
  const { guardian, signal } = question;
  const child = spawn(question.nodePath, [...question.nodeFlags, ...question.command], {
    cwd: question.workingDirectory,
    env: question.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches us alone, and we end the process.
    detached: true,
  });
  if (child.pid !== undefined) guardian.watch(child.pid);
  const log = new LogTail().follow(child);
  let answer: unknown;
  child.once('message', (message) => {
    answer = message;
  });
  const kill = () => killGroup(child);
  const timer = setTimeout(kill, question.withinMs);
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  const how = await endingDrained(child)
    .then(describeEnding, messageOf)
    .finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (child.pid === undefined) return;
      killRemains(child.pid);
      guardian.forget(child.pid);
    });
  if (signal.aborted) throw new InterruptedError('interrupted while files of the project were read');
  if (answer !== undefined) return { answer };
  return { ended: `${how}${log.text && `\n${log.text}`}` };
}
