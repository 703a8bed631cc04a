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

/** What all samples of a run lean on. */
export interface SampleServices {
  /** A Qdrant server for one sample: a fresh one in `folder`, or the one that is there already. */
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
  /** What a native pass profiles with; undefined where there is none. */
  readonly profiler: ProfilerProgram | undefined;
  /** Folder of the files of the profilers. */
  readonly profilesFolder: string;
  /** A folder of this run; each sample gets one below it, and removes it. */
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

/** Where a sample is taken. */
export interface SamplePlace {
  readonly server: QdrantServer | undefined;
  /** A folder of the sample's own. */
  readonly folder: string;
  /** What the names of the sample's collections begin with. */
  readonly collectionPrefix: string;
  /** Of the worker or the command, in a native pass that is about it. */
  readonly recording: NativeRecording | undefined;
  /** How many times longer than usual everything may take: more than 1 where a profiler looks on. */
  readonly patience: number;
  /** Who looks on. */
  readonly watch?: SampleWatch | undefined;
}

/** What a pass that explains leaves in the folder of its sample. */
export function recordFileIn(folder: string): string {
  return join(folder, 'record.json');
}

/** The order that tells a worker everything about its sample. */
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
