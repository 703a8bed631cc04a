import type { Config } from '../config/config.js';
import { InterruptedError, MemoryBenchError, messageOf } from '../errors.js';
import type { Need } from '../suite/define.js';
import { measuredNodeVersion } from './measured-node.js';
import { BUNDLED_MODEL, bundledModelId } from './model/bundled-model.js';
import { type ModelHandle, prepareModel } from './model/index.js';
import { koffiPath, onnxruntimeVersion, requirePackage, type ScenarioPackages } from './packages.js';
import { type QdrantOrigin, type QdrantSupply, type SupplyOptions, supplyQdrant } from './qdrant/source.js';

/** The services of a run, prepared and tried once. */
export interface PreparedServices {
  readonly openQdrant: QdrantSupply['open'] | undefined;
  readonly qdrantOrigin: QdrantOrigin | undefined;
  readonly model: ModelHandle | undefined;
  /** Id of the model that the environment is named after, prepared or not; undefined if no scenario needs one. */
  readonly modelId: string | undefined;
  readonly packages: ScenarioPackages;
  /** Versions for the environment's subject, including the measured Node's. */
  readonly versions: Readonly<Record<string, string>>;
  /** Missing services, whose cases are skipped: the reason, and what to do. */
  readonly absent: Readonly<Partial<Record<Need, string>>>;
  /** Log lines: how the services were chosen. */
  readonly notes: readonly string[];
}

/** Options of `prepareServices` besides the configuration. */
export interface PrepareOptions extends SupplyOptions {
  /** Services that the selected cases need; nothing else is prepared. */
  readonly needs: ReadonlySet<Need>;
}

/**
 * Prepares the model and a Qdrant server, and starts the server once as a trial.
 * @throws EnvironmentError for a missing service that was requested by name or with `require`, and for a Node that
 * cannot be measured.
 */
export async function prepareServices(config: Config, options: PrepareOptions): Promise<PreparedServices> {
  const absent: Partial<Record<Need, string>> = {};
  const optional = async <T>(need: Need, prepare: () => Promise<T>): Promise<T | undefined> => {
    if (!options.needs.has(need)) return undefined;
    try {
      return await prepare();
    } catch (error) {
      const fatal = !(error instanceof MemoryBenchError) || error instanceof InterruptedError;
      if (fatal || isRequired(config, need)) throw error;
      absent[need] = withRemedy(error);
      return undefined;
    }
  };
  const { workingDirectory, packagesFolder, cacheDir } = config;
  const { guardian, signal } = options;
  const node = await measuredNodeVersion(config.nodePath);
  const fastembed = requirePackage('fastembed', workingDirectory, packagesFolder);
  const qdrantClient = requirePackage('@qdrant/js-client-rest', workingDirectory, packagesFolder);
  const modelOptions = { cacheDir, packagesFolder, fastembedUrl: fastembed.url, guardian, signal };
  const model = await optional('model', () => prepareModel(config.model, modelOptions));
  const qdrant = await optional('qdrant', () => supplyQdrant(config.qdrant, config, options));
  return {
    openQdrant: qdrant?.open,
    qdrantOrigin: qdrant?.origin,
    model,
    // Only the bundled model may be missing. Its absence must not change the environment, or nothing would be compared.
    modelId: model?.id ?? (absent.model === undefined ? undefined : bundledModelId),
    packages: {
      qdrantClientUrl: qdrantClient.url,
      fastembedUrl: fastembed.url,
      koffiPath: koffiPath(packagesFolder),
    },
    versions: {
      node,
      fastembed: fastembed.version,
      'onnxruntime-node': onnxruntimeVersion(fastembed),
      '@qdrant/js-client-rest': qdrantClient.version,
      ...(qdrant === undefined ? {} : { qdrant: qdrant.version }),
    },
    absent,
    notes: qdrant?.notes ?? [],
  };
}

function withRemedy(error: MemoryBenchError): string {
  const reason = messageOf(error);
  return error.remedy === undefined ? reason : `${reason.replace(/\.?$/, '.')} ${error.remedy}`;
}

/** Whether a service was requested by name or with `require`: its absence is then an error, not a reason to skip. */
function isRequired(config: Config, need: Need): boolean {
  if (config.require.includes(need)) return true;
  if (need === 'model') return config.model !== BUNDLED_MODEL;
  return config.qdrant.kind !== 'auto' && config.qdrant.kind !== 'none';
}
