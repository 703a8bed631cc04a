import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AutomaticQdrant, QdrantSource } from '../../../src/config/config.js';
import { EnvironmentError } from '../../../src/errors.js';
import { Guardian } from '../../../src/services/guardian.js';
import { embeddedQdrant, locateEmbeddedQdrant } from '../../../src/services/qdrant/binary.js';
import { type QdrantSupply, supplyQdrant } from '../../../src/services/qdrant/source.js';
import { repositoryRoot, startOwnQdrant, temporaryFolder } from '../../processes.js';
import { installDocker } from './docker.js';
import { archiveOf, assetName, ReleaseServer } from './release-server.js';

const guardian = new Guardian();
afterAll(() => guardian.close());
const { version } = embeddedQdrant;

let releases: ReleaseServer;
beforeEach(async () => {
  releases = await ReleaseServer.start(Buffer.alloc(0));
});
afterEach(() => vi.unstubAllEnvs());

interface Given {
  readonly packagesFolder?: string;
  readonly cacheDir?: string;
}

function supply(
  source: QdrantSource,
  { packagesFolder = repositoryRoot, cacheDir }: Given = {},
): Promise<QdrantSupply> {
  const place = { packagesFolder, cacheDir: cacheDir ?? temporaryFolder(), releases: releases.api };
  const { signal } = new AbortController();
  return supplyQdrant(source, place, { guardian, qdrantEnv: {}, folder: temporaryFolder(), signal });
}

const automatic = (...order: AutomaticQdrant[]): QdrantSource => ({ kind: 'auto', version, order });

async function refusal(source: QdrantSource, given?: Given): Promise<EnvironmentError> {
  const failure = await supply(source, given).catch((thrown: unknown) => thrown);
  if (failure instanceof EnvironmentError) return failure;
  throw new Error(`no EnvironmentError but ${String(failure)}`);
}

describe('the automatic choice of a Qdrant server', () => {
  it('is the first of the order that works, and nothing else is tried', async () => {
    const { origin, notes } = await supply(automatic('embedded', 'release'));
    expect(origin).toBe('embedded');
    expect(notes).toEqual([`Qdrant ${version}: the embedded server of ${embeddedQdrant.package}`]);
    expect(releases.requests).toEqual([]);
  });

  it('is the official release where that comes first', async () => {
    releases.assets = [{ name: assetName, content: archiveOf((await locateEmbeddedQdrant(repositoryRoot)).path) }];
    const { origin, notes } = await supply(automatic('release', 'embedded'));
    expect(origin).toBe('release');
    expect(notes).toEqual([`Qdrant ${version}: the official release`]);
  });

  it('is the next one where the first cannot be had, and the notes say why', async () => {
    releases.assets = [];
    const { origin, notes } = await supply(automatic('release', 'embedded'));
    expect(origin).toBe('embedded');
    expect(notes[0]).toBe(`Qdrant: passed over release: the release v${version} of Qdrant has no ${assetName}`);
  });

  it('is a container where nothing else works', async () => {
    installDocker();
    const { origin, notes } = await supply(automatic('embedded', 'docker'), { packagesFolder: temporaryFolder() });
    expect(origin).toBe('docker');
    expect(notes[0]).toMatch(/passed over embedded: .* is not installed here/);
  });

  it('is not the embedded server where another version was asked for', async () => {
    const { message } = await refusal({ kind: 'auto', version: '1.17.0', order: ['embedded'] });
    expect(message).toContain(`embedded: the embedded server is ${version}, and 1.17.0 was asked for`);
  });

  it('is an error that names everything that was tried, where nothing works', async () => {
    releases.assets = [];
    vi.stubEnv('PATH', temporaryFolder());
    const given = { packagesFolder: temporaryFolder() };
    const { message, remedy } = await refusal(automatic('embedded', 'release', 'docker'), given);
    expect(message).toMatch(/embedded: .*is not installed here.*; release: .*has no .*; docker: .*no docker program/);
    expect(remedy).toMatch(/--omit=optional.*--qdrant-binary/);
  });
});

describe('a Qdrant server that was chosen', () => {
  it('is embedded', async () => {
    expect(await supply({ kind: 'embedded' })).toMatchObject({ origin: 'embedded', version, notes: [] });
  });

  it('is a program of the user', async () => {
    const { path } = await locateEmbeddedQdrant(repositoryRoot);
    expect(await supply({ kind: 'binary', path })).toMatchObject({ origin: 'binary', version });
  });

  it('is one that is there already', async () => {
    const { url, apiKey } = await startOwnQdrant();
    const { origin, open } = await supply({ kind: 'url', url, apiKey });
    expect(origin).toBe('url');
    expect((await open(temporaryFolder())).url).toBe(url);
  });

  it('is a container', async () => {
    installDocker();
    expect(await supply({ kind: 'docker', version })).toMatchObject({ origin: 'docker', version, notes: [] });
  });

  it('is a container that cannot be measured where its process is not seen, and the notes say so', async () => {
    installDocker();
    vi.stubEnv('SHIM_HIDES_PIDS', '1');
    const { notes } = await supply({ kind: 'docker', version });
    expect(notes).toEqual([expect.stringContaining('its memory is not measured')]);
  });

  it('opens a fresh one every time', async () => {
    const { open } = await supply({ kind: 'embedded' });
    const [first, second] = [await open(temporaryFolder()), await open(temporaryFolder())];
    expect(first.url).not.toBe(second.url);
    await first.stop();
    await second.stop();
  });

  it('is none where Qdrant was switched off', async () => {
    expect((await refusal({ kind: 'none' })).message).toBe('Qdrant was switched off (qdrant: none)');
  });
});
