import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EnvironmentError, InterruptedError } from '../../../src/errors.js';
import { Guardian } from '../../../src/services/guardian.js';
import { locateEmbeddedQdrant, type QdrantBinary } from '../../../src/services/qdrant/binary.js';
import { locateReleasedQdrant } from '../../../src/services/qdrant/release.js';
import { startQdrant } from '../../../src/services/qdrant/server.js';
import { repositoryRoot, temporaryFolder } from '../../processes.js';
import { archiveOf, archiveOfScript, assetName, ReleaseServer } from './release-server.js';

const guardian = new Guardian();
afterAll(() => guardian.close());
afterEach(() => vi.unstubAllEnvs());
const { signal } = new AbortController();
const metadata = 'GET /repos/qdrant/qdrant/releases/tags/v1.16.3';
const download = `GET /download/${assetName}`;

let server: ReleaseServer;
let cacheDir: string;
beforeEach(async () => {
  server = await ReleaseServer.start(archiveOfScript('echo from the release'));
  cacheDir = temporaryFolder();
});

function locate(version = '1.16.3'): Promise<QdrantBinary> {
  return locateReleasedQdrant({ version, releases: server.api, cacheDir, signal });
}

/** The error, and that nothing was kept. */
async function refusal(version?: string): Promise<EnvironmentError> {
  const failure = await locate(version).catch((thrown: unknown) => thrown);
  if (!(failure instanceof EnvironmentError)) throw new Error(`no EnvironmentError but ${String(failure)}`);
  expect(readdirSync(join(cacheDir, 'qdrant'))).toEqual([]);
  return failure;
}

describe('a released Qdrant', () => {
  it('starts', async () => {
    const { path } = await locateEmbeddedQdrant(repositoryRoot);
    server.assets = [{ name: assetName, content: archiveOf(path) }];
    const running = await startQdrant({ binary: await locate(), folder: temporaryFolder(), env: {}, guardian });
    expect(running.version).toBe('1.16.3');
    await running.stop();
  });

  it('is the program of the asset for this platform', async () => {
    const { path, origin } = await locate();
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('from the release\n');
    expect(origin).toBe('release');
  });

  it('lies in a folder that names its version and platform, without the archive', async () => {
    const { path } = await locate();
    const folder = join(cacheDir, 'qdrant', '1.16.3-qdrant-x86_64-unknown-linux-gnu');
    expect(path).toBe(join(folder, 'qdrant'));
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'qdrant']);
  });

  it('is asked for and downloaded without a token', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'secret');
    await locate();
    expect(server.requests).toEqual([metadata, download]);
  });

  it('is taken from the cache the second time, without a request', async () => {
    const first = await locate();
    server.close();
    expect(await locate()).toEqual(first);
    expect(server.requests).toHaveLength(2);
  });

  it('is downloaded again where the one in the cache was altered', async () => {
    const { path } = await locate();
    writeFileSync(path, '#!/bin/sh\necho altered\n');
    await locate();
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('from the release\n');
  });

  it('that is not what its digest says is neither kept nor started', async () => {
    const started = join(temporaryFolder(), 'started');
    const digest = `sha256:${'0'.repeat(64)}`;
    server.assets = [{ name: assetName, content: archiveOfScript(`touch ${started}`), digest }];
    expect((await refusal()).message).toMatch(
      /is not the one of the release \(sha256:[0-9a-f]{64}, expected sha256:0+\)/,
    );
    expect(existsSync(started)).toBe(false);
  });

  it('without a digest is not downloaded', async () => {
    server.assets = server.assets.map((asset) => ({ ...asset, digest: null }));
    expect((await refusal()).message).toContain(`no digest for ${assetName}`);
    expect(server.requests).toEqual([metadata]);
  });

  it('that has nothing for this platform is an error that names what is missing', async () => {
    server.assets = server.assets.map((asset) => ({ ...asset, name: 'qdrant-other.tar.gz' }));
    expect((await refusal()).message).toBe(`the release v1.16.3 of Qdrant has no ${assetName}`);
  });

  it('of a version that there is not is an error that names the option', async () => {
    const { message, remedy } = await refusal('9.9.9');
    expect(message).toMatch(/cannot download http:.*\/tags\/v9\.9\.9: 127\.0\.0\.1:\d+ answered 404/);
    expect(remedy).toBe('Check qdrant-version: Qdrant may have no release v9.9.9.');
    expect(server.requests).toHaveLength(1);
  });

  it('that is no archive is an error', async () => {
    server.assets = [{ name: assetName, content: Buffer.from('no archive') }];
    expect((await refusal()).message).toContain(`${assetName} cannot be unpacked`);
  });

  it.each([
    ['GitHub asks to come back later', { status: 429, headers: { 'retry-after': '0' } }],
    ['GitHub says that we ask too often', { status: 403, headers: { 'retry-after': '0' } }],
    ['GitHub is out of order', { status: 503 }],
  ])('is had after all where %s', async (_, answer) => {
    server.refusals = [answer];
    await locate();
    expect(server.requests).toEqual([metadata, metadata, download]);
  });

  it('is given up after three attempts', async () => {
    const busy = { status: 429, headers: { 'retry-after': '0' } };
    server.refusals = [busy, busy, busy, busy];
    const { message, remedy } = await refusal();
    expect(message).toContain('answered 429');
    expect(remedy).toMatch(/`qdrant: embedded`.*`qdrant-url`/);
    expect(server.requests).toEqual([metadata, metadata, metadata]);
  });

  it('that no server offers is an error with the reason of the network', async () => {
    server.close();
    expect((await refusal()).message).toMatch(/could not be reached: .*ECONNREFUSED/);
  });

  it('is not waited for after an interruption', async () => {
    server.refusals = [{ status: 429, headers: { 'retry-after': '3600' } }];
    const abort = new AbortController();
    const attempt = locateReleasedQdrant({
      version: '1.16.3',
      releases: server.api,
      cacheDir,
      signal: abort.signal,
    });
    setTimeout(() => abort.abort(), 100);
    await expect(attempt).rejects.toThrow(InterruptedError);
  });
});
