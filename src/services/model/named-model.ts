import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { suggestion } from '../../config/nearest-name.js';
import { EnvironmentError, messageOf, UsageError } from '../../errors.js';
import { compiledEntry } from '../../package-root.js';
import { ensureCachedFolder } from '../cache-folder.js';
import { describeEnding, endingDrained, LogTail } from '../child.js';
import { request } from '../download/request.js';
import type { Guardian } from '../guardian.js';
import { toolEnvironment } from '../tool-environment.js';
import { BUNDLED_MODEL } from './bundled-model.js';
import { readMaxLength } from './model-directory.js';
import type { ModelHandle } from './model-handle.js';

interface FastembedModel {
  /** The key in fastembed's `EmbeddingModel`. */
  readonly key: string;
  /** The value in fastembed's `EmbeddingModel`, and the folder that the download unpacks to. */
  readonly name: string;
  readonly dimensions: number;
  readonly fileName: string;
}

/** Models of fastembed 2.1. Hard-coded, because asking fastembed would load onnxruntime into this process. */
export const FASTEMBED_MODELS: readonly FastembedModel[] = [
  { key: 'AllMiniLML6V2', name: 'fast-all-MiniLM-L6-v2', dimensions: 384, fileName: 'model.onnx' },
  { key: 'BGEBaseEN', name: 'fast-bge-base-en', dimensions: 768, fileName: 'model_optimized.onnx' },
  { key: 'BGEBaseENV15', name: 'fast-bge-base-en-v1.5', dimensions: 768, fileName: 'model_optimized.onnx' },
  { key: 'BGESmallEN', name: 'fast-bge-small-en', dimensions: 384, fileName: 'model_optimized.onnx' },
  { key: 'BGESmallENV15', name: 'fast-bge-small-en-v1.5', dimensions: 384, fileName: 'model_optimized.onnx' },
  { key: 'BGESmallZH', name: 'fast-bge-small-zh-v1.5', dimensions: 512, fileName: 'model_optimized.onnx' },
  { key: 'MLE5Large', name: 'fast-multilingual-e5-large', dimensions: 1024, fileName: 'model.onnx' },
];

/** Options of `ensureNamedModel`. */
export interface NamedModelOptions {
  readonly name: string;
  readonly cacheDir: string;
  /** file: URL of the fastembed package. */
  readonly fastembedUrl: string;
  /** Ends the process that unpacks the model if memory-bench is killed. */
  readonly guardian?: Guardian | undefined;
  /** Ends the download. */
  readonly signal?: AbortSignal | undefined;
  /** URL of the archives' folder; default: fastembed's own. */
  readonly archivesUrl?: string | undefined;
}

/** URL from which every version of fastembed gets its archives. */
const FASTEMBED_ARCHIVES = 'https://storage.googleapis.com/qdrant-fastembed';
/** The largest model has 2 GB. */
const LARGEST_ARCHIVE = 8 * 1024 ** 3;
/** Per attempt. All three must end before the cache treats their folder as abandoned. */
const DOWNLOAD_LIMIT_MS = 35 * 60 * 1000;
const UNPACK_LIMIT_MS = 15 * 60 * 1000;
const otherModels = `Name a directory that has the model with --model <directory>, or use the default, --model ${BUNDLED_MODEL}.`;

/**
 * Ensures that one of fastembed's own models is under `cacheDir`, and downloads it if not. `name` is its name or its
 * key in `EmbeddingModel`.
 * @throws UsageError when there is no such model; EnvironmentError when it cannot be downloaded or stored.
 */
export async function ensureNamedModel(options: NamedModelOptions): Promise<ModelHandle> {
  const { name, cacheDir } = options;
  const model = FASTEMBED_MODELS.find((candidate) => candidate.name === name || candidate.key === name);
  if (model === undefined) throw unknownModel(name);
  const models = resolve(cacheDir, 'models');
  const folder = join(models, model.name);
  const hashes = await ensureCachedFolder({
    folder,
    required: [model.fileName],
    // fastembed treats an existing folder or archive as complete, so give it a separate directory.
    write: async (temporary) => {
      await downloadArchive(model.name, temporary, options);
      await unpack(model.name, temporary, options);
      return join(temporary, model.name);
    },
  });
  return {
    kind: 'named',
    id: `${model.name}@${hashes[model.fileName]?.slice(0, 12)}`,
    dimensions: model.dimensions,
    maxLength: await readMaxLength(folder),
    name: model.name,
    cacheDir: models,
  };
}

/** Downloads the archive to where fastembed looks for it, because fastembed's own download uses no proxy. */
async function downloadArchive(name: string, directory: string, options: NamedModelOptions): Promise<void> {
  const { archivesUrl = FASTEMBED_ARCHIVES, signal = new AbortController().signal } = options;
  const limits = { limitMs: DOWNLOAD_LIMIT_MS, largestBytes: LARGEST_ARCHIVE };
  const archive = `${name}.tar.gz`;
  const asked = { url: `${archivesUrl}/${archive}`, ...limits, alternatives: otherModels, signal };
  await request(asked, (content) => writeFile(join(directory, archive), content));
}

/** Runs fastembed in a separate process: it also loads the model, and onnxruntime cannot be unloaded. */
async function unpack(name: string, directory: string, { fastembedUrl, guardian }: NamedModelOptions): Promise<void> {
  const entry = compiledEntry('services/model/download-entry');
  if (!existsSync(entry)) {
    throw new EnvironmentError(`${entry} is missing from the installation.`, {
      remedy: 'Run "npm run build", or install the package again.',
    });
  }
  // The package may come from a pull request, so its environment has no credentials.
  const child = spawn(process.execPath, [entry, fastembedUrl, name, directory], {
    env: toolEnvironment('model-download'),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { pid } = child;
  if (pid !== undefined) guardian?.watch(pid);
  const log = new LogTail().follow(child);
  const timeout = AbortSignal.timeout(UNPACK_LIMIT_MS);
  timeout.addEventListener('abort', () => child.kill('SIGKILL'));
  const how = await endingDrained(child)
    .catch((cause: unknown) => {
      throw unusable(name, messageOf(cause));
    })
    .finally(() => {
      if (pid !== undefined) guardian?.forget(pid);
    });
  if ('code' in how && how.code === 0) return;
  if (timeout.aborted) throw unusable(name, 'it took more than 15 minutes');
  throw unusable(name, lastLine(log.text) ?? `it ended with ${describeEnding(how)}`);
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1) || undefined;
}

function unusable(name: string, reason: string): EnvironmentError {
  return new EnvironmentError(`fastembed cannot load the downloaded model ${name}: ${reason}.`, {
    remedy: otherModels,
  });
}

function unknownModel(name: string): UsageError {
  const legal = [BUNDLED_MODEL, ...FASTEMBED_MODELS.map((model) => model.name)];
  return new UsageError(`There is no model "${name}"${suggestion(name, legal) || '.'}`, {
    remedy: `Name one of ${legal.join(', ')}, or a directory with an ONNX model.`,
  });
}
