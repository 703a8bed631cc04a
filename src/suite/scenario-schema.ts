import { z } from 'zod';
import { metricNames } from '../results/metrics.js';

const namePattern = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;
const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const count = z.int().nonnegative();

const plan = {
  iterations: z.int().positive().optional(),
  warmup: count.optional(),
  measure: z.enum(['steady', 'cold']).optional(),
  timeoutMs: z.number().positive().optional(),
  tags: z.array(z.string().regex(labelPattern)).optional(),
  budgets: z.partialRecord(z.enum(metricNames), z.number()).optional(),
  growth: z.strictObject({ maxPercent: z.number() }).optional(),
};

/** What the describing process says of one exported scenario. Strict, so that a typo in a field is an error. */
export const describedScenario = z.strictObject({
  exportName: z.string(),
  functions: z
    .array(z.enum(['setup', 'run', 'teardown']))
    .refine((names) => names.includes('run'), 'a scenario needs a `run` function'),
  name: z.string().regex(namePattern, 'lower case words joined by hyphens, parts by slashes, such as `search/dense`'),
  description: z.string().min(1),
  version: z.int().positive().optional(),
  needs: z.array(z.enum(['qdrant', 'model'])).optional(),
  cases: z
    .record(z.string().regex(labelPattern), z.strictObject({ ...plan, params: z.unknown() }))
    .refine((cases) => Object.keys(cases).length > 0, 'leave `cases` out, or give at least one')
    .optional(),
  ...plan,
});

export type DescribedScenario = z.infer<typeof describedScenario>;

/** The fields of it that somebody writes. */
export const writtenScenario = describedScenario.omit({ exportName: true, functions: true });

/** The whole answer of the describing process. */
export const describerAnswer = z.union([
  z.strictObject({ scenarios: z.array(z.unknown()) }),
  z.strictObject({ error: z.string() }),
]);
