import { Session } from 'node:inspector';
import { setTimeout as delay, setImmediate } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';
import { type RawReading, untrackedBytes } from './account.js';
import { countHandles, countInKernel, type KernelCounts } from './account-counts.js';
import { Accountant } from './accountant.js';
import { type MeasuredHeap, measureHeap } from './live-heap.js';
import { bindNativeMemory, type NativeMemory } from './native-memory.js';
import { memoryUsage } from './originals.js';
import { PeakMarks } from './peak-marks.js';
import { ProcStatus } from './proc-status.js';
import type { Peak, Reading } from './protocol.js';
import { settle } from './settle.js';
import { WorkerHeapMeter } from './worker-heaps.js';
import { WorkerThreads } from './worker-threads.js';

const settlePauseMs = 50;

/** Reads and settles the memory of this process. */
export class Meter {
  /** Why live native bytes cannot be read; undefined if they can. */
  readonly nativeAbsent: string | undefined;
  /** Why the high-water mark cannot be used; undefined if it can. */
  readonly peakAbsent: string | undefined;
  readonly unsettled: string[] = [];
  readonly #session = new Session();
  readonly #status = process.platform === 'linux' ? new ProcStatus('self') : undefined;
  readonly #native: NativeMemory | undefined;
  readonly #peaks: PeakMarks | undefined;
  readonly #accountant: Accountant;
  #heap: MeasuredHeap | undefined;
  #untrackedBytes = 0;
  #prepared: KernelCounts | undefined;
  #workers: WorkerHeapMeter | undefined;

  constructor(koffiPath: string | undefined) {
    this.#session.connect();
    try {
      if (this.#status === undefined) throw new Error('it can be read and reset on Linux only');
      this.#peaks = new PeakMarks(this.#status);
    } catch (error) {
      this.peakAbsent = `the kernel’s high-water mark cannot be used: ${String(error)}`;
    }
    try {
      if (koffiPath === undefined) throw new Error('koffi is not installed');
      this.#native = bindNativeMemory(koffiPath);
    } catch (error) {
      this.nativeAbsent = `live native bytes need glibc 2.33 or newer with its own malloc: ${String(error)}`;
    }
    this.#accountant = new Accountant(this.#session, this.#native);
  }

  /** Reads memory as it is now. The JavaScript heap is reported as of the last collection. */
  read(): Reading {
    const status = this.#status?.read();
    const { heapUsed, external, arrayBuffers, rss } = memoryUsage();
    const untracked = this.#untrackedBytes - this.#accountant.duplicateBytes;
    return {
      rssBytes: status?.rssBytes ?? rss,
      anonBytes: status?.anonBytes,
      fileBytes: status?.fileBytes,
      heapLiveBytes: this.#heap?.heapBytes ?? heapUsed,
      externalBytes: external + untracked,
      arrayBuffersBytes: arrayBuffers,
      nativeBytes: this.#native?.liveBytes(),
      threads: status?.threads,
    };
  }

  /**
   * Counts, and searches for special backing stores, so that `prepared` has nothing left to do. Call it before memory
   * settles: counting and searching leave some KiB on the heap.
   */
  async prepare(): Promise<void> {
    this.#prepared = countsOf(await this.account(await this.readCollected()));
  }

  /** Adds the classes of memory now and the counts of `prepare` to the last reading. */
  prepared(reading: Reading): Reading {
    return { ...reading, ...this.#accountant.accountKnown(this.#rawOf(reading)), ...this.#prepared };
  }

  /**
   * Adds the classes of memory and the counts to the last reading, which was taken after a collection. Counting comes
   * after reading, so that it does not change the reading. The first call searches for special backing stores; later
   * calls search only if the counters suggest new ones. A search collects garbage.
   */
  async account(reading: Reading): Promise<Reading> {
    return this.#account(reading, { thorough: false });
  }

  /** Peak memory since the last reset; undefined if the kernel has no high-water mark. */
  readPeak(): Peak | undefined {
    return this.#peaks?.read();
  }

  /** Ends a call of the stretch, so that file pages of one call do not hide the peak of another. */
  notePeak(): void {
    this.#peaks?.note();
  }

  resetPeak(): void {
    this.#peaks?.reset();
  }

  /** Runs a full garbage collection that also returns pages to the system. */
  async collectGarbage(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#session.post('HeapProfiler.collectGarbage', (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** Collects garbage, then reads memory. */
  async readCollected(): Promise<Reading> {
    await this.collectGarbage();
    await this.#measureHeap();
    const reading = this.read();
    await catchUp();
    return reading;
  }

  /**
   * Collects garbage in this thread and all worker threads, then reads the whole account. With `thorough`, also
   * searches for special backing stores and counts handles.
   */
  async readKept({ thorough }: { readonly thorough: boolean }): Promise<Reading> {
    this.#workers ??= await this.#attachToWorkers();
    await Promise.all([this.collectGarbage(), this.#workers.collectGarbage()]);
    await this.#measureHeap();
    this.#native?.trim();
    const reading = this.read();
    const counted = await this.#account(reading, { workers: this.#workers, thorough });
    if (thorough) return { ...counted, handles: await this.countHandles() };
    await catchUp();
    return counted;
  }

  /**
   * Counts libuv handles and uncleared timers, including unref'ed ones. V8 collects garbage several times for it, so a
   * judged pass counts them once, after everything that is judged has been read.
   */
  async countHandles(): Promise<number> {
    const handles = await countHandles(this.#session);
    await catchUp();
    return handles;
  }

  /**
   * Repeats rounds of collection, pause and trim until memory stops moving, and returns the last reading. If memory
   * never stops moving, `name` is added to `unsettled`.
   */
  async settle(name: string): Promise<Reading> {
    const { reading, isSettled } = await settle({ round: () => this.#round(), amounts: movingAmounts });
    if (!isSettled) this.unsettled.push(name);
    await catchUp();
    return reading;
  }

  /** The inspector session of this process, for the allocation pass. */
  get session(): Session {
    return this.#session;
  }

  async #round(): Promise<Reading> {
    await this.collectGarbage();
    await delay(settlePauseMs);
    await this.#measureHeap();
    this.#native?.trim();
    return this.read();
  }

  async #measureHeap(): Promise<void> {
    this.#heap = await measureHeap();
    this.#untrackedBytes = untrackedBytes({ heap: this.#heap, trackedBytes: memoryUsage().external });
  }

  async #attachToWorkers(): Promise<WorkerHeapMeter> {
    const threads = new WorkerThreads(this.#session);
    await threads.attach();
    return new WorkerHeapMeter(threads);
  }

  async #account(
    reading: Reading,
    { workers, thorough }: { readonly workers?: WorkerHeapMeter | undefined; readonly thorough: boolean },
  ): Promise<Reading> {
    const raw = this.#rawOf(reading);
    const counts = process.platform === 'linux' ? countInKernel() : {};
    const heaps = await workers?.read();
    const classes = await this.#accountant.account(raw, heaps, thorough);
    return { ...reading, ...classes, workerHeapBytes: heaps?.usedBytes, ...counts };
  }

  #rawOf(reading: Reading): RawReading {
    const { external, arrayBuffers } = memoryUsage();
    const heapPagesBytes = getHeapSpaceStatistics().reduce((sum, space) => sum + space.physical_space_size, 0);
    const heap = this.#heap ?? { heapBytes: reading.heapLiveBytes, heldBytes: external };
    const { anonBytes, nativeBytes } = reading;
    return { heap, trackedBytes: external, allocatorBytes: arrayBuffers, heapPagesBytes, anonBytes, nativeBytes };
  }
}

/**
 * Lets the event loop handle events that arrived while collections blocked it. Otherwise a scenario could find a
 * connection in its pool that the server has closed meanwhile.
 */
async function catchUp(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

function countsOf({ descriptors, children, childBytes }: Reading): KernelCounts {
  return { descriptors, children, childBytes };
}

/** Compares anonymous memory if it is known: file pages come and go with other work on the machine. */
function movingAmounts({ anonBytes, rssBytes, nativeBytes, heapLiveBytes, externalBytes }: Reading) {
  return [anonBytes ?? rssBytes, nativeBytes, heapLiveBytes, externalBytes];
}
