import fc from 'fast-check';
import {
  type AllocatorDifference,
  type Breach,
  type CaseComparison,
  type Comparison,
  defaultFailOn,
  type LeakFinding,
  type MetricComparison,
  type SiteDifference,
  type SitesComparison,
  type Spread,
} from '../src/compare/verdict.js';
import { isMetricName, type MetricName, metricNames, roleAmong } from '../src/results/metrics.js';
import type { HeaptrackProfile, MassifProfile } from '../src/results/native-schema.js';
import type {
  AccountedReading,
  Allocator,
  CallTree,
  CaseResult,
  Environment,
  FailedSample,
  FollowUp,
  Identity,
  IterationSeries,
  LeakFit,
  Mapped,
  MeasuredSample,
  Native,
  QdrantMemory,
  Results,
  Retainers,
  SampleError,
  Selection,
  Site,
  SiteTrees,
  TrendFit,
} from '../src/results/schema.js';

const startedAt = '2026-03-01T12:00:00.000Z';

/** A results document of one case with five equal samples, unless told otherwise. */
export function createResults(overrides: Partial<Results> = {}): Results {
  return {
    schemaVersion: 1,
    tool: { name: 'memory-bench-action', version: '0.1.0' },
    startedAt,
    selection: createSelection(),
    environment: createEnvironment(),
    cases: [createCase()],
    ...overrides,
  };
}

export function createSelection(overrides: Partial<Selection> = {}): Selection {
  return { suite: 'full', scenarios: ['builtin'], tags: [], skipTags: [], repeats: 5, ...overrides };
}

interface EnvironmentOverrides extends Partial<Omit<Environment, 'identity'>> {
  readonly identity?: Partial<Identity>;
}

export function createEnvironment({ identity, ...others }: EnvironmentOverrides = {}): Environment {
  return {
    key: 'linux-x64-glibc-2c-none-default',
    identity: {
      os: 'linux',
      arch: 'x64',
      libc: 'glibc',
      cores: 2,
      model: 'none',
      qdrant: 'own',
      profile: 'default',
      ...identity,
    },
    subject: { node: 'v20.19.0', fastembed: '2.1.0' },
    context: { cpu: 'a cpu', kernel: '6.1.0' },
    ...others,
  };
}

export function createCase(overrides: Partial<CaseResult> = {}): CaseResult {
  return {
    id: 'single-document/10KB',
    source: 'builtin',
    description: 'embeds and stores one document',
    tags: [],
    definitionHash: '0123456789abcdef',
    budgets: {},
    growthLimited: false,
    samples: createSamples({ rss_delta_mb: [10, 10, 10, 10, 10] }),
    ...overrides,
  };
}

export function createSample(overrides: Partial<MeasuredSample> = {}): MeasuredSample {
  return {
    status: 'measured',
    pass: 'memory',
    index: 0,
    startedAt,
    metrics: { rss_delta_mb: 10 },
    absent: {},
    unsettled: [],
    ...overrides,
  };
}

/** Memory samples that have, in turn, these values of each metric. */
export function createSamples(values: Partial<Record<MetricName, readonly number[]>>): MeasuredSample[] {
  const count = Math.max(0, ...Object.values(values).map((column) => column.length));
  return Array.from({ length: count }, (_, index) =>
    createSample({
      index,
      metrics: Object.fromEntries(
        Object.entries(values).flatMap(([name, column]) => {
          const value = column[index];
          return isMetricName(name) && value !== undefined ? [[name, value]] : [];
        }),
      ),
    }),
  );
}

/** Classes of memory in bytes, and counted resources, that a worker reads and that can grow. */
type GrowingClass =
  | 'heapBytes'
  | 'externalBytes'
  | 'mallocBytes'
  | 'otherBytes'
  | 'descriptors'
  | 'threads'
  | 'children';
type PerClass<T> = Readonly<Partial<Record<GrowingClass, T>>>;

const mebibyte = 1024 ** 2;
const quietReading = {
  rssBytes: 90 * mebibyte,
  heapBytes: 8 * mebibyte,
  externalBytes: 2 * mebibyte,
  mallocBytes: 10 * mebibyte,
  otherBytes: 5 * mebibyte,
  descriptors: 20,
  threads: 11,
  children: 0,
} as const satisfies AccountedReading;

/** A sample of the memory pass each of whose iterations keeps this much of each class. */
export function createKeepingSample(
  perIteration: PerClass<number>,
  { planned = 50, ...overrides }: Partial<MeasuredSample> & { readonly planned?: number } = {},
): MeasuredSample {
  const after: AccountedReading = { ...quietReading };
  for (const name of growingClasses) after[name] = (after[name] ?? 0) + planned * (perIteration[name] ?? 0);
  const column = (value: number) => Array.from({ length: planned }, () => value);
  return createSample({
    iterations: { durationMs: column(5), rssBytes: column(quietReading.rssBytes) },
    readings: { before: quietReading, after },
    ...overrides,
  });
}

/** So many of them. */
export function createKeepingSamples(perIteration: PerClass<number>, count = 5): MeasuredSample[] {
  return Array.from({ length: count }, (_, index) => createKeepingSample(perIteration, { index }));
}

/** A follow-up of `count` iterations; of each class given, what is kept after an iteration, counted from 0. */
export function createFollowUp(
  kept: PerClass<(iteration: number) => number>,
  {
    count = 400,
    index = 0,
    ...followUp
  }: Partial<FollowUp> & { readonly count?: number; readonly index?: number } = {},
): MeasuredSample {
  const column = (valueAt: (iteration: number) => number) => Array.from({ length: count }, (_, at) => valueAt(at));
  const iterations: IterationSeries = { durationMs: column(() => 5), rssBytes: column(() => quietReading.rssBytes) };
  for (const name of growingClasses) {
    const keptAt = kept[name] ?? (() => 0);
    iterations[name] = column((iteration) => quietReading[name] + keptAt(iteration));
  }
  return createSample({
    pass: 'leak',
    index,
    metrics: {},
    iterations,
    qdrantWritten: false,
    followUp: { ended: 'horizon', ...followUp },
  });
}

const growingClasses: readonly GrowingClass[] = [
  'heapBytes',
  'externalBytes',
  'mallocBytes',
  'otherBytes',
  'descriptors',
  'threads',
  'children',
];

/** A case whose samples and follow-up keep so many bytes of JavaScript objects per iteration. */
export function createLeakingCase(overrides: Partial<CaseResult> = {}, bytes = 16 * 1024): CaseResult {
  const samples = [
    ...createKeepingSamples({ heapBytes: bytes }),
    createFollowUp({ heapBytes: (iteration) => iteration * bytes }),
  ];
  return createCase({ samples, ...overrides });
}

export function createFailedSample(error: Partial<SampleError> = {}, index = 0): FailedSample {
  return { status: 'failed', pass: 'memory', index, startedAt, error: { kind: 'run', message: 'it broke', ...error } };
}

export function createTrend(overrides: Partial<TrendFit> = {}): TrendFit {
  return {
    slopeBytes: 0,
    lowerBytes: -10,
    upperBytes: 10,
    earlySlopeBytes: 0,
    lateSlopeBytes: 0,
    lateLowerBytes: 0,
    lateUpperBytes: 0,
    mannKendallP: 1,
    toleranceBytes: 4096,
    verdict: 'stable',
    ...overrides,
  };
}

/** Objects of a function, 1 MiB of them. */
export function createSite(overrides: Partial<Site> = {}): Site {
  return { file: 'src/ingest.ts', line: 42, function: 'ingest', kind: 'heap', bytes: 1024 ** 2, ...overrides };
}

/** Calls of which `ingest` keeps a Buffer of 20 MiB, and a package below it some objects. */
export function createTrees(): SiteTrees {
  const ingest = { file: 'src/ingest.ts', line: 42, function: 'ingest' };
  return {
    frames: [
      { file: '', line: 0, function: 'objects on the heap' },
      { file: '', line: 0, function: 'Buffers and ArrayBuffers' },
      ingest,
      { file: 'node_modules/undici/lib/body.js', line: 9, function: 'read' },
      { file: '', line: 0, function: 'slice' },
    ],
    alive: {
      depth: [0, 1, 2, 3, 0, 1],
      frame: [0, 2, 3, 4, 1, 2],
      bytes: [1024, 0, 2 * 1024 ** 2, 1024 ** 2, 0, 20 * 1024 ** 2],
    },
    allocated: { depth: [0, 1], frame: [1, 2], bytes: [0, 30 * 1024 ** 2] },
  };
}

/** A sample of a sites pass, in which `ingest` keeps a Buffer of so many MiB. */
export function createSitesSample(mebibytes: number): MeasuredSample {
  const made = createSite({ kind: 'buffer', bytes: mebibytes * 1024 ** 2 });
  const caller = { file: 'src/ingest.ts', line: 40, function: 'ingest' };
  const read = createSite({ file: 'node_modules/undici/lib/body.js', line: 9, function: 'read', caller });
  const sites = { alive: [made, read], allocated: [{ ...made, bytes: made.bytes * 1.5 }], trees: createTrees() };
  return createSample({ pass: 'sites', metrics: {}, sites });
}

/** A function that 1 MiB of objects more come from than before. */
export function createSiteDifference(overrides: Partial<SiteDifference> = {}): SiteDifference {
  const { bytes, ...site } = createSite();
  return { ...site, now: bytes, baseline: 0, difference: bytes, ...overrides };
}

/** Sites that are compared with a baseline: none, unless told otherwise. */
export function createSitesComparison(overrides: Partial<SitesComparison> = {}): SitesComparison {
  const sum = (kind: Site['kind']) =>
    (overrides.kept ?? []).reduce((total, site) => total + (site.kind === kind ? site.now : 0), 0);
  const keptBytes = { objects: sum('heap'), buffers: sum('buffer') };
  return { compared: true, iterations: 50, keptBytes, kept: [], allocated: [], ...overrides };
}

/** A Map that holds most of a leak. */
export function createRetainers(overrides: { [Key in keyof Holder]?: Holder[Key] | undefined } = {}): Retainers {
  const mebibyte = 1024 ** 2;
  const { at, through, ...holder } = {
    name: 'recent',
    type: 'Map',
    objects: 4_000,
    bytes: 8.1 * mebibyte,
    held: [{ type: 'Object', objects: 3_900, bytes: 7.6 * mebibyte }],
    at: { file: 'src/app.js', line: 3, function: '' },
    through: undefined,
    ...overrides,
  } as Holder;
  const places = { ...(at && { at }), ...(through && { through }) };
  return { iterations: 20, grownObjects: 4_100, grownBytes: 8.2 * mebibyte, holders: [{ ...holder, ...places }] };
}

type Holder = Retainers['holders'][number];

/** A function that allocates a thousand objects. */
export function createAllocator(overrides: Partial<Allocator> = {}): Allocator {
  return { file: 'src/store.ts', line: 6, function: 'load', count: 1000, bytes: 1024 ** 2, ...overrides };
}

/** A function that allocates a thousand objects, and did not before. */
export function createAllocatorDifference(overrides: Partial<AllocatorDifference> = {}): AllocatorDifference {
  const { count, ...place } = createAllocator();
  return { ...place, now: count, baseline: undefined, difference: count, ...overrides };
}

/** Memory of a worker, and of a Qdrant server with half of it. */
export function createMapped(): Mapped {
  const memory = (mebibytes: number) => ({
    rssBytes: 120 * mebibytes,
    pssBytes: 91 * mebibytes,
    anonBytes: 60 * mebibytes,
    fileBytes: 30 * mebibytes,
    shmemBytes: mebibytes,
    sharedCleanBytes: 50 * mebibytes,
    sharedDirtyBytes: 0,
    swapBytes: 0,
  });
  return { worker: memory(1024 ** 2), qdrant: memory(1024 ** 2 / 2) };
}

/** An allocator that gives out 1 MiB more in each iteration, read before, after each, and at rest. */
export function createQdrantMemory(iterations: number, allocatedMebibytes = 10): QdrantMemory {
  const atIteration = [...Array.from({ length: iterations + 1 }, (_, iteration) => iteration), iterations];
  const column = (more: number) => atIteration.map((iteration) => (allocatedMebibytes + iteration + more) * 1024 ** 2);
  return {
    atIteration,
    allocatedBytes: column(0),
    activeBytes: column(1),
    residentBytes: column(4),
    retainedBytes: column(2),
    metadataBytes: atIteration.map(() => 3 * 1024 ** 2),
  };
}

/** A fit in which heap alone says `verdict`. */
export function createLeakFit(verdict: LeakFit['verdict'], lateSlopeBytes = 0): LeakFit {
  return { verdict, heap: createTrend({ verdict, lateSlopeBytes }), iterations: 50 };
}

/** A judged run of one unchanged case, unless told otherwise. */
export function createComparison(overrides: Partial<Comparison> = {}): Comparison {
  return {
    environmentKey: 'linux-x64-glibc-2c-none-default',
    commit: '1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    dirty: false,
    baseline: {
      commit: '2222222bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
      dirty: false,
      startedAt: '2026-02-28T08:00:00.000Z',
    },
    absence: 'baseline' in overrides && overrides.baseline === undefined ? { kind: 'first-run' } : undefined,
    differences: [],
    packages: [],
    cases: [createCaseComparison()],
    deselected: [],
    cutShort: [],
    findings: createFindings(),
    failOn: defaultFailOn,
    verdict: 'pass',
    fails: overrides.verdict === 'fail',
    ...overrides,
  };
}

/** No findings but these. */
export function createFindings(overrides: Partial<Comparison['findings']> = {}): Comparison['findings'] {
  return { budget: 0, regression: 0, leak: 0, error: 0, missing: 0, baseline: 0, skipped: 0, ...overrides };
}

export function createCaseComparison(overrides: Partial<CaseComparison> = {}): CaseComparison {
  return {
    id: 'single-document/10KB',
    description: 'embeds and stores one document',
    verdict: 'unchanged',
    reason: undefined,
    expected: true,
    lacks: undefined,
    samples: 5,
    extensions: [],
    metrics: [createMetricComparison()],
    budgets: {},
    breaches: [],
    unchecked: [],
    failedPasses: [],
    unsettled: undefined,
    peakPolled: false,
    leak: undefined,
    sites: undefined,
    retainers: undefined,
    allocations: undefined,
    native: [],
    errors: [],
    ...overrides,
  };
}

/** Calls of which `keep` has 10 MB in its program, and the loader and a library some more. */
export function createNativeTrees(): NonNullable<HeaptrackProfile['trees']> {
  const main = { function: 'main', file: 'keeps.c', line: 16, object: 'keeps', owner: 'program' } as const;
  const object = { file: '', line: 0 };
  return {
    frames: [
      { ...object, function: '', object: '', owner: 'system' },
      main,
      { ...main, function: 'keep(unsigned long)', line: 6 },
      { ...object, function: 'SSL_new', object: 'libssl.so.3', owner: 'library' },
      { ...object, function: '_dl_init', object: 'ld-linux-x86-64.so.2', owner: 'system' },
    ],
    peak: { depth: [0, 1, 2, 2, 1], frame: [0, 1, 2, 3, 4], bytes: [0, 0, 10_000_000, 3_000_000, 1_000_000] },
    leaked: { depth: [0, 1, 2], frame: [0, 1, 2], bytes: [500, 0, 10_000_000] },
  };
}

/** A program that keeps 1,000 blocks of 10,000 bytes, as heaptrack tells it. */
export function createHeaptrack(overrides: Partial<HeaptrackProfile> = {}): HeaptrackProfile {
  const main = { function: 'main', file: 'keeps.c', line: 16, object: 'keeps' };
  const keeping = { function: 'keep(unsigned long)', file: 'keeps.c', line: 6, object: 'keeps' };
  const stack = { bytes: 10_000_000, calls: 1000, frames: [keeping, main] };
  return {
    profiler: 'heaptrack',
    profile: 'keeps.heaptrack.gz',
    subject: 'command',
    allocationCalls: 2002,
    temporaryCalls: 1001,
    peakBytes: 14_000_000,
    leakedBytes: 10_000_000,
    peak: [stack],
    leaked: [stack],
    calls: [stack],
    ...overrides,
  };
}

/** A server with two ways of holding pages, as massif tells it. */
export function createMassif(overrides: Partial<MassifProfile> = {}): MassifProfile {
  const branch = { file: '', line: 0, object: 'qdrant' };
  return {
    profiler: 'massif',
    profile: 'ingest.massif.out',
    subject: 'qdrant',
    counts: 'pages',
    peakBytes: 200 * 1024 * 1024,
    snapshots: { instructions: [0, 100], bytes: [1024, 200 * 1024 * 1024] },
    tree: [
      { ...branch, level: 0, function: 'open_write_mmap', bytes: 120 * 1024 * 1024 },
      { ...branch, level: 1, function: 'Page::new', bytes: 100 * 1024 * 1024 },
      { ...branch, level: 2, function: 'create_segment', bytes: 100 * 1024 * 1024 },
      { ...branch, level: 1, function: 'Bitmask::open', bytes: 20 * 1024 * 1024 },
      { ...branch, level: 0, function: 'allocate_stack', bytes: 60 * 1024 * 1024 },
      { ...branch, level: 0, function: 'little', bytes: 1024 * 1024 },
    ],
    ...overrides,
  };
}

export function createMetricComparison(overrides: Partial<MetricComparison> = {}): MetricComparison {
  const metric = overrides.metric ?? 'rss_delta_mb';
  return {
    metric,
    // Compared alone: a fallback is judged.
    role: roleAmong(metric, () => false),
    now: createSpread(10),
    baseline: createSpread(10),
    difference: 0,
    differencePercent: 0,
    shift: { shift: 0, lower: -0.1, upper: 0.1, confidence: 0.992 },
    floor: 1,
    chance: 0.5,
    levels: undefined,
    threshold: { relativePercent: 5, absolute: 1 },
    verdict: 'unchanged',
    ...overrides,
  };
}

export function createSpread(median: number, overrides: Partial<Spread> = {}): Spread {
  return { median, min: median, max: median, samples: 5, ...overrides };
}

export function createBreach(overrides: Partial<Breach> = {}): Breach {
  return { metric: 'rss_delta_mb', limit: 10, value: 20, ...overrides };
}

export function createLeakFinding(overrides: Partial<LeakFinding> = {}): LeakFinding {
  return {
    verdict: 'leak',
    series: 'heap',
    reason: undefined,
    rate: 10 * 1024,
    rateLower: 9 * 1024,
    rateUpper: 11 * 1024,
    lateRate: 10 * 1024,
    kept: 4_000 * 1024,
    others: [],
    iterations: 400,
    processes: 6,
    watched: [{ series: 'heap', tolerance: 4096, burst: 0 }],
    followUps: 1,
    confirmsShortly: false,
    unseen: undefined,
    growthPercent: 12,
    ...overrides,
  };
}

/** A number as a document keeps it: JSON knows no -0. */
const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => value + 0);
const finiteColumn = fc.array(finite, { maxLength: 5 });
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const texts = fc.array(text, { maxLength: 3 });
const records = fc.dictionary(
  fc.string({ maxLength: 6 }).filter((key) => key !== '__proto__'),
  text,
  { maxKeys: 3, noNullPrototype: true },
);
const perMetric = <T>(value: fc.Arbitrary<T>) =>
  fc
    .subarray([...metricNames])
    .chain((names) => fc.tuple(...names.map((name) => value.map((drawn) => [name, drawn] as const))))
    .map((entries): Partial<Record<MetricName, T>> => Object.fromEntries(entries));

const trendFits = fc.record({
  slopeBytes: finite,
  lowerBytes: finite,
  upperBytes: finite,
  earlySlopeBytes: finite,
  lateSlopeBytes: finite,
  lateLowerBytes: finite,
  lateUpperBytes: finite,
  mannKendallP: finite,
  toleranceBytes: finite,
  verdict: fc.constantFrom('leak', 'ratchet', 'stable'),
});

const places = { file: text, line: fc.nat(), function: text };
const sites: fc.Arbitrary<Site> = fc.record(
  {
    ...places,
    kind: fc.constantFrom('heap', 'buffer'),
    bytes: fc.nat(),
    caller: fc.record(places),
  },
  { requiredKeys: ['file', 'line', 'function', 'kind', 'bytes'] },
);

/** Calls that lie below each other as a tree's do. */
const callTrees: fc.Arbitrary<CallTree> = fc
  .array(fc.record({ deep: fc.nat({ max: 3 }), frame: fc.nat({ max: 1 }), bytes: fc.nat() }), { maxLength: 6 })
  .map((calls) => {
    const depth: number[] = [];
    for (const { deep } of calls) depth.push(Math.min(deep, (depth.at(-1) ?? -1) + 1));
    return { depth, frame: calls.map(({ frame }) => frame), bytes: calls.map(({ bytes }) => bytes) };
  });
const allocators: fc.Arbitrary<Allocator> = fc.record(
  { ...places, count: fc.nat(), bytes: fc.nat(), caller: fc.record(places) },
  { requiredKeys: ['file', 'line', 'function', 'count', 'bytes'] },
);

const mappedMemories = fc.record(
  { rssBytes: fc.nat(), pssBytes: fc.nat(), anonBytes: fc.nat(), fileBytes: fc.nat(), shmemBytes: fc.nat() },
  { requiredKeys: ['rssBytes', 'pssBytes'] },
);

const qdrantMemories: fc.Arbitrary<QdrantMemory> = fc.nat({ max: 5 }).chain((length) => {
  const column = fc.array(fc.nat(), { minLength: length, maxLength: length });
  return fc.record({
    atIteration: column,
    allocatedBytes: column,
    activeBytes: column,
    residentBytes: column,
    retainedBytes: column,
    metadataBytes: column,
  });
});

const frames = { function: text, file: text, line: fc.nat(), object: text };
const stacks = fc.array(
  fc.record({ bytes: fc.nat(), calls: fc.nat(), frames: fc.array(fc.record(frames), { maxLength: 6 }) }),
  { maxLength: 3 },
);
const nativeFrames = fc.array(fc.record({ ...frames, owner: fc.constantFrom('program', 'library', 'system') }), {
  minLength: 2,
  maxLength: 3,
});
const heaptrackFields = ['profiler', 'profile', 'subject', 'allocationCalls', 'temporaryCalls'] as const;
const heaptrackFigures = ['peakBytes', 'leakedBytes', 'peak', 'leaked', 'calls'] as const;
const nativeProfiles: fc.Arbitrary<Native> = fc.oneof(
  fc.record(
    {
      profiler: fc.constant('heaptrack' as const),
      profile: text,
      subject: fc.constantFrom('worker' as const, 'command' as const),
      allocationCalls: fc.nat(),
      temporaryCalls: fc.nat(),
      peakBytes: fc.nat(),
      leakedBytes: fc.nat(),
      peak: stacks,
      leaked: stacks,
      calls: stacks,
      trees: fc.record({ frames: nativeFrames, peak: callTrees, leaked: callTrees }),
    },
    { requiredKeys: [...heaptrackFields, ...heaptrackFigures] },
  ),
  fc.record(
    {
      profiler: fc.constant('massif' as const),
      profile: text,
      subject: fc.constantFrom('qdrant' as const, 'command' as const),
      counts: fc.constantFrom('pages' as const, 'heap' as const),
      peakBytes: fc.nat(),
      snapshots: fc.record({
        instructions: fc.array(fc.nat(), { maxLength: 3 }),
        bytes: fc.array(fc.nat(), { maxLength: 3 }),
      }),
      tree: fc.array(fc.record({ level: fc.nat({ max: 15 }), bytes: fc.nat(), ...frames }), { maxLength: 5 }),
      trees: fc.record({ frames: nativeFrames, peak: callTrees }),
    },
    { requiredKeys: ['profiler', 'profile', 'subject', 'counts', 'peakBytes', 'snapshots', 'tree'] },
  ),
);

const accountedReadings: fc.Arbitrary<AccountedReading> = fc.record(
  {
    rssBytes: fc.nat(),
    anonBytes: fc.nat(),
    heapBytes: finite,
    externalBytes: fc.nat(),
    mallocBytes: finite,
    otherBytes: finite,
    descriptors: fc.nat(),
    handles: fc.nat(),
    children: fc.nat(),
  },
  { requiredKeys: ['rssBytes', 'heapBytes', 'externalBytes'] },
);

const measuredSamples: fc.Arbitrary<MeasuredSample> = fc.record(
  {
    status: fc.constant('measured'),
    pass: fc.constantFrom('memory', 'leak', 'allocations', 'sites', 'native'),
    index: fc.nat({ max: 9 }),
    startedAt: moment,
    metrics: perMetric(finite),
    absent: perMetric(text),
    unsettled: texts,
    iterations: fc.record(
      {
        durationMs: finiteColumn,
        rssBytes: finiteColumn,
        anonBytes: finiteColumn,
        heapBytes: finiteColumn,
        externalBytes: finiteColumn,
        nativeBytes: finiteColumn,
        mallocBytes: finiteColumn,
        otherBytes: finiteColumn,
        descriptors: finiteColumn,
        children: finiteColumn,
      },
      { requiredKeys: ['durationMs', 'rssBytes'] },
    ),
    readings: fc.record({ before: accountedReadings, after: accountedReadings }),
    followUp: fc.record(
      {
        ended: fc.constantFrom('decided', 'horizon', 'memory', 'time', 'threw', 'cannot'),
        message: text,
      },
      { requiredKeys: ['ended'] },
    ),
    qdrantWritten: fc.boolean(),
    timeline: fc.record({
      atMs: finiteColumn,
      workerRssBytes: finiteColumn,
      qdrantRssBytes: fc.array(fc.option(finite), { maxLength: 5 }),
      phases: fc.array(fc.record({ name: text, atMs: finite }), { maxLength: 3 }),
    }),
    leak: fc.record(
      {
        verdict: fc.constantFrom('leak', 'ratchet', 'stable'),
        heap: trendFits,
        native: trendFits,
        anon: trendFits,
        iterations: fc.nat(),
      },
      { requiredKeys: ['verdict', 'heap', 'iterations'] },
    ),
    sites: fc.record(
      {
        alive: fc.array(sites, { maxLength: 5 }),
        allocated: fc.array(sites, { maxLength: 5 }),
        trees: fc.record({
          frames: fc.array(fc.record(places), { minLength: 2, maxLength: 2 }),
          alive: callTrees,
          allocated: callTrees,
        }),
      },
      { requiredKeys: ['alive', 'allocated'] },
    ),
    allocations: fc.array(allocators, { maxLength: 5 }),
    mapped: fc.record(
      { worker: mappedMemories, processes: mappedMemories, qdrant: mappedMemories },
      { requiredKeys: [] },
    ),
    qdrantMemory: qdrantMemories,
    native: nativeProfiles,
  },
  { requiredKeys: ['status', 'pass', 'index', 'startedAt', 'metrics', 'absent', 'unsettled'] },
);

const failedSamples: fc.Arbitrary<FailedSample> = fc.record({
  status: fc.constant('failed'),
  pass: fc.constantFrom('memory', 'leak', 'allocations', 'sites', 'native'),
  index: fc.nat({ max: 9 }),
  startedAt: moment,
  error: fc.record(
    { kind: fc.constantFrom('import', 'run', 'timeout', 'signal', 'qdrant'), message: text, stack: text, log: text },
    { requiredKeys: ['kind', 'message'] },
  ),
});

/** Regular expressions that now and then match a case. */
const patterns = fc.oneof(fc.constantFrom('^', '.', '[a-z]', '^a|b$'), text.filter(isPattern));
const sources = fc.constantFrom('', 'builtin', 'bench', 'bench/search.mjs', '../bench/ingestion.mjs');

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

const caseResults: fc.Arbitrary<CaseResult> = fc.record(
  {
    id: text,
    source: sources,
    description: text,
    tags: texts,
    definitionHash: text,
    budgets: perMetric(finite),
    growthLimited: fc.boolean(),
    leaks: fc.oneof(fc.constant(false as const), fc.record({ toleranceBytes: fc.nat() }, { requiredKeys: [] })),
    leakVerdict: fc.constantFrom('leak', 'suspected', 'slowing', 'ratchet', 'stable'),
    skipped: text,
    lacks: fc.constantFrom('model' as const, 'qdrant' as const),
    samples: fc.array(fc.oneof(measuredSamples, measuredSamples, failedSamples), { maxLength: 4 }),
  },
  { requiredKeys: ['id', 'source', 'description', 'tags', 'definitionHash', 'budgets', 'growthLimited', 'samples'] },
);

const environments: fc.Arbitrary<Environment> = fc.record(
  {
    key: text,
    identity: fc.record({
      os: text,
      arch: text,
      libc: text,
      cores: fc.integer({ min: 1, max: 256 }),
      model: text,
      qdrant: text,
      profile: text,
    }),
    subject: records,
    packages: fc.record({ direct: records, transitive: records, scenarios: records }),
    context: records,
  },
  { requiredKeys: ['key', 'identity', 'subject', 'context'] },
);

/** Results documents of every shape the schema allows. */
export const anyResults: fc.Arbitrary<Results> = fc.record(
  {
    schemaVersion: fc.constant(1),
    tool: fc.record({ name: text, version: text }),
    startedAt: moment,
    finishedAt: moment,
    commit: fc.record({ sha: text, dirty: fc.boolean() }),
    selection: fc.record(
      {
        suite: text,
        scenarios: fc.uniqueArray(sources, { maxLength: 3 }),
        tags: texts,
        skipTags: texts,
        filter: patterns,
        repeats: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ['suite', 'scenarios', 'tags', 'skipTags', 'repeats'] },
    ),
    environment: environments,
    cutShort: fc.subarray(['samples' as const, 'sites' as const, 'native' as const]),
    cases: fc.uniqueArray(caseResults, { maxLength: 3, selector: ({ id }) => id }),
  },
  { requiredKeys: ['schemaVersion', 'tool', 'startedAt', 'selection', 'environment', 'cases'] },
);
