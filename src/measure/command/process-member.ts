import { readFileSync } from 'node:fs';
import { ProcStatus } from '../worker/proc-status.js';
import type { ListedProcess } from './process-table.js';

/** Memory of one process, shared pages counted in part. */
export interface ProportionalMemory {
  /** `Pss`: a page that n processes share counts as one n-th. */
  readonly pssBytes: number;
  /** `Pss_Anon`: the same of memory that is no mapped file. */
  readonly anonBytes: number;
}

/** One process of a tree, and what was last read of it. */
export class ProcessMember {
  readonly startTicks: number;
  readonly parentPid: number;
  readonly #pid: number;
  readonly #status: ProcStatus;
  #peakRssBytes = 0;
  /** Of the last exact reading: the part of the resident set that others account for. */
  #sharedBytes = 0;

  /** @throws where the process has ended. */
  constructor({ pid, parentPid, startTicks }: ListedProcess) {
    this.#pid = pid;
    this.parentPid = parentPid;
    this.startTicks = startTicks;
    this.#status = new ProcStatus(pid);
  }

  /**
   * A quick reading: memory now, with the sharing of the last exact reading, and by how much the kernel's high-water
   * mark has risen above it since the reading before, which is a spike in between.
   * @throws where the process has ended.
   */
  glance(): { bytes: number; spikeBytes: number } {
    const { rssBytes, peakRssBytes } = this.#status.read();
    const spikeBytes = peakRssBytes > this.#peakRssBytes ? Math.max(0, peakRssBytes - rssBytes) : 0;
    this.#peakRssBytes = peakRssBytes;
    return { bytes: Math.max(0, rssBytes - this.#sharedBytes), spikeBytes };
  }

  /**
   * An exact reading; the kernel walks the page tables for it.
   * @throws where the process has ended.
   */
  look(): ProportionalMemory {
    const { rssBytes, anonBytes } = this.#status.read();
    const memory = proportionalOf(this.#pid) ?? { pssBytes: rssBytes, anonBytes };
    this.#sharedBytes = Math.max(0, rssBytes - memory.pssBytes);
    return memory;
  }

  /** Until the next look it counts for nothing: between vfork(2) and exec a process is in the memory of its parent. */
  disregard(): void {
    const { rssBytes, peakRssBytes } = this.#status.read();
    this.#sharedBytes = rssBytes;
    this.#peakRssBytes = peakRssBytes;
  }

  /** The high-water mark begins anew. */
  resetPeak(): void {
    this.#status.resetPeak();
    this.#peakRssBytes = this.#status.read().peakRssBytes;
  }

  close(): void {
    this.#status.close();
  }
}

/** Undefined where the kernel does not let us: a process of another user, or one that gave up the right to be read. */
function proportionalOf(pid: number): ProportionalMemory | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const pssBytes = kibibytes(text, 'Pss');
    const anonBytes = kibibytes(text, 'Pss_Anon');
    return pssBytes === undefined || anonBytes === undefined ? undefined : { pssBytes, anonBytes };
  } catch {
    return undefined;
  }
}

function kibibytes(text: string, field: string): number | undefined {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
  return found === undefined ? undefined : Number(found) * 1024;
}
