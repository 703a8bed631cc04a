import type { MeasuredHeap } from './live-heap.js';

/** Counters of one moment that the account is made of. */
export interface RawReading {
  readonly heap: MeasuredHeap;
  /** `external` of process.memoryUsage(): backing stores of this thread that are not shared, and external strings. */
  readonly trackedBytes: number;
  /** `arrayBuffers` of process.memoryUsage(): what Node's allocator of this thread holds, wherever it was sent since. */
  readonly allocatorBytes: number;
  /** Physical size of the heap's pages. */
  readonly heapPagesBytes: number;
  /** Linux only. */
  readonly anonBytes: number | undefined;
  /** glibc only. */
  readonly nativeBytes: number | undefined;
}

/** Backing stores that need to be looked at one by one. */
export interface StoreTotals {
  /** Stores from mmap that are not shared: WebAssembly memories and resizable ArrayBuffers. */
  readonly mappedBytes: number;
  /** Shared stores from mmap, each once. */
  readonly sharedMappedBytes: number;
  /** The part of both that is resident. */
  readonly residentBytes: number;
  /** Lengths of all SharedArrayBuffers alive. */
  readonly sharedHandleBytes: number;
  /** The part of sharedHandleBytes that is counted for a second time or more often. */
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

/** Memory in classes; each byte is in one of them at most. */
export interface Classes {
  readonly heapLiveBytes: number;
  readonly externalBytes: number;
  readonly mallocBytes: number | undefined;
  readonly otherBytes: number | undefined;
}

/** The two ways of counting backing stores differ by less where there are neither shared nor resizable ones. */
export const countingNoise = 1024;

/** External memory that V8 keeps no account of: shared stores, and what resizable ArrayBuffers have grown by. */
export function untrackedBytes({ heap, trackedBytes }: Pick<RawReading, 'heap' | 'trackedBytes'>): number {
  const untracked = heap.heldBytes - trackedBytes;
  return Math.abs(untracked) < countingNoise ? 0 : untracked;
}

/**
 * Sorts memory into classes. Nothing is clamped. `staticBytes` are external strings that malloc does not hold: the
 * sources of Node's own modules.
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
