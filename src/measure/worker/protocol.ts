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
  /** Of a case that comes from a matrix. */
  readonly params: unknown;
  readonly pass: 'memory' | 'leak' | 'allocations' | 'sites' | 'retainers' | 'native';
  readonly iterations: number;
  readonly warmup: number;
  readonly measure: 'steady' | 'cold';
  /** Whether memory is read after every iteration, with a garbage collection before. */
  readonly growth: boolean;
  readonly tempDir: string;
  /** Where a pass that explains leaves what it recorded, to be read when the process has ended. */
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
  /** Path of the koffi package; undefined where live native bytes cannot be read. */
  readonly koffiPath: string | undefined;
}

/**
 * Memory of the worker at one moment, and what it holds open. `heapLiveBytes`, `externalBytes`, `mallocBytes`,
 * `workerHeapBytes` and `otherBytes` are classes: each byte is in one of them at most. None of them is clamped, because
 * a clamped reading hides a change; the three that are differences may be slightly negative.
 */
export interface Reading {
  readonly rssBytes: number;
  /** Linux only. */
  readonly anonBytes: number | undefined;
  /** Resident file-backed and shared memory: RssFile + RssShmem. Linux only. */
  readonly fileBytes: number | undefined;
  /** JavaScript objects alive in the main thread, without backing stores of any kind. */
  readonly heapLiveBytes: number;
  /**
   * Backing stores that the main thread holds, each byte once: Buffers, buffers received from other threads, WebAssembly
   * memories, SharedArrayBuffers, and whatever else V8 keeps account of.
   */
  readonly externalBytes: number;
  readonly arrayBuffersBytes: number;
  /** Live bytes of malloc, backing stores included. glibc only. */
  readonly nativeBytes: number | undefined;
  /** Live bytes of malloc in no other class: nativeBytes without the backing stores that malloc holds. glibc only. */
  readonly mallocBytes?: number | undefined;
  /** Used heaps of the worker threads after a collection in each. In `kept` readings only. */
  readonly workerHeapBytes?: number | undefined;
  /**
   * Anonymous memory in no other class: mmap, stacks and isolates of threads, allocators other than malloc. anonBytes
   * less the resident heap pages of all threads, malloc and resident WebAssembly memory. Linux with glibc only.
   */
  readonly otherBytes?: number | undefined;
  /** Anonymous memory of all descendant processes. Linux only. */
  readonly childBytes?: number | undefined;
  /** Open file descriptors. Linux only. */
  readonly descriptors?: number | undefined;
  /** Threads of the operating system. Linux only. */
  readonly threads?: number | undefined;
  /** libuv handles, and timers that are not cleared, unref'ed ones included. In readings that count timers only. */
  readonly handles?: number | undefined;
  /** Descendant processes that are alive. Linux only. */
  readonly children?: number | undefined;
}

/** The most memory of a stretch of work. */
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
  /** The most anonymous memory of the stretch, by the marks of its calls; Linux only. */
  readonly peakAnonBytes: number | undefined;
}

/** What V8 did during the measured iterations. */
export interface GcTally {
  readonly count: number;
  readonly pauseMs: number;
  readonly allocatedBytes: number;
  readonly heapPeakBytes: number;
}

/** Columns of per-iteration readings; the meaning of each is that of the field of Reading. */
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
  /** Names of the readings that were taken although memory still moved. */
  readonly unsettled: string[];
  /** Why live native bytes could not be read, where they could not. */
  readonly nativeAbsent: string | undefined;
  /** Why there is no high-water mark, where there is none. */
  readonly peakAbsent: string | undefined;
}

/**
 * Where the worker waits for a reading of the engine: of Qdrant around the measured iterations, and after each that is
 * watched for growth; of what both processes are made of when all that is judged has been read.
 */
export type QuiescePoint = 'before' | 'iteration' | 'after' | 'settled';

/** A call on a stack, as V8 names it: lines and columns count from 1, and stand at 0 where there are none. */
export interface StackFrame {
  readonly functionName: string;
  /** file: URL, path, `node:` name, or empty for native code. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** Buffers and ArrayBuffers that one stack of calls made. */
export interface BufferRecord {
  /** Innermost call first. */
  readonly stack: readonly StackFrame[];
  readonly allocatedBytes: number;
  readonly aliveBytes: number;
}

/** A node of V8's sampling heap profile, and what it calls. Lines and columns of a function count from 0. */
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

/** What an allocation pass recorded: V8's tree of calls that allocated objects. */
export interface AllocationRecord {
  readonly functions: readonly StackFrame[];
  /** Each behind the one that it was called by. */
  readonly nodes: readonly {
    /** Index among the functions. */
    readonly function: number;
    /** Index of the node that it was called by; undefined for a root. */
    readonly parent?: number | undefined;
    /** Of objects that it allocated itself. */
    readonly count: number;
    readonly bytes: number;
  }[];
}

/** What a sites pass recorded. */
export interface SiteRecord {
  /** On the heap, and alive after the measured iterations. */
  readonly alive: HeapProfileNode;
  /** On the heap over as many iterations again, alive or not; absent where there is one call only. */
  readonly allocated?: HeapProfileNode | undefined;
  readonly buffers: readonly BufferRecord[];
  /** Alive ArrayBuffers that came during the measured iterations and that no watched call made. */
  readonly strayBufferBytes: number;
}

export type Phase = 'import' | 'setup' | 'cold' | 'warmup' | 'settle' | 'measure' | 'follow-up' | 'teardown';

export type WorkerMessage =
  | { readonly type: 'phase'; readonly phase: Phase }
  /** The engine reads (`before`: and resets the high-water mark of Qdrant) and answers `go`. */
  | { readonly type: 'quiesce'; readonly point: QuiescePoint }
  /** The engine looks at the series so far and answers `go` with more iterations, or none. `threw`: what `run` threw. */
  | { readonly type: 'growth'; readonly iterations: IterationColumns; readonly threw: string | undefined }
  | { readonly type: 'memory'; readonly report: MemoryReport }
  | { readonly type: 'allocations'; readonly count: number }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly phase: Phase; readonly message: string; readonly stack: string | undefined };

export type EngineMessage = SampleOrder | { readonly type: 'go'; readonly moreIterations: number };
