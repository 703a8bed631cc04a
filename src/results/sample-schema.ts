import { z } from 'zod';
import { allocationsSchema } from './allocations-schema.js';
import { amount, finite, moment, name, number, text } from './described.js';
import { limits } from './limits.js';
import { mappedSchema } from './mapped-schema.js';
import { type MetricName, metricDefinition, metricNames } from './metrics.js';
import { nativeSchema } from './native-schema.js';
import { qdrantMemorySchema } from './qdrant-memory-schema.js';
import { retainersSchema } from './retainers-schema.js';
import { sitesSchema } from './sites-schema.js';

function describeMetric(name: MetricName): string {
  const { unit, definition, source, platform } = metricDefinition(name);
  return `${definition}. Unit: ${unit}${unit === 'MiB' ? ' (bytes / 1024²)' : ''}. Source: ${source}. Platform: ${platform}.`;
}

const optionalPerMetric = <T extends z.ZodType>(value: (name: MetricName) => T) =>
  z.strictObject(
    Object.fromEntries(metricNames.map((name) => [name, value(name).optional()])) as Record<
      MetricName,
      z.ZodOptional<T>
    >,
  );

const metrics = optionalPerMetric((metric) => number().describe(describeMetric(metric)));
const absent = optionalPerMetric((metric) => text(`Why ${metric} could not be had`));

const series = () => z.array(number()).max(limits.series);

/** The content of each class of memory and each count of a reading. */
const classes = {
  externalBytes:
    'Backing stores that the main thread holds, each byte once: Buffers, WebAssembly memories, SharedArrayBuffers, and whatever else V8 keeps account of',
  mallocBytes:
    'Live native bytes in no other class: `nativeBytes` without the backing stores that malloc holds (glibc)',
  workerHeapBytes: 'Used heaps of the worker threads, each collected before (leak pass only)',
  otherBytes:
    'Anonymous memory in no other class: mmap, stacks and isolates of threads, other allocators than malloc (Linux with glibc)',
  childBytes: 'Anonymous memory of descendant processes (Linux)',
  descriptors: 'Open file descriptors (Linux)',
  threads: 'Threads of the operating system (Linux)',
  handles: 'libuv handles, and timers that are not cleared, unref’ed ones included',
  children: 'Descendant processes that are alive (Linux)',
} as const;

const iterations = z.strictObject({
  durationMs: series().describe('Duration of each measured iteration, in ms'),
  rssBytes: series().describe(
    'Resident set size after each measured iteration, in bytes; for commands memory of the tree (PSS)',
  ),
  anonBytes: series()
    .optional()
    .describe('Resident anonymous memory after each iteration, in bytes (Linux); for commands of the tree (PSS)'),
  heapBytes: series()
    .optional()
    .describe(
      'JavaScript objects of the main thread alive after each iteration and a garbage collection, in bytes; without `externalBytes` beside it, external memory is included (documents of version 0.1)',
    ),
  externalBytes: series().optional().describe(`${classes.externalBytes}, after each iteration, in bytes`),
  nativeBytes: series()
    .optional()
    .describe('Live native bytes after each iteration and a garbage collection, in bytes (glibc)'),
  mallocBytes: series().optional().describe(`${classes.mallocBytes}, after each iteration, in bytes`),
  workerHeapBytes: series().optional().describe(`${classes.workerHeapBytes}, after each iteration, in bytes`),
  otherBytes: series().optional().describe(`${classes.otherBytes}, after each iteration, in bytes`),
  childBytes: series().optional().describe(`${classes.childBytes}, after each iteration, in bytes`),
  descriptors: series().optional().describe(`${classes.descriptors}, after each iteration`),
  threads: series().optional().describe(`${classes.threads}, after each iteration`),
  handles: series().optional().describe(`${classes.handles}, after each iteration`),
  children: series().optional().describe(`${classes.children}, after each iteration`),
  reportedBytes: series()
    .optional()
    .describe('Commands: what the program reports itself after each iteration, in bytes'),
  qdrantBytes: series()
    .optional()
    .describe('Live bytes of the Qdrant server after each iteration, by its own jemalloc count, in bytes'),
});

const settledReading = z.strictObject({
  name: z
    .enum(['cold-before', 'cold-after', 'before', 'after'])
    .describe('Around which stretch: the cold iteration, or the measured iterations'),
  atMs: finite(
    'When, in ms since the start: the end of the phase that the reading ends. For `cold-before`, the beginning of the cold phase, some tenths of a second early',
  ),
  heapBytes: amount().describe('JavaScript objects alive, in bytes'),
  externalBytes: amount().describe('External memory of V8, Buffers included, in bytes'),
  nativeBytes: amount().optional().describe('Live native bytes (glibc)'),
});

const timeline = z.strictObject({
  atMs: z.array(number()).max(limits.readings).describe('Moments of the readings, in ms since the worker was started'),
  workerRssBytes: z
    .array(number())
    .max(limits.readings)
    .describe('Resident set size of the worker, in bytes; for commands memory of the process tree (PSS)'),
  qdrantRssBytes: z
    .array(number().nullable())
    .max(limits.readings)
    .describe('Resident set size of the Qdrant server, in bytes; null if memory-bench did not start one'),
  phases: z
    .array(
      z.strictObject({
        name: name().describe('Phase that began'),
        atMs: finite('When it began, in ms since the start'),
      }),
    )
    .max(limits.phases)
    .describe('What the worker was doing'),
  settled: z
    .array(settledReading)
    .max(4)
    .optional()
    .describe('What the worker read of itself when its memory had settled, earliest first; absent for commands'),
});

const accountedReading = z.strictObject({
  rssBytes: amount().describe('Resident set size, in bytes'),
  anonBytes: amount().optional().describe('Resident anonymous memory, in bytes (Linux)'),
  fileBytes: amount().optional().describe('Resident file-backed and shared memory, in bytes (Linux)'),
  heapBytes: finite('JavaScript objects of the main thread alive, without backing stores, in bytes'),
  externalBytes: amount().describe(`${classes.externalBytes}; in bytes`),
  nativeBytes: amount().optional().describe('Live native bytes: all that malloc holds (glibc)'),
  mallocBytes: number().optional().describe(`${classes.mallocBytes}; in bytes`),
  workerHeapBytes: amount().optional().describe(`${classes.workerHeapBytes}; in bytes`),
  otherBytes: number().optional().describe(`${classes.otherBytes}; in bytes`),
  childBytes: amount().optional().describe(`${classes.childBytes}; in bytes`),
  descriptors: amount().optional().describe(classes.descriptors),
  threads: amount().optional().describe(classes.threads),
  handles: amount()
    .optional()
    .describe(`${classes.handles}; in \`after\` only, because counting timers disturbs memory`),
  children: amount().optional().describe(classes.children),
});

const readings = z.strictObject({
  before: accountedReading.describe('Settled, before the measured iterations'),
  after: accountedReading.describe('Settled, after the measured iterations'),
});

const followUp = z.strictObject({
  ended: z
    .enum(['decided', 'horizon', 'memory', 'time', 'threw', 'cannot'])
    .describe(
      'Why a leak pass stopped: the series decided, it ran all the iterations that it may, it reached a limit of memory or time, the run threw, or the command cannot be given more iterations',
    ),
  message: text('Details, such as the error that the run threw', limits.message).optional(),
});

/** A fit of a series over iterations. */
export const trend = z.strictObject({
  slopeBytes: finite('Theil-Sen slope, in bytes per iteration'),
  lowerBytes: finite('Lower end of the 99 % interval of the slope, in bytes per iteration'),
  upperBytes: finite('Upper end of the 99 % interval of the slope, in bytes per iteration'),
  earlySlopeBytes: finite('Theil-Sen slope of the first half, in bytes per iteration'),
  lateSlopeBytes: finite('Theil-Sen slope of the last half, in bytes per iteration'),
  lateLowerBytes: finite('Lower end of the 99 % interval of the slope of the last half, in bytes per iteration'),
  lateUpperBytes: finite('Upper end of the 99 % interval of the slope of the last half, in bytes per iteration'),
  mannKendallP: finite('Two-sided p of the Mann-Kendall trend test; for information'),
  toleranceBytes: finite('Slope above which the series is suspected, in bytes per iteration'),
  verdict: z.enum(['leak', 'ratchet', 'stable']).describe('What the shape of this one series says'),
});

const leak = z
  .strictObject({
    verdict: z.enum(['leak', 'ratchet', 'stable']).describe('What the accusing series of this sample say together'),
    heap: trend.optional().describe('JavaScript heap plus external memory; absent for commands'),
    native: trend.optional().describe('Live native bytes; absent where malloc is not glibc’s'),
    anon: trend.optional().describe('Resident anonymous memory: confirms, does not accuse'),
    qdrant: trend
      .optional()
      .describe(
        'Live bytes of the Qdrant server; `stable` where it was written to, keeping what it is given being what it is for',
      ),
    tree: trend.optional().describe('Commands: anonymous memory of the process tree'),
    reported: trend.optional().describe('Commands: what the program reports itself'),
    iterations: z.int().describe('Iterations the fit is made of: more than planned where a suspicion was followed up'),
  })
  .refine(({ heap, tree }) => heap !== undefined || tree !== undefined, 'a fit of no series');

const sampleError = z.strictObject({
  kind: z
    .enum(['import', 'setup', 'run', 'teardown', 'timeout', 'exit', 'signal', 'qdrant', 'measure'])
    .describe('Where the sample broke'),
  message: text('What happened, and what to do', limits.message),
  stack: text('Stack of the scenario’s own error', limits.log).optional(),
  log: text('Last lines the worker wrote', limits.log).optional(),
});

const passes = ['memory', 'leak', 'allocations', 'sites', 'retainers', 'native'] as const;

/** A sample that was measured. */
export const measuredSample = z.strictObject({
  status: z.literal('measured'),
  pass: z
    .enum(passes)
    .describe(
      '`leak` samples follow up a suspected leak: they carry `iterations` and `followUp`, and no metrics; `allocations` samples are taken with V8’s allocation tracker on and carry allocation_count and `allocations` only; `sites` samples with its sampling heap profiler, and carry `sites` only; `retainers` samples take two heap snapshots and carry `retainers` only; `native` samples under a profiler of native memory, and carry `native` only',
    ),
  index: z.int().nonnegative().describe('Number of the sample within its case and pass, from 0'),
  startedAt: moment('When the worker was started'),
  metrics: metrics.describe('Published metrics of this sample'),
  absent: absent.describe('Metrics that could not be had here, with the reason'),
  unsettled: z
    .array(name())
    .max(limits.entries)
    .describe('Readings that were taken although memory still moved after all rounds of settling'),
  peakSource: z
    .enum(['high-water marks', 'polled'])
    .optional()
    .describe(
      'Commands: where tree_peak_mb comes from: the kernel’s high-water marks of the processes, read every millisecond in the first second of each, then every ten; or polled readings alone, which miss spikes between two of them',
    ),
  retakes: z
    .int()
    .positive()
    .max(limits.repeats)
    .optional()
    .describe('How often the sample was taken again because memory had not settled; absent where it was not'),
  iterations: iterations.optional().describe('Readings per measured iteration'),
  readings: readings
    .optional()
    .describe('The account of memory around the measured iterations of a memory pass; absent for commands'),
  followUp: followUp.optional().describe('How the leak pass ended'),
  qdrantWritten: z
    .boolean()
    .optional()
    .describe(
      'Whether the iterations wrote to the Qdrant server: growth of one that keeps what it is given is no leak',
    ),
  timeline: timeline.optional().describe('Memory over time, polled; for pictures, not for judging'),
  leak: leak.optional().describe('Fit of the growth over the iterations; in documents of earlier versions'),
  sites: sitesSchema.optional().describe('Which functions the memory comes from'),
  retainers: retainersSchema.optional().describe('Who holds the objects that a leak keeps'),
  allocations: allocationsSchema
    .optional()
    .describe('Which functions the objects of allocation_count come from, most first'),
  mapped: mappedSchema
    .optional()
    .describe(
      'What resident memory was made of at the settled end of the measured iterations (Linux); for information, not judged',
    ),
  qdrantMemory: qdrantMemorySchema
    .optional()
    .describe('What the allocator of the Qdrant server told around, and after, the measured iterations'),
  native: nativeSchema.optional().describe('What a profiler of native memory found'),
});

/** A sample that failed. */
export const failedSample = z.strictObject({
  status: z.literal('failed'),
  pass: z.enum(passes),
  index: z.int().nonnegative(),
  startedAt: moment('When the worker was started'),
  error: sampleError,
});
