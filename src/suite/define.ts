import type { QdrantClient } from '@qdrant/js-client-rest';
import type { ConfigDefinition } from '../config/config-definition.js';
import type { CommandDefinition } from './command.js';
import type { ScenarioHead } from './scenario-head.js';

export type { ConfigDefinition } from '../config/config-definition.js';
export type * from './scenario-head.js';

/** Turns texts into vectors. */
export interface Embedder {
  /** Length of every vector. */
  readonly dimensions: number;
  /** One call of the model per `batchSize` texts (default: all in one call). */
  embed(texts: readonly string[], batchSize?: number): Promise<number[][]>;
}

/** The Qdrant server of this sample: fresh and empty unless `--qdrant-url` names an existing one. */
export interface QdrantAccess {
  readonly url: string;
  readonly apiKey: string | undefined;
  /** A new client of the package `@qdrant/js-client-rest`, with a separate HTTP agent. */
  connect(): Promise<QdrantClient>;
  /** A collection name that no other sample uses: needed on a shared server, harmless on a fresh one. */
  collectionName(label: string): string;
}

/** The embedding model of this run. */
export interface ModelAccess {
  /** Names the model and its content: `all-MiniLM-L6-v2@<hash>`. */
  readonly id: string;
  /** Loads the model into this process. Every call loads it again, so keep the result. */
  load(): Promise<Embedder>;
}

/** The context passed to `setup`, `run` and `teardown`. */
export interface ScenarioContext<Params> {
  /** The parameters of the case that is measured. */
  readonly params: Params;
  /** Throws if the scenario does not list `qdrant` in `needs`. */
  readonly qdrant: QdrantAccess;
  /** Throws if the scenario does not list `model` in `needs`. */
  readonly model: ModelAccess;
  /** An empty folder for this sample; removed afterwards. */
  readonly tempDir: string;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Adds a line to the sample's log, which is shown when the sample fails. */
  log(message: string): void;
  /** Prose-like text of exactly `bytes` ASCII bytes; the same `seed` gives the same text. */
  text(bytes: number, seed: number): string;
  /** A unit vector of `dimensions` numbers; the same `seed` gives the same vector. */
  vector(dimensions: number, seed: number): number[];
}

/** The context of `run`, with the number of the call: 0 is the cold one, then warm-ups, then the measured ones. */
export interface RunContext<Params> extends ScenarioContext<Params> {
  readonly iteration: number;
}

/** The export of a scenario module. */
export interface ScenarioDefinition<Params, State> extends ScenarioHead<Params> {
  /** Runs once in the fresh process and is not measured. `run` and `teardown` receive its result. */
  setup?(context: ScenarioContext<Params>): State | Promise<State>;
  /** One iteration: the work that is measured. */
  run(context: RunContext<Params>, state: State): unknown;
  /** Runs once after the readings. */
  teardown?(context: ScenarioContext<Params>, state: State): unknown;
}

/** A scenario with its parameter and state types erased, as the engine handles it. */
export type AnyScenario = ScenarioDefinition<never, never>;

/** Checks the types of a scenario that is a program in any language and returns it. */
export function defineScenario<Params = Record<string, never>>(
  scenario: CommandDefinition<Params>,
): CommandDefinition<Params>;
// Last, because the compiler reports a mistake in terms of the last overload.
/** Checks the types of a scenario and returns it. Export the result from a scenario module. */
export function defineScenario<Params = Record<string, never>, State = undefined>(
  scenario: ScenarioDefinition<Params, State>,
): ScenarioDefinition<Params, State>;
export function defineScenario(scenario: object): object {
  return scenario;
}

/** Checks the types of a configuration and returns it. Export the result from `memory-bench.config.ts`. */
export function defineConfig(config: ConfigDefinition): ConfigDefinition {
  return config;
}
