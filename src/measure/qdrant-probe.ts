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

/** Memory of the server around the measured iterations; what cannot be read is undefined. */
export interface QdrantReadings {
  readonly anonBeforeBytes: number | undefined;
  readonly anonAfterBytes: number | undefined;
  readonly allocatedBeforeBytes: number | undefined;
  readonly allocatedAfterBytes: number | undefined;
  readonly peakRssBytes: number | undefined;
  readonly peakAnonBytes: number | undefined;
  /** Whether somebody may have written to it: what it keeps of that is what it is for. */
  readonly written: boolean;
  /** Live bytes after each measured iteration; empty where they are not watched. */
  readonly seriesBytes: readonly number[];
  /** Which readings were taken before the server had come to rest. */
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

  /** Waits for rest, reads, and resets the server's high-water mark. */
  async before(): Promise<void> {
    const { allocatedBytes, allocator, writes } = (await this.#settle('qdrant-before')) ?? {};
    this.#allocator.note(0, allocator);
    this.#before = { anon: this.#status?.read().anonBytes, allocated: allocatedBytes, writes };
    this.#peaks = this.#markPeaks();
  }

  /** After so many measured iterations: reads the high-water mark first, then waits for rest and reads again. */
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
      // At least what is read before and after: memory may still rise while the server comes to rest.
      peakRssBytes: peak && Math.max(peak.rssBytes, rssBytes),
      peakAnonBytes: peak && Math.max(peak.anonBytes, this.#before?.anon ?? 0, anonAfterBytes ?? 0),
      unsettled: this.#unsettled,
    };
  }

  /** Reads the live bytes after an iteration, the server at rest or not. */
  async noteIteration(): Promise<void> {
    const { allocatedBytes, allocator, writes } = (await this.#server.api.telemetry()) ?? {};
    this.#writes = writes;
    this.#iterations += 1;
    this.#allocator.note(this.#iterations, allocator);
    if (allocatedBytes !== undefined) this.#seriesBytes.push(allocatedBytes);
  }

  /** Whether anything was written since `before`, as far as is known. Who wrote to a shared server cannot be known. */
  get isWritten(): boolean {
    return this.#status === undefined || this.#writes === undefined || this.#writes !== this.#before?.writes;
  }

  /** Live bytes after each iteration so far. */
  get seriesBytes(): number[] {
    return [...this.#seriesBytes];
  }

  /** What the allocator of the server told at each of the readings; undefined where it tells nothing. */
  get allocatorSeries(): QdrantMemory | undefined {
    return this.#allocator.columns;
  }

  /** What the memory of the server is made of now; undefined where its process is not ours to read. */
  get mapped(): MappedMemory | undefined {
    return readMapped(this.#server.pid);
  }

  close(): void {
    this.#status?.close();
  }

  /** Undefined where the mark cannot be reset, as in some sandboxes: it would be that of the server's life. */
  #markPeaks(): PeakMarks | undefined {
    try {
      return this.#status && new PeakMarks(this.#status);
    } catch {
      return undefined;
    }
  }

  /** A reading when all collections are green and memory has stopped moving; otherwise `name` is noted as unsettled. */
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
