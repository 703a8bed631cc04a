import { setTimeout as delay } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { InterruptedError, messageOf } from '../../errors.js';
import { DownloadError, finalRefusal, type Hop, type Refusal, refusalOfAnswer, refusalOfError } from './failure.js';
import { proxyAuthorization, proxyFor, type Variables } from './proxy.js';

const attempts = 3;
const mostRedirects = 5;

/** One download. */
export interface DownloadRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Time limit of one attempt. */
  readonly limitMs: number;
  /** Limit of the answer; a larger one is not read to its end. */
  readonly largestBytes: number;
  readonly signal: AbortSignal;
  /** Sentences that name other ways to get it. */
  readonly alternatives: string;
  /** Variables that name proxies; default: those of this process. */
  readonly variables?: Variables;
}

/** The content of an answer. A network error while it is read ends the attempt. */
export type Content = AsyncIterable<Uint8Array>;

/**
 * Downloads through the proxy that the environment names. Makes up to three attempts if the network or the server fails
 * or a rate limit applies. Each attempt calls `read`, with the content from its beginning.
 * @throws DownloadError with host, status, proxy and reason; EnvironmentError for a proxy that cannot be used;
 * InterruptedError if the signal ended it; any error of `read` itself.
 */
export async function request<T>(asked: DownloadRequest, read: (content: Content) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(asked, read);
    if (asked.signal.aborted) throw new InterruptedError('a download was interrupted');
    if ('value' in outcome) return outcome.value;
    if (!outcome.transient || attempt === attempts) throw new DownloadError(asked.url, outcome, asked.alternatives);
    // An abort ends the pause early; the signal is checked after the next attempt.
    await delay(outcome.pauseMs ?? attempt * 1_000, undefined, { signal: asked.signal }).catch(() => {});
  }
}

/**
 * Downloads JSON.
 * @throws DownloadError, also for an answer that is not JSON; otherwise as `request`.
 */
export async function requestJson(asked: DownloadRequest): Promise<unknown> {
  const text = await request(asked, async (content) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = `the answer is not JSON: ${messageOf(cause)}`;
    throw new DownloadError(asked.url, { reason, remedy: undefined, transient: false }, asked.alternatives);
  }
}

type Attempt<T> = { readonly value: T } | Refusal;

async function attemptOnce<T>(asked: DownloadRequest, read: (content: Content) => Promise<T>): Promise<Attempt<T>> {
  const within = AbortSignal.any([asked.signal, AbortSignal.timeout(asked.limitMs)]);
  let url = new URL(asked.url);
  for (let redirects = 0; ; redirects += 1) {
    const hop: Hop = { url, proxy: proxyFor(url, asked.variables ?? process.env) };
    const connection = await connectionOf(hop);
    try {
      const answer = await connection.get(asked.headers ?? {}, within);
      const { statusCode: status, headers, body } = answer;
      if (status >= 200 && status < 300) return await readAnswer(hop, asked, answer, read);
      body.on('error', () => {}).destroy();
      const target = redirectTarget(hop, status, headers.location);
      if (target === undefined) return refusalOfAnswer(hop, status, headers);
      if (url.protocol === 'https:' && target.protocol !== 'https:') {
        return finalRefusal(hop, `redirects to ${target.host} without encryption`);
      }
      if (redirects === mostRedirects) return finalRefusal(hop, `redirects more than ${mostRedirects} times`);
      url = target;
    } catch (thrown) {
      if (thrown instanceof ReadError) throw thrown.cause;
      return refusalOfError(hop, timeoutNamed(thrown, asked));
    } finally {
      await connection.close();
    }
  }
}

/** Opens a separate connection for each request, so that nothing stays open after it. */
async function connectionOf({ url, proxy }: Hop) {
  // Loaded lazily: most runs download nothing.
  const undici = await import('undici');
  const token = proxy && proxyAuthorization(proxy);
  const dispatcher =
    proxy === undefined
      ? new undici.Agent()
      : new undici.ProxyAgent({
          uri: `${proxy.url.protocol}//${proxy.url.host}`,
          ...(token === undefined ? {} : { token }),
          proxyTunnel: false,
        });
  return {
    get: (headers: Readonly<Record<string, string>>, signal: AbortSignal) =>
      undici.request(url, { dispatcher, headers, signal }),
    close: () => dispatcher.destroy(),
  };
}

/** Wraps an error of `read`, which is not a failure of the download. */
class ReadError extends Error {}

async function readAnswer<T>(
  hop: Hop,
  { largestBytes }: DownloadRequest,
  { headers, body }: Dispatcher.ResponseData,
  read: (content: Content) => Promise<T>,
): Promise<Attempt<T>> {
  const progress: { failed?: unknown; tooLarge?: boolean } = {};
  const tooLarge = () => finalRefusal(hop, `sends more than ${largestBytes} bytes`);
  if (Number(headers['content-length']) > largestBytes) {
    body.on('error', () => {}).destroy();
    return tooLarge();
  }
  try {
    return { value: await read(bounded(body, largestBytes, progress)) };
  } catch (cause) {
    if (progress.tooLarge) return tooLarge();
    if ('failed' in progress) throw progress.failed;
    throw new ReadError('', { cause });
  }
}

async function* bounded(
  body: Dispatcher.ResponseData['body'],
  largestBytes: number,
  progress: { failed?: unknown; tooLarge?: boolean },
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('the content is not binary');
      bytes += chunk.length;
      if (bytes > largestBytes) {
        progress.tooLarge = true;
        throw new Error('too large');
      }
      yield chunk;
    }
  } catch (thrown) {
    progress.failed = thrown;
    throw thrown;
  }
}

function redirectTarget({ url }: Hop, status: number, location: string | string[] | undefined): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || typeof location !== 'string') return undefined;
  const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  return target !== undefined && ['http:', 'https:'].includes(target.protocol) ? target : undefined;
}

function timeoutNamed(thrown: unknown, { limitMs }: DownloadRequest): unknown {
  const isTimeout = thrown instanceof Error && thrown.name === 'TimeoutError';
  return isTimeout ? new Error(`no complete answer within ${limitMs / 1_000} s`) : thrown;
}
