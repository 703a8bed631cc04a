/** The kind of a metric, which decides its noise and the floors it is judged with. */
export type MetricClass =
  /** An amount of memory at one moment: differs by some MiB between equal processes. */
  | 'level'
  /** The change of an amount within one process: steady to a fraction of a MiB. */
  | 'change'
  /** Events or bytes counted by V8: nearly deterministic. */
  | 'count'
  /** Percent of growth over the iterations, as the seed reports it. */
  | 'growth'
  /** Memory per iteration: what a leak costs, steady to a fraction of a KiB per iteration. */
  | 'slope'
  /** Durations: informative on a shared machine, never judged. */
  | 'time';

/** How a metric takes part in a verdict. */
export type MetricRole =
  /** Judged: a regression of it fails the case. */
  | 'primary'
  /** Compared and shown to explain the primary metrics. Budgets on it are enforced. */
  | 'supporting';

/** The definition of a published metric. */
export interface MetricDefinition {
  readonly unit: 'MiB' | 'count' | 'ms' | '%';
  readonly class: MetricClass;
  readonly role: MetricRole;
  /** The judged metric that this one replaces if the judged one is absent on either side. */
  readonly fallbackFor?: string;
  /** The meaning of the number. */
  readonly definition: string;
  /** The source it is read from. */
  readonly source: string;
  /** The platforms that have it. */
  readonly platform: string;
  /** The counterpart in the Python suite this project grew from, in that suite's own words. */
  readonly seed?: string;
}

const window = 'the measured iterations';
const marks = `VmHWM, RssFile, RssShmem and RssAnon in /proc/self/status at the end of every call`;
const status = '/proc/self/status';
const linux = 'Linux';
const glibc = 'Linux with glibc’s own malloc';
const anywhere = 'everywhere';
const liveHeap = 'v8.GCProfiler: used heap at the end of the marking collection that vm.measureMemory starts';
const tree = 'Linux; command scenarios';
const pss =
  'Pss of /proc/<pid>/smaps_rollup, summed over the tree: a page that n processes share counts as one n-th in each';
const ownServer = 'Linux, a Qdrant server that memory-bench started';

/** The published metrics, in the order in which they are shown. */
export const metricDefinitions = {
  anon_peak_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'primary',
    definition: `greatest anonymous memory of the worker process during ${window}: the high-water mark of each call less the file and shared pages at its start or end, whichever are more`,
    source: marks,
    platform: linux,
  },
  anon_peak_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `anon_peak_mb less the settled anonymous memory before ${window}: what an iteration needs on top`,
    source: marks,
    platform: linux,
  },
  anon_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `change of the worker's resident anonymous memory over ${window}, settled before and after: no mapped files, no shared memory`,
    source: `RssAnon in ${status}`,
    platform: linux,
  },
  file_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    definition: `change of the worker's resident file and shared pages over ${window}: mapped files, code of the node binary, shared memory`,
    source: `RssFile and RssShmem in ${status}`,
    platform: linux,
  },
  peak_rss_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    fallbackFor: 'anon_peak_mb',
    definition: `greatest resident set size of the worker process during ${window}`,
    source: `VmHWM in ${status}, reset with /proc/self/clear_refs before every measured iteration`,
    platform: linux,
    seed: 'Peak resident set size (physical memory) in MB; in fact the greater of start and end',
  },
  current_rss_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    definition: `resident set size of the worker after ${window}, settled`,
    source: `VmRSS in ${status}`,
    platform: anywhere,
    seed: 'Current RSS after operation completes',
  },
  rss_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    fallbackFor: 'anon_delta_mb',
    definition: `change of the resident set size over ${window}, settled before and after`,
    source: `VmRSS in ${status}`,
    platform: anywhere,
    seed: 'Change in RSS during the operation (key metric)',
  },
  peak_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    fallbackFor: 'anon_peak_delta_mb',
    definition: `peak_rss_mb less the settled resident set size before ${window}`,
    source: `VmHWM and VmRSS in ${status}`,
    platform: linux,
  },
  heap_peak_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    definition: `greatest used JavaScript heap during ${window}: read before every garbage collection and at the end; at least the objects alive before and after`,
    source: 'v8.GCProfiler, v8.getHeapStatistics().used_heap_size, and the source of heap_current_mb',
    platform: anywhere,
    seed: 'tracemalloc_peak_mb: peak Python allocations tracked by tracemalloc',
  },
  heap_current_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    definition: `bytes of the JavaScript objects alive after ${window}`,
    source: liveHeap,
    platform: anywhere,
    seed: 'tracemalloc_current_mb: current Python allocations',
  },
  heap_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `change of the bytes of the JavaScript objects alive over ${window}`,
    source: liveHeap,
    platform: anywhere,
  },
  heap_allocated_mb: {
    unit: 'MiB',
    class: 'count',
    role: 'supporting',
    definition: `bytes allocated on the JavaScript heap during ${window}, freed since or not`,
    source: 'v8.GCProfiler: used heap before each collection less used heap after the one before, and the tail',
    platform: anywhere,
  },
  allocation_count: {
    unit: 'count',
    class: 'count',
    role: 'supporting',
    definition:
      'objects allocated on the JavaScript heap in the second call of run (the first, where that is what a case measures)',
    source:
      'HeapProfiler.startTrackingHeapObjects with trackAllocations, in a separate process without the optimising compiler',
    platform: anywhere,
    seed: 'Number of distinct memory allocations',
  },
  external_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    definition: `memory outside of the JavaScript heap that V8 keeps account of, after ${window}`,
    source: 'process.memoryUsage().external',
    platform: anywhere,
  },
  array_buffers_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    definition: `memory of ArrayBuffers and Buffers after ${window}; part of external_mb`,
    source: 'process.memoryUsage().arrayBuffers',
    platform: anywhere,
  },
  native_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    definition: `live native bytes after ${window}: what malloc gave out and was not freed`,
    source: 'mallinfo2(): uordblks + hblkhd',
    platform: glibc,
  },
  native_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `change of the live native bytes over ${window}`,
    source: 'mallinfo2(): uordblks + hblkhd',
    platform: glibc,
  },
  cold_anon_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition:
      'change of the resident anonymous memory over the first call of run in the process, settled before and after',
    source: `RssAnon in ${status}`,
    platform: linux,
  },
  cold_anon_peak_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: 'greatest anonymous memory of the first call of run less the settled anonymous memory before it',
    source: marks,
    platform: linux,
  },
  cold_rss_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    fallbackFor: 'cold_anon_delta_mb',
    definition: 'change of the resident set size over the first call of run in the process, settled before and after',
    source: `VmRSS in ${status}`,
    platform: anywhere,
  },
  cold_peak_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    fallbackFor: 'cold_anon_peak_delta_mb',
    definition: 'high-water mark of the first call of run less the settled resident set size before it',
    source: `VmHWM and VmRSS in ${status}`,
    platform: linux,
  },
  growth_percent: {
    unit: '%',
    class: 'growth',
    role: 'supporting',
    definition: 'mean resident set size of the last fifth of the measured iterations against the first fifth',
    source: `VmRSS in ${status} after every iteration (commands: anonymous memory of the tree); cases with a growth limit`,
    platform: anywhere,
    seed: 'memory growth rate; fails above 50 % (ingestion), 30 % (search)',
  },
  heap_growth_mb: {
    unit: 'MiB',
    class: 'slope',
    role: 'primary',
    definition: `slope (Theil-Sen) of live JavaScript objects plus external memory over ${window}, per 1,000 iterations`,
    source:
      'v8.GCProfiler, vm.measureMemory and process.memoryUsage() after every iteration; cases with a growth limit',
    platform: anywhere,
  },
  native_growth_mb: {
    unit: 'MiB',
    class: 'slope',
    role: 'primary',
    definition: `slope (Theil-Sen) of the live native bytes over ${window}, per 1,000 iterations`,
    source: 'mallinfo2() after every iteration; cases with a growth limit',
    platform: glibc,
  },
  qdrant_growth_mb: {
    unit: 'MiB',
    class: 'slope',
    role: 'supporting',
    definition: `slope (Theil-Sen) of the server's live bytes over ${window}, per 1,000 iterations`,
    source: 'memory.allocated_bytes (jemalloc) of GET /telemetry after every iteration; cases with a growth limit',
    platform: 'Qdrant servers built with jemalloc',
  },
  tree_anon_peak_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'primary',
    definition:
      'greatest anonymous memory of all processes of a command at once, during the measured iterations (or from start to end)',
    source:
      'Pss_Anon of /proc/<pid>/smaps_rollup, summed over the tree; read every ms in the first second of a process, every 10 ms after that, and raised by what VmHWM of a process rose to in between, less its file and shared pages',
    platform: tree,
  },
  tree_anon_peak_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `tree_anon_peak_mb less the anonymous memory of the tree before ${window}`,
    source: 'as tree_anon_peak_mb',
    platform: tree,
  },
  tree_peak_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    fallbackFor: 'tree_anon_peak_mb',
    definition:
      'greatest memory of all processes of a command at once, during the measured iterations (or from start to end)',
    source: `${pss}; read every ms in the first second of a process, every 10 ms after that, and raised by what VmHWM of a process rose to in between`,
    platform: tree,
  },
  tree_peak_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    fallbackFor: 'tree_anon_peak_delta_mb',
    definition: `tree_peak_mb less the memory of the tree before ${window}`,
    source: pss,
    platform: tree,
  },
  tree_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    definition: `change of the memory of the tree over ${window}`,
    source: pss,
    platform: tree,
  },
  tree_anon_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `change of the anonymous memory of the tree over ${window}: no mapped files`,
    source: 'Pss_Anon of /proc/<pid>/smaps_rollup, summed over the tree',
    platform: tree,
  },
  tree_growth_mb: {
    unit: 'MiB',
    class: 'slope',
    role: 'primary',
    definition: `slope (Theil-Sen) of the anonymous memory of the tree over ${window}, per 1,000 iterations`,
    source: 'Pss_Anon of /proc/<pid>/smaps_rollup after every iteration; cases with a growth limit',
    platform: tree,
  },
  tree_processes: {
    unit: 'count',
    class: 'count',
    role: 'supporting',
    definition: `greatest number of processes of the tree at once during ${window} (or from start to end)`,
    source: '/proc/<pid>/stat: descendants, and whoever stayed in the session; looked for every 50 ms',
    platform: tree,
  },
  reported_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    definition: `memory that the program reports after ${window}: the sum of the named gauges`,
    source: 'the endpoint of `metrics`, Prometheus text or JSON',
    platform: 'command scenarios with `metrics`',
  },
  reported_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `change over ${window} of the memory that the program reports`,
    source: 'the endpoint of `metrics`',
    platform: 'command scenarios with `metrics`',
  },
  reported_growth_mb: {
    unit: 'MiB',
    class: 'slope',
    role: 'primary',
    definition: `slope (Theil-Sen) over ${window} of the memory that the program reports, per 1,000 iterations`,
    source: 'the endpoint of `metrics` after every iteration; cases with a growth limit',
    platform: 'command scenarios with `metrics`',
  },
  gc_count: {
    unit: 'count',
    class: 'count',
    role: 'supporting',
    definition: `garbage collections during ${window}, without those memory-bench forces`,
    source: 'v8.GCProfiler',
    platform: anywhere,
  },
  gc_pause_ms: {
    unit: 'ms',
    class: 'time',
    role: 'supporting',
    definition: `time spent in garbage collection during ${window}, without the forced ones`,
    source: 'v8.GCProfiler',
    platform: anywhere,
  },
  duration_ms: {
    unit: 'ms',
    class: 'time',
    role: 'supporting',
    definition: `time spent in ${window}, without our readings between them`,
    source: 'performance.now()',
    platform: anywhere,
  },
  qdrant_anon_peak_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'primary',
    definition: `greatest anonymous memory of the Qdrant server during ${window}: its high-water mark less the file and shared pages before or after, whichever are more`,
    source: 'VmHWM, RssFile, RssShmem and RssAnon in /proc/<pid>/status',
    platform: ownServer,
  },
  qdrant_peak_rss_mb: {
    unit: 'MiB',
    class: 'level',
    role: 'supporting',
    fallbackFor: 'qdrant_anon_peak_mb',
    definition: `greatest resident set size of the Qdrant server during ${window}`,
    source: 'VmHWM in /proc/<pid>/status, reset with /proc/<pid>/clear_refs',
    platform: ownServer,
  },
  qdrant_anon_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'supporting',
    definition: `change of the server's resident anonymous memory over ${window}, read when the collections are green`,
    source: 'RssAnon in /proc/<pid>/status',
    platform: ownServer,
  },
  qdrant_allocated_delta_mb: {
    unit: 'MiB',
    class: 'change',
    role: 'primary',
    definition: `change of the server's live bytes over ${window}, read when the collections are green`,
    source: 'memory.allocated_bytes (jemalloc) of GET /telemetry',
    platform: 'Qdrant servers built with jemalloc',
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

/** The published name of a metric. */
export type MetricName = keyof typeof metricDefinitions;

/** All metric names, in the order in which they are shown. */
export const metricNames = Object.keys(metricDefinitions) as readonly MetricName[];

/** Narrows a string to a metric name. */
export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(metricDefinitions, name);
}

/** The definition of a metric, typed loosely enough to read its optional fields. */
export function metricDefinition(name: MetricName): MetricDefinition {
  return metricDefinitions[name];
}

/**
 * The role of a metric among those that can be compared. A fallback is judged if the metric it replaces cannot be
 * compared, as on macOS and Windows, or with the baseline of an earlier version.
 */
export function roleAmong(name: MetricName, isComparable: (metric: MetricName) => boolean): MetricRole {
  const { role, fallbackFor } = metricDefinition(name);
  if (fallbackFor === undefined || !isMetricName(fallbackFor)) return role;
  return isComparable(fallbackFor) ? role : 'primary';
}
