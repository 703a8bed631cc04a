import { z } from 'zod';
import { messageOf } from '../errors.js';

/** A request to GitHub, as messages name it. */
export interface Operation {
  /** Completes "GitHub answered 403 when", such as `listing artifacts`. */
  readonly doing: string;
  /** Permission of the job's token that it needs, such as `actions: read`. */
  readonly permission: string;
}

/** A failed request, read from an Octokit error. */
export interface Failure {
  /** HTTP status; undefined if GitHub did not answer. */
  readonly status: number | undefined;
  /** Set if the token has no requests left, or has to pause. */
  readonly limit: { readonly perHour: number | undefined; readonly resetsAt: Date | undefined } | undefined;
  /** The message from GitHub or from the network. */
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

const requestErrorSchema = z.object({
  status: z.number(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});

/** The status that Octokit gives to unanswered requests. */
const octokitsUnanswered = 500;

/** Reads an error thrown by Octokit. */
export function readFailure(cause: unknown): Failure {
  const parsed = requestErrorSchema.safeParse(cause);
  const message = messageOf(cause);
  if (!parsed.success) return { status: undefined, limit: undefined, message, headers: {} };
  const { status, response } = parsed.data;
  const headers = response?.headers ?? {};
  const answered = response !== undefined || status !== octokitsUnanswered;
  return { status: answered ? status : undefined, limit: limitOf(status, headers, message), message, headers };
}

function limitOf(status: number, headers: Readonly<Record<string, unknown>>, message: string): Failure['limit'] {
  if (status !== 403 && status !== 429) return undefined;
  if (String(headers['x-ratelimit-remaining']) === '0') {
    return { perHour: numberOf(headers['x-ratelimit-limit']), resetsAt: momentOf(headers['x-ratelimit-reset']) };
  }
  const isSecondary = status === 429 || /secondary rate|abuse/i.test(message);
  return isSecondary ? { perHour: undefined, resetsAt: undefined } : undefined;
}

/** `GitHub answered 403 when listing artifacts`. */
export function reasonOf({ status }: Failure, { doing }: Operation): string {
  return status === undefined ? `GitHub did not answer when ${doing}` : `GitHub answered ${status} when ${doing}`;
}

/** How to fix a failed request, in sentences; undefined if the status does not show it. */
export function remedyOf({ status, limit }: Failure, permission: string | undefined): string | undefined {
  if (limit !== undefined) return limitWords(limit);
  if (status === undefined || status >= 500)
    return 'Rerun the job later; https://www.githubstatus.com shows incidents.';
  if (status === 401) return 'GitHub does not accept the token: check the input `github-token`.';
  if (permission === undefined) {
    return status === 403
      ? 'Check the `permissions` of the job; docs/action.md of memory-bench-action lists what is needed.'
      : undefined;
  }
  return status === 403 || status === 404 ? `Give the job the permission \`${permission}\`.` : undefined;
}

function limitWords({ perHour, resetsAt }: NonNullable<Failure['limit']>): string {
  if (resetsAt === undefined) return 'GitHub asks for fewer requests at once. Rerun the job later.';
  const limit = perHour === undefined ? 'The rate limit' : `The rate limit of ${countWords(perHour)} requests an hour`;
  return `${limit} is exhausted until ${timeOf(resetsAt)}. Rerun the job later.`;
}

/** `12:40 UTC`. */
export function timeOf(moment: Date): string {
  return `${moment.toISOString().slice(11, 16)} UTC`;
}

/** `1,000`. */
export function countWords(count: number): string {
  return count.toLocaleString('en-US');
}

/** The number in a header; undefined if there is none. */
export function numberOf(header: unknown): number | undefined {
  const number = typeof header === 'string' || typeof header === 'number' ? Number(header) : Number.NaN;
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The moment in a header that counts seconds since 1970; undefined if there is none. */
export function momentOf(header: unknown): Date | undefined {
  const seconds = numberOf(header);
  // 8.64e12 is the last second that a Date can hold.
  return seconds === undefined || seconds > 8.64e12 ? undefined : new Date(seconds * 1000);
}
