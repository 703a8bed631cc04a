import { statSync } from 'node:fs';
import type { Guardian } from '../guardian.js';
import { BUNDLED_MODEL, ensureBundledModel } from './bundled-model.js';
import { useModelDirectory } from './model-directory.js';
import type { ModelHandle } from './model-handle.js';
import { ensureNamedModel } from './named-model.js';

export type { ModelHandle } from './model-handle.js';

/**
 * Makes a model ready to be loaded and says how. `spec` is `all-MiniLM-L6-v2` for the one that comes with
 * the product, a directory, or the name of one of fastembed's own models. What has to be written goes under `cacheDir`.
 * @throws UsageError when `spec` names nothing; EnvironmentError when the model cannot be fetched or stored.
 */
export async function prepareModel(spec: string, cacheDir: string, guardian?: Guardian): Promise<ModelHandle> {
  if (spec === BUNDLED_MODEL) return ensureBundledModel({ cacheDir });
  const isPath = /[/\\]/.test(spec) || statSync(spec, { throwIfNoEntry: false })?.isDirectory() === true;
  return isPath ? useModelDirectory(spec) : ensureNamedModel({ name: spec, cacheDir, guardian });
}
