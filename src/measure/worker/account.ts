import type { MeasuredHeap } from './live-heap.js';

/** Counters read at one moment, from which the account is computed. */
export interface RawReading {
  readonly heap: MeasuredHeap;
  /** `external` of process.memoryUsage(): unshared backing stores of this thread, and external strings. */
  readonly trackedBytes: number;
  /** `arrayBuffers` of process.memoryUsage(): memory of this thread's Node allocator, even if transferred since. */
  readonly allocatorBytes: number;
  /** Physical size of the heap's pages. */
  readonly heapPagesBytes: number;
  /** Linux only. */
  readonly anonBytes: number | undefined;
  /** glibc only. */
  readonly nativeBytes: number | undefined;
}

/** Totals of the backing stores that have to be inspected one by one. */
export interface StoreTotals {
  /** Unshared stores from mmap: WebAssembly memories and resizable ArrayBuffers. */
  readonly mappedBytes: number;
  /** Shared stores from mmap, each counted once. */
  readonly sharedMappedBytes: number;
  /** The resident part of both. */
  readonly residentBytes: number;
  /** Total length of all live SharedArrayBuffers. */
  readonly sharedHandleBytes: number;
  /** The part of sharedHandleBytes beyond the first count of each store. */
  readonly duplicateBytes: number;
}

export const noStores: StoreTotals = {
  mappedBytes: 0,
  sharedMappedBytes: 0,
  residentBytes: 0,
  sharedHandleBytes: 0,
  duplicateBytes: 0,
};

/** Used and reserved heaps of the worker threads. */
export interface WorkerHeaps {
  readonly usedBytes: number;
  readonly pagesBytes: number;
}

/** Memory by class; each byte is in at most one class. */
export interface Classes {
  readonly heapLiveBytes: number;
  readonly externalBytes: number;
  readonly mallocBytes: number | undefined;
  readonly otherBytes: number | undefined;
}

/** Without shared or resizable stores, the two ways of counting backing stores differ by less than this. */
export const countingNoise = 1024;

/** External memory that V8 does not count: shared stores, and the growth of resizable ArrayBuffers. */
export function untrackedBytes({ heap, trackedBytes }: Pick<RawReading, 'heap' | 'trackedBytes'>): number {
  const untracked = heap.heldBytes - trackedBytes;
  return Math.abs(untracked) < countingNoise ? 0 : untracked;
}

/**
 * Sorts memory into classes. Nothing is clamped. `staticBytes` are external strings outside malloc: the sources of
 * Node's own modules.
 */
export function accountOf(
  raw: RawReading,
  stores: StoreTotals,
  staticBytes: number,
  workers: WorkerHeaps | undefined,
): Classes {
  const { heap, trackedBytes, nativeBytes, anonBytes, heapPagesBytes } = raw;
  const externalBytes = trackedBytes + untrackedBytes(raw) - stores.duplicateBytes;
  const mallocedStores = externalBytes - staticBytes - stores.mappedBytes - stores.sharedMappedBytes;
  return {
    heapLiveBytes: heap.heapBytes,
    externalBytes,
    mallocBytes: nativeBytes === undefined ? undefined : nativeBytes - mallocedStores,
    otherBytes:
      nativeBytes === undefined || anonBytes === undefined
        ? undefined
        : anonBytes - heapPagesBytes - nativeBytes - stores.residentBytes - (workers?.pagesBytes ?? 0),
  };
}
