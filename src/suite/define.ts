import type { QdrantClient } from '@qdrant/js-client-rest';
import type { ConfigDefinition } from '../config/config-definition.js';
import type { CommandDefinition } from './command.js';

export type { ConfigDefinition } from '../config/config-definition.js';

/** What a scenario may ask for. Each need is also a tag, so that `--skip-tag qdrant` works. */
export type Need = 'qdrant' | 'model';

/** Turns texts into vectors. */
export interface Embedder {
  /** Length of every vector. */
  readonly dimensions: number;
  /** One call of the model per `batchSize` texts (default: all in one call). */
  embed(texts: readonly string[], batchSize?: number): Promise<number[][]>;
}

/** The Qdrant server of this sample: fresh and empty unless `--qdrant-url` named one that was already there. */
export interface QdrantAccess {
  readonly url: string;
  readonly apiKey: string | undefined;
  /** A new client of the package `@qdrant/js-client-rest`, with an HTTP agent of its own. */
  connect(): Promise<QdrantClient>;
  /** A collection name that no other sample uses: needed on a shared server, harmless on a fresh one. */
  collectionName(label: string): string;
}

/** The embedding model of this run. */
export interface ModelAccess {
  /** Names the model and its content: `all-MiniLM-L6-v2@<hash>`. */
  readonly id: string;
  /** Loads the model into this process. Every call loads it anew: keep what it returns. */
  load(): Promise<Embedder>;
}

/** What `setup`, `run` and `teardown` are given. */
export interface ScenarioContext<Params> {
  /** The parameters of the case that is measured. */
  readonly params: Params;
  /** Throws where the scenario does not list `qdrant` in `needs`. */
  readonly qdrant: QdrantAccess;
  /** Throws where the scenario does not list `model` in `needs`. */
  readonly model: ModelAccess;
  /** An empty folder of this sample's own; removed afterwards. */
  readonly tempDir: string;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** A line for the sample's log, shown when the sample fails. */
  log(message: string): void;
  /** Prose-like text of exactly `bytes` ASCII bytes; the same `seed` gives the same text. */
  text(bytes: number, seed: number): string;
  /** A unit vector of `dimensions` numbers; the same `seed` gives the same vector. */
  vector(dimensions: number, seed: number): number[];
}

/** `run` is also told which call it is: 0 is the cold one, then warm-ups, then the measured ones. */
export interface RunContext<Params> extends ScenarioContext<Params> {
  readonly iteration: number;
}

/** Hard limits on published metrics, in the metric's own unit: `{ rss_delta_mb: 100 }`. */
export type Budgets = Readonly<Record<string, number>>;

/** How far metrics of the scenario may move from their baseline: `{ heap_delta_mb: { absolute: 0.5 } }`. */
export type Thresholds = Readonly<Record<string, Floors>>;

/** What a difference has to exceed to be one, both of them; what is left out stays as it is by default. */
export interface Floors {
  /** Percent of the baseline's median. */
  readonly relativePercent?: number;
  /** In the metric's own unit. */
  readonly absolute?: number;
}

/** A limit on the growth over the measured iterations, as the seed's suite has it. */
export interface GrowthLimit {
  /** The greatest allowed `growth_percent`: mean RSS of the last fifth of the iterations against the first fifth. */
  readonly maxPercent: number;
}

/** How a case is measured. What a case leaves out comes from its scenario. */
export interface Plan {
  /** Measured calls of `run`. Default 3. */
  readonly iterations?: number;
  /** Calls of `run` after the cold one that are not measured. Default 2. */
  readonly warmup?: number;
  /** `steady` (default): cold call, warm-ups, then measure. `cold`: the very first call is what is measured, and the only one. */
  readonly measure?: 'steady' | 'cold';
  /** Limit for one sample of the case. Default 300 000 ms. */
  readonly timeoutMs?: number;
  readonly tags?: readonly string[];
  readonly budgets?: Budgets;
  /** Over the defaults, under those of the configuration. */
  readonly thresholds?: Thresholds;
  /** Turns on leak detection: memory is read after every iteration, with a garbage collection before. */
  readonly growth?: GrowthLimit;
}

/** One set of parameters. */
export interface CaseDefinition<Params> extends Plan {
  readonly params: Params;
}

/** Values to combine, a list a parameter: `{ size: ['1KB', '10KB'], batch: [1, 8] }`. */
export type Matrix<Params> = { readonly [Name in keyof Params]: readonly Params[Name][] };

/** What a scenario is told apart by, whatever it measures. */
export interface ScenarioHead<Params> extends Plan {
  /** Lower case words with hyphens, parts split by `/`: `batch-ingestion`, `search/dense`. */
  readonly name: string;
  readonly description: string;
  /** Raise it when the workload changes: results of different versions are not compared. Default 1. */
  readonly version?: number;
  readonly needs?: readonly Need[];
  /** Label to case; the case id is `name/label`. Without `cases` and `params` there is one case, its id the name. */
  readonly cases?: Readonly<Record<string, CaseDefinition<Params>>>;
  /** Instead of `cases`: every combination is a case, its id such as `name/size=1KB,batch=8`. */
  readonly params?: Matrix<Params>;
}

/** What a scenario module exports. */
export interface ScenarioDefinition<Params, State> extends ScenarioHead<Params> {
  /** Runs once in the fresh process and is not measured; what it returns is given to `run` and `teardown`. */
  setup?(context: ScenarioContext<Params>): State | Promise<State>;
  /** One iteration: the work that is measured. */
  run(context: RunContext<Params>, state: State): unknown;
  /** Runs once after the readings. */
  teardown?(context: ScenarioContext<Params>, state: State): unknown;
}

/** A scenario whose parameter and state types have been put away, as the engine handles it. */
export type AnyScenario = ScenarioDefinition<never, never>;

/** Checks the types of a scenario and hands it back. Export the result from a scenario module. */
export function defineScenario<Params = Record<string, never>, State = undefined>(
  scenario: ScenarioDefinition<Params, State>,
): ScenarioDefinition<Params, State>;
/** The same for a scenario that is a program in any language. */
export function defineScenario<Params = Record<string, never>>(
  scenario: CommandDefinition<Params>,
): CommandDefinition<Params>;
export function defineScenario(scenario: object): object {
  return scenario;
}

/** Checks the types of a configuration and hands it back. Export the result from `memory-bench.config.ts`. */
export function defineConfig(config: ConfigDefinition): ConfigDefinition {
  return config;
}
