import { join } from 'node:path';
import type { Watched } from '../compare/growth/follow-up.js';
import type { Pass } from '../results/schema.js';
import type { Guardian } from '../services/guardian.js';
import type { ModelHandle } from '../services/model/model-handle.js';
import type { ScenarioPackages } from '../services/packages.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import type { QdrantOrigin } from '../services/qdrant/source.js';
import type { Case } from '../suite/cases.js';
import type { ProfilerProgram } from './native/profiler-program.js';
import type { NativeRecording, ProfiledStart } from './native/recording.js';
import type { MeasuringProfile } from './profile.js';
import type { SampleWatch } from './timeline.js';
import type { SampleOrder } from './worker/protocol.js';

/** The services and settings that all samples of a run share. */
export interface SampleServices {
  /** Opens a Qdrant server for one sample: a fresh one in `folder`, or the existing one. */
  readonly openQdrant: ((folder: string, profiled?: ProfiledStart) => Promise<QdrantServer>) | undefined;
  readonly qdrantOrigin: QdrantOrigin | undefined;
  readonly model: ModelHandle | undefined;
  /** Resolved from the user's workspace first. */
  readonly packages: ScenarioPackages;
  readonly guardian: Guardian;
  readonly profile: MeasuringProfile;
  readonly nodePath: string;
  readonly workingDirectory: string;
  /** Variables that the configuration adds to the environment of the measured process. */
  readonly env: Readonly<Record<string, string>>;
  /** The profiler of a native pass; undefined if there is none. */
  readonly profiler: ProfilerProgram | undefined;
  /** Folder for the profilers' files. */
  readonly profilesFolder: string;
  /** Folder of this run. Each sample creates a folder below it, and removes it. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Which sample to take. */
export interface SampleRequest {
  readonly case: Case;
  readonly pass: Pass;
  readonly index: number;
  /** Series that a follow-up of a suspected leak watches. */
  readonly watched?: readonly Watched[];
  /** Whether a follow-up only confirms an earlier one, so that fewer iterations are enough. */
  readonly confirming?: boolean;
}

/** The server, folder and limits of one sample. */
export interface SamplePlace {
  readonly server: QdrantServer | undefined;
  /** A folder for this sample alone. */
  readonly folder: string;
  /** Prefix of the names of the sample's collections. */
  readonly collectionPrefix: string;
  /** The recording of the worker or the command, in a native pass that profiles it. */
  readonly recording: NativeRecording | undefined;
  /** Multiplier for all time limits; more than 1 if a profiler is attached. */
  readonly patience: number;
  /** Observer of the sample. */
  readonly watch?: SampleWatch | undefined;
}

/** The file that an explaining pass writes into the folder of its sample. */
export function recordFileIn(folder: string): string {
  return join(folder, 'record.json');
}

/** The message that gives a worker everything it needs for its sample. */
export function orderOf(
  { case: measured, pass }: SampleRequest,
  { model, packages }: SampleServices,
  { server, folder, collectionPrefix }: SamplePlace,
): SampleOrder {
  const { scenarioUrl, exportName, caseLabel, params, iterations, warmup, measure, growthLimited: growth } = measured;
  return {
    type: 'order',
    scenarioUrl,
    exportName,
    caseLabel,
    params,
    pass,
    iterations,
    warmup,
    measure,
    growth,
    tempDir: join(folder, 'temp'),
    recordFile: recordFileIn(folder),
    qdrant: server && { url: server.url, apiKey: server.apiKey, collectionPrefix, clientUrl: packages.qdrantClientUrl },
    model:
      model !== undefined && measured.needs.includes('model')
        ? { handle: model, fastembedUrl: packages.fastembedUrl }
        : undefined,
    koffiPath: packages.koffiPath,
  };
}
