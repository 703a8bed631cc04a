import { isLeaking } from '../compare/sites.js';
import type { CaseComparison, MetricComparison, SitesComparison } from '../compare/verdict.js';
import { mebibytes } from '../results/mebibytes.js';
import type { MetricName } from '../results/metrics.js';

/** Below this share of a growth, JavaScript objects and Buffers do not explain it. */
const explainingShare = 0.3;
/** A part with this share of the rest names all of it. */
const mainShare = 0.5;

/**
 * Growth that the recorded sites do not explain, in MiB. `rest` names most of it: `file` pages of mapped files,
 * `malloc` memory of native code, `mapped` anonymous memory beyond heap and malloc, `workerHeap` worker thread heaps,
 * `external` memory that V8 only accounts for, `unrecorded` objects of iterations that were not recorded.
 */
export interface Unexplained {
  readonly growth: number;
  readonly explained: number;
  readonly rest: 'file' | 'malloc' | 'mapped' | 'workerHeap' | 'external' | 'unrecorded';
}

/** Growth of a case that its sites leave unexplained; undefined if they explain it or have no data. */
export function unexplainedOf(judged: CaseComparison): Unexplained | undefined {
  const { sites, leak } = judged;
  if (sites === undefined) return undefined;
  return leak !== undefined && isLeaking(leak) ? ofLeak(leak, judged, sites) : ofMetrics(judged, sites);
}

/** Contents of a series, by its name in leak findings: whether it has objects or Buffers, and what else it has. */
const seriesParts: Readonly<Record<string, { of: readonly ('objects' | 'buffers')[]; rest: Unexplained['rest'] }>> = {
  heap: { of: ['objects', 'buffers'], rest: 'unrecorded' },
  external: { of: ['buffers'], rest: 'external' },
  // Live native bytes include backing stores allocated by malloc.
  native: { of: ['buffers'], rest: 'malloc' },
  malloc: { of: [], rest: 'malloc' },
  workerHeap: { of: ['objects'], rest: 'workerHeap' },
  other: { of: [], rest: 'mapped' },
  anon: { of: ['objects', 'buffers'], rest: 'mapped' },
};

function ofLeak(
  { series, rate }: NonNullable<CaseComparison['leak']>,
  judged: CaseComparison,
  { iterations, keptBytes }: SitesComparison,
): Unexplained | undefined {
  const parts = seriesParts[series];
  if (parts === undefined || iterations === undefined) return undefined;
  const grown = mebibytes(rate * iterations);
  const whole = outsideTheHeap.has(parts.rest) ? wholeGrowth(judged) : 0;
  if (whole > 2 * grown) {
    // The series has only part of the growth: a thread costs little malloc and much mapped memory.
    const explained = mebibytes(keptBytes.objects + keptBytes.buffers);
    return explained < explainingShare * whole
      ? { growth: whole, explained, rest: mainRest(judged, whole) }
      : undefined;
  }
  if (parts.of.length === 0) {
    // The series has none of the memory that sites record: both grew in parallel.
    const explained = mebibytes(keptBytes.objects + keptBytes.buffers);
    return { growth: grown + explained, explained, rest: parts.rest };
  }
  const explained = parts.of.reduce((sum, kind) => sum + mebibytes(keptBytes[kind]), 0);
  return explained < explainingShare * grown ? { growth: grown, explained, rest: parts.rest } : undefined;
}

const outsideTheHeap: ReadonlySet<Unexplained['rest']> = new Set(['malloc', 'mapped']);

/** Memory change of the process over the measured iterations, which are as many as the recorded ones. */
function wholeGrowth({ metrics }: CaseComparison): number {
  const changes = ['anon_delta_mb', 'rss_delta_mb'].flatMap(
    (name) => metrics.find(({ metric }) => metric === name) ?? [],
  );
  return changes[0]?.now.median ?? 0;
}

function mainRest({ metrics }: CaseComparison, whole: number): Unexplained['rest'] {
  const native = metrics.find(({ metric }) => metric === 'native_delta_mb')?.now.median ?? 0;
  return native >= mainShare * whole ? 'malloc' : 'mapped';
}

/** Metrics of the whole memory change of the process, over the iterations whose sites are recorded. */
const wholeChanges: ReadonlySet<MetricName> = new Set(['rss_delta_mb', 'anon_delta_mb', 'native_delta_mb']);

function ofMetrics(judged: CaseComparison, sites: SitesComparison): Unexplained | undefined {
  const asked = askedAbout(judged);
  const changes = judged.metrics
    .filter(({ metric }) => asked.includes(metric) && wholeChanges.has(metric))
    .map((metric) => ({ metric, growth: changeOf(metric) }))
    .sort((a, b) => b.growth - a.growth);
  const [greatest] = changes;
  if (greatest === undefined) return undefined;
  const { growth, metric } = greatest;
  const explained = explainedOf(metric, sites);
  if (explained >= explainingShare * growth) return undefined;
  return { growth, explained, rest: restOf(judged, greatest, explained) };
}

/** The difference from the baseline, or the whole change without one. */
function changeOf({ difference, now }: MetricComparison): number {
  return difference ?? now.median;
}

/** Memory kept by objects and Buffers: the increase over a baseline that has sites, else all of it. */
function explainedOf({ difference }: MetricComparison, { compared, kept, keptBytes }: SitesComparison): number {
  return difference !== undefined && compared
    ? kept.reduce((sum, site) => sum + mebibytes(site.difference), 0)
    : mebibytes(keptBytes.objects + keptBytes.buffers);
}

function restOf(
  { metrics }: CaseComparison,
  { metric, growth }: { readonly metric: MetricComparison; readonly growth: number },
  explained: number,
): Unexplained['rest'] {
  if (metric.metric === 'native_delta_mb') return 'malloc';
  const change = (name: string) => {
    const found = metrics.find((other) => other.metric === name);
    return found && (metric.difference === undefined ? found.now.median : (found.difference ?? found.now.median));
  };
  const rest = growth - explained;
  const anonymous = change('anon_delta_mb');
  const file = change('file_delta_mb') ?? (anonymous === undefined ? 0 : growth - anonymous);
  if (metric.metric === 'rss_delta_mb' && file >= mainShare * rest) return 'file';
  // Native bytes include Buffers.
  return (change('native_delta_mb') ?? 0) - explained >= mainShare * rest ? 'malloc' : 'mapped';
}

/** Metrics that exceed their budget or regressed. */
export function askedAbout({ metrics, breaches }: CaseComparison): MetricName[] {
  const regressed = metrics.filter(({ role, verdict }) => role === 'primary' && verdict === 'regression');
  return [...regressed, ...breaches].map(({ metric }) => metric);
}

const restWords = {
  file: 'pages of mapped files, which the kernel can drop: no action needed',
  malloc: 'native memory from malloc: run with `--profiler heaptrack` to see who allocates it',
  mapped:
    'outside the JavaScript heap and malloc (mapped memory, thread stacks): look for mappings that grow in /proc/<pid>/smaps',
  workerHeap: 'in heaps of worker threads: call `worker.getHeapSnapshot()` on the worker that grows',
  external: 'memory that V8 holds outside its heap, such as WebAssembly memory: look for it in a heap snapshot',
  unrecorded: 'from iterations that were not recorded: raise `iterations` to record them',
} as const satisfies Readonly<Record<Unexplained['rest'], string>>;

/** One line: the explained part, the rest, and the next step. The step is left out if its answer follows. */
export function unexplainedWords({ growth, explained, rest }: Unexplained, answered: boolean): string {
  const words = answered ? `${restWords[rest].split(':')[0]}:` : restWords[rest];
  return `${amount(explained)} of ${amount(growth)} MiB explained; the rest is ${words}`;
}

function amount(value: number): string {
  return value.toFixed(value >= 100 ? 0 : 1);
}

/** Next steps for growth that is not memory of this process, by series of the leak finding. */
const elsewhere: Readonly<Record<string, string>> = {
  descriptors: 'list the open files with `ls -l /proc/<pid>/fd` after some iterations',
  threads: 'list the threads with `head /proc/<pid>/task/*/comm` after some iterations',
  handles: 'print `process.getActiveResourcesInfo()` after some iterations',
  children: 'list the child processes with `ps --ppid <pid>` after some iterations',
  child: 'the memory is in child processes: measure the program that is started as a command',
};

/** The next step of a leak whose series has no sites; undefined for memory of the process itself. */
export function stepElsewhere({ leak }: CaseComparison): string | undefined {
  return leak !== undefined && isLeaking(leak) ? elsewhere[leak.series] : undefined;
}
