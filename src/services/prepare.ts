import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { MemoryBenchError } from '../errors.js';
import type { Need } from '../suite/define.js';
import type { Guardian } from './guardian.js';
import { BUNDLED_MODEL } from './model/bundled-model.js';
import { type ModelHandle, prepareModel } from './model/index.js';
import { koffiPath, onnxruntimeVersion, requirePackage, type ScenarioPackages } from './packages.js';
import { locateEmbeddedQdrant, locateQdrantAt, type QdrantBinary } from './qdrant/binary.js';
import { connectQdrant, type QdrantServer, startQdrant } from './qdrant/server.js';

/** The services of a run, made ready and tried once. */
export interface PreparedServices {
  readonly openQdrant: ((folder: string) => Promise<QdrantServer>) | undefined;
  readonly model: ModelHandle | undefined;
  readonly packages: ScenarioPackages;
  /** Versions for the environment's subject. */
  readonly versions: Readonly<Record<string, string>>;
  /** Which services are not there, and why: their cases are skipped. */
  readonly absent: Readonly<Partial<Record<Need, string>>>;
}

/** What the preparing needs besides the configuration. */
export interface PrepareOptions {
  /** What the selected cases ask for; nothing else is prepared. */
  readonly needs: ReadonlySet<Need>;
  readonly guardian: Guardian;
  /** Environment of the Qdrant servers, from the measuring profile. */
  readonly qdrantEnv: Readonly<Record<string, string>>;
  /** A folder for the trial start. */
  readonly folder: string;
}

/**
 * Makes the model and a Qdrant server ready, and starts the server once to see that it does.
 * @throws EnvironmentError for a service that is missing and was asked for by name or with `require`.
 */
export async function prepareServices(config: Config, options: PrepareOptions): Promise<PreparedServices> {
  const absent: Partial<Record<Need, string>> = {};
  const optional = async <T>(need: Need, prepare: () => Promise<T>): Promise<T | undefined> => {
    if (!options.needs.has(need)) return undefined;
    try {
      return await prepare();
    } catch (error) {
      if (!(error instanceof MemoryBenchError) || isRequired(config, need)) throw error;
      absent[need] = error.message;
      return undefined;
    }
  };
  const fastembed = requirePackage('fastembed', config.workingDirectory);
  const qdrantClient = requirePackage('@qdrant/js-client-rest', config.workingDirectory);
  const model = await optional('model', () => prepareModel(config.model, config.cacheDir, options.guardian));
  const qdrant = await optional('qdrant', () => prepareQdrant(config, options));
  return {
    openQdrant: qdrant?.open,
    model,
    packages: { qdrantClientUrl: qdrantClient.url, fastembedUrl: fastembed.url, koffiPath: koffiPath() },
    versions: {
      fastembed: fastembed.version,
      'onnxruntime-node': onnxruntimeVersion(fastembed),
      '@qdrant/js-client-rest': qdrantClient.version,
      ...(qdrant === undefined ? {} : { qdrant: qdrant.version }),
    },
    absent,
  };
}

/** Asked for by name, or with `require`: then its absence is an error and not a reason to skip. */
function isRequired(config: Config, need: Need): boolean {
  if (config.require.includes(need)) return true;
  return need === 'qdrant' ? config.qdrant.kind !== 'embedded' : config.model !== BUNDLED_MODEL;
}

interface PreparedQdrant {
  readonly open: (folder: string) => Promise<QdrantServer>;
  readonly version: string;
}

async function prepareQdrant(config: Config, options: PrepareOptions): Promise<PreparedQdrant> {
  const { qdrant } = config;
  if (qdrant.kind === 'url') {
    const server = await connectQdrant(qdrant.url, qdrant.apiKey);
    return { open: () => connectQdrant(qdrant.url, qdrant.apiKey), version: server.version };
  }
  const binary: QdrantBinary =
    qdrant.kind === 'binary' ? await locateQdrantAt(qdrant.path) : await locateEmbeddedQdrant();
  const { guardian, qdrantEnv: env } = options;
  const open = (folder: string) => startQdrant({ binary, folder, env, guardian });
  const trial = await open(join(options.folder, 'trial'));
  await trial.stop();
  return { open, version: trial.version };
}
