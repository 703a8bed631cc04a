import type { Json } from '../openapi/schema.ts';
import type { Repository, Token } from '../state.ts';
import type { World } from '../world.ts';
import type { Views } from './views.ts';

/** A request that is in order, as a handler sees it. */
export interface Call {
  readonly operation: string;
  readonly world: World;
  readonly views: Views;
  /** The repository of the path; operations without one never look. */
  readonly repository: Repository;
  readonly path: Json;
  readonly query: Json;
  readonly body: Json;
  readonly accept: string;
  readonly token: Token | undefined;
  readonly url: URL;
  /** Gives up on a request the stand-in cannot answer truthfully; the test fails. */
  notSupported(what: string): void;
}

/** What a handler answers. A buffer is sent as it is. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one operation. */
export type Handler = (call: Call) => Reply | Promise<Reply>;

/** An answer that is an error, thrown from wherever it is noticed. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly Json[] | undefined;

  constructor(
    status: number,
    message: string,
    options: { headers?: Record<string, string>; errors?: readonly Json[] } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = options.headers ?? {};
    this.errors = options.errors;
  }

  /** The body GitHub sends with it. */
  get body(): Json {
    return {
      message: this.message,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

/** The answer to what is not there. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** A field that must be a string. */
export function text(fields: Json, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Refusal(422, `Invalid request.\n\n${name} is not a string.`);
  return value;
}

/** A field that is a string, or absent. */
export function maybeText(fields: Json, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** A field that must be a number. */
export function number(fields: Json, name: string): number {
  const value = Number(fields[name]);
  if (!Number.isSafeInteger(value)) throw notFound();
  return value;
}

/** A field that is a list of strings, or absent. */
export function texts(fields: Json, name: string): string[] | undefined {
  const value = fields[name];
  return Array.isArray(value) ? value.map(String) : undefined;
}

/** The page that was asked for, and the `Link` header that leads to the others. */
export function paged<T>(call: Call, items: readonly T[]): { items: T[]; headers: Record<string, string> } {
  const size = Math.min(Math.max(Number(call.query.per_page ?? 30), 1), 100);
  const page = Math.max(Number(call.query.page ?? 1), 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const to = (target: number, rel: string) => {
    const url = new URL(call.url);
    url.searchParams.set('page', String(target));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [to(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ];
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
