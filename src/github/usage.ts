import { countWords, momentOf, numberOf, timeOf } from './failure.js';

/** The requests of a job to GitHub's API, and how many the repository has left. */
export interface Usage {
  /** Requests sent, including retries and pages. */
  readonly requests: number;
  /** Requests answered with 304, which GitHub does not count against the limit. */
  readonly notModified: number;
  /** Requests left this hour; undefined before the first answer. */
  readonly left: number | undefined;
  /** Requests an hour. */
  readonly limit: number | undefined;
  readonly resetsAt: Date | undefined;
}

/** Share of the limit below which few requests are left. */
const fewShare = 0.1;

/** Counts requests and reads the limit from the headers of their answers. */
export class RequestCount {
  #usage: Usage = { requests: 0, notModified: 0, left: undefined, limit: undefined, resetsAt: undefined };

  get usage(): Usage {
    return this.#usage;
  }

  /** Counts a request that is sent. */
  sent(): void {
    this.#usage = { ...this.#usage, requests: this.#usage.requests + 1 };
  }

  /** Counts an answer and reads the limit from its headers. */
  answered(status: number, headers: Readonly<Record<string, unknown>>): void {
    const notModified = this.#usage.notModified + (status === 304 ? 1 : 0);
    this.#usage = { ...this.#usage, notModified };
    // GraphQL has a separate limit, and blob storage sends none.
    const resource = headers['x-ratelimit-resource'] ?? 'core';
    const left = numberOf(headers['x-ratelimit-remaining']);
    if (left === undefined || resource !== 'core') return;
    const limit = numberOf(headers['x-ratelimit-limit']);
    this.#usage = { ...this.#usage, left, limit, resetsAt: momentOf(headers['x-ratelimit-reset']) };
  }
}

/** `GitHub: 17 requests, 3 of them not modified, 941 left this hour`. */
export function usageWords({ requests, notModified, left }: Usage): string {
  return [
    `GitHub: ${countWords(requests)} ${requests === 1 ? 'request' : 'requests'}`,
    ...(notModified === 0 ? [] : [`${countWords(notModified)} of them not modified`]),
    ...(left === undefined ? [] : [`${countWords(left)} left this hour`]),
  ].join(', ');
}

/** Whether so few requests are left that other jobs of the repository may get none. */
export function fewLeft({ left, limit }: Usage): boolean {
  return left !== undefined && limit !== undefined && left < limit * fewShare;
}

/** A warning that few requests are left. */
export function fewLeftWords({ left = 0, limit = 0, resetsAt }: Usage): string {
  const until = resetsAt === undefined ? '' : ` until ${timeOf(resetsAt)}`;
  return (
    `GitHub: only ${countWords(left)} of ${countWords(limit)} requests are left${until}. ` +
    'All jobs of the repository share them; run fewer jobs at once, or give this one another `github-token`.'
  );
}
