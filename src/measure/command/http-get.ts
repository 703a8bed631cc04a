import { get } from 'node:http';

/** Longer answers are no list of metrics. */
const longestAnswer = 16 * 1024 ** 2;
const answerWithinMs = 5_000;

/** What an HTTP server answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Asks once, on a connection of its own that is closed afterwards: a server with one thread serves nobody else while one
 * is kept open, and has a buffer for it.
 * @throws where there is no answer within five seconds, or an endless one, and when the signal is aborted.
 */
export function httpGet(url: string, signal: AbortSignal): Promise<Answer> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, headers: { connection: 'close' }, signal: within }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length > longestAnswer) request.destroy(new Error(`${url} answers without an end`));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject);
    });
    request.on('error', reject);
  });
}
