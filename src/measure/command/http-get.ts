import { type Answer, directRequest } from '../../services/direct-request.js';

const answerWithinMs = 5_000;

/**
 * Asks a measured program once.
 * @throws where there is no answer within five seconds, or a too long one, and when the signal is aborted.
 */
export function httpGet(url: string, signal: AbortSignal): Promise<Answer> {
  return directRequest({ url: new URL(url), signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]) });
}
