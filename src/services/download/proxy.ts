import { BlockList, isIP } from 'node:net';
import { EnvironmentError } from '../../errors.js';

/** Variables of a process, by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The proxy that a request goes through, and the variable that names it. */
export interface HttpProxy {
  readonly url: URL;
  readonly variable: string;
}

/** In order of precedence, as curl and GitHub's own clients read them. */
const proxyVariables: Readonly<Record<string, readonly string[]>> = {
  'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
  'http:': ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'],
};

/**
 * The proxy for a URL; undefined if the request goes directly to the server. Requests to this machine never use a
 * proxy, whatever `no_proxy` says.
 * @throws EnvironmentError for a proxy that cannot be used.
 */
export function proxyFor(url: URL, variables: Variables): HttpProxy | undefined {
  const variable = proxyVariables[url.protocol]?.find((name) => textOf(variables, name) !== undefined);
  if (variable === undefined || isExempt(url, variables)) return undefined;
  return { url: parseProxy(textOf(variables, variable) ?? '', variable), variable };
}

/** Address and variable of a proxy, without its credentials. */
export function describeProxy({ url, variable }: HttpProxy): string {
  return `${url.protocol}//${url.host} (${variable})`;
}

/** Value of the `Proxy-Authorization` header; undefined for a proxy without credentials. */
export function proxyAuthorization({ url }: HttpProxy): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const credentials = `${decoded(url.username)}:${decoded(url.password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

function textOf(variables: Variables, name: string): string | undefined {
  return variables[name]?.trim() || undefined;
}

function parseProxy(value: string, variable: string): URL {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && url.hostname !== '' && ['http:', 'https:'].includes(url.protocol)) return url;
  // The value may contain a password, so it is not printed.
  const kind = url === undefined ? 'is not a URL' : `is a ${url.protocol}// proxy, which is not supported`;
  throw new EnvironmentError(`the proxy in ${variable} ${kind}`, {
    remedy: `Set ${variable} to an HTTP proxy, such as http://proxy.example.com:3128, or exempt the host with no_proxy.`,
  });
}

/**
 * Whether `no_proxy` exempts the host. An entry is `*`, a domain with its subdomains, an address or a CIDR range, and
 * may name a port.
 */
function isExempt({ protocol, hostname, port }: URL, variables: Variables): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isThisMachine(host)) return true;
  const entries = (textOf(variables, 'no_proxy') ?? textOf(variables, 'NO_PROXY') ?? '').toLowerCase();
  const usedPort = port || (protocol === 'https:' ? '443' : '80');
  return entries
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => exempts(entry, host, usedPort));
}

function exempts(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const [, name = '', onlyPort] = /^(\[.+\]|[^:]+)(?::(\d+))?$/.exec(entry) ?? [undefined, entry];
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const plain = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  if (plain === '') return false;
  return host === plain || host.endsWith(`.${plain}`) || isInRange(host, plain);
}

function isInRange(host: string, range: string): boolean {
  const [, address = '', bits] = /^(.+)\/(\d{1,3})$/.exec(range) ?? [];
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const name = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(address, Number(bits), name);
  return list.check(host, name);
}

function isThisMachine(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is literal.
    return text;
  }
}
