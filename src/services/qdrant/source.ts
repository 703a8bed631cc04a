import { join } from 'node:path';
import type { AutomaticQdrant, Config, QdrantSource } from '../../config/config.js';
import { EnvironmentError, InterruptedError, MemoryBenchError, messageOf } from '../../errors.js';
import type { Guardian } from '../guardian.js';
import { embeddedQdrant, locateEmbeddedQdrant, locateQdrantAt, type QdrantBinary } from './binary.js';
import { startQdrantContainer } from './docker.js';
import { locateReleasedQdrant } from './release.js';
import { connectQdrant, type QdrantServer, type StartOptions, startQdrant } from './server.js';

/** Source of a run's servers. */
export type QdrantOrigin = AutomaticQdrant | 'binary' | 'url';

/** Servers of a source that passed a trial start. */
export interface QdrantSupply {
  /** Starts a fresh server with its data in the folder, or connects to the existing one if the origin is `url`. */
  readonly open: (folder: string, profiled?: StartOptions['profiled']) => Promise<QdrantServer>;
  readonly origin: QdrantOrigin;
  readonly version: string;
  /** Log lines: why the origin was chosen, and what cannot be measured there. */
  readonly notes: readonly string[];
}

/** Options of `supplyQdrant` besides the configuration. */
export interface SupplyOptions {
  readonly guardian: Guardian;
  /** Environment of the servers, from the measuring profile. */
  readonly qdrantEnv: Readonly<Record<string, string>>;
  /** A folder for the trial start. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

type Place = Pick<Config, 'packagesFolder' | 'releases' | 'cacheDir'>;
type Open = QdrantSupply['open'];

/**
 * Finds the Qdrant servers that a configuration asks for, and starts one as a trial.
 * @throws EnvironmentError if there is none; for `auto` it names everything that was tried.
 */
export async function supplyQdrant(source: QdrantSource, place: Place, options: SupplyOptions): Promise<QdrantSupply> {
  if (source.kind === 'none') {
    throw new EnvironmentError('Qdrant was switched off (qdrant: none)', {
      remedy: 'Choose another source with --qdrant.',
    });
  }
  if (source.kind === 'auto') return supplyFirst(source, place, options);
  const open = await openerOf(source, place, options);
  return tried(source.kind, open, options);
}

async function supplyFirst(
  { order, version }: Extract<QdrantSource, { kind: 'auto' }>,
  place: Place,
  options: SupplyOptions,
): Promise<QdrantSupply> {
  const passedOver: string[] = [];
  const remedies = new Set<string>();
  for (const kind of order) {
    try {
      if (kind === 'embedded') requireEmbeddedVersion(version);
      const supply = await tried(kind, await openerOf({ kind, version }, place, options), options);
      const chosen = `Qdrant ${supply.version}: ${descriptions[kind]}`;
      return {
        ...supply,
        notes: [...passedOver.map((line) => `Qdrant: passed over ${line}`), chosen, ...supply.notes],
      };
    } catch (error) {
      if (!(error instanceof MemoryBenchError) || error instanceof InterruptedError) throw error;
      passedOver.push(`${kind}: ${messageOf(error).split('\n')[0]}`);
      if (error.remedy !== undefined) remedies.add(error.remedy);
    }
  }
  throw new EnvironmentError(`no Qdrant server could be had (${passedOver.join('; ')})`, {
    remedy: [...remedies].join(' '),
  });
}

const descriptions: Readonly<Record<AutomaticQdrant, string>> = {
  embedded: `the embedded server of ${embeddedQdrant.package}`,
  release: 'the official release',
  docker: 'a container of the official image',
};

function requireEmbeddedVersion(version: string): void {
  if (version === embeddedQdrant.version) return;
  throw new EnvironmentError(`the embedded server is ${embeddedQdrant.version}, and ${version} was asked for`);
}

async function openerOf(
  source: Exclude<QdrantSource, { kind: 'auto' | 'none' }>,
  { packagesFolder, releases, cacheDir }: Place,
  { guardian, qdrantEnv: env, signal }: SupplyOptions,
): Promise<Open> {
  const starting =
    (binary: QdrantBinary): Open =>
    (folder, profiled) =>
      startQdrant({ binary, folder, env, guardian, profiled });
  switch (source.kind) {
    case 'embedded':
      return starting(await locateEmbeddedQdrant(packagesFolder));
    case 'release':
      return starting(await locateReleasedQdrant({ version: source.version, releases, cacheDir, signal }));
    case 'binary':
      return starting(await locateQdrantAt(source.path));
    case 'docker':
      return (folder) => startQdrantContainer({ version: source.version, folder, env, guardian });
    case 'url':
      return () => connectQdrant(source.url, source.apiKey);
  }
}

async function tried(origin: QdrantOrigin, open: Open, { folder }: SupplyOptions): Promise<QdrantSupply> {
  const trial = await open(join(folder, 'trial'));
  const { version, pid } = trial;
  await trial.stop();
  const hidden = origin === 'docker' && pid === undefined;
  const notes = hidden
    ? ['the process of the Qdrant container cannot be seen from here: its memory is not measured']
    : [];
  return { open, origin, version, notes };
}
