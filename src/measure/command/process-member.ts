import { readRollup, rollupBytes } from '../smaps-rollup.js';
import { ProcStatus } from '../worker/proc-status.js';
import { CommandFailure } from './failure.js';
import type { ListedProcess } from './process-table.js';

/** A rise above the current resident set that exceeds the noise of the kernel's own counting. */
const spikeBytes = 256 * 1024;

/** Movement during a look that is ignored. */
const stillBytes = 256 * 1024;
/** How long a process that never settles is extrapolated from its anonymous memory alone. */
const longestCarryMs = 500;

/** Memory of one process, with shared pages counted proportionally. */
export interface ProportionalMemory {
  /** `Pss`: a page that n processes share counts as one n-th. */
  readonly pssBytes: number;
  /** `Pss_Anon`: the same for memory that is not a mapped file. */
  readonly anonBytes: number;
  /** The text of `smaps_rollup` that they come from. */
  readonly rollup: string;
}

/** A quick reading of a process. */
export interface Glance {
  /** Memory now, with the shared part as of the last exact reading. */
  readonly bytes: number;
  /** By how much the kernel's high-water mark exceeds the resident set: a spike since the previous glance. */
  readonly spikeBytes: number;
  /** Anonymous memory now, with the shared part as of the last exact reading. */
  readonly anonBytes: number;
  /** The anonymous part of the spike: the mark minus file pages and the anonymous memory now. */
  readonly anonSpikeBytes: number;
  /** Growth of files and shared memory since the last exact reading; this process's share of it is unknown. */
  readonly unknownBytes: number;
}

/** One process of a tree and its last reading. */
export class ProcessMember {
  readonly startTicks: number;
  readonly #pid: number;
  readonly #status: ProcStatus;
  #canReset = true;
  /** Time of the last exact reading; `#seen` has its amounts. */
  #seenMs = Number.NEGATIVE_INFINITY;
  #seen = { pssBytes: 0, pssAnonBytes: 0, anonResidentBytes: 0, otherResidentBytes: 0 };
  /** File and shared pages at the previous glance. */
  #fileBytes = 0;

  /** @throws if the process has ended. */
  constructor({ pid, startTicks }: ListedProcess) {
    this.#pid = pid;
    this.startTicks = startTicks;
    this.#status = new ProcStatus(pid);
  }

  /** False in sandboxes where the mark cannot be reset: spikes between two glances are missed there. */
  get hasMark(): boolean {
    return this.#canReset;
  }

  /** @throws if the process has ended. */
  glance(): Glance {
    const { rssBytes, anonBytes, fileBytes, peakRssBytes } = this.#status.read();
    const { pssBytes, pssAnonBytes, anonResidentBytes, otherResidentBytes } = this.#seen;
    const above = this.#canReset ? peakRssBytes - rssBytes : 0;
    const isSpike = above > spikeBytes;
    const anonAbove = peakRssBytes - Math.max(this.#fileBytes, fileBytes) - anonBytes;
    this.#fileBytes = fileBytes;
    // Without the reset, a second and smaller spike would be missed.
    if (isSpike) this.resetPeak();
    return {
      bytes: Math.max(0, pssBytes + anonBytes - anonResidentBytes),
      spikeBytes: isSpike ? above : 0,
      anonBytes: Math.max(0, pssAnonBytes + anonBytes - anonResidentBytes),
      anonSpikeBytes: isSpike && anonAbove > spikeBytes ? anonAbove : 0,
      unknownBytes: Math.max(0, rssBytes - anonBytes - otherResidentBytes),
    };
  }

  /**
   * An exact reading; the kernel walks the page tables for it.
   * @throws if the process has ended; CommandFailure if it may not be read.
   */
  look(): ProportionalMemory {
    const before = this.#status.read();
    const memory = proportionalOf(this.#pid);
    const { rssBytes, anonBytes } = this.#status.read();
    const isStill = Math.abs(anonBytes - before.anonBytes) < stillBytes;
    // The walk takes time. If memory moves meanwhile, its result belongs to no single moment to extrapolate from.
    if (isStill || performance.now() > this.#seenMs + longestCarryMs) {
      this.#seen = {
        pssBytes: memory.pssBytes,
        pssAnonBytes: memory.anonBytes,
        anonResidentBytes: anonBytes,
        otherResidentBytes: rssBytes - anonBytes,
      };
      this.#seenMs = performance.now();
    }
    return memory;
  }

  /** @throws if the process has ended. */
  confirm(): void {
    this.#status.read();
  }

  /** Resets the high-water mark if possible. */
  resetPeak(): void {
    try {
      if (this.#canReset) this.#status.resetPeak();
    } catch {
      this.#canReset = false;
    }
  }

  close(): void {
    this.#status.close();
  }
}

function proportionalOf(pid: number): ProportionalMemory {
  const rollup = rollupOf(pid);
  const pssBytes = rollupBytes(rollup, 'Pss');
  const anonBytes = rollupBytes(rollup, 'Pss_Anon');
  if (pssBytes !== undefined && anonBytes !== undefined) return { pssBytes, anonBytes, rollup };
  throw new CommandFailure('measure', `/proc/${pid}/smaps_rollup has no Pss_Anon: Linux has it from 5.4 on`);
}

function rollupOf(pid: number): string {
  try {
    return readRollup(pid);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new CommandFailure(
      'measure',
      `the memory of process ${pid} may not be read: it runs as another user, or has given up being read (PR_SET_DUMPABLE)`,
    );
  }
}
