import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../errors.js';
import type { Ready } from '../../suite/command.js';
import { CommandFailure } from './failure.js';
import { httpGet } from './http-get.js';
import type { Program } from './program.js';

const askEveryMs = 20;
const readyWithinMs = 60_000;
const acceptWithinMs = 1_000;
const host = '127.0.0.1';

/**
 * Waits until a program is ready to be driven.
 * @throws CommandFailure if that takes more than a minute times `patience`; the abort reason of the signal.
 */
export async function untilReady(ready: Ready, program: Program, signal: AbortSignal, patience: number): Promise<void> {
  const withinMs = readyWithinMs * patience;
  const limit = AbortSignal.timeout(withinMs);
  const probe = new ReadinessProbe(ready, program, AbortSignal.any([signal, limit]));
  try {
    await probe.succeeds();
  } catch (cause) {
    signal.throwIfAborted();
    if (!limit.aborted) throw cause;
    throw new CommandFailure('setup', `the program was not ready after ${withinMs / 1000} s: ${probe.told}`);
  }
}

class ReadinessProbe {
  readonly #ready: Ready;
  readonly #program: Program;
  readonly #signal: AbortSignal;
  #told: string;

  constructor(ready: Ready, program: Program, signal: AbortSignal) {
    this.#ready = ready;
    this.#program = program;
    this.#signal = signal;
    this.#told = 'line' in ready ? `it has not written ${JSON.stringify(ready.line)}` : 'it does not answer';
  }

  /** Why the last attempt failed. */
  get told(): string {
    return this.#told;
  }

  async succeeds(): Promise<void> {
    if ('line' in this.#ready) return this.#program.said(this.#ready.line, this.#signal);
    while (!(await this.#answers())) await delay(askEveryMs, undefined, { signal: this.#signal });
  }

  async #answers(): Promise<boolean> {
    try {
      if ('url' in this.#ready) return await this.#answersAt(this.#ready.url);
      if ('port' in this.#ready) await acceptsAt(Number(this.#ready.port), this.#signal);
      return true;
    } catch (error) {
      this.#signal.throwIfAborted();
      this.#told = messageOf(error);
      return false;
    }
  }

  async #answersAt(url: string): Promise<boolean> {
    const { status } = await httpGet(url, this.#signal);
    this.#told = `${url} answers ${status}`;
    return status < 400;
  }
}

function acceptsAt(port: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host });
    // A socket that is given the signal would leave a listener on it for each attempt.
    const end = () => socket.destroy(new Error('nobody waits for it any more'));
    signal.addEventListener('abort', end, { once: true });
    const limit = setTimeout(() => socket.destroy(new Error(`${host}:${port} takes no connection`)), acceptWithinMs);
    socket
      .once('connect', () => {
        socket.destroy();
        resolve();
      })
      .once('error', reject)
      .once('close', () => {
        clearTimeout(limit);
        signal.removeEventListener('abort', end);
      });
  });
}
