import { setTimeout as delay } from 'node:timers/promises';
import { InterruptedError } from '../../errors.js';
import { type GitHubApi, GitHubError } from '../api.js';
import { fewLeft } from '../usage.js';

const firstPauseMs = 10_000;
const longestPauseMs = 60_000;
const growth = 1.5;

/** Growing pauses between polls, in ms: 13 in ten minutes. The last one ends when the time is used up. */
export function* pausesOf(totalMs: number): Generator<number, void> {
  let left = totalMs;
  for (let pause = firstPauseMs; left > 0; pause = Math.min(pause * growth, longestPauseMs)) {
    const taken = Math.min(pause, left);
    left -= taken;
    yield taken;
  }
}

/** The reason that waiting ended early; undefined if the awaited run has finished. */
export type WaitEnd = undefined | string;

/**
 * Waits until a baseline is made.
 * @throws InterruptedError
 */
export async function waitFor(
  api: Pick<GitHubApi, 'usage'>,
  stillPending: () => Promise<boolean>,
  {
    waitMs,
    signal,
    say,
  }: { readonly waitMs: number; readonly signal: AbortSignal; readonly say: (line: string) => void },
): Promise<WaitEnd> {
  const pauses = pausesOf(waitMs);
  for (let hasWaited = false; ; hasWaited = true) {
    try {
      if (!(await stillPending())) return undefined;
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      return `the run of the base commit was not waited for: ${error.reason}`;
    }
    if (fewLeft(api.usage()))
      return 'the run of the base commit was not waited for: GitHub has few requests left this hour';
    const { value: pause } = pauses.next();
    if (pause === undefined) return 'the base commit was still being measured and was not waited for any longer';
    if (!hasWaited) say(`waiting for the baseline: the base commit is being measured (${minutes(waitMs)} at most)`);
    await delay(pause, undefined, { signal }).catch(() => {});
    if (signal.aborted) throw new InterruptedError('interrupted while waiting for a baseline; the results are kept');
  }
}

function minutes(ms: number): string {
  const count = Math.ceil(ms / 60_000);
  return count === 1 ? '1 minute' : `${count} minutes`;
}
