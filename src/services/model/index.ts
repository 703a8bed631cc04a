import { statSync } from 'node:fs';
import type { Guardian } from '../guardian.js';
import { BUNDLED_MODEL, ensureBundledModel } from './bundled-model.js';
import { useModelDirectory } from './model-directory.js';
import type { ModelHandle } from './model-handle.js';
import { ensureNamedModel } from './named-model.js';

export type { ModelHandle } from './model-handle.js';

/** What the preparing of a model leans on. */
export interface ModelOptions {
  /** What has to be written goes under it. */
  readonly cacheDir: string;
  /** From where the packages that came with memory-bench are found. */
  readonly packagesFolder: string;
  /** file: URL of the fastembed that downloads its own models. */
  readonly fastembedUrl: string;
  readonly guardian?: Guardian | undefined;
  /** Ends a download. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a model ready to be loaded and says how. `spec` is `all-MiniLM-L6-v2` for the one that comes with
 * the product, a directory, or the name of one of fastembed's own models.
 * @throws UsageError when `spec` names nothing; EnvironmentError when the model cannot be fetched or stored.
 */
export async function prepareModel(spec: string, options: ModelOptions): Promise<ModelHandle> {
  if (spec === BUNDLED_MODEL) return ensureBundledModel(options);
  const isPath = /[/\\]/.test(spec) || statSync(spec, { throwIfNoEntry: false })?.isDirectory() === true;
  return isPath ? useModelDirectory(spec) : ensureNamedModel({ ...options, name: spec });
}
