import { EnvironmentError } from '../errors.js';
import { conditional } from './conditional.js';
import type { GitHubContext } from './context.js';
import { type Operation, readFailure, reasonOf, remedyOf } from './failure.js';
import type { Octokit } from './octokit.js';
import { RequestCount, type Usage } from './usage.js';

/** How long one request may take, in ms. */
const requestLimitMs = 15_000;
/** Retries of a read-only request after a server error. */
const readRetries = 2;
/** Longest rate limit that is waited out, in seconds. */
const longestWaitSeconds = 60;
/** Total time a job may wait for rate limits, in seconds. */
const longestWaitsSeconds = 120;
const rateLimitRetries = 2;
/** Login of a job's token. */
const jobsLogin = 'github-actions[bot]';

/** GitHub's REST API for one repository. */
export interface GitHubApi {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  /** Returns the login of the token, such as `github-actions[bot]`. It is requested once. */
  readonly login: () => Promise<string>;
  /** Owner and name, in the form that every request takes. */
  readonly at: { readonly owner: string; readonly repo: string };
  /** The requests sent so far. */
  readonly usage: () => Usage;
}

/** A request that GitHub refused, failed, or did not answer. */
export class GitHubError extends EnvironmentError {
  /** HTTP status; undefined if there was no answer. */
  readonly status: number | undefined;
  /** Status and operation without GitHub's message, such as `GitHub answered 403 when listing artifacts`. */
  readonly reason: string;
  /** Whether the token has no requests left. */
  readonly isRateLimit: boolean;

  /** `what` is the operation, or a clause such as `the comments could not be listed`. */
  constructor(what: string | Operation, cause: unknown) {
    const failure = readFailure(cause);
    const { status, limit, message } = failure;
    const named = typeof what === 'string' ? what : reasonOf(failure, what);
    const shown = typeof what === 'string' && status !== undefined ? `${status} ` : '';
    const remedy = remedyOf(failure, typeof what === 'string' ? undefined : what.permission);
    super(`${named}: ${shown}${message}`, { cause, ...(remedy === undefined ? {} : { remedy }) });
    this.status = status;
    this.reason = named;
    this.isRateLimit = limit !== undefined;
  }
}

/**
 * Opens the API. Every request has a time limit. Reads are retried after a server error, and short rate limits are
 * waited out. Octokit is loaded lazily, here.
 */
export async function openApi({ owner, name }: GitHubContext, token: string): Promise<GitHubApi> {
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  let waited = 0;
  const wait = (retryAfter: number, _options: object, _octokit: unknown, retryCount: number) => {
    if (retryAfter > longestWaitSeconds || retryCount >= rateLimitRetries) return false;
    waited += retryAfter;
    return waited <= longestWaitsSeconds;
  };
  const count = new RequestCount();
  const octokit = getOctokit(
    token,
    {
      baseUrl: process.env.GITHUB_API_URL ?? 'https://api.github.com',
      throttle: { onRateLimit: wait, onSecondaryRateLimit: wait },
      // A write may have taken effect although its answer was lost, so callers read before they write again. Rate
      // limits are left to the throttling plugin, which waits as long as GitHub says.
      retry: { retries: readRetries, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    },
    // Registered first, so that it is the innermost hook and every attempt has its own time limit.
    boundedInTime,
    counted(count),
    conditional,
    retry,
    throttling,
  );
  octokit.hook.before('request', (options) => {
    // Leave reads to the retry plugin: a number here would retry them after every error, such as a 403.
    if (options.method !== 'GET') options.request = { ...options.request, retries: 0 };
  });
  let login: Promise<string> | undefined;
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    login: () => {
      login ??= askLogin(octokit);
      return login;
    },
    at: { owner, repo: name },
    usage: () => count.usage,
  };
}

/**
 * Returns the data of a response.
 * @throws GitHubError that names the attempted operation, for every failure.
 */
export async function ask<T>(what: string | Operation, request: Promise<{ data: T }>): Promise<T> {
  try {
    return (await request).data;
  } catch (cause) {
    throw new GitHubError(what, cause);
  }
}

/** Like `ask`, but returns undefined for a 404. */
export async function askMaybe<T>(what: string | Operation, request: Promise<{ data: T }>): Promise<T | undefined> {
  try {
    return await ask(what, request);
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined;
    throw error;
  }
}

/** Asks GraphQL: REST returns the login of users only, and a job's token belongs to an app. */
async function askLogin(octokit: Pick<Octokit, 'graphql'>): Promise<string> {
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    return viewer.login;
  } catch {
    return jobsLogin;
  }
}

function boundedInTime(octokit: Pick<Octokit, 'hook'>): void {
  octokit.hook.wrap('request', (request, options) => {
    // Inner hooks see this same `options` object. `options.request` is shared by all requests, so it is copied.
    options.request = { ...options.request, signal: AbortSignal.timeout(requestLimitMs) };
    return request(options);
  });
}

/** Counts every attempt of every request. Sends none while the rate limit stays exhausted beyond the longest wait. */
function counted(count: RequestCount): (octokit: Pick<Octokit, 'hook'>) => void {
  let exhausted: { readonly error: unknown; readonly until: number } | undefined;
  return (octokit) =>
    octokit.hook.wrap('request', async (request, options) => {
      if (exhausted !== undefined && exhausted.until > Date.now() + longestWaitSeconds * 1000) throw exhausted.error;
      count.sent();
      try {
        const answer = await request(options);
        count.answered(answer.status, answer.headers);
        return answer;
      } catch (error) {
        const { status, headers, limit } = readFailure(error);
        if (status !== undefined) count.answered(status, headers);
        if (limit?.resetsAt !== undefined) exhausted = { error, until: limit.resetsAt.getTime() };
        throw error;
      }
    });
}
