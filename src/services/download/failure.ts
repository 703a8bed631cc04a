import { EnvironmentError, messageOf } from '../../errors.js';
import { describeProxy, type HttpProxy } from './proxy.js';

/** Reason why one attempt of a download failed. */
export interface Refusal {
  readonly reason: string;
  /** Remedy for the user; undefined if only another source helps. */
  readonly remedy: string | undefined;
  /** Whether another attempt may succeed. */
  readonly transient: boolean;
  /** HTTP status of the answer; undefined without an answer. */
  readonly status?: number;
  /** Pause that the server asks for, in ms. */
  readonly pauseMs?: number | undefined;
}

/** One request of a download: redirects lead from one to the next. */
export interface Hop {
  readonly url: URL;
  readonly proxy: HttpProxy | undefined;
}

const longestPauseMs = 20_000;
/** Maximum number of causes to follow, because they may form a cycle. */
const mostCauses = 8;
const certificateCodes =
  /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)|CERT_|ERR_TLS_)/;

/** A download that failed, with the HTTP status of its last attempt if there was an answer. */
export class DownloadError extends EnvironmentError {
  readonly status: number | undefined;

  constructor(url: string, refusal: Refusal, alternatives: string) {
    const remedy = [refusal.remedy, alternatives].filter(Boolean).join(' ');
    super(`cannot download ${url}: ${refusal.reason}`, { remedy });
    this.status = refusal.status;
  }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The refusal for an answer that is not a success. */
export function refusalOfAnswer(hop: Hop, status: number, headers: Headers): Refusal {
  const reason = `${hop.url.host} answered ${status}`;
  const limit = exhaustedLimit(headers);
  if (limit !== undefined && (status === 403 || status === 429)) {
    return {
      reason: `${reason}: the limit of ${limit.requests} requests an hour for this address is used up${limit.until}${through(hop)}`,
      remedy: 'memory-bench sends no token to github.com. Try again later, or keep the cache folder between runs.',
      transient: false,
      status,
    };
  }
  const seconds = Number(single(headers['retry-after']) ?? Number.NaN);
  const pauseMs = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1_000, longestPauseMs) : undefined;
  return {
    reason: `${reason}${through(hop)}`,
    remedy: undefined,
    // GitHub answers too many requests with 403 or 429, and sends the time to wait if it is short.
    transient: status >= 500 || status === 429 || (status === 403 && pauseMs !== undefined),
    status,
    pauseMs,
  };
}

/** The refusal for an attempt without an answer. */
export function refusalOfError(hop: Hop, thrown: unknown): Refusal {
  const reason = messageOf(thrown);
  const certificate = codesOf(thrown).some((code) => certificateCodes.test(code));
  const refusedByProxy = /Proxy response \((4\d\d)\)|Proxy Authentication Required \((407)\)/.exec(reason);
  return {
    reason: `${hop.url.host} could not be reached${through(hop)}: ${reason}`,
    remedy: remedyOf(hop, certificate, refusedByProxy?.[1] ?? refusedByProxy?.[2]),
    transient: !certificate && refusedByProxy === null,
  };
}

/** A refusal that another attempt cannot change. */
export function finalRefusal(hop: Hop, reason: string): Refusal {
  return { reason: `${hop.url.host} ${reason}${through(hop)}`, remedy: undefined, transient: false };
}

function remedyOf({ url, proxy }: Hop, certificate: boolean, proxyStatus: string | undefined): string {
  if (certificate) {
    return 'Where a proxy inspects TLS, name its certificate (a PEM file) in NODE_EXTRA_CA_CERTS.';
  }
  if (proxy === undefined) return `Check the network; behind a proxy, set ${url.protocol.slice(0, -1)}_proxy.`;
  if (proxyStatus === '407') {
    return `Write the credentials of the proxy into ${proxy.variable}: http://user:password@host:port.`;
  }
  return `Check that the proxy in ${proxy.variable} lets ${url.host} through, or exempt the host with no_proxy.`;
}

function through({ proxy }: Hop): string {
  return proxy === undefined ? '' : `, through the proxy ${describeProxy(proxy)}`;
}

/** GitHub's hourly limit, if the headers say that it is used up. */
function exhaustedLimit(headers: Headers): { readonly requests: string; readonly until: string } | undefined {
  if (single(headers['x-ratelimit-remaining']) !== '0') return undefined;
  const limit = Number(single(headers['x-ratelimit-limit']));
  const reset = new Date(Number(single(headers['x-ratelimit-reset']) ?? Number.NaN) * 1_000);
  const until = Number.isNaN(reset.getTime()) ? '' : ` until ${reset.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return { requests: Number.isInteger(limit) && limit > 0 ? String(limit) : '60', until };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/** Codes of the error and its causes, such as `ECONNREFUSED`. */
function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  let current: unknown = thrown;
  for (let depth = 0; depth < mostCauses && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    current = current.cause;
  }
  return codes;
}
