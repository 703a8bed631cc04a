// Types only: the measured process loads `defineConfig`. A test checks them against the schema in config-file.ts.
import type { FailOn } from '../compare/verdict.js';
import type { MetricName } from '../results/metrics.js';
import type { CommandDefinition } from '../suite/command.js';
import type { MatrixParams } from '../suite/matrix.js';
import type { Config } from './config.js';
import type { qdrantKinds } from './qdrant-kinds.js';

/** A source of Qdrant servers. */
export type QdrantKind = (typeof qdrantKinds)[number];

/** Source of Qdrant servers, with its settings. The API key is never in the file: it comes from QDRANT_API_KEY. */
export interface QdrantDefinition {
  /** Kind of source. Default `auto`. */
  readonly source?: QdrantKind | undefined;
  /** Version of the release or image, such as `1.16.3`. */
  readonly version?: string | undefined;
  /** URL of a server that is already running. */
  readonly url?: string | undefined;
  /** A qdrant program to start, relative to the file. */
  readonly binary?: string | undefined;
}

/** Allowed change against the baseline; a difference must exceed both floors to count. */
export interface ThresholdDefinition {
  /** Percent of the baseline's median. */
  readonly relativePercent?: number | undefined;
  /** In the metric's own unit. */
  readonly absolute?: number | undefined;
}

/** Contents of a configuration file. Flags and inputs override it. */
export interface ConfigDefinition {
  /** For editors. */
  readonly $schema?: string | undefined;
  /** Which cases to measure. Default `standard`. */
  readonly suite?: Config['suite'] | undefined;
  /** Scenario files, folders and globs, relative to the file; `builtin` for the built-in ones. */
  readonly scenarios?: readonly string[] | undefined;
  /** Scenarios that are programs in any language. Without `scenarios`, only these are measured. */
  readonly commands?: readonly CommandDefinition<MatrixParams>[] | undefined;
  /** Regular expression on the case id. */
  readonly filter?: string | undefined;
  /** Only cases with one of these tags. */
  readonly tags?: readonly string[] | undefined;
  /** No cases with any of these tags. */
  readonly skipTags?: readonly string[] | undefined;
  /** Samples per case. */
  readonly repeats?: number | undefined;
  /** Maximum samples of a case that is inconclusive after `repeats`. Default 4 times `repeats`. */
  readonly maxRepeats?: number | undefined;
  /** Measuring profile. */
  readonly profile?: Config['profile'] | undefined;
  /** Stop measuring after this many minutes. */
  readonly timeoutMinutes?: number | undefined;
  /** The Node program to measure, relative to the file. */
  readonly nodePath?: string | undefined;
  /** Environment variables of the measured process, such as MALLOC_ARENA_MAX. Their values are not secret. */
  readonly env?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Source of Qdrant servers. */
  readonly qdrant?: QdrantKind | QdrantDefinition | undefined;
  /** `all-MiniLM-L6-v2`, the name of a fastembed model, or a directory. */
  readonly model?: string | undefined;
  /** Baseline file, or folder of baselines by environment key, relative to the file. */
  readonly baseline?: string | undefined;
  /** Folder of results.json, report.md and report.html, relative to the file. */
  readonly out?: string | undefined;
  /** Whether to look for leaks. Default `true`; a scenario can opt out. */
  readonly leaks?: boolean | undefined;
  /** Cases for which to record where their memory comes from. Default `changed`: regressions, leaks and breaches. */
  readonly sites?: Config['sites'] | undefined;
  /** Also profile the native memory of the selected cases, each in a separate process. Default: no. */
  readonly profiler?: Config['profiler'];
  /** Kinds of finding that fail the verdict. */
  readonly failOn?: readonly FailOn[] | undefined;
  /** Services whose absence is an error. */
  readonly require?: readonly ('qdrant' | 'model')[] | undefined;
  /** Glob on the case id -> metric -> hard limit, in the metric's own unit. */
  readonly budgets?: Readonly<Record<string, Readonly<Partial<Record<MetricName, number>>>>> | undefined;
  /** Glob on the case id -> metric -> allowed change against the baseline. */
  readonly thresholds?:
    | Readonly<Record<string, Readonly<Partial<Record<MetricName, ThresholdDefinition>>>>>
    | undefined;
}
