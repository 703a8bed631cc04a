import { z } from 'zod';
import { amount, boundedRecord, moment, name, number, text } from './described.js';
import { limits } from './limits.js';
import { metricNames } from './metrics.js';
import { packagesSchema } from './packages.js';
import { failedSample, measuredSample, type trend } from './sample-schema.js';

export type { Allocator } from './allocations-schema.js';
export type { Mapped, MappedMemory } from './mapped-schema.js';
export { mostSites } from './place-schema.js';
export type { QdrantMemory } from './qdrant-memory-schema.js';

/** The floors that a difference must exceed, as scenarios and configurations set them. */
export const floorsSchema = z.strictObject({
  relativePercent: amount().optional().describe('Percent of the baseline’s median'),
  absolute: amount().optional().describe('In the metric’s own unit'),
});

/** Options of leak detection, as scenarios, cases and commands set them. */
export const leaksSchema = z
  .union([
    z.literal(false),
    z.strictObject({
      toleranceBytes: amount()
        .optional()
        .describe('Growth per iteration that is no leak, in bytes; default 4096. Coarser series keep a greater one'),
    }),
  ])
  .describe('`false`: leaks are not looked for');

/** Verdicts on the growth of a case. */
export const leakVerdicts = ['leak', 'suspected', 'slowing', 'ratchet', 'stable'] as const;
export type LeakVerdict = (typeof leakVerdicts)[number];

const caseResult = z.strictObject({
  id: text('Scenario name and case label: `single-document/100KB`', limits.id),
  source: text('Scenario file, relative to the working directory; `builtin` for a built-in one', limits.path),
  description: text('What the workload is'),
  tags: z.array(name()).max(limits.entries).describe('Tags, needs included'),
  definitionHash: text(
    'Hash of what makes the case what it is; cases of different hashes are not compared',
    limits.name,
  ),
  budgets: z.partialRecord(z.enum(metricNames), number()).describe('Hard limits, in the metric’s own unit'),
  thresholds: z
    .partialRecord(z.enum(metricNames), floorsSchema)
    .optional()
    .describe('Floors of the scenario’s own, both of which a difference has to exceed'),
  growthLimited: z.boolean().describe('Whether a limit on growth_percent is set'),
  leaks: leaksSchema.optional(),
  leakVerdict: z
    .enum(leakVerdicts)
    .optional()
    .describe(
      'What leak detection said at the end of the run; a later run follows up only what grows more than this one',
    ),
  skipped: text('Why the case was not measured').optional(),
  lacks: z
    .enum(['qdrant', 'model'])
    .optional()
    .describe('Service that is missing here, for which the case was skipped'),
  samples: z.array(z.discriminatedUnion('status', [measuredSample, failedSample])).max(limits.samples),
  extensions: z
    .array(
      z.strictObject({
        after: z.int().nonnegative().describe('Samples there were'),
        reason: z
          .enum(['confirm', 'decide'])
          .describe(
            '`confirm`: a regression was seen, and has to be seen again; `decide`: the samples were too few to say',
          ),
        about: z.array(name()).max(limits.entries).describe('The metrics, or `leak`'),
      }),
    )
    .max(limits.samples)
    .optional()
    .describe('When more samples than planned were asked for, and why'),
});

const identity = z.strictObject({
  os: text('process.platform'),
  arch: text('process.arch'),
  libc: text('`glibc`, `musl` or `system`, and the name of a preloaded library, which may be another allocator'),
  cores: z.int().positive().describe('Cores this process may use'),
  model: text('Id of the embedding model, or `none`'),
  qdrant: text('`own`: fresh servers that memory-bench starts; `external`: a server that was there already'),
  profile: text('Measuring profile: which flags and allocator settings were in force'),
});

const environment = z.strictObject({
  key: text('Identity as a file name'),
  identity: identity.describe('Differs -> cases are incomparable'),
  subject: boundedRecord(z.string().max(limits.text)).describe(
    'Versions of Node, Qdrant and packages, and `env NAME` for variables that the configuration sets: what a pull request changes. Differs -> compared, named first',
  ),
  packages: packagesSchema.optional(),
  context: boundedRecord(z.string().max(limits.text)).describe(
    'CPU model, kernel, memory, runner: differs -> compared with a notice',
  ),
});

const medians = boundedRecord(
  z.strictObject({
    definitionHash: text(
      'Hash of the case’s definition then; medians of different hashes are not comparable',
      limits.name,
    ),
    medians: z.partialRecord(z.enum(metricNames), number()).describe('Metric -> median over the samples'),
  }),
  { key: limits.id, fields: limits.cases },
).describe('Case id -> what was measured of it');

/** How many runs a baseline remembers. */
export const longestHistory = 30;

const history = z
  .array(
    z.strictObject({
      sha: text('Commit that was measured').optional(),
      startedAt: moment('When that run began'),
      cases: medians,
    }),
  )
  .max(longestHistory)
  .describe('Baselines: the runs on the branch before this one, newest first');

/** Maximum globs in one document's rules. */
const mostGlobs = 10_000;
const glob = z.string().min(1).max(2_000);

/** A record with a bounded number of globs. */
function byGlob<Value extends z.ZodType>(value: Value) {
  return z
    .record(glob, value)
    .refine((globs) => Object.keys(globs).length <= mostGlobs, `more than ${mostGlobs} globs`);
}

const rules = z
  .strictObject({
    budgets: byGlob(z.partialRecord(z.enum(metricNames), z.number())).describe(
      'Glob on the case id -> metric -> hard limit, in the metric’s own unit; over the cases’ own budgets',
    ),
    thresholds: byGlob(z.partialRecord(z.enum(metricNames), floorsSchema)).describe(
      'Glob on the case id -> metric -> floors; over the cases’ own thresholds',
    ),
    failOn: z.array(z.string().max(40)).max(40).describe('Kinds of finding that fail the run'),
  })
  .describe(
    'Budgets, thresholds and fail-on that the run was judged by. A pull request is judged by those of its baseline; absent in documents of earlier versions',
  );

/** Each case is compared with the baseline's case of the same id, so ids must be distinct. */
function areDistinct(cases: readonly { readonly id: string }[]): boolean {
  return new Set(cases.map(({ id }) => id)).size === cases.length;
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

/** The results document of a run, version 1. A baseline is such a document with thinned timelines. */
export const resultsSchema = z
  .strictObject({
    schemaVersion: z.literal(1).describe('Version of this format'),
    tool: z.strictObject({ name: text('Package name'), version: text('Package version') }),
    startedAt: moment('When the run began'),
    finishedAt: moment('When the run ended; absent while it goes on, and where it was killed').optional(),
    commit: z
      .strictObject({
        sha: text('Commit that was measured'),
        dirty: z.boolean().describe('Whether the work tree had changes on top'),
      })
      .optional()
      .describe('Absent outside of a git work tree'),
    selection: z
      .strictObject({
        suite: text('Name of the suite'),
        filter: z
          .string()
          // A longer one is not compiled.
          .max(limits.filter, { abort: true })
          .refine(isPattern, 'not a regular expression')
          .describe('Regular expression on the case id')
          .optional(),
        scenarios: z
          .array(z.string().max(limits.path))
          .max(limits.entries)
          .describe(
            'Scenario files, folders and globs, relative to the working directory; `builtin` for the built-in ones',
          ),
        tags: z.array(name()).max(limits.entries).describe('Only cases with one of these tags, where there are any'),
        skipTags: z.array(name()).max(limits.entries).describe('No cases with any of these tags'),
        repeats: z.int().positive().max(limits.repeats).describe('Samples per case'),
      })
      .describe('Which cases were to be measured'),
    environment,
    cutShort: z
      .array(z.enum(['samples', 'leaks', 'sites', 'native']))
      .optional()
      .describe(
        'Work that the time limit cut short: more samples of inconclusive cases, follow-ups of suspected leaks, where memory comes from, native profiles',
      ),
    rules: rules.optional(),
    cases: z.array(caseResult).max(limits.cases).refine(areDistinct, 'two cases have the same id'),
    history: history.optional(),
  })
  .describe('memory-bench results. In metric names "mb" means MiB: bytes / 1024².');

export type Results = z.infer<typeof resultsSchema>;
export type PastRun = NonNullable<Results['history']>[number];
export type Environment = Results['environment'];
export type Identity = Environment['identity'];
export type Selection = Results['selection'];
export type StoredRules = NonNullable<Results['rules']>;
export type CaseResult = Results['cases'][number];
export type Sample = CaseResult['samples'][number];
export type MeasuredSample = Extract<Sample, { status: 'measured' }>;
export type Extension = NonNullable<CaseResult['extensions']>[number];
export type FailedSample = Extract<Sample, { status: 'failed' }>;
export type SampleError = FailedSample['error'];
export type Pass = Sample['pass'];
export type PeakSource = NonNullable<MeasuredSample['peakSource']>;
export type Metrics = MeasuredSample['metrics'];
export type AbsentMetrics = MeasuredSample['absent'];
export type IterationSeries = NonNullable<MeasuredSample['iterations']>;
export type Timeline = NonNullable<MeasuredSample['timeline']>;
export type SettledReading = NonNullable<Timeline['settled']>[number];
export type Readings = NonNullable<MeasuredSample['readings']>;
export type AccountedReading = Readings['before'];
export type FollowUp = NonNullable<MeasuredSample['followUp']>;
export type LeakFit = NonNullable<MeasuredSample['leak']>;
export type Sites = NonNullable<MeasuredSample['sites']>;
export type Site = Sites['alive'][number];
export type SiteTrees = NonNullable<Sites['trees']>;
export type CallTree = SiteTrees['alive'];
export type Retainers = NonNullable<MeasuredSample['retainers']>;
export type Native = NonNullable<MeasuredSample['native']>;
export type NativeBranch = Extract<Native, { profiler: 'massif' }>['tree'][number];
export type NativeCall = Pick<NativeBranch, 'function' | 'file' | 'line' | 'object'>;
export type TrendFit = z.infer<typeof trend>;
