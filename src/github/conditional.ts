import type { Octokit } from './octokit.js';

type Answer = Awaited<ReturnType<Octokit['request']>>;

/** Maximum number of answers kept, newest first; a page of a hundred commits takes half a megabyte. */
const mostKept = 32;

/**
 * Repeats reads with the ETag of their last answer. GitHub answers 304 if nothing has changed, which does not count
 * against the rate limit.
 */
export function conditional(octokit: Pick<Octokit, 'hook' | 'request'>): void {
  const kept = new Map<string, Answer>();
  octokit.hook.wrap('request', async (request, options) => {
    if (options.method !== 'GET') return request(options);
    const { url } = octokit.request.endpoint.parse(options);
    const key = `${options.headers.accept ?? ''} ${url}`;
    const known = kept.get(key);
    const etag = known?.headers.etag;
    if (etag !== undefined) options.headers = { ...options.headers, 'if-none-match': etag };
    try {
      const answer: Answer = await request(options);
      if (answer.status === 200 && answer.headers.etag !== undefined && !isBinary(answer.data)) {
        kept.delete(key);
        kept.set(key, copyOf(answer));
        const [oldest] = kept.keys();
        if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      }
      return answer;
    } catch (error) {
      if (known !== undefined && isNotModified(error)) return copyOf(known);
      throw error;
    }
  });
}

/** Copies an answer, because Octokit changes the answers of paginated requests in place. */
function copyOf(answer: Answer): Answer {
  return { ...answer, data: structuredClone(answer.data) };
}

/** Whether the data is an archive: whole, or a stream that can be read only once. */
function isBinary(data: unknown): boolean {
  return data instanceof ArrayBuffer || data instanceof ReadableStream;
}

function isNotModified(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 304;
}
