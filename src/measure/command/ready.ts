import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Ready } from '../../suite/command.js';
import { CommandFailure } from './failure.js';
import type { Program } from './program.js';

const askEveryMs = 20;
const readyWithinMs = 60_000;
const host = '127.0.0.1';

/**
 * Waits until a program is ready to be driven.
 * @throws CommandFailure where that takes more than a minute.
 */
export async function untilReady(ready: Ready, program: Program, signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(readyWithinMs);
  try {
    await untilIt(ready, program, AbortSignal.any([signal, limit]));
  } catch (cause) {
    if (!limit.aborted) throw cause;
    const [[probe, value] = []] = Object.entries(ready);
    throw new CommandFailure(
      'setup',
      `the program was not ready after ${readyWithinMs / 1000} s (${probe} ${value}); see the end of its log, and check \`ready\``,
    );
  }
}

async function untilIt(ready: Ready, program: Program, signal: AbortSignal): Promise<void> {
  if ('line' in ready) return program.said(ready.line, signal);
  const answers = 'url' in ready ? () => answersAt(ready.url, signal) : () => acceptsAt(Number(ready.port));
  while (!(await answers())) await delay(askEveryMs, undefined, { signal });
}

async function answersAt(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(url, { signal })).status < 400;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

function acceptsAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (accepts: boolean) => {
      socket.destroy();
      resolve(accepts);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });
}
