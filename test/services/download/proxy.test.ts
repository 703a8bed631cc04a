import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/errors.js';
import {
  describeProxy,
  proxyAuthorization,
  proxyFor as proxyOf,
  type Variables,
} from '../../../src/services/download/proxy.js';

const http = { http_proxy: 'http://plain:1' };
const https = { https_proxy: 'http://secure:2' };

function proxyFor(url: string, variables: Variables): string | undefined {
  return proxyOf(new URL(url), variables)?.url.host;
}

describe('the proxy of a request', () => {
  it.each<[string, string, Variables, string | undefined]>([
    ['https_proxy for https', 'https://api.github.com', { ...http, ...https }, 'secure:2'],
    ['http_proxy for http', 'http://api.github.com', { ...http, ...https }, 'plain:1'],
    ['HTTPS_PROXY in upper case', 'https://api.github.com', { HTTPS_PROXY: 'http://upper:3' }, 'upper:3'],
    ['HTTP_PROXY in upper case', 'http://api.github.com', { HTTP_PROXY: 'http://upper:3' }, 'upper:3'],
    ['lower case before upper case', 'https://a.test', { HTTPS_PROXY: 'http://upper:3', ...https }, 'secure:2'],
    ['upper case where lower case is empty', 'https://a.test', { https_proxy: ' ', HTTPS_PROXY: 'upper:3' }, 'upper:3'],
    ['all_proxy where there is no other', 'https://a.test', { all_proxy: 'http://all:4' }, 'all:4'],
    ['ALL_PROXY in upper case', 'http://a.test', { ALL_PROXY: 'http://all:4' }, 'all:4'],
    ['https_proxy before all_proxy', 'https://a.test', { ALL_PROXY: 'http://all:4', ...https }, 'secure:2'],
    ['a value without a scheme', 'https://a.test', { https_proxy: 'proxy.test:3128' }, 'proxy.test:3128'],
    ['a proxy that itself speaks TLS', 'https://a.test', { https_proxy: 'https://proxy.test:3129' }, 'proxy.test:3129'],
    ['none for https where only http_proxy is set', 'https://a.test', http, undefined],
    ['none without a variable', 'https://a.test', {}, undefined],
  ])('is %s', (_, url, variables, expected) => {
    expect(proxyFor(url, variables)).toBe(expected);
  });

  it.each([
    ['the host', 'api.github.com'],
    ['a domain', 'github.com'],
    ['a domain with a dot', '.github.com'],
    ['a wildcard', '*.github.com'],
    ['capitals', 'API.GitHub.com'],
    ['the host and its port', 'api.github.com:443'],
    ['one of a list', 'example.com, api.github.com'],
    ['one of a list with spaces', 'example.com api.github.com'],
    ['everything', '*'],
  ])('is none where no_proxy names %s', (_, value) => {
    expect(proxyFor('https://api.github.com', { ...https, no_proxy: value })).toBeUndefined();
    expect(proxyFor('https://api.github.com', { ...https, NO_PROXY: value })).toBeUndefined();
  });

  it.each([
    ['another host', 'github.test'],
    ['a part of the name', 'hub.com'],
    ['another port', 'api.github.com:8080'],
    ['nothing', ', ,'],
    ['a lone dot', '.'],
  ])('stays where no_proxy names %s', (_, value) => {
    expect(proxyFor('https://api.github.com', { ...https, no_proxy: value })).toBe('secure:2');
  });

  it.each([
    ['10.1.2.3', '10.0.0.0/8', undefined],
    ['10.1.2.3', '10.1.2.3', undefined],
    ['11.1.2.3', '10.0.0.0/8', 'secure:2'],
    ['10.1.2.3', '10.0.0.0/99', 'secure:2'],
    ['[fd00::1]', 'fd00::/8', undefined],
    ['[fd00::1]', '[fd00::1]:443', undefined],
    ['[2001:db8::1]', 'fd00::/8', 'secure:2'],
  ])('for the address %s with no_proxy %s is %s', (host, value, expected) => {
    expect(proxyFor(`https://${host}`, { ...https, no_proxy: value })).toBe(expected);
  });

  it.each([
    'http://127.0.0.1:6333',
    'http://127.1.2.3',
    'http://localhost:6333',
    'http://db.localhost',
    'http://[::1]:1',
  ])('is none for %s, which is this machine', (url) => {
    expect(proxyFor(url, { ...http, ...https, ALL_PROXY: 'http://all:4' })).toBeUndefined();
  });

  it.each([
    ['socks5://user:secret@proxy.test:1080', /ALL_PROXY is a socks5:\/\/ proxy/],
    ['http://user:secret@[', /ALL_PROXY is not a URL/],
  ])('that is %s is an error without its password', (value, message) => {
    const attempt = () => proxyFor('https://a.test', { ALL_PROXY: value });
    expect(attempt).toThrow(EnvironmentError);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(/secret/);
  });
});

describe('the credentials of a proxy', () => {
  const of = (https_proxy: string) => {
    const proxy = proxyOf(new URL('https://a.test'), { https_proxy });
    if (proxy === undefined) throw new Error('there is no proxy');
    return proxy;
  };

  it.each([
    ['http://user:p%40ss@proxy.test:1', 'user:p@ss'],
    ['http://token@proxy.test:1', 'token:'],
    ['http://user:100%@proxy.test:1', 'user:100%'],
  ])('of %s are sent as Basic', (value, credentials) => {
    expect(proxyAuthorization(of(value))).toBe(`Basic ${Buffer.from(credentials).toString('base64')}`);
  });

  it('are none where the address has none', () => {
    expect(proxyAuthorization(of('http://proxy.test:1'))).toBeUndefined();
  });

  it('are no part of its description', () => {
    expect(describeProxy(of('http://user:secret@proxy.test:3128'))).toBe('http://proxy.test:3128 (https_proxy)');
  });
});
