/** What explains a case beyond its metrics; each is undefined where nobody knows. */
export interface DetailData {
  readonly allocator: AllocatorData | undefined;
  readonly mapped: MappedData | undefined;
  readonly allocations: AllocationsData | undefined;
  readonly retainers: RetainersData | undefined;
}

/** Who holds the objects that a leak keeps. */
export interface RetainersData {
  readonly words: string;
  /** The most bytes first. */
  readonly rows: readonly RetainerRow[];
}

export interface RetainerRow {
  readonly holder: string;
  /** Where it is declared. */
  readonly place: string;
  /** The function that most of what it holds goes through. */
  readonly through: string;
  readonly objects: string;
  readonly size: string;
  /** What most of it is, by type. */
  readonly held: string;
}

/** What Qdrant’s allocator told around the measured iterations, of one sample. */
export interface AllocatorData {
  /** In the order of `counters`, at each of `iterations`; empty where there is no more than before and after. */
  readonly iterations: readonly number[];
  readonly counters: readonly AllocatorCounter[];
}

export interface AllocatorCounter {
  readonly name: string;
  /** What it counts. */
  readonly meaning: string;
  /** In MiB, at each of the iterations. */
  readonly mebibytes: readonly number[];
  readonly before: string;
  readonly after: string;
  /** At the end in the baseline; empty without one. */
  readonly baseline: string;
}

/** What the resident memory of processes is made of. */
export interface MappedData {
  readonly words: string;
  readonly columns: readonly string[];
  readonly rows: readonly MappedRow[];
}

export interface MappedRow {
  readonly who: string;
  readonly isBaseline: boolean;
  /** One for each column. */
  readonly texts: readonly string[];
  /** What its PSS is the sum of, and what is swapped out beside it; empty where the kernel does not tell. */
  readonly parts: readonly { readonly name: string; readonly mebibytes: number; readonly text: string }[];
}

/** Who allocates objects, the most first. */
export interface AllocationsData {
  readonly compared: boolean;
  readonly rows: readonly AllocatorRow[];
}

export interface AllocatorRow {
  readonly where: string;
  readonly now: string;
  readonly baseline: string;
  readonly difference: string;
  /** What they take. */
  readonly size: string;
}
