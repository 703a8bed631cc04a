import { z } from 'zod';
import { failOnKinds } from '../compare/verdict.js';
import { profileNames } from '../measure/profile.js';
import { metricNames } from '../results/metrics.js';
import { suites } from '../results/selection.js';

/** Tells legal values in an error, and how to write them. */
const oneOf = <const T extends string>(names: readonly T[]) => z.enum(names);
const suiteNames = Object.keys(suites) as (keyof typeof suites)[];
const metric = z.enum(metricNames);

const glob = z.string().min(1);

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
    maxRepeats: z
      .int()
      .positive()
      .optional()
      .describe('Most samples of a case that those did not settle; default: 4 times as many'),
    profile: oneOf(profileNames).optional().describe('Measuring profile'),
    model: z.string().optional().describe('`all-MiniLM-L6-v2`, the name of a fastembed model, or a directory'),
    baseline: z.string().optional().describe('Baseline file, or folder of baselines by environment key'),
    failOn: z.array(oneOf(failOnKinds)).optional().describe('What makes the verdict fail'),
    require: z
      .array(z.enum(['qdrant', 'model']))
      .optional()
      .describe('Services whose absence is an error'),
    budgets: z
      .record(glob, z.partialRecord(metric, z.number()))
      .optional()
      .describe('Glob on the case id -> metric -> hard limit, in the metric’s own unit'),
    thresholds: z
      .record(glob, z.partialRecord(metric, floors))
      .optional()
      .describe('Glob on the case id -> metric -> change that is allowed against the baseline'),
  })
  .describe('Configuration of memory-bench.');

export type ConfigFile = z.infer<typeof configFileSchema>;

/** What a schema found wrong, one line a mistake with its place. */
export function explain(error: z.ZodError): string {
  return z.prettifyError(error);
}
