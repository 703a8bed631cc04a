import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentError, InterruptedError } from '../../../src/errors.js';
import { type DownloadRequest, request, requestJson } from '../../../src/services/download/request.js';
import { ForwardProxy, type ForwardProxyOptions } from '../../stand-in/forward-proxy.js';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanups.splice(0)) cleanUp();
});

/** A server of this machine; its port. */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function proxyTo(options: ForwardProxyOptions): Promise<ForwardProxy> {
  const proxy = await ForwardProxy.start(options);
  cleanups.push(() => proxy.close());
  return proxy;
}

function asked(url: string, more: Partial<DownloadRequest> = {}): DownloadRequest {
  const { signal } = new AbortController();
  return { url, limitMs: 20_000, largestBytes: 1_000, alternatives: 'Or use another.', variables: {}, signal, ...more };
}

async function refusal(of: DownloadRequest): Promise<EnvironmentError> {
  const failure = await requestJson(of).catch((thrown: unknown) => thrown);
  if (failure instanceof EnvironmentError) return failure;
  throw new Error(`no EnvironmentError but ${String(failure)}`);
}

const answers =
  (body: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

describe('a download', () => {
  it('goes through the proxy, once', async () => {
    const port = await serve(answers('{"a":1}'));
    const proxy = await proxyTo({ hosts: { 'api.github.test': port } });
    const found = await requestJson(asked('http://api.github.test/x', { variables: { http_proxy: proxy.url } }));
    expect(found).toEqual({ a: 1 });
    expect(proxy.requests).toEqual(['GET http://api.github.test/x']);
  });

  it('of https goes through a tunnel', async () => {
    const proxy = await proxyTo({ others: 'refuse' });
    await refusal(asked('https://api.github.test/x', { variables: { https_proxy: proxy.url } }));
    expect(proxy.requests).toEqual(['CONNECT api.github.test:443']);
  });

  it('from this machine uses no proxy', async () => {
    const port = await serve(answers('{}'));
    const proxy = await proxyTo({});
    await requestJson(
      asked(`http://127.0.0.1:${port}`, { variables: { http_proxy: proxy.url, ALL_PROXY: proxy.url } }),
    );
    expect(proxy.requests).toEqual([]);
  });

  it('asks again for each host of a redirect whether it has a proxy', async () => {
    const near = await serve(answers('{"near":true}'));
    const far = await serve(answers('', 302, { location: `http://127.0.0.1:${near}/asset` }));
    const proxy = await proxyTo({ hosts: { 'github.test': far } });
    const found = await requestJson(asked('http://github.test/asset', { variables: { http_proxy: proxy.url } }));
    expect(found).toEqual({ near: true });
    expect(proxy.requests).toEqual(['GET http://github.test/asset']);
  });

  it('gives its credentials to the proxy and to no server', async () => {
    const seen: (string | undefined)[] = [];
    const port = await serve((message, response) => {
      seen.push(message.headers['proxy-authorization'], message.headers.authorization);
      response.end('{}');
    });
    const proxy = await proxyTo({ hosts: { 'github.test': port }, credentials: 'me:p@ss' });
    const variables = { http_proxy: `http://me:p%40ss@${proxy.host}` };
    await requestJson(asked('http://github.test/', { variables }));
    expect(seen).toEqual([undefined, undefined]);
  });

  it('makes another attempt where the server fails', async () => {
    let times = 0;
    const port = await serve((_, response) => {
      times += 1;
      response.writeHead(times === 1 ? 503 : 200, { 'retry-after': '0' }).end('{}');
    });
    expect(await requestJson(asked(`http://127.0.0.1:${port}`))).toEqual({});
    expect(times).toBe(2);
  });

  it('begins again where the connection breaks in the middle', async () => {
    let times = 0;
    const port = await serve((_, response) => {
      times += 1;
      response.writeHead(200, { 'content-length': '4' });
      if (times === 1) response.write('[1', () => response.destroy());
      else response.end('[12]');
    });
    expect(await requestJson(asked(`http://127.0.0.1:${port}`))).toEqual([12]);
  });

  it.each<[string, Record<string, string>]>([
    ['that its header announces', { 'content-length': '2000' }],
    ['that comes without a length', {}],
  ])('is not read beyond its limit: a size %s', async (_, headers) => {
    const port = await serve(answers(' '.repeat(2_000), 200, headers));
    const { message } = await refusal(asked(`http://127.0.0.1:${port}`));
    expect(message).toContain(`127.0.0.1:${port} sends more than 1000 bytes`);
  });

  it('passes on what its reader throws', async () => {
    const port = await serve(answers('{}'));
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
    const attempt = request(asked(`http://127.0.0.1:${port}`), () => Promise.reject(full));
    await expect(attempt).rejects.toBe(full);
  });

  it('ends with its signal', async () => {
    const abort = new AbortController();
    const port = await serve(() => abort.abort());
    const attempt = requestJson(asked(`http://127.0.0.1:${port}`, { signal: abort.signal }));
    await expect(attempt).rejects.toThrow(InterruptedError);
  });
});

describe('a download that fails', () => {
  it('names the host, the status, the proxy without its credentials, and other ways', async () => {
    const port = await serve(answers('no', 404));
    const proxy = await proxyTo({ hosts: { 'github.test': port }, credentials: 'me:secret' });
    const variables = { http_proxy: `http://me:secret@${proxy.host}` };
    const { message, remedy } = await refusal(asked('http://github.test/x', { variables }));
    expect(message).toBe(
      `cannot download http://github.test/x: github.test answered 404, through the proxy http://${proxy.host} (http_proxy)`,
    );
    expect(remedy).toBe('Or use another.');
  });

  it.each([
    ['GET http://github.test/x', 'http://github.test/x', 'http_proxy'],
    ['CONNECT github.test:443', 'https://github.test/x', 'https_proxy'],
  ])(
    'because the proxy wants credentials is not tried again, and says where to write them: %s',
    async (line, url, variable) => {
      const proxy = await proxyTo({ credentials: 'me:secret' });
      const { message, remedy } = await refusal(
        asked(url, { variables: { [variable]: `http://me:wrong@${proxy.host}` } }),
      );
      expect(message).toMatch(/github\.test could not be reached, through the proxy .*407/);
      expect(remedy).toContain(`credentials of the proxy into ${variable}`);
      expect(`${message}${remedy}`).not.toMatch(/wrong/);
      expect(proxy.requests).toEqual([line]);
    },
  );

  it('because the proxy does not answer has the reason of the network', async () => {
    const variables = { https_proxy: 'http://127.0.0.1:9' };
    const { message, remedy } = await refusal(asked('https://github.test/x', { variables }));
    expect(message).toMatch(
      /github\.test could not be reached, through the proxy http:\/\/127\.0\.0\.1:9 .*ECONNREFUSED/,
    );
    expect(remedy).toMatch(/^Check that the proxy in https_proxy lets github\.test through/);
  });

  it('because the hourly limit is used up says until when, and is not tried again', async () => {
    let times = 0;
    const headers = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795849200' };
    const port = await serve((_, response) => {
      times += 1;
      response.writeHead(403, headers).end('{}');
    });
    const { message, remedy } = await refusal(asked(`http://127.0.0.1:${port}`));
    expect(message).toContain(
      'answered 403: the limit of 60 requests an hour for this address is used up until 2026-11-28 07:00 UTC',
    );
    expect(remedy).toMatch(/no token.*Or use another\./);
    expect(times).toBe(1);
  });

  it('because the answer is a page of the proxy says that it is not JSON', async () => {
    const port = await serve(answers('<html>Please log in</html>'));
    expect((await refusal(asked(`http://127.0.0.1:${port}`))).message).toMatch(/the answer is not JSON/);
  });

  it('in a redirect without end is given up', async () => {
    const port = await serve(answers('', 302, { location: '/again' }));
    expect((await refusal(asked(`http://127.0.0.1:${port}`))).message).toContain('redirects more than 5 times');
  });

  it('at the host of a redirect names that host, and not the signature in its address', async () => {
    const far = await serve(answers('', 403));
    const near = await serve(answers('', 302, { location: `http://127.0.0.1:${far}/asset?sig=secret` }));
    const { message } = await refusal(asked(`http://127.0.0.1:${near}/x`));
    expect(message).toBe(`cannot download http://127.0.0.1:${near}/x: 127.0.0.1:${far} answered 403`);
  });
});
