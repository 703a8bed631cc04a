/** What goes wrong instead of an answer. */
export type Fault =
  | {
      readonly kind?: never;
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** Seconds, sent as `Retry-After`. */
      readonly retryAfter?: number;
      /** The request takes effect, only its answer is lost. */
      readonly afterwards?: boolean;
      readonly times?: number;
    }
  | { readonly kind: 'hang' | 'disconnect'; readonly afterwards?: boolean; readonly times?: number };

const MESSAGES: Record<number, string> = {
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  429: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  500: 'Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** Faults waiting for their operation. */
export class Faults {
  readonly #waiting = new Map<string, { fault: Fault; left: number }[]>();

  /** Lets the next requests for an operation fail: once, unless `times` says how often. */
  add(operation: string, fault: Fault): void {
    const queue = this.#waiting.get(operation) ?? [];
    queue.push({ fault, left: fault.times ?? 1 });
    this.#waiting.set(operation, queue);
  }

  /** The fault of this request, if it has one. */
  take(operation: string): Fault | undefined {
    const queue = this.#waiting.get(operation) ?? [];
    const next = queue[0];
    if (next === undefined) return undefined;
    next.left -= 1;
    if (next.left <= 0) queue.shift();
    return next.fault;
  }
}

/** The message GitHub sends with a status. */
export function messageOf(status: number): string {
  return MESSAGES[status] ?? 'Error';
}
