// Types alone: `defineConfig` is loaded in the measured process. A test holds them to the schema in config-file.ts.
import type { FailOn } from '../compare/verdict.js';
import type { MetricName } from '../results/metrics.js';
import type { CommandDefinition } from '../suite/command.js';
import type { MatrixParams } from '../suite/matrix.js';
import type { Config } from './config.js';
import type { qdrantKinds } from './qdrant-kinds.js';

/** Where Qdrant servers come from. */
export type QdrantKind = (typeof qdrantKinds)[number];

/** Where Qdrant servers come from, in full. An API key is no part of a file: it comes from QDRANT_API_KEY. */
export interface QdrantDefinition {
  /** Kind of source. Default `auto`. */
  readonly source?: QdrantKind | undefined;
  /** Version of the release or image, such as `1.16.3`. */
  readonly version?: string | undefined;
  /** A server that is there already. */
  readonly url?: string | undefined;
  /** A qdrant program to start, relative to the file. */
  readonly binary?: string | undefined;
}

/** The change that is allowed against the baseline; a difference has to exceed both floors. */
export interface ThresholdDefinition {
  /** Percent of the baseline's median. */
  readonly relativePercent?: number | undefined;
  /** In the metric's own unit. */
  readonly absolute?: number | undefined;
}

/** What a configuration file settles. Flags and inputs win over it. */
export interface ConfigDefinition {
  /** For editors. */
  readonly $schema?: string | undefined;
  /** Which cases to measure. Default `standard`. */
  readonly suite?: Config['suite'] | undefined;
  /** Scenario files, folders and globs, relative to the file; `builtin` for the built-in ones. */
  readonly scenarios?: readonly string[] | undefined;
  /** Scenarios that are programs in any language. Without `scenarios` they are all that is measured. */
  readonly commands?: readonly CommandDefinition<MatrixParams>[] | undefined;
  /** Regular expression on the case id. */
  readonly filter?: string | undefined;
  /** Only cases with one of these tags. */
  readonly tags?: readonly string[] | undefined;
  /** No cases with any of these tags. */
  readonly skipTags?: readonly string[] | undefined;
  /** Samples per case. */
  readonly repeats?: number | undefined;
  /** Most samples of a case that those did not settle. Default 4 times as many. */
  readonly maxRepeats?: number | undefined;
  /** Measuring profile. */
  readonly profile?: Config['profile'] | undefined;
  /** End the measuring after so many minutes. */
  readonly timeoutMinutes?: number | undefined;
  /** The Node program to measure, relative to the file. */
  readonly nodePath?: string | undefined;
  /** Environment variables of the measured process, such as MALLOC_ARENA_MAX. What is in them is no secret. */
  readonly env?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Where Qdrant servers come from. */
  readonly qdrant?: QdrantKind | QdrantDefinition | undefined;
  /** `all-MiniLM-L6-v2`, the name of a fastembed model, or a directory. */
  readonly model?: string | undefined;
  /** Baseline file, or folder of baselines by environment key, relative to the file. */
  readonly baseline?: string | undefined;
  /** Folder of results.json, report.md and report.html, relative to the file. */
  readonly out?: string | undefined;
  /** Whether leaks are looked for. Default `true`; a scenario can turn it off for itself. */
  readonly leaks?: boolean | undefined;
  /** Of which cases to record where their memory comes from. Default `changed`: regressions, leaks and breaches. */
  readonly sites?: Config['sites'] | undefined;
  /** Profile the native memory of the selected cases, too, each in a process of its own. Default: no. */
  readonly profiler?: Config['profiler'];
  /** What makes the verdict fail. */
  readonly failOn?: readonly FailOn[] | undefined;
  /** Services whose absence is an error. */
  readonly require?: readonly ('qdrant' | 'model')[] | undefined;
  /** Glob on the case id -> metric -> hard limit, in the metric's own unit. */
  readonly budgets?: Readonly<Record<string, Readonly<Partial<Record<MetricName, number>>>>> | undefined;
  /** Glob on the case id -> metric -> change that is allowed against the baseline. */
  readonly thresholds?:
    | Readonly<Record<string, Readonly<Partial<Record<MetricName, ThresholdDefinition>>>>>
    | undefined;
}
