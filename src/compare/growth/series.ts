/** Series of memory that can accuse, in bytes. Exact ones count allocations, noisy ones count resident pages. */
export const memorySeries = [
  'heap',
  'external',
  'malloc',
  'workerHeap',
  'other',
  'child',
  'tree',
  'reported',
  'qdrant',
] as const;

/** Series of counted resources that can accuse. */
export const countSeries = ['descriptors', 'threads', 'handles', 'children'] as const;

export type MemorySeries = (typeof memorySeries)[number];
export type CountSeries = (typeof countSeries)[number];
export type GrowthSeriesName = MemorySeries | CountSeries;

export const growthSeries: readonly GrowthSeriesName[] = [...memorySeries, ...countSeries];

const KIB = 1024;

/** Growth per iteration up to which a series is innocent: bytes for memory, a number for counts. */
export type GrowthTolerances = Readonly<Record<GrowthSeriesName, number>>;

export const defaultTolerances: GrowthTolerances = {
  heap: 4 * KIB,
  external: 4 * KIB,
  malloc: 4 * KIB,
  workerHeap: 16 * KIB,
  other: 64 * KIB,
  child: 64 * KIB,
  tree: 16 * KIB,
  reported: 4 * KIB,
  qdrant: 32 * KIB,
  descriptors: 0.1,
  threads: 0.1,
  handles: 0.1,
  children: 0.1,
};

/** Series that count bytes, so that `leaks.toleranceBytes` replaces their tolerance. */
const replaced: ReadonlySet<GrowthSeriesName> = new Set(['heap', 'external', 'malloc', 'reported']);
/** Series read from resident pages or a server that works in the background. Their change needs a significance test. */
const noisy: ReadonlySet<GrowthSeriesName> = new Set(['other', 'child', 'tree', 'qdrant']);
const counts: ReadonlySet<GrowthSeriesName> = new Set(countSeries);

/** The tolerances of a case: its `leaks.toleranceBytes` replaces those of exact series and raises the others to it. */
export function tolerancesFor(toleranceBytes?: number): GrowthTolerances {
  if (toleranceBytes === undefined) return defaultTolerances;
  const entries = growthSeries.map((series) => {
    const usual = defaultTolerances[series];
    if (isCount(series)) return [series, usual] as const;
    return [series, replaced.has(series) ? toleranceBytes : Math.max(usual, toleranceBytes)] as const;
  });
  return Object.fromEntries(entries) as Record<GrowthSeriesName, number>;
}

export function isCount(series: GrowthSeriesName): series is CountSeries {
  return counts.has(series);
}

export function isNoisy(series: GrowthSeriesName): boolean {
  return noisy.has(series);
}

/** The amount a series must keep to be called a ratchet: 1 MiB, or a count of ten. */
export function ratchetAmount(series: GrowthSeriesName): number {
  return isCount(series) ? 10 : KIB * KIB;
}

/** Readings of each series after each iteration, in its unit. */
export type GrowthColumns = Readonly<Partial<Record<GrowthSeriesName, readonly number[]>>>;

/** One value of each series, in its unit. */
export type GrowthValues = Readonly<Partial<Record<GrowthSeriesName, number>>>;

/** The stored names of the series, the same in `sample.readings` and `sample.iterations`. */
const storedNames = {
  heap: 'heapBytes',
  external: 'externalBytes',
  malloc: 'mallocBytes',
  workerHeap: 'workerHeapBytes',
  other: 'otherBytes',
  child: 'childBytes',
  tree: 'anonBytes',
  reported: 'reportedBytes',
  qdrant: 'qdrantBytes',
  descriptors: 'descriptors',
  threads: 'threads',
  handles: 'handles',
  children: 'children',
} as const satisfies Record<GrowthSeriesName, string>;

type StoredName = (typeof storedNames)[GrowthSeriesName];

/** Which stored series may accuse in a case. */
export interface AccusingOptions {
  /**
   * A command, whose `anonBytes` is the memory of its process tree. In a worker, `anonBytes` contains every other
   * series and is left out.
   */
  readonly command: boolean;
  /** The iterations write to Qdrant, which keeps the data. */
  readonly qdrantWritten: boolean;
}

/** The series of stored columns or readings that accuse; an absent series stays absent. */
export function accusingValues<T>(
  stored: Readonly<Partial<Record<StoredName, T | undefined>>>,
  { command, qdrantWritten }: AccusingOptions,
): Partial<Record<GrowthSeriesName, T>> {
  const found: Partial<Record<GrowthSeriesName, T>> = {};
  for (const series of growthSeries) {
    const value = stored[storedNames[series]];
    if (value === undefined) continue;
    if ((series === 'tree' && !command) || (series === 'qdrant' && qdrantWritten)) continue;
    found[series] = value;
  }
  return found;
}

/** The change of each series between two readings, if both have it. */
export function changesBetween(before: GrowthValues, after: GrowthValues): GrowthValues {
  const changes: Partial<Record<GrowthSeriesName, number>> = {};
  for (const series of growthSeries) {
    const [from, to] = [before[series], after[series]];
    if (from !== undefined && to !== undefined) changes[series] = to - from;
  }
  return changes;
}
