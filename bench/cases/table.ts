import type { Verdict } from '../../src/compare/verdict.js';
import type { MetricName } from '../../src/results/metrics.js';

/** The series that growth is attributed to: first bytes, then counts. */
export const seriesNames = [
  'heap',
  'external',
  'malloc',
  'workerHeap',
  'other',
  'child',
  'tree',
  'descriptors',
  'threads',
  'handles',
  'children',
] as const;
export type Series = (typeof seriesNames)[number];

/** The verdicts of leak detection on a case. */
export const leakVerdicts = ['leak', 'suspected', 'slowing', 'ratchet', 'stable'] as const;
export type LeakVerdict = (typeof leakVerdicts)[number];

/** The least and the greatest right value. */
export type Range = readonly [least: number, greatest: number];

/** The right report on a case. */
export interface Truth {
  /** Any of them is right. */
  readonly verdicts: readonly LeakVerdict[];
  /** The series a leak may be attributed to, each with its rate per iteration, in bytes or as a count. */
  readonly rates?: Partial<Readonly<Record<Series, Range>>>;
  /** Verdict of the case against its good variant. */
  readonly comparison?: Verdict;
  /** Medians of published metrics, in their own units. */
  readonly metrics?: Partial<Readonly<Record<MetricName, Range>>>;
}

/** One case of a scenario, in one variant. */
export interface HardCase {
  /** File below `scenarios`. */
  readonly file: string;
  /** Case id, as the scenario has it. */
  readonly id: string;
  /** Set if the scenario has two variants; the bad one is compared with the good one. */
  readonly variant?: 'good' | 'bad';
  /** In words, for the table. */
  readonly planted: string;
  /** Growth per iteration over hundreds of iterations, by series; absent if it is no rate, empty if there is none. */
  readonly plants?: Partial<Readonly<Record<Series, number>>>;
  readonly truth: Truth;
}

const kib = 1024;
const mib = 1024 * kib;

const stable: Truth = { verdicts: ['stable'] };
const ratchet: Truth = { verdicts: ['ratchet'] };
const slowing: Truth = { verdicts: ['slowing'] };
const nothing = { planted: 'nothing', plants: {}, truth: stable } as const;

/** A leak of one series, with a right rate within `share` of `rate`. */
function leak(series: Series, rate: number, share = 0.15): Truth {
  return leakOf({ [series]: [rate * (1 - share), rate * (1 + share)] });
}

/** A leak that may be attributed to any of several series. */
function leakOf(rates: NonNullable<Truth['rates']>): Truth {
  return { verdicts: ['leak'], rates };
}

/** A leak of a program in which memory-bench can neither collect garbage nor run more iterations. */
function leakOutside(rates: NonNullable<Truth['rates']>): Truth {
  return { verdicts: ['suspected', 'leak'], rates, comparison: 'regression' };
}

/** A case with a good variant, in which nothing is planted, and a bad one. */
function pair(file: string, id: string, bad: Omit<HardCase, 'file' | 'id' | 'variant'>, good?: Truth): HardCase[] {
  return [
    { file, id, variant: 'good', ...nothing, ...(good && { truth: good, planted: 'a bounded cache' }) },
    { file, id, variant: 'bad', ...bad },
  ];
}

function step(label: string, bytes: number, period: number): HardCase {
  const rate = bytes / period;
  // Node keeps the characters of strings of 1 MB and more outside the heap.
  const series = bytes < mib ? 'heap' : 'external';
  return {
    file: 'steps.ts',
    id: `steps/${label}`,
    planted: `${bytes / kib} KiB in every ${period}th call`,
    plants: { [series]: rate },
    truth: leak(series, rate, 0.4),
  };
}

function burst(label: string, bytes: number, chance: number): HardCase {
  return {
    file: 'bursts.ts',
    id: `bursts/${label}`,
    planted: `${bytes / kib} KiB with a chance of ${chance * 100} %`,
    plants: { external: bytes * chance },
    // A wide range, because the mean of so few draws varies.
    truth: leakOf({ external: [bytes * chance * 0.25, bytes * chance * 3] }),
  };
}

function emptied(label: string): HardCase {
  return {
    file: 'emptied.ts',
    id: `emptied/${label}`,
    planted: '20 KiB in each call, dropped together',
    plants: {},
    truth: stable,
  };
}

function slows(label: string, power: number): HardCase {
  return {
    file: 'slowing.ts',
    id: `slowing/${label}`,
    planted: `1 MiB x calls^${power} in all`,
    truth: slowing,
  };
}

/** A page of 32 KiB that each call keeps alive. */
function held(way: string): HardCase {
  return {
    file: 'holders.ts',
    id: `holders/${way}`,
    planted: '32 KiB of strings',
    plants: { heap: 32 * kib },
    truth: leak('heap', 32 * kib, 0.2),
  };
}

function outside(use: string, planted: string): HardCase {
  return {
    file: 'buffers.ts',
    id: `buffers/${use}`,
    planted,
    plants: { external: 64 * kib },
    truth: leak('external', 64 * kib),
  };
}

function clean(file: string, id: string): HardCase {
  return { file, id, ...nothing };
}

function allocated(use: string, bytes: number): HardCase {
  return {
    file: 'native.ts',
    id: `native/${use}`,
    planted: `${bytes / kib} KiB of malloc`,
    plants: { malloc: bytes },
    truth: leak('malloc', bytes, 0.2),
  };
}

/** Every case with its truth. */
export const hardCases: readonly HardCase[] = [
  step('64KB-every-5', 64 * kib, 5),
  step('100KB-every-7', 100 * kib, 7),
  step('100KB-every-10', 100 * kib, 10),
  step('300KB-every-25', 300 * kib, 25),
  step('1MB-every-40', mib, 40),
  burst('seed-1', mib, 0.05),
  burst('seed-7', mib, 0.05),
  burst('seed-12345', mib, 0.05),
  burst('seed-20261125', mib, 0.05),
  burst('often-256KB', mib / 4, 0.2),
  {
    file: 'exponential.ts',
    id: 'exponential/tenth',
    planted: 'an array of 64 KiB that grows by 10 % in each call',
    truth: leakOf({ heap: [16 * kib, Number.POSITIVE_INFINITY] }),
  },
  {
    file: 'exponential.ts',
    id: 'exponential/fiftieth',
    planted: 'an array of 512 KiB that grows by 2 % in each call',
    truth: leakOf({ heap: [8 * kib, Number.POSITIVE_INFINITY] }),
  },
  ...['every-45', 'every-90', 'every-90-from-30', 'every-100', 'every-100-buffers', 'every-200'].map(emptied),
  slows('power-0.4', 0.4),
  slows('root', 0.5),
  slows('power-0.6', 0.6),
  clean('tables.ts', 'tables/added-and-removed'),
  clean('tables.ts', 'tables/replaced'),
  {
    file: 'tables.ts',
    id: 'tables/doubling',
    planted: '8 KiB per call into a column that doubles',
    truth: {
      verdicts: ['slowing', 'leak'],
      rates: { external: [4 * kib, 20 * kib], heap: [4 * kib, 20 * kib] },
    },
  },
  {
    file: 'tables.ts',
    id: 'tables/cache-10000',
    planted: '40 random keys of 10,000 per call, 1 KiB each',
    truth: { verdicts: ['slowing', 'ratchet'] },
  },
  {
    file: 'starts.ts',
    id: 'starts/slow-start',
    planted: '64 KiB of strings from the 30th call on',
    plants: { heap: 64 * kib },
    truth: leakOf({ heap: [35 * kib, 70 * kib] }),
  },
  {
    file: 'starts.ts',
    id: 'starts/warm-up-then-leak',
    planted: '400 KiB in each of the first 20 calls, then 16 KiB',
    plants: { heap: 16 * kib },
    truth: leakOf({ heap: [13 * kib, 30 * kib] }),
  },
  {
    file: 'starts.ts',
    id: 'starts/warm-up-then-flat',
    planted: '400 KiB in each of the first 20 calls',
    plants: {},
    truth: ratchet,
  },
  {
    file: 'starts.ts',
    id: 'starts/pool-of-100',
    planted: '64 KiB in each of the first 100 calls',
    plants: {},
    truth: ratchet,
  },
  clean('starts.ts', 'starts/pool-of-2'),
  ...['n14', 'n30', 'n50'].flatMap((label) =>
    pair(
      'lru.ts',
      `lru/${label}`,
      { planted: '98 KiB of numbers', plants: { heap: 100_000 }, truth: leak('heap', 100_000, 0.2) },
      ratchet,
    ),
  ),
  ...[
    'emitter',
    'event-target',
    'abort-signal',
    'closure',
    'promise-chain',
    'pending-promise',
    'async-local-storage',
    'finalization-registry',
    'string-slice',
  ].map(held),
  ...[
    'emitter-released',
    'abort-signal-released',
    'async-local-storage-released',
    'weak-references',
    'weak-map',
    'string-slice-copied',
  ].map((way) => clean('holders.ts', `holders/${way}`)),
  outside('kept', '64 KiB of Buffers'),
  outside('slice', 'a Buffer of 64 KiB by a slice of 10 bytes'),
  outside('pool-slices', "8 of Node's Buffer pools by a slice of each"),
  outside('shared', '64 KiB of SharedArrayBuffers'),
  outside('received', '64 KiB of Buffers that a worker transferred'),
  {
    ...outside('resizable', '64 KiB of a resizable ArrayBuffer'),
    // Neither V8 nor malloc counts its growth: on Node 20, only the kernel sees it.
    truth: leakOf({ external: [58 * kib, 72 * kib], other: [58 * kib, 80 * kib] }),
  },
  outside('structured-clone', '64 KiB of cloned arrays'),
  ...['slice-copied', 'received-dropped', 'resizable-reused'].map((use) => clean('buffers.ts', `buffers/${use}`)),
  {
    file: 'wasm-grow.mjs',
    id: 'wasm-grow',
    planted: '64 KiB of WebAssembly memory',
    plants: { external: 64 * kib },
    truth: leak('external', 64 * kib),
  },
  ...pair('transferred.ts', 'transferred', {
    planted: '1 MiB in a vector that a worker keeps',
    plants: { malloc: mib },
    // No comparison: within the planned calls the thread collects no garbage, so both variants grow alike.
    truth: {
      ...leakOf({
        malloc: [0.85 * mib, 1.15 * mib],
        external: [0.85 * mib, 1.15 * mib],
        other: [0.85 * mib, 1.15 * mib],
      }),
      metrics: { heap_delta_mb: [-0.5, 0.5] },
    },
  }),
  allocated('kept-64KB', 64 * kib),
  allocated('kept-1MB', mib),
  allocated('kept-small', 100 * 320),
  clean('native.ts', 'native/freed-64KB'),
  clean('native.ts', 'native/freed-later'),
  ...pair('mmap-arena.ts', 'mmap-arena', {
    planted: '768 KiB of mapped anonymous pages',
    plants: { other: 768 * kib },
    truth: { ...leak('other', 768 * kib), comparison: 'regression' },
  }),
  {
    file: 'threads.ts',
    id: 'threads/left',
    planted: 'a worker thread: an isolate, a heap, a stack',
    plants: { threads: 1 },
    truth: leakOf({ threads: [0.9, 1.1], other: [2 * mib, 8 * mib], workerHeap: [2 * mib, 8 * mib] }),
  },
  clean('threads.ts', 'threads/ended'),
  ...pair('worker-heap.ts', 'worker-heap/tokens', {
    planted: "0.45 MiB in a worker's heap",
    plants: { workerHeap: 0.45 * mib },
    truth: {
      ...leakOf({ workerHeap: [0.3 * mib, 0.65 * mib], other: [0.3 * mib, 0.65 * mib] }),
      comparison: 'regression',
    },
  }),
  ...pair('worker-heap.ts', 'worker-heap/buffers', {
    planted: '64 KiB of Buffers in a worker',
    plants: { malloc: 64 * kib },
    truth: leakOf({ malloc: [55 * kib, 75 * kib], external: [55 * kib, 75 * kib], other: [55 * kib, 75 * kib] }),
  }),
  ...pair('counts.ts', 'counts/descriptors', {
    planted: '5 file descriptors',
    plants: { descriptors: 5 },
    truth: leak('descriptors', 5),
  }),
  ...pair('counts.ts', 'counts/timers', {
    planted: '3 unreferenced intervals',
    plants: { handles: 3 },
    truth: leak('handles', 3),
  }),
  ...pair('counts.ts', 'counts/timeouts', {
    planted: 'an unreferenced timeout of an hour',
    plants: { handles: 1 },
    truth: leak('handles', 1),
  }),
  ...pair('counts.ts', 'counts/sockets', {
    planted: 'both ends of a connection',
    plants: { descriptors: 2 },
    truth: leakOf({ descriptors: [1.8, 2.2], handles: [1.8, 6.6], heap: [4 * kib, 60 * kib] }),
  }),
  ...pair('counts.ts', 'counts/watchers', {
    planted: 'a file watcher',
    plants: { handles: 1 },
    truth: leakOf({ handles: [0.9, 1.1] }),
  }),
  ...pair('children.ts', 'children', {
    planted: 'a child process of 20 MiB and more',
    plants: { children: 1 },
    truth: leakOf({ children: [0.9, 1.1], child: [20 * mib, 60 * mib] }),
  }),
  ...pair('commands.ts', 'commands/session-host', {
    planted: 'a child process of 20 MiB and more, of a program',
    truth: leakOutside({ children: [0.9, 1.1], child: [20 * mib, 60 * mib], tree: [20 * mib, 60 * mib] }),
  }),
  ...pair('commands.ts', 'commands/keeper', {
    planted: '1 MiB of Buffers in a program',
    truth: leakOutside({ tree: [0.8 * mib, 1.3 * mib], other: [0.8 * mib, 1.3 * mib] }),
  }),
  {
    file: 'defaults.ts',
    id: 'defaults/keeps-1MB',
    planted: '1 MiB of Buffers; 3 iterations planned',
    plants: { external: mib },
    truth: leak('external', mib),
  },
  {
    file: 'defaults.ts',
    id: 'defaults/keeps-64KB',
    planted: '64 KiB of Buffers; 3 iterations planned',
    plants: { external: 64 * kib },
    truth: leak('external', 64 * kib),
  },
  clean('defaults.ts', 'defaults/clean'),
  {
    file: 'finite.ts',
    id: 'finite/leaks',
    planted: '256 KiB of strings until the 100th call throws',
    truth: leak('heap', 256 * kib),
  },
  {
    file: 'finite.ts',
    id: 'finite/leaks-few-left',
    planted: '256 KiB of strings until the 45th call throws',
    truth: { verdicts: ['leak', 'suspected'], rates: { heap: [220 * kib, 295 * kib] } },
  },
  {
    file: 'finite.ts',
    id: 'finite/fills-then-flat',
    planted: '256 KiB in each of the first 20 calls; the 120th throws',
    truth: ratchet,
  },
  { file: 'finite.ts', id: 'finite/clean', planted: 'nothing; the 60th call throws', truth: stable },
  ...['jit/loop', 'jit/regex'].flatMap((id) =>
    pair('jit.ts', id, {
      planted: 'hot code from the 7th call on',
      plants: {},
      truth: { ...stable, comparison: 'unchanged' },
    }),
  ),
  ...pair('files.ts', 'files/mapped', {
    planted: '60 MiB of file pages, mapped once',
    plants: {},
    truth: { ...stable, comparison: 'unchanged' },
  }),
  ...pair('files.ts', 'files/read', {
    planted: '60 MiB of a file, read once',
    plants: {},
    truth: { ...stable, comparison: 'unchanged' },
  }),
  ...pair('service.ts', 'service', {
    planted: '2 KiB of numbers by each of 20 requests',
    plants: { heap: 20 * 2.1 * kib },
    truth: leak('heap', 20 * 2.1 * kib, 0.25),
  }),
];

/** The name of a case in tables and for `--only`. */
export function nameOf({ id, variant }: Pick<HardCase, 'id' | 'variant'>): string {
  return variant === undefined ? id : `${id}:${variant}`;
}
