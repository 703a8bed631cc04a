import { setTimeout as delay } from 'node:timers/promises';
import { EnvironmentError, InterruptedError, messageOf } from '../../errors.js';

const attempts = 3;
const longestPauseMs = 20_000;

/** One download. */
export interface DownloadRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For one attempt. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks for something that may not be there at once: three attempts where the network, the server or a rate limit is in
 * the way. `read` belongs to the attempt, so a download that breaks off begins anew.
 * @throws EnvironmentError with the address and the reason; InterruptedError where the signal ended it.
 */
export async function request<T>(asked: DownloadRequest, read: (response: Response) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(asked, read);
    if (asked.signal.aborted) throw new InterruptedError('a download was interrupted');
    if ('value' in outcome) return outcome.value;
    if (!outcome.passing || attempt === attempts) throw failure(asked, outcome);
    // An abort ends the pause early; the next look at the signal says so.
    await delay(outcome.pauseMs ?? attempt * 1_000, undefined, { signal: asked.signal }).catch(() => {});
  }
}

interface Refusal {
  readonly reason: string;
  /** Another attempt may do. */
  readonly passing: boolean;
  readonly status?: number;
  readonly pauseMs?: number | undefined;
}

async function attemptOnce<T>(
  { url, headers = {}, limitMs, signal }: DownloadRequest,
  read: (response: Response) => Promise<T>,
): Promise<{ readonly value: T } | Refusal> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]) });
    if (response.ok) return { value: await read(response) };
    await response.body?.cancel();
    return refusalOf(response);
  } catch (thrown) {
    if (isOfTheDisk(thrown)) throw thrown;
    return { reason: messageOf(thrown), passing: true };
  }
}

function refusalOf({ status, statusText, headers }: Response): Refusal {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const pauseMs = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1_000, longestPauseMs) : undefined;
  // GitHub answers 403 as well as 429 to who asks too often, and says when to come back where that is soon.
  const passing = status >= 500 || status === 429 || (status === 403 && pauseMs !== undefined);
  return { reason: `it answered ${status} ${statusText}`.trim(), passing, status, pauseMs };
}

function isOfTheDisk(thrown: unknown): boolean {
  return thrown instanceof Error && 'syscall' in thrown;
}

function failure({ url }: DownloadRequest, { reason, status }: Refusal): EnvironmentError {
  return new EnvironmentError(`${url} could not be fetched: ${reason}`, { remedy: remedyOf(status) });
}

function remedyOf(status: number | undefined): string {
  if (status === 404) return 'Check --qdrant-version: there may be no such release of Qdrant.';
  if (status === 401) return 'The token in GITHUB_TOKEN is not valid: give another one, or none.';
  if (status === 403 || status === 429) return 'GitHub allows more requests with a token: set GITHUB_TOKEN.';
  return 'Check the network, or choose another source with --qdrant.';
}
