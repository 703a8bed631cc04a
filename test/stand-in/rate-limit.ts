import { Refusal } from './rest/call.ts';

/** What a repository's `GITHUB_TOKEN` may request in an hour. */
const LIMIT = 1000;

/** The requests of an hour, as GitHub counts them. */
export class RateLimit {
  #used = 0;
  #resetsAt = new Date(Date.now() + 3_600_000);

  /** Lets so many requests be left, until a moment. */
  leave(left: number, resetsAt = this.#resetsAt): void {
    this.#used = LIMIT - left;
    this.#resetsAt = resetsAt;
  }

  /** Counts a request. */
  count(): void {
    this.#used += 1;
  }

  /** The answer where none are left. */
  refusal(): Refusal | undefined {
    return this.#used < LIMIT ? undefined : new Refusal(403, 'API rate limit exceeded for installation ID 1.');
  }

  /** What every answer says of the limit. */
  get headers(): Record<string, string> {
    return {
      'x-ratelimit-limit': String(LIMIT),
      'x-ratelimit-remaining': String(Math.max(0, LIMIT - this.#used)),
      'x-ratelimit-used': String(this.#used),
      'x-ratelimit-reset': String(Math.floor(this.#resetsAt.getTime() / 1000)),
      'x-ratelimit-resource': 'core',
    };
  }
}
