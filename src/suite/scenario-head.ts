// Types only: the fields that all scenarios share, modules and programs alike.

/** A service that a scenario may need. Each need is also a tag, so that `--skip-tag qdrant` works. */
export type Need = 'qdrant' | 'model';

/** Hard limits on published metrics, in the metric's own unit: `{ rss_delta_mb: 100 }`. */
export type Budgets = Readonly<Record<string, number>>;

/** How far metrics of the scenario may move from their baseline: `{ heap_delta_mb: { absolute: 0.5 } }`. */
export type Thresholds = Readonly<Record<string, Floors>>;

/** The floors that a difference must exceed, both of them. An omitted floor keeps its default. */
export interface Floors {
  /** Percent of the baseline's median. */
  readonly relativePercent?: number;
  /** In the metric's own unit. */
  readonly absolute?: number;
}

/** Options of leak detection in a case. */
export interface LeakOptions {
  /**
   * Growth per iteration that is no leak, in bytes. Default 4096 for the JavaScript heap, external and native memory,
   * and the memory that a program reports. Coarser series keep their own tolerance if it is greater; counts are not
   * affected.
   */
  readonly toleranceBytes?: number;
}

/** A budget on the growth over the measured iterations, as in the seed's suite. Leak detection does not need it. */
export interface GrowthLimit {
  /** Greatest allowed `growth_percent`: mean RSS of the last fifth of the iterations against the first, in percent. */
  readonly maxPercent: number;
}

/** How a case is measured. A case inherits the fields it omits from its scenario. */
export interface Plan {
  /** Measured calls of `run`. Default 3. */
  readonly iterations?: number;
  /** Calls of `run` after the cold one that are not measured. Default 2. */
  readonly warmup?: number;
  /**
   * `steady` (default): cold call, warm-ups, then measured calls. `cold`: only the very first call, which is measured.
   */
  readonly measure?: 'steady' | 'cold';
  /** Limit for one sample of the case. Default 300 000 ms. */
  readonly timeoutMs?: number;
  readonly tags?: readonly string[];
  readonly budgets?: Budgets;
  /** Override the defaults; the configuration overrides them. */
  readonly thresholds?: Thresholds;
  /**
   * Leaks are looked for in every case that measures steady iterations. A suspicious case is followed up with up to 400
   * more iterations, or eight times those planned. `false` turns this off; an object tunes it.
   */
  readonly leaks?: false | LeakOptions;
  /**
   * A budget on `growth_percent` only. Takes 2 to 1,000 iterations. Memory is collected and read after every iteration,
   * which yields the `*_growth_mb` metrics.
   */
  readonly growth?: GrowthLimit;
}

/** One set of parameters. */
export interface CaseDefinition<Params> extends Plan {
  readonly params: Params;
}

/** Values to combine, one list per parameter: `{ size: ['1KB', '10KB'], batch: [1, 8] }`. */
export type Matrix<Params> = { readonly [Name in keyof Params]: readonly Params[Name][] };

/** The fields that identify a scenario, whatever it measures. */
export interface ScenarioHead<Params> extends Plan {
  /** Lower case words with hyphens, parts split by `/`: `batch-ingestion`, `search/dense`. */
  readonly name: string;
  readonly description: string;
  /** Raise it when the workload changes: results of different versions are not compared. Default 1. */
  readonly version?: number;
  readonly needs?: readonly Need[];
  /**
   * Label to case; the case id is `name/label`. Without `cases` and `params` there is one case, whose id is the name.
   */
  readonly cases?: Readonly<Record<string, CaseDefinition<Params>>>;
  /** Instead of `cases`: every combination is a case, with an id such as `name/size=1KB,batch=8`. */
  readonly params?: Matrix<Params>;
}
