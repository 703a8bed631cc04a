// Messages between the engine and the measured process on their private channel. Types only: nothing is loaded.
import type { ModelHandle } from '../../services/model/model-handle.js';

/** Everything a worker needs to take one sample. Sent once, first. */
export interface SampleOrder {
  readonly type: 'order';
  /** file: URL of the scenario module. */
  readonly scenarioUrl: string;
  readonly exportName: string;
  /** Undefined for a scenario without cases. */
  readonly caseLabel: string | undefined;
  /** Set for a case from a matrix. */
  readonly params: unknown;
  readonly pass: 'memory' | 'leak' | 'allocations' | 'sites' | 'retainers' | 'native';
  readonly iterations: number;
  readonly warmup: number;
  readonly measure: 'steady' | 'cold';
  /** Whether memory is read after every iteration, following a garbage collection. */
  readonly growth: boolean;
  readonly tempDir: string;
  /** The file for the record of an explaining pass; the engine reads it when the process has ended. */
  readonly recordFile: string;
  readonly qdrant:
    | {
        readonly url: string;
        readonly apiKey: string | undefined;
        readonly collectionPrefix: string;
        readonly clientUrl: string;
      }
    | undefined;
  readonly model: { readonly handle: ModelHandle; readonly fastembedUrl: string } | undefined;
  /** Path of the koffi package; undefined if live native bytes cannot be read. */
  readonly koffiPath: string | undefined;
}

/**
 * Memory of the worker at one moment, and counts of its open resources. `heapLiveBytes`, `externalBytes`,
 * `mallocBytes`, `workerHeapBytes` and `otherBytes` are classes: each byte is in at most one. None is clamped, because
 * a clamped reading hides a change; the three that are differences may be slightly negative.
 */
export interface Reading {
  readonly rssBytes: number;
  /** Linux only. */
  readonly anonBytes: number | undefined;
  /** Resident file-backed and shared memory: RssFile + RssShmem. Linux only. */
  readonly fileBytes: number | undefined;
  /** Live JavaScript objects of the main thread, without backing stores of any kind. */
  readonly heapLiveBytes: number;
  /**
   * Backing stores of the main thread, each byte once: Buffers, buffers received from other threads, WebAssembly
   * memories, SharedArrayBuffers, and everything else that V8 counts.
   */
  readonly externalBytes: number;
  readonly arrayBuffersBytes: number;
  /** Live bytes of malloc, backing stores included. glibc only. */
  readonly nativeBytes: number | undefined;
  /** Live bytes of malloc in no other class: nativeBytes without the backing stores in malloc. glibc only. */
  readonly mallocBytes?: number | undefined;
  /** Used heap of all worker threads, after a collection in each. In `kept` readings only. */
  readonly workerHeapBytes?: number | undefined;
  /**
   * Anonymous memory in no other class: mmap, stacks and isolates of threads, allocators other than malloc. It is
   * anonBytes minus resident heap pages of all threads, malloc and resident WebAssembly memory. Linux with glibc only.
   */
  readonly otherBytes?: number | undefined;
  /** Anonymous memory of all descendant processes. Linux only. */
  readonly childBytes?: number | undefined;
  /** Open file descriptors. Linux only. */
  readonly descriptors?: number | undefined;
  /** Threads of the operating system. Linux only. */
  readonly threads?: number | undefined;
  /** libuv handles and uncleared timers, including unref'ed ones. Only in readings that count timers. */
  readonly handles?: number | undefined;
  /** Live descendant processes. Linux only. */
  readonly children?: number | undefined;
}

/** Peak memory of a stretch of work. */
export interface Peak {
  readonly rssBytes: number;
  readonly anonBytes: number;
}

/** Readings around a stretch of work. */
export interface Stretch {
  readonly before: Reading;
  readonly after: Reading;
  /** Kernel high-water mark of the stretch; Linux only. */
  readonly peakRssBytes: number | undefined;
  /** Peak anonymous memory of the stretch, by the marks of its calls; Linux only. */
  readonly peakAnonBytes: number | undefined;
}

/** V8's allocations and collections during the measured iterations. */
export interface GcTally {
  readonly count: number;
  readonly pauseMs: number;
  readonly allocatedBytes: number;
  readonly heapPeakBytes: number;
}

/** Columns of per-iteration readings; each means the same as the field of Reading with its name. */
export interface IterationColumns {
  readonly durationMs: number[];
  readonly rssBytes: number[];
  readonly anonBytes: number[] | undefined;
  /** Reading.heapLiveBytes. */
  readonly heapBytes: number[] | undefined;
  readonly externalBytes?: number[] | undefined;
  readonly nativeBytes: number[] | undefined;
  readonly mallocBytes?: number[] | undefined;
  readonly workerHeapBytes?: number[] | undefined;
  readonly otherBytes?: number[] | undefined;
  readonly childBytes?: number[] | undefined;
  readonly descriptors?: number[] | undefined;
  readonly threads?: number[] | undefined;
  readonly handles?: number[] | undefined;
  readonly children?: number[] | undefined;
}

/** The outcome of a memory pass. */
export interface MemoryReport {
  readonly cold: Stretch | undefined;
  readonly steady: Stretch;
  readonly gc: GcTally;
  readonly iterations: IterationColumns;
  /** Names of the readings taken while memory was still moving. */
  readonly unsettled: string[];
  /** Why live native bytes could not be read; undefined if they could. */
  readonly nativeAbsent: string | undefined;
  /** Why there is no high-water mark; undefined if there is one. */
  readonly peakAbsent: string | undefined;
}

/**
 * Points at which the worker waits for the engine to take a reading. `before` and `after`: Qdrant, around the measured
 * iterations. `iteration`: Qdrant, after each iteration that is watched for growth. `settled`: the mappings of both
 * processes, when everything that is judged has been read.
 */
export type QuiescePoint = 'before' | 'iteration' | 'after' | 'settled';

/** A call on a stack, as V8 names it: lines and columns count from 1; 0 means none. */
export interface StackFrame {
  readonly functionName: string;
  /** file: URL, path, `node:` name, or empty for native code. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** Buffers and ArrayBuffers created by one call stack. */
export interface BufferRecord {
  /** Innermost call first. */
  readonly stack: readonly StackFrame[];
  readonly allocatedBytes: number;
  readonly aliveBytes: number;
}

/** A node of V8's sampling heap profile, with its callees. Lines and columns of a function count from 0. */
export interface HeapProfileNode {
  readonly callFrame: {
    readonly functionName: string;
    readonly scriptId: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  /** Bytes allocated by the function itself. */
  readonly selfSize: number;
  readonly id: number;
  readonly children: readonly HeapProfileNode[];
}

/** The record of an allocation pass: V8's tree of calls that allocated objects. */
export interface AllocationRecord {
  readonly functions: readonly StackFrame[];
  /** Callers before callees. */
  readonly nodes: readonly {
    /** Index among the functions. */
    readonly function: number;
    /** Index of the calling node; undefined for a root. */
    readonly parent?: number | undefined;
    /** Number of objects that it allocated itself. */
    readonly count: number;
    readonly bytes: number;
  }[];
}

/** The record of a sites pass. */
export interface SiteRecord {
  /** On the heap, and still live after the measured iterations. */
  readonly alive: HeapProfileNode;
  /** Allocated on the heap over as many iterations again, live or not; absent if there is only one call. */
  readonly allocated?: HeapProfileNode | undefined;
  readonly buffers: readonly BufferRecord[];
  /** Live ArrayBuffers from the measured iterations that no watched call created. */
  readonly strayBufferBytes: number;
}

export type Phase = 'import' | 'setup' | 'cold' | 'warmup' | 'settle' | 'measure' | 'follow-up' | 'teardown';

export type WorkerMessage =
  | { readonly type: 'phase'; readonly phase: Phase }
  /** The engine takes a reading and answers `go`. At `before` it also resets Qdrant's high-water mark. */
  | { readonly type: 'quiesce'; readonly point: QuiescePoint }
  /** The engine judges the series so far and answers `go` with more iterations, or 0. `threw`: the error of `run`. */
  | { readonly type: 'growth'; readonly iterations: IterationColumns; readonly threw: string | undefined }
  | { readonly type: 'memory'; readonly report: MemoryReport }
  | { readonly type: 'allocations'; readonly count: number }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly phase: Phase; readonly message: string; readonly stack: string | undefined };

export type EngineMessage = SampleOrder | { readonly type: 'go'; readonly moreIterations: number };
