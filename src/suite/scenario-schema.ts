import { z } from 'zod';
import { number } from '../results/described.js';
import { limits } from '../results/limits.js';
import { metricNames } from '../results/metrics.js';
import { floorsSchema, leaksSchema } from '../results/schema.js';

const namePattern = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;
const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const count = z.int().nonnegative();
const metric = z.enum(metricNames);
/** Values that can be in an id and in an argument. */
const matrixValue = z.union([z.string().regex(labelPattern), z.number(), z.boolean()]);

const plan = {
  iterations: z.int().positive().max(limits.iterations).optional(),
  warmup: count.optional(),
  measure: z.enum(['steady', 'cold']).optional(),
  timeoutMs: z.number().positive().optional(),
  tags: z.array(z.string().regex(labelPattern).max(limits.name)).max(100).optional(),
  budgets: z.partialRecord(metric, number()).optional(),
  thresholds: z.partialRecord(metric, floorsSchema).optional(),
  growth: z.strictObject({ maxPercent: number() }).optional(),
  leaks: leaksSchema.optional(),
};

const words = z.array(z.string()).nonempty();
const commandLine = z
  .array(z.string())
  .nonempty()
  .refine(([program]) => program !== '', 'the program has no name');

/** How a program is run: the fields of a command scenario besides those that every scenario has. */
export const commandFields = {
  command: commandLine,
  drive: commandLine.optional(),
  ready: z
    .union([
      z.strictObject({ line: z.string().min(1) }),
      z.strictObject({ url: z.string().min(1) }),
      z.strictObject({ port: z.string().min(1) }),
    ])
    .optional(),
  handshake: z.boolean().optional(),
  metrics: z.strictObject({ url: z.string().min(1), names: words }).optional(),
  env: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string()).optional(),
  cwd: z.string().min(1).optional(),
  stop: z.enum(['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP']).optional(),
};

function casesOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .record(z.string().regex(labelPattern), z.strictObject({ ...shape, params: z.unknown() }))
    .refine((cases) => Object.keys(cases).length > 0, 'leave `cases` out, or give at least one');
}

const head = {
  name: z.string().regex(namePattern, 'lower case words joined by hyphens, parts by slashes, such as `search/dense`'),
  description: z.string().min(1).max(limits.text),
  version: z.int().positive().optional(),
  needs: z.array(z.enum(['qdrant', 'model'])).optional(),
  cases: casesOf(plan).optional(),
  params: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/), z.array(matrixValue).nonempty())
    .refine((params) => Object.keys(params).length > 0, 'leave `params` out, or give at least one')
    .optional(),
  ...plan,
};
const exportName = z.string();
const functions = z.array(z.enum(['setup', 'run', 'teardown']));

/** One exported scenario, as the describing process reports it. Strict, so that a typo in a field is an error. */
export const describedScenario = z.strictObject({
  exportName,
  functions: functions.refine((names) => names.includes('run'), 'a scenario needs a `run` function, or a `command`'),
  ...head,
});

const { measure: _, ...commandPlan } = plan;
const { measure: __, cases: ___, ...commandHead } = head;

/** The same for a scenario that is a program. */
export const describedCommand = z.strictObject({
  exportName,
  functions: functions.refine((names) => names.length === 0, 'a scenario with a `command` has no functions'),
  ...commandHead,
  cases: casesOf(commandPlan).optional(),
  ...commandFields,
});

export type DescribedCommand = z.infer<typeof describedCommand>;
export type DescribedScenario = z.infer<typeof describedScenario> | DescribedCommand;

const notWritten = { exportName: true, functions: true } as const;

/** The fields that users write. */
export const writtenScenario = describedScenario.omit(notWritten);
export const writtenCommand = describedCommand.omit(notWritten);

/** The whole answer of the describing process. */
export const describerAnswer = z.union([
  z.strictObject({ scenarios: z.array(z.unknown()) }),
  z.strictObject({ error: z.string() }),
]);
