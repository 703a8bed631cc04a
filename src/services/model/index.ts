import { statSync } from 'node:fs';
import type { Guardian } from '../guardian.js';
import { BUNDLED_MODEL, ensureBundledModel } from './bundled-model.js';
import { useModelDirectory } from './model-directory.js';
import type { ModelHandle } from './model-handle.js';
import { ensureNamedModel } from './named-model.js';

export type { ModelHandle } from './model-handle.js';

/** Options of `prepareModel`. */
export interface ModelOptions {
  /** Folder for everything that is written. */
  readonly cacheDir: string;
  /** Folder from which memory-bench's own packages are resolved. */
  readonly packagesFolder: string;
  /** file: URL of the fastembed package, for its own models. */
  readonly fastembedUrl: string;
  readonly guardian?: Guardian | undefined;
  /** Ends a download. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Prepares a model and returns how to load it. `spec` is `all-MiniLM-L6-v2` for the bundled model, a directory, or the
 * name of one of fastembed's own models.
 * @throws UsageError when `spec` names no model; EnvironmentError when the model cannot be fetched or stored.
 */
export async function prepareModel(spec: string, options: ModelOptions): Promise<ModelHandle> {
  if (spec === BUNDLED_MODEL) return ensureBundledModel(options);
  const isPath = /[/\\]/.test(spec) || statSync(spec, { throwIfNoEntry: false })?.isDirectory() === true;
  return isPath ? useModelDirectory(spec) : ensureNamedModel({ ...options, name: spec });
}
