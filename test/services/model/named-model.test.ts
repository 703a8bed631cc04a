import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddingModel, FlagEmbedding } from 'fastembed';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { EnvironmentError, UsageError } from '../../../src/errors.js';
import { ensureNamedModel, FASTEMBED_MODELS } from '../../../src/services/model/named-model.js';
import { cachedModels, embedOne, fastembedUrl, loadModel, temporaryFolder } from './model-fixtures.js';
import { writeTinyModel } from './tiny-model.js';

const run = promisify(execFile);
const name = 'fast-bge-small-en-v1.5';

function environment(variables: Record<string, string>): void {
  for (const [variable, value] of Object.entries(variables)) vi.stubEnv(variable, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** Serves `archive` as the bucket would, to the download processes of this test; returns the paths they ask for. */
async function bucket(status: number, archive: Uint8Array): Promise<string[]> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status, { 'content-length': archive.length }).end(archive);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const preload = new URL('redirect-bucket.mjs', import.meta.url).href;
  environment({ NODE_OPTIONS: `--import=${preload}`, TEST_BUCKET_URL: `http://127.0.0.1:${address.port}` });
  return asked;
}

/** The archive of a model in the form of the bucket's: one folder with the model's name. */
async function archiveOf(fileName: string): Promise<Uint8Array> {
  const parent = await temporaryFolder();
  await mkdir(join(parent, name));
  await writeTinyModel(join(parent, name), fileName);
  await run('tar', ['-czf', 'model.tar.gz', name], { cwd: parent });
  return readFile(join(parent, 'model.tar.gz'));
}

describe('ensureNamedModel', () => {
  test.each([name, 'BGESmallENV15'])('downloads %s into a folder that fastembed takes', async (given) => {
    await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    const handle = await ensureNamedModel({ name: given, cacheDir, fastembedUrl });
    expect(handle).toMatchObject({ kind: 'named', name, maxLength: 32, cacheDir: join(cacheDir, 'models') });
    expect(handle.id).toMatch(/^fast-bge-small-en-v1\.5@[0-9a-f]{12}$/);
    expect(await cachedModels(cacheDir)).toEqual([name]);
    expect(await embedOne(await loadModel(handle), 'It can be loaded.')).toHaveLength(12);
  });

  test('does not download a model twice', async () => {
    const asked = await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    const first = await ensureNamedModel({ name, cacheDir, fastembedUrl });
    expect(await ensureNamedModel({ name, cacheDir, fastembedUrl })).toEqual(first);
    expect(asked).toEqual([`/qdrant-fastembed/${name}.tar.gz`]);
  });

  test('downloads a model again when a file of it is gone', async () => {
    const asked = await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    await ensureNamedModel({ name, cacheDir, fastembedUrl });
    await rm(join(cacheDir, 'models', name, 'tokenizer.json'));
    await loadModel(await ensureNamedModel({ name, cacheDir, fastembedUrl }));
    expect(asked).toHaveLength(2);
  });

  test('does not take a folder that fastembed itself left half-written for a model', async () => {
    await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    await mkdir(join(cacheDir, 'models', name), { recursive: true });
    await writeFile(join(cacheDir, 'models', name, 'model_optimized.onnx'), 'half');
    expect(
      await embedOne(await loadModel(await ensureNamedModel({ name, cacheDir, fastembedUrl })), 'Loads.'),
    ).toHaveLength(12);
  });

  test.each<[string, number, () => Promise<Uint8Array>]>([
    ['the bucket has no such file', 404, async () => Buffer.from('<Error><Code>NoSuchKey</Code></Error>')],
    ['the archive is cut short', 200, async () => (await archiveOf('model_optimized.onnx')).subarray(0, 200_000)],
    ['the archive lacks the model', 200, () => archiveOf('other.onnx')],
  ])('names the model and the way out when %s, and leaves nothing behind', async (_, status, archive) => {
    await bucket(status, await archive());
    const cacheDir = await temporaryFolder();
    const failure = await ensureNamedModel({ name, cacheDir, fastembedUrl }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/fast-bge-small-en-v1\.5 could not be downloaded: .+/),
      remedy: expect.stringMatching(/network.*--model <directory>.*all-MiniLM-L6-v2/),
    });
    expect(await cachedModels(cacheDir)).toEqual([]);
  });

  test('gives the reason of the network', async () => {
    // Fails on every machine, with or without a network, before anything is sent.
    environment({ NODE_OPTIONS: '--tls-cipher-list=NONE-SUCH' });
    const cacheDir = await temporaryFolder();
    await expect(ensureNamedModel({ name, cacheDir, fastembedUrl })).rejects.toThrow(
      /could not be downloaded: .*no cipher match/,
    );
    expect(await cachedModels(cacheDir)).toEqual([]);
  });

  test('lists the legal names for an unknown one', async () => {
    const failure = await ensureNamedModel({ name: 'bge-tiny', cacheDir: '/nowhere', fastembedUrl }).catch(
      (thrown: unknown) => thrown,
    );
    expect(failure).toBeInstanceOf(UsageError);
    for (const legal of ['all-MiniLM-L6-v2', ...FASTEMBED_MODELS.map((model) => model.name)]) {
      expect(failure).toMatchObject({ remedy: expect.stringContaining(legal) });
    }
  });

  test('says that a directory would do as well', async () => {
    const attempt = ensureNamedModel({ name: 'bge-tiny', cacheDir: '/nowhere', fastembedUrl });
    await expect(attempt).rejects.toMatchObject({ remedy: expect.stringContaining('or a directory') });
  });

  test.each(['custom', 'CUSTOM'])('does not take %s for a model', async (given) => {
    await expect(ensureNamedModel({ name: given, cacheDir: '/nowhere', fastembedUrl })).rejects.toThrow(UsageError);
  });
});

describe('FASTEMBED_MODELS', () => {
  test('has the names and keys that fastembed has', () => {
    const { CUSTOM: _, ...offered } = EmbeddingModel;
    expect(Object.fromEntries(FASTEMBED_MODELS.map((model) => [model.key, model.name]))).toEqual(offered);
  });

  test('has the dimensions that fastembed has', () => {
    const listed = FlagEmbedding.prototype.listSupportedModels().map(({ model, dim }) => [model, dim]);
    const ours = FASTEMBED_MODELS.map((model) => [model.name, model.dimensions]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(listed));
  });
});
