import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** In characters; far longer than any answer expected here. */
const longestAnswer = 16 * 1024 ** 2;

/** One request to a server that is measured. */
export interface DirectRequest {
  readonly url: URL;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** The answer of a server. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
}

/**
 * Sends a request to a measured server, never through a proxy, even if NODE_USE_ENV_PROXY makes Node use one. A proxy
 * cannot reach this machine, or a service container by its label. Each request has a separate connection: a server with
 * one thread serves no other client while one is kept open, and an idle one delays its exit.
 * @throws Error if there is no answer, it is too long, or the signal is aborted.
 */
export function directRequest({ url, method = 'GET', headers = {}, signal }: DirectRequest): Promise<Answer> {
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // `agent: false` creates an agent without a proxy.
    const options = { method, agent: false, headers: { ...headers, connection: 'close' }, signal };
    const request = start(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length > longestAnswer)
          request.destroy(new Error(`${url.href} sends more than ${longestAnswer} bytes`));
      });
      response
        .on('end', () => {
          resolve({ status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', text });
        })
        .on('error', reject);
    });
    request.on('error', reject).end();
  });
}
