import { z } from 'zod';
import { failOnKinds } from '../compare/verdict.js';
import { profileNames } from '../measure/profile.js';
import { metricNames } from '../results/metrics.js';
import { suites } from '../results/selection.js';

/** Tells legal values in an error, and how to write them. */
const oneOf = <const T extends string>(names: readonly T[]) => z.enum(names);
const suiteNames = Object.keys(suites) as (keyof typeof suites)[];
const metric = z.enum(metricNames);

const floors = z.strictObject({
  relativePercent: z.number().nonnegative().optional().describe('Percent of the baseline’s median'),
  absolute: z.number().nonnegative().optional().describe('In the metric’s own unit'),
});

/** `memory-bench.config.json`: what a repository settles once. Flags win over it. */
export const configFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors'),
    suite: oneOf(suiteNames).optional().describe('Which cases to measure'),
    scenarios: z
      .array(z.string())
      .optional()
      .describe('Scenario files and folders, relative to this file; `builtin` for the built-in ones'),
    filter: z.string().optional().describe('Regular expression on the case id'),
    repeats: z.int().positive().optional().describe('Samples per case'),
    profile: oneOf(profileNames).optional().describe('Measuring profile'),
    model: z.string().optional().describe('`all-MiniLM-L6-v2`, the name of a fastembed model, or a directory'),
    baseline: z.string().optional().describe('Baseline file, or folder of baselines by environment key'),
    failOn: z.array(oneOf(failOnKinds)).optional().describe('What makes the verdict fail'),
    require: z
      .array(z.enum(['qdrant', 'model']))
      .optional()
      .describe('Services whose absence is an error'),
    budgets: z
      .record(z.string(), z.partialRecord(metric, z.number()))
      .optional()
      .describe('Glob on the case id -> metric -> hard limit, in the metric’s own unit'),
    thresholds: z
      .record(z.string(), z.partialRecord(metric, floors))
      .optional()
      .describe('Glob on the case id -> metric -> change that is allowed against the baseline'),
  })
  .describe('Configuration of memory-bench.');

export type ConfigFile = z.infer<typeof configFileSchema>;

/** Where the Qdrant servers of a run come from. */
export type QdrantSource =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'binary'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string; readonly apiKey: string | undefined };

/** Everything a run needs to know, from defaults, file and flags together. */
export interface Config {
  readonly workingDirectory: string;
  readonly suite: keyof typeof suites;
  /** Scenario files and folders, absolute. */
  readonly scenarios: readonly string[];
  readonly filter: string | undefined;
  readonly tags: readonly string[];
  readonly skipTags: readonly string[];
  readonly repeats: number;
  readonly profile: (typeof profileNames)[number];
  readonly qdrant: QdrantSource;
  readonly model: string;
  readonly require: readonly ('qdrant' | 'model')[];
  /** Baseline file, or folder of baselines by environment key. */
  readonly baseline: string;
  /** The user named the baseline: it has to be there. */
  readonly baselineRequired: boolean;
  readonly updateBaseline: boolean;
  /** Folder of results.json and report.md. */
  readonly out: string;
  readonly resume: boolean;
  readonly failOn: readonly (typeof failOnKinds)[number][];
  readonly json: boolean;
  readonly cacheDir: string;
  readonly budgets: NonNullable<ConfigFile['budgets']>;
  readonly thresholds: NonNullable<ConfigFile['thresholds']>;
}
