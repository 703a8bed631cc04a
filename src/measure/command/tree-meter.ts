import { setTimeout as delay } from 'node:timers/promises';
import { ProcessMember, type ProportionalMemory } from './process-member.js';
import { listProcesses, treeOf } from './process-table.js';

const glanceEveryMs = 10;
/** Who belongs to the tree, and how much of it is shared, changes more slowly than how much it is. */
const lookEveryMs = 50;
const settleLimitMs = 2_000;
const settlePauseMs = 50;
const stillBytes = 64 * 1024;
const stillRounds = 2;

/** Memory of all processes of a tree at one moment. */
export interface TreeReading {
  /** Sum of `Pss`. */
  readonly bytes: number;
  /** Sum of `Pss_Anon`. */
  readonly anonBytes: number;
  readonly processes: number;
}

/** Reads a process and all that it has started. Linux only. */
export class TreeMeter {
  /** Names of the readings that were taken although memory still moved. */
  readonly unsettled: string[] = [];
  readonly #rootPid: number;
  readonly #members = new Map<number, ProcessMember>();
  readonly #onReading: (bytes: number) => void;
  readonly #timer: NodeJS.Timeout;
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #last: TreeReading = { bytes: 0, anonBytes: 0, processes: 0 };
  #peakBytes = 0;
  #mostProcesses = 0;

  /** Reads it again and again until it is closed, and says so. */
  constructor(rootPid: number, onReading: (bytes: number) => void) {
    this.#rootPid = rootPid;
    this.#onReading = onReading;
    this.#timer = setInterval(() => this.#poll(), glanceEveryMs);
    this.#poll();
  }

  /** An exact reading; the last one where nothing of the tree is left. */
  read(): TreeReading {
    this.#glance();
    this.#look();
    return this.#last;
  }

  /** Rounds of readings until they have moved less than 64 KiB twice running; at most 2 s, then `name` is unsettled. */
  async settle(name: string, signal: AbortSignal): Promise<TreeReading> {
    const deadline = performance.now() + settleLimitMs;
    let last = this.read();
    for (let still = 0; still < stillRounds; ) {
      if (performance.now() > deadline) {
        this.unsettled.push(name);
        return last;
      }
      await delay(settlePauseMs, undefined, { signal });
      const next = this.read();
      still = Math.abs(next.bytes - last.bytes) < stillBytes ? still + 1 : 0;
      last = next;
    }
    return last;
  }

  /** What is greatest is counted from now on. */
  resetPeak(): void {
    for (const [pid, member] of this.#members) this.#unlessGone(pid, () => member.resetPeak());
    this.#peakBytes = 0;
    this.#mostProcesses = 0;
    this.#glance();
  }

  /** The greatest memory since the last reset: no spike of one process is missed, those of several may be added up. */
  get peakBytes(): number {
    return this.#peakBytes;
  }

  get mostProcesses(): number {
    return this.#mostProcesses;
  }

  /** Ends the reading, and every process of the tree that is still there. */
  close(): void {
    clearInterval(this.#timer);
    for (const { pid, startTicks } of this.#present()) {
      if (this.#members.get(pid)?.startTicks === startTicks) killIfThere(pid);
    }
    for (const member of this.#members.values()) member.close();
    this.#members.clear();
  }

  #poll(): void {
    this.#glance();
    if (performance.now() - this.#lookedAtMs >= lookEveryMs) this.#look();
  }

  #glance(): void {
    let bytes = 0;
    let spikeBytes = 0;
    for (const [pid, member] of this.#members) {
      this.#unlessGone(pid, () => {
        const seen = member.glance();
        bytes += seen.bytes;
        spikeBytes += seen.spikeBytes;
      });
    }
    if (this.#members.size > 0) this.#note(bytes, spikeBytes);
  }

  #look(): void {
    for (const found of this.#present()) {
      if (this.#members.get(found.pid)?.startTicks === found.startTicks) continue;
      this.#drop(found.pid);
      this.#unlessGone(found.pid, () => this.#members.set(found.pid, new ProcessMember(found)));
    }
    const memories = this.#lookAtEach();
    this.#lookedAtMs = performance.now();
    if (memories.length === 0) return;
    const sum = (field: keyof ProportionalMemory) => memories.reduce((total, memory) => total + memory[field], 0);
    this.#last = { bytes: sum('pssBytes'), anonBytes: sum('anonBytes'), processes: memories.length };
    this.#mostProcesses = Math.max(this.#mostProcesses, memories.length);
    this.#note(this.#last.bytes, 0);
  }

  #lookAtEach(): ProportionalMemory[] {
    const seen = new Map<number, ProportionalMemory>();
    for (const [pid, member] of this.#members) {
      this.#unlessGone(pid, () => {
        const memory = member.look();
        const ofParent = seen.get(member.parentPid);
        if (ofParent?.pssBytes === memory.pssBytes && ofParent.anonBytes === memory.anonBytes) member.disregard();
        else seen.set(pid, memory);
      });
    }
    return [...seen.values()];
  }

  #present() {
    return treeOf(this.#rootPid, listProcesses(), this.#members);
  }

  #note(bytes: number, spikeBytes: number): void {
    this.#peakBytes = Math.max(this.#peakBytes, bytes + spikeBytes);
    this.#onReading(bytes);
  }

  /** A process may end at any moment, also between two reads of it. */
  #unlessGone(pid: number, read: () => void): void {
    try {
      read();
    } catch {
      this.#drop(pid);
    }
  }

  #drop(pid: number): void {
    this.#members.get(pid)?.close();
    this.#members.delete(pid);
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
