import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { InterruptedError, messageOf } from '../errors.js';
import { describeEnding, endingDrained, killGroup, killRemains, LogTail } from './child.js';
import { runMark } from './child-environment.js';
import type { Guardian } from './guardian.js';
import { channelStdio, channelVariables, PrivateChannel } from './private-channel.js';
import { ProcessFamily } from './process-family.js';

/** A Node process that imports a user's file, and what it must not outlive. */
export interface Question {
  readonly nodePath: string;
  readonly nodeFlags: readonly string[];
  /** The program and its arguments. It answers with `answer.ts`. */
  readonly command: readonly string[];
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Time limit in ms, after which the process is killed. */
  readonly withinMs: number;
  /** A folder of the run. It marks the processes that the file starts. */
  readonly folder: string;
  readonly guardian: Guardian;
  readonly signal: AbortSignal;
}

/** The process's answer, or how it ended without one. */
export type Reply = { readonly answer: unknown } | { readonly ended: string };

/** A configuration or the scenarios of a file are a few kilobytes. */
const answerLimits = {
  bytes: 16 * 1024 ** 2,
  depth: 200,
  containers: 200_000,
  elements: 100_000,
  fields: 100_000,
};
/** How long exit handlers of the user may take after the answer. */
const exitGraceMs = 2_000;

/**
 * Starts a process that answers with one message. A file that throws, hangs or exits takes down only that process.
 * @throws InterruptedError when it is cancelled.
 */
export async function askProcess(question: Question): Promise<Reply> {
  const { guardian, signal } = question;
  const [markName, markValue] = runMark(join(question.folder, 'question'));
  const child = spawn(question.nodePath, [...question.nodeFlags, ...question.command], {
    cwd: question.workingDirectory,
    env: { ...question.env, ...channelVariables, [markName]: markValue },
    stdio: channelStdio,
    // Ctrl-C reaches only memory-bench, which ends the process.
    detached: true,
  });
  const family = child.pid === undefined ? undefined : new ProcessFamily(child.pid, `${markName}=${markValue}`);
  if (child.pid !== undefined) guardian.watch(child.pid);
  const log = new LogTail().follow(child);
  const kill = () => {
    family?.note();
    killGroup(child);
  };
  let reply: Reply | undefined;
  const channel = new PrivateChannel(child, answerLimits, {
    onMessage: (answer) => {
      if (reply !== undefined) return;
      reply = { answer };
      family?.note();
      channel.acknowledge();
      setTimeout(kill, exitGraceMs).unref();
    },
    onFault: (reason) => {
      reply ??= { ended: `an answer that cannot be read: ${reason}` };
      kill();
    },
    onEnd: () => {},
  });
  const timer = setTimeout(kill, question.withinMs);
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  const how = await endingDrained(child)
    .then(describeEnding, messageOf)
    .finally(async () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (child.pid === undefined) return;
      killRemains(child.pid);
      guardian.leaveBehind(await family?.end());
      guardian.forget(child.pid);
    });
  if (signal.aborted) throw new InterruptedError('interrupted while files of the project were read');
  return reply ?? { ended: `${how}${log.text && `\n${log.text}`}` };
}
