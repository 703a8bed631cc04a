import { setTimeout as delay } from 'node:timers/promises';
import { EnvironmentError } from '../../errors.js';
import type { QdrantApi } from './api.js';

const readyWithinMs = 30_000;

/**
 * Waits until a server that memory-bench started accepts requests, and returns its version. `broken` returns the reason
 * if it never will. A server that is slowed down gets `patience` times as long.
 * @throws Error if the server is broken, or not ready in time.
 */
export async function untilReady(api: QdrantApi, broken: () => string | undefined, patience = 1): Promise<string> {
  const withinMs = readyWithinMs * patience;
  const deadline = performance.now() + withinMs;
  while (!(await api.ready())) {
    const why = broken();
    if (why !== undefined) throw new Error(why);
    if (performance.now() > deadline) throw new Error(`it was not ready after ${withinMs / 1000} s`);
    await delay(10);
  }
  return api.version();
}

/** The error of a server that did not start, with the end of its log. */
export function startFailure(server: string, reason: string, log: string): EnvironmentError {
  return new EnvironmentError(
    `the Qdrant server ${server} did not start: ${reason}${log === '' ? '' : `\nEnd of its log:\n${log}`}`,
    { remedy: 'Run `memory-bench doctor`; another program can be named with --qdrant-binary.' },
  );
}
