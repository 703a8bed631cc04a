import { z } from 'zod';
import { failOnKinds } from '../compare/verdict.js';
import { profileNames } from '../measure/profile.js';
import { number } from '../results/described.js';
import { globMistake, globSyntax } from '../results/glob.js';
import { limits } from '../results/limits.js';
import { metricNames } from '../results/metrics.js';
import { floorsSchema } from '../results/schema.js';
import { suites } from '../results/selection.js';
import { writtenCommand } from '../suite/scenario-schema.js';
import { variableName } from './environment-variables.js';
import { limitInMinutes } from './inputs.js';
import { profilers } from './profilers.js';
import { qdrantKinds } from './qdrant-kinds.js';
import { siteModes } from './site-modes.js';

const oneOf = <const T extends string>(names: readonly T[]) => z.enum(names);
const suiteNames = Object.keys(suites) as (keyof typeof suites)[];
const metric = z.enum(metricNames);

const glob = z
  .string()
  .min(1)
  .superRefine((written, { addIssue }) => {
    const mistake = globMistake(written);
    if (mistake !== undefined) {
      addIssue(`the glob ${shortGlob(written)} cannot be used: ${mistake}; a glob can have ${globSyntax}`);
    }
  });

function shortGlob(written: string): string {
  return JSON.stringify(written.length <= 80 ? written : `${written.slice(0, 79)}…`);
}

/** A record from globs over case ids to a value per metric. */
function byGlob<Value extends z.ZodType>(value: Value) {
  return z
    .record(glob, z.partialRecord(metric, value))
    .refine((globs) => Object.keys(globs).length <= limits.globs, `more than ${limits.globs} globs`)
    .meta({ maxProperties: limits.globs });
}

const kind = oneOf(qdrantKinds);

const qdrant = z.strictObject({
  source: kind.optional().describe('Kind of source'),
  version: z.string().optional().describe('Version of the release or image, such as 1.16.3'),
  url: z.string().optional().describe('A server that is there already; its API key is no part of a file'),
  binary: z.string().optional().describe('A qdrant program to start, relative to this file'),
});

/** Schema of `memory-bench.config.*`. Flags and inputs override the file. */
export const configFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors'),
    suite: oneOf(suiteNames).optional().describe('Which cases to measure'),
    scenarios: z
      .array(z.string())
      .optional()
      .describe('Scenario files, folders and globs, relative to this file; `builtin` for the built-in ones'),
    commands: z
      .array(writtenCommand)
      .optional()
      .describe('Scenarios that are programs in any language; without `scenarios` they are all that is measured'),
    filter: z.string().max(limits.filter).optional().describe('Regular expression on the case id'),
    tags: z.array(z.string()).optional().describe('Only cases with one of these tags'),
    skipTags: z.array(z.string()).optional().describe('No cases with any of these tags'),
    repeats: z.int().positive().max(limits.repeats).optional().describe('Samples per case'),
    maxRepeats: z
      .int()
      .positive()
      .max(limits.repeats)
      .optional()
      .describe('Most samples of a case that those did not settle; default: 4 times as many'),
    profile: oneOf(profileNames).optional().describe('Measuring profile'),
    timeoutMinutes: z
      .number()
      .min(limitInMinutes.least)
      .max(limitInMinutes.most)
      .optional()
      .describe('End the measuring after so many minutes'),
    nodePath: z.string().optional().describe('The Node program to measure, relative to this file'),
    env: z
      .record(z.string().regex(variableName), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('Environment variables of the measured process; what is in them is no secret'),
    qdrant: z.union([kind, qdrant]).optional().describe('Where Qdrant servers come from'),
    model: z.string().optional().describe('`all-MiniLM-L6-v2`, the name of a fastembed model, or a directory'),
    baseline: z.string().optional().describe('Baseline file, or folder of baselines by environment key'),
    out: z.string().optional().describe('Folder of results.json, report.md and report.html, relative to this file'),
    leaks: z.boolean().optional().describe('Whether leaks are looked for; default: true'),
    sites: oneOf(siteModes).optional().describe('Of which cases to record where their memory comes from'),
    profiler: oneOf(profilers)
      .optional()
      .describe('Also profile the native memory of the selected cases, each in a separate process'),
    failOn: z.array(oneOf(failOnKinds)).optional().describe('What makes the verdict fail'),
    require: z
      .array(z.enum(['qdrant', 'model']))
      .optional()
      .describe('Services whose absence is an error'),
    budgets: byGlob(number())
      .optional()
      .describe('Glob on the case id -> metric -> hard limit, in the metric’s own unit'),
    thresholds: byGlob(floorsSchema)
      .optional()
      .describe('Glob on the case id -> metric -> change that is allowed against the baseline'),
  })
  .describe('Configuration of memory-bench.');

export type ConfigFile = z.infer<typeof configFileSchema>;
