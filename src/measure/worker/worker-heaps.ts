import type { WorkerHeaps } from './account.js';
import type { WorkerThreads } from './worker-threads.js';

/** Reads the heaps of the worker threads. A blocked thread counts with its last known figures. */
export class WorkerHeapMeter {
  readonly #threads: WorkerThreads;
  readonly #known = new Map<string, WorkerHeaps>();

  constructor(threads: WorkerThreads) {
    this.#threads = threads;
  }

  /** Collects garbage in every thread. */
  async collectGarbage(): Promise<void> {
    await this.#threads.post('HeapProfiler.collectGarbage');
  }

  async read(): Promise<WorkerHeaps> {
    for (const { thread, result } of await this.#threads.post('Runtime.getHeapUsage')) {
      const usage = heapUsage(result);
      if (usage !== undefined) this.#known.set(thread, usage);
    }
    const running = new Set(this.#threads.threads);
    let [usedBytes, pagesBytes] = [0, 0];
    for (const [thread, usage] of this.#known) {
      if (!running.has(thread)) this.#known.delete(thread);
      else {
        usedBytes += usage.usedBytes;
        pagesBytes += usage.pagesBytes;
      }
    }
    return { usedBytes, pagesBytes };
  }
}

function heapUsage(result: unknown): WorkerHeaps | undefined {
  if (typeof result !== 'object' || result === null || !('usedSize' in result) || !('totalSize' in result)) return;
  const { usedSize, totalSize } = result;
  if (typeof usedSize !== 'number' || typeof totalSize !== 'number') return;
  return { usedBytes: usedSize, pagesBytes: totalSize };
}
