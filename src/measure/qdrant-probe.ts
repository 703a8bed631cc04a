import { setTimeout as delay } from 'node:timers/promises';
import { EnvironmentError } from '../errors.js';
import type { MappedMemory, QdrantMemory } from '../results/schema.js';
import type { Telemetry } from '../services/qdrant/api.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import { AllocatorSeries } from './allocator-series.js';
import { readMapped } from './smaps-rollup.js';
import { PeakMarks } from './worker/peak-marks.js';
import { ProcStatus } from './worker/proc-status.js';
import { settle } from './worker/settle.js';

const settlePauseMs = 50;

/** Memory of the server around the measured iterations; undefined fields could not be read. */
export interface QdrantReadings {
  readonly anonBeforeBytes: number | undefined;
  readonly anonAfterBytes: number | undefined;
  readonly allocatedBeforeBytes: number | undefined;
  readonly allocatedAfterBytes: number | undefined;
  readonly peakRssBytes: number | undefined;
  readonly peakAnonBytes: number | undefined;
  /** Whether the server may have been written to. Keeping what was written is its purpose. */
  readonly written: boolean;
  /** Live bytes after each measured iteration; empty if they are not watched. */
  readonly seriesBytes: readonly number[];
  /** Names of the readings taken before the server had settled. */
  readonly unsettled: readonly string[];
}

/** Reads the Qdrant server of a sample before and after the measured iterations. */
export class QdrantProbe {
  readonly #server: QdrantServer;
  readonly #collectionPrefix: string;
  readonly #status: ProcStatus | undefined;
  readonly #unsettled: string[] = [];
  readonly #seriesBytes: number[] = [];
  readonly #allocator = new AllocatorSeries();
  #iterations = 0;
  #writes: number | undefined;
  #peaks: PeakMarks | undefined;
  #before: { anon: number | undefined; allocated: number | undefined; writes: number | undefined } | undefined;

  constructor(server: QdrantServer, collectionPrefix: string) {
    this.#server = server;
    this.#collectionPrefix = collectionPrefix;
    this.#status = statusOf(server);
  }

  /** Waits until the server settles, reads it, and resets its high-water mark. */
  async before(): Promise<void> {
    const { allocatedBytes, allocator, writes } = (await this.#settle('qdrant-before')) ?? {};
    this.#allocator.note(0, allocator);
    this.#before = { anon: this.#status?.read().anonBytes, allocated: allocatedBytes, writes };
    this.#peaks = this.#markPeaks();
  }

  /** Reads the high-water mark after `iterations` measured iterations, waits until the server settles, and reads it. */
  async after(iterations: number): Promise<QdrantReadings> {
    const peak = this.#peaks?.read();
    const { allocatedBytes, allocator, writes } = (await this.#settle('qdrant-after')) ?? {};
    this.#writes = writes;
    this.#allocator.note(iterations, allocator);
    const { rssBytes = 0, anonBytes: anonAfterBytes } = this.#status?.read() ?? {};
    return {
      anonBeforeBytes: this.#before?.anon,
      anonAfterBytes,
      allocatedBeforeBytes: this.#before?.allocated,
      allocatedAfterBytes: allocatedBytes,
      seriesBytes: this.seriesBytes,
      written: this.isWritten,
      // No lower than the readings before and after: memory may still rise while the server settles.
      peakRssBytes: peak && Math.max(peak.rssBytes, rssBytes),
      peakAnonBytes: peak && Math.max(peak.anonBytes, this.#before?.anon ?? 0, anonAfterBytes ?? 0),
      unsettled: this.#unsettled,
    };
  }

  /** Reads the live bytes after an iteration, whether or not the server has settled. */
  async noteIteration(): Promise<void> {
    const { allocatedBytes, allocator, writes } = (await this.#server.api.telemetry()) ?? {};
    this.#writes = writes;
    this.#iterations += 1;
    this.#allocator.note(this.#iterations, allocator);
    if (allocatedBytes !== undefined) this.#seriesBytes.push(allocatedBytes);
  }

  /** Whether anything was written since `before`; true if unknown, as for a shared server. */
  get isWritten(): boolean {
    return this.#status === undefined || this.#writes === undefined || this.#writes !== this.#before?.writes;
  }

  /** Live bytes after each iteration so far. */
  get seriesBytes(): number[] {
    return [...this.#seriesBytes];
  }

  /** The allocator counters of the server at each reading; undefined if it reports none. */
  get allocatorSeries(): QdrantMemory | undefined {
    return this.#allocator.columns;
  }

  /** The current breakdown of the server's memory; undefined if memory-bench may not read its process. */
  get mapped(): MappedMemory | undefined {
    return readMapped(this.#server.pid);
  }

  close(): void {
    this.#status?.close();
  }

  /** Undefined if the mark cannot be reset, as in some sandboxes: it would cover the server's whole life. */
  #markPeaks(): PeakMarks | undefined {
    try {
      return this.#status && new PeakMarks(this.#status);
    } catch {
      return undefined;
    }
  }

  /** A reading once all collections are green and memory has settled; failing that, notes `name` as unsettled. */
  async #settle(name: string): Promise<Telemetry | undefined> {
    const { reading, isSettled } = await settle({
      round: async () => {
        await delay(settlePauseMs);
        const isGreen = await this.#server.api.allGreen(this.#collectionPrefix);
        return { isGreen, telemetry: await this.#server.api.telemetry(), anonBytes: this.#status?.read().anonBytes };
      },
      amounts: ({ telemetry, anonBytes }) => [telemetry?.allocatedBytes, anonBytes],
      isIdle: ({ isGreen }) => isGreen,
    });
    if (!isSettled) this.#unsettled.push(name);
    return reading.telemetry;
  }
}

function statusOf(server: QdrantServer): ProcStatus | undefined {
  const { pid } = server;
  if (pid === undefined || process.platform !== 'linux') return undefined;
  try {
    return new ProcStatus(pid);
  } catch (cause) {
    throw new EnvironmentError(`the Qdrant server ended right after its start\n${server.logTail()}`, { cause });
  }
}
