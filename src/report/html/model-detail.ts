/** Data that explains a case beyond its metrics. Each part is undefined if unknown. */
export interface DetailData {
  readonly allocator: AllocatorData | undefined;
  readonly mapped: MappedData | undefined;
  readonly allocations: AllocationsData | undefined;
  readonly retainers: RetainersData | undefined;
}

/** Holders of leaked objects. */
export interface RetainersData {
  readonly words: string;
  /** Most bytes first. */
  readonly rows: readonly RetainerRow[];
}

export interface RetainerRow {
  readonly holder: string;
  /** Where it is declared. */
  readonly place: string;
  /** The function through which it holds most objects. */
  readonly through: string;
  readonly objects: string;
  readonly size: string;
  /** Most of the held objects, by type. */
  readonly held: string;
}

/** Readings of Qdrant’s allocator around the measured iterations, from one sample. */
export interface AllocatorData {
  /** Iterations of the drawn readings; empty if there are only readings before and after. */
  readonly iterations: readonly number[];
  readonly counters: readonly AllocatorCounter[];
}

export interface AllocatorCounter {
  readonly name: string;
  /** Explains what it counts. */
  readonly meaning: string;
  /** In MiB, at each of the iterations. */
  readonly mebibytes: readonly number[];
  readonly before: string;
  readonly after: string;
  /** The baseline's value at the end; empty without a baseline. */
  readonly baseline: string;
}

/** Composition of the resident memory of processes. */
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
  /** The parts that add up to its PSS, and swapped-out memory; empty if the kernel does not report them. */
  readonly parts: readonly { readonly name: string; readonly mebibytes: number; readonly text: string }[];
}

/** Functions that allocate objects, most first. */
export interface AllocationsData {
  readonly compared: boolean;
  readonly rows: readonly AllocatorRow[];
}

export interface AllocatorRow {
  readonly where: string;
  readonly now: string;
  readonly baseline: string;
  readonly difference: string;
  /** Size of the objects. */
  readonly size: string;
}
