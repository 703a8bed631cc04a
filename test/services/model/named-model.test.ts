import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddingModel, FlagEmbedding } from 'fastembed';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { EnvironmentError, InterruptedError, UsageError } from '../../../src/errors.js';
import { ensureNamedModel, FASTEMBED_MODELS } from '../../../src/services/model/named-model.js';
import { ForwardProxy } from '../../stand-in/forward-proxy.js';
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

/** A bucket of this test, and the paths that were asked for. */
interface Bucket {
  readonly archivesUrl: string;
  readonly port: number;
  readonly asked: readonly string[];
}

/** Serves `archive` as fastembed's bucket does. */
async function bucket(status: number, archive: Uint8Array): Promise<Bucket> {
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
  const { port } = address;
  return { archivesUrl: `http://127.0.0.1:${port}/qdrant-fastembed`, port, asked };
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
    const { archivesUrl } = await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    const handle = await ensureNamedModel({ name: given, cacheDir, fastembedUrl, archivesUrl });
    expect(handle).toMatchObject({ kind: 'named', name, maxLength: 32, cacheDir: join(cacheDir, 'models') });
    expect(handle.id).toMatch(/^fast-bge-small-en-v1\.5@[0-9a-f]{12}$/);
    expect(await cachedModels(cacheDir)).toEqual([name]);
    expect(await embedOne(await loadModel(handle), 'It can be loaded.')).toHaveLength(12);
  });

  test('does not download a model twice', async () => {
    const { archivesUrl, asked } = await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    const first = await ensureNamedModel({ name, cacheDir, fastembedUrl, archivesUrl });
    expect(await ensureNamedModel({ name, cacheDir, fastembedUrl, archivesUrl })).toEqual(first);
    expect(asked).toEqual([`/qdrant-fastembed/${name}.tar.gz`]);
  });

  test('downloads a model again when a file of it is gone', async () => {
    const { archivesUrl, asked } = await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    await ensureNamedModel({ name, cacheDir, fastembedUrl, archivesUrl });
    await rm(join(cacheDir, 'models', name, 'tokenizer.json'));
    await loadModel(await ensureNamedModel({ name, cacheDir, fastembedUrl, archivesUrl }));
    expect(asked).toHaveLength(2);
  });

  test('does not take a folder that fastembed itself left half-written for a model', async () => {
    const { archivesUrl } = await bucket(200, await archiveOf('model_optimized.onnx'));
    const cacheDir = await temporaryFolder();
    await mkdir(join(cacheDir, 'models', name), { recursive: true });
    await writeFile(join(cacheDir, 'models', name, 'model_optimized.onnx'), 'half');
    expect(
      await embedOne(await loadModel(await ensureNamedModel({ name, cacheDir, fastembedUrl, archivesUrl })), 'Loads.'),
    ).toHaveLength(12);
  });

  test('downloads through the proxy of the environment', async () => {
    const { port } = await bucket(200, await archiveOf('model_optimized.onnx'));
    const proxy = await ForwardProxy.start({ hosts: { 'storage.test': port } });
    onTestFinished(() => proxy.close());
    environment({ http_proxy: proxy.url, no_proxy: '', NO_PROXY: '' });
    const archivesUrl = 'http://storage.test/qdrant-fastembed';
    await ensureNamedModel({ name, cacheDir: await temporaryFolder(), fastembedUrl, archivesUrl });
    expect(proxy.requests).toEqual([`GET ${archivesUrl}/${name}.tar.gz`]);
  });

  test.each<[string, number, RegExp, () => Promise<Uint8Array>]>([
    ['the bucket has no such file', 404, /cannot download .*answered 404/, async () => Buffer.from('NoSuchKey')],
    [
      'the archive is cut short',
      200,
      /cannot load the downloaded model .+: .+/,
      async () => (await archiveOf('model_optimized.onnx')).subarray(0, 200_000),
    ],
    ['the archive lacks the model', 200, /cannot load the downloaded model .+: .+/, () => archiveOf('other.onnx')],
  ])('names the model and other ways when %s, and leaves nothing behind', async (_, status, message, archive) => {
    const { archivesUrl } = await bucket(status, await archive());
    const cacheDir = await temporaryFolder();
    const failure = await ensureNamedModel({ name, cacheDir, fastembedUrl, archivesUrl }).catch(
      (thrown: unknown) => thrown,
    );
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect(failure).toMatchObject({
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/--model <directory>.*all-MiniLM-L6-v2/),
    });
    expect(String(failure)).toContain(name);
    expect(await cachedModels(cacheDir)).toEqual([]);
  });

  test('gives the reason of the network', async () => {
    const cacheDir = await temporaryFolder();
    const archivesUrl = 'http://127.0.0.1:9';
    await expect(ensureNamedModel({ name, cacheDir, fastembedUrl, archivesUrl })).rejects.toThrow(
      /127\.0\.0\.1:9 could not be reached: .*ECONNREFUSED/,
    );
    expect(await cachedModels(cacheDir)).toEqual([]);
  });

  test('is interrupted by its signal', async () => {
    const abort = new AbortController();
    abort.abort();
    const options = { name, cacheDir: await temporaryFolder(), fastembedUrl, archivesUrl: 'http://127.0.0.1:9' };
    await expect(ensureNamedModel({ ...options, signal: abort.signal })).rejects.toThrow(InterruptedError);
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
