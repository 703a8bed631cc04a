import { EnvironmentError, messageOf } from '../errors.js';
import type { GitHubContext } from './context.js';

/** How long one request may take, in ms. */
const requestLimitMs = 15_000;
/** How often a request that only reads is sent again after an error of the server. */
const readRetries = 2;
/** A rate limit that lasts longer than this is not waited for, in seconds. */
const longestWaitSeconds = 60;
const rateLimitRetries = 2;
/** Whose the token of a job is. */
const jobsLogin = 'github-actions[bot]';

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;

/** GitHub's REST API for one repository. */
export interface GitHubApi {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  /** Whose token it is, such as `github-actions[bot]`. Asked for once. */
  readonly login: () => Promise<string>;
  /** Owner and name, as every request takes them. */
  readonly at: { readonly owner: string; readonly repo: string };
}

/** What GitHub answered instead of doing it. */
export class GitHubError extends EnvironmentError {
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;

  constructor(what: string, cause: unknown) {
    const status = statusOf(cause);
    super(`${what}: ${status === undefined ? '' : `${status} `}${messageOf(cause)}`, {
      cause,
      ...(status === 403
        ? { remedy: 'Check the `permissions` of the job; docs/action.md of memory-bench-action lists what is needed.' }
        : {}),
    });
    this.status = status;
  }
}

/**
 * Opens the API. Requests are bounded in time; reads are sent again after a server's error, rate limits are waited for
 * where they are short. Octokit is loaded here and not before.
 */
export async function openApi({ owner, name }: GitHubContext, token: string): Promise<GitHubApi> {
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const wait = (retryAfter: number, _options: object, _octokit: unknown, retryCount: number) =>
    retryAfter <= longestWaitSeconds && retryCount < rateLimitRetries;
  const octokit = getOctokit(
    token,
    {
      throttle: { onRateLimit: wait, onSecondaryRateLimit: wait },
      // A write may have taken effect before its answer was lost: who writes looks before writing again. Rate limits are
      // the other plugin's, which waits as long as GitHub says.
      retry: { retries: 0, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    },
    // First, so that it is innermost and every attempt has its own limit.
    boundedInTime,
    retry,
    throttling,
  );
  octokit.hook.before('request', (options) => {
    if (options.method === 'GET') options.request = { ...options.request, retries: readRetries };
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
  };
}

/**
 * What a request comes to.
 * @throws GitHubError that says what was attempted, for every failure.
 */
export async function ask<T>(what: string, request: Promise<{ data: T }>): Promise<T> {
  try {
    return (await request).data;
  } catch (cause) {
    throw new GitHubError(what, cause);
  }
}

/** As ask, but undefined where GitHub has no such thing. */
export async function askMaybe<T>(what: string, request: Promise<{ data: T }>): Promise<T | undefined> {
  try {
    return await ask(what, request);
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined;
    throw error;
  }
}

/** REST tells a user's login only; GraphQL also that of an app, whose token a job has. */
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
    // Hooks further in see this very object; what is in it is shared by all requests.
    options.request = { ...options.request, signal: AbortSignal.timeout(requestLimitMs) };
    return request(options);
  });
}

function statusOf(cause: unknown): number | undefined {
  return typeof cause === 'object' && cause !== null && 'status' in cause && typeof cause.status === 'number'
    ? cause.status
    : undefined;
}
