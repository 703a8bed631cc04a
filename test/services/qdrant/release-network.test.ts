// The download as it is at a company: https to github.com, a proxy as the only way out, and a token that is for another
// server. In a process of its own, because Node reads NODE_EXTRA_CA_CERTS when it starts.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot, temporaryFolder } from '../../processes.js';
import { makeCertificate } from '../../stand-in/certificate.js';
import { ForwardProxy } from '../../stand-in/forward-proxy.js';
import { archiveOfScript, assetName, describeRelease } from './release-server.js';

const assetHost = 'release-assets.githubusercontent.com';
const hosts = ['api.github.com', 'github.com', assetHost];
const { certificate, key } = makeCertificate(hosts);
const archive = archiveOfScript('echo from the release');
const authority = join(temporaryFolder(), 'authority.pem');

/** Requests that reached GitHub: `<host><path>`, and what in it may be a secret. */
let seen: string[] = [];
let redirect = `https://${assetHost}/file?sig=secret`;
let github: Server;
/** The API of the workflow's own server, which is another one. */
let enterprise: ReturnType<typeof createHttpServer>;
let enterpriseRequests = 0;
let proxy: ForwardProxy;

beforeAll(async () => {
  writeFileSync(authority, certificate);
  github = createServer({ cert: certificate, key }, ({ url = '', headers }, response) => {
    const secrets = Object.keys(headers).filter((name) => /authorization|cookie|token/.test(name));
    seen.push([`${headers.host}${url}`, ...secrets].join(' '));
    if (url === '/repos/qdrant/qdrant/releases/tags/v1.16.3') {
      const download = `https://github.com/qdrant/qdrant/releases/download/v1.16.3/${assetName}`;
      response.end(JSON.stringify(describeRelease([{ name: assetName, content: archive }], () => download)));
    } else if (headers.host === 'github.com') response.writeHead(302, { location: redirect }).end();
    else response.end(archive);
  });
  enterprise = createHttpServer((_, response) => {
    enterpriseRequests += 1;
    response.writeHead(404).end('{}');
  });
  for (const server of [github, enterprise]) {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  }
  proxy = await ForwardProxy.start({ hosts: Object.fromEntries(hosts.map((host) => [host, portOf(github)])) });
});

afterAll(() => {
  proxy.close();
  github.closeAllConnections();
  for (const server of [github, enterprise]) server.close();
});

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

const script = `
  const [place, cacheDir] = process.argv.slice(1);
  const { locateReleasedQdrant } = await import(place + 'services/qdrant/release.js');
  const { qdrantReleases } = await import(place + 'config/config.js');
  const { signal } = new AbortController();
  await locateReleasedQdrant({ version: '1.16.3', releases: qdrantReleases, cacheDir, signal }).then(
    ({ path }) => console.log(path),
    (error) => { console.log(error.message + '\\n' + error.remedy); process.exitCode = 1; },
  );`;

/** Downloads in a fresh process with these variables and no others. */
async function locate(variables: Readonly<Record<string, string>>): Promise<{ said: string; code: number | null }> {
  seen = [];
  proxy.requests.length = 0;
  const lib = new URL('lib/src/', `file://${repositoryRoot}`).href;
  const given = ['--input-type=module', '--eval', script, lib, temporaryFolder()];
  const env = {
    PATH: process.env.PATH,
    GITHUB_API_URL: `http://127.0.0.1:${portOf(enterprise)}`,
    GITHUB_TOKEN: 'ghs_of_the_enterprise_server',
    'INPUT_GITHUB-TOKEN': 'ghs_of_the_enterprise_server',
    ...variables,
  };
  const child = spawn(process.execPath, given, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { said, code };
}

describe('the release of Qdrant', () => {
  it.each(['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'])(
    'comes from github.com through the proxy in %s, without a token and without the server of the workflow',
    async (variable) => {
      redirect = `https://${assetHost}/file?sig=secret`;
      const { said, code } = await locate({ NODE_EXTRA_CA_CERTS: authority, [variable]: proxy.url });
      expect({ said, code }).toMatchObject({ code: 0 });
      expect(proxy.requests).toEqual(hosts.map((host) => `CONNECT ${host}:443`));
      expect(seen).toEqual([
        'api.github.com/repos/qdrant/qdrant/releases/tags/v1.16.3',
        `github.com/qdrant/qdrant/releases/download/v1.16.3/${assetName}`,
        `${assetHost}/file?sig=secret`,
      ]);
      expect(enterpriseRequests).toBe(0);
    },
  );

  it('is not taken over a connection without encryption', async () => {
    redirect = `http://${assetHost}/file`;
    const { said, code } = await locate({ NODE_EXTRA_CA_CERTS: authority, https_proxy: proxy.url });
    expect(code).toBe(1);
    expect(said).toContain(`github.com redirects to ${assetHost} without encryption, through the proxy ${proxy.url}`);
  });

  it('behind a proxy with an unknown certificate names NODE_EXTRA_CA_CERTS, after one attempt', async () => {
    const { said, code } = await locate({ https_proxy: proxy.url });
    expect(code).toBe(1);
    expect(said).toMatch(/api\.github\.com could not be reached, through the proxy .*self-signed certificate/);
    expect(said).toContain('NODE_EXTRA_CA_CERTS');
    expect(proxy.requests).toEqual(['CONNECT api.github.com:443']);
  });
});
