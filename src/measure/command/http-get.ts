import { type Answer, directRequest } from '../../services/direct-request.js';

const answerWithinMs = 5_000;

/**
 * Sends one GET request to a measured program.
 * @throws if there is no answer within five seconds, the answer is too long, or the signal is aborted.
 */
export function httpGet(url: string, signal: AbortSignal): Promise<Answer> {
  return directRequest({ url: new URL(url), signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]) });
}
