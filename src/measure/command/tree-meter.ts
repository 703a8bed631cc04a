import { setTimeout as delay } from 'node:timers/promises';
import type { MappedMemory, PeakSource } from '../../results/schema.js';
import { mappedIn, sumOfMapped } from '../smaps-rollup.js';
import { settle } from '../worker/settle.js';
import { CommandFailure } from './failure.js';
import { ProcessMember, type ProportionalMemory } from './process-member.js';
import { killIfThere, type ListedProcess, ProcessTable } from './process-table.js';

const glanceEveryMs = 10;
/** Glance interval of a young process, which may live for less than a second. */
const youngGlanceEveryMs = 1;
const youngMs = 1_000;
/** Share of the time that glances may take; a glance at many processes is slow. */
const glanceShare = 0.1;
/** The members of the tree and the shared part of its memory change more slowly than the amount of memory. */
const lookEveryMs = 50;
/** Children of young processes are found through another list, which is cheap. */
const youngLookEveryMs = 200;
/** Share of the time that looks may take: a look at gigabytes is slow and delays the process. */
const lookShare = 0.1;
/** Growth of files and shared memory since the last look that triggers another one at once. */
const unknownLimitBytes = 1024 ** 2;
/** Attempts at a look: if a process ends meanwhile, its readings are not from one moment. */
const lookAttempts = 4;
const settlePauseMs = 50;
/** Weight of a process in settling: one that starts or ends is movement, however small it is. */
const processBytes = 1024 ** 2;

interface TreeAmounts {
  /** Sum of `Pss`. */
  readonly bytes: number;
  /** Sum of `Pss_Anon`. */
  readonly anonBytes: number;
}

const noSpike: TreeAmounts = { bytes: 0, anonBytes: 0 };

/** Memory of all processes of a tree at one moment. */
export interface TreeReading extends TreeAmounts {
  readonly processes: number;
}

/** Reads a process and all processes that it has started. Linux only. */
export class TreeMeter {
  readonly #table: ProcessTable;
  readonly #members = new Map<number, ProcessMember>();
  readonly #unsettled = new Set<string>();
  readonly #onReading: (bytes: number) => void;
  #timer: NodeJS.Timeout | undefined;
  #youngUntilMs = Number.NEGATIVE_INFINITY;
  #nextLookMs = Number.NEGATIVE_INFINITY;
  #nextListMs = Number.NEGATIVE_INFINITY;
  #last: TreeReading = { bytes: 0, anonBytes: 0, processes: 0 };
  /** The rollups that the last exact reading comes from. */
  #lastRollups: readonly string[] = [];
  #peakBytes = 0;
  #peakAnonBytes = 0;
  #mostProcesses = 0;
  #isClosed = false;
  #hasMarks = true;
  #unreadable: CommandFailure | undefined;

  /** Polls the tree until `close`, and calls `onReading`. `mark` is in the environment of its processes. */
  constructor(rootPid: number, mark: string, onReading: (bytes: number) => void) {
    this.#table = new ProcessTable(rootPid, mark);
    this.#onReading = onReading;
    this.#poll();
  }

  /** Names of the readings taken before memory had settled. */
  get unsettled(): readonly string[] {
    return [...this.#unsettled];
  }

  /**
   * An exact reading; the last one if no process of the tree is left.
   * @throws CommandFailure if one of its processes may not be read.
   */
  read(): TreeReading {
    this.#glance();
    this.#look();
    if (this.#unreadable !== undefined) throw this.#unreadable;
    return this.#last;
  }

  /** A reading once anonymous memory has settled. If it never does: the last one, with `name` noted as unsettled. */
  async settle(name: string, signal: AbortSignal): Promise<TreeReading> {
    const { reading, isSettled } = await settle({
      round: async () => {
        await delay(settlePauseMs, undefined, { signal });
        return this.read();
      },
      amounts: ({ anonBytes, processes }) => [anonBytes, processes * processBytes],
    });
    if (!isSettled) this.#unsettled.add(name);
    return reading;
  }

  /** Restarts the peaks and the process count. */
  resetPeak(): void {
    for (const [pid, member] of this.#members) this.#unlessGone(pid, () => member.resetPeak());
    this.#peakBytes = 0;
    this.#peakAnonBytes = 0;
    this.#mostProcesses = 0;
    this.#glance();
  }

  /** Peak memory since the last reset, including spikes between glances; those of several processes are added up. */
  get peakBytes(): number {
    return this.#peakBytes;
  }

  /** The same for anonymous memory. */
  get peakAnonBytes(): number {
    return this.#peakAnonBytes;
  }

  /** The source of the peak: the kernel's high-water marks, or polling alone in sandboxes that cannot reset them. */
  get peakSource(): PeakSource {
    return this.#hasMarks ? 'high-water marks' : 'polled';
  }

  /** The memory breakdown of the last exact reading, summed over the processes; undefined if there was none. */
  get mapped(): MappedMemory | undefined {
    return sumOfMapped(this.#lastRollups.flatMap((rollup) => mappedIn(rollup) ?? []));
  }

  /** The processes that are read. */
  get pids(): number[] {
    return [...this.#members.keys()];
  }

  get mostProcesses(): number {
    return this.#mostProcesses;
  }

  /** Whether any process of the tree is still alive. */
  get isAlive(): boolean {
    return this.#table.everyone().length > 0;
  }

  /** Stops polling, and kills every process of the tree that is still alive. */
  close(): void {
    clearTimeout(this.#timer);
    this.#isClosed = true;
    for (const { pid } of this.#table.everyone()) killIfThere(pid);
    for (const member of this.#members.values()) member.close();
    this.#members.clear();
  }

  #poll(): void {
    const startMs = performance.now();
    if (this.#isYoung) this.#meetChildren();
    this.#glance();
    const isDue = startMs >= this.#nextLookMs;
    const tookMs = performance.now() - startMs;
    if (isDue) this.#look();
    if (this.#isClosed) return;
    // On a busy machine most of that time is waiting, so the pause is never longer than usual.
    const pauseMs = this.#isYoung ? Math.max(youngGlanceEveryMs, tookMs / glanceShare) : glanceEveryMs;
    this.#timer = setTimeout(() => this.#poll(), Math.min(pauseMs, glanceEveryMs));
  }

  get #isYoung(): boolean {
    return performance.now() < this.#youngUntilMs;
  }

  #glance(): void {
    const now = { bytes: 0, anonBytes: 0 };
    const spike = { bytes: 0, anonBytes: 0 };
    let unknownBytes = 0;
    for (const [pid, member] of this.#members) {
      this.#unlessGone(pid, () => {
        const seen = member.glance();
        now.bytes += seen.bytes;
        now.anonBytes += seen.anonBytes;
        spike.bytes += seen.spikeBytes;
        spike.anonBytes += seen.anonSpikeBytes;
        unknownBytes += seen.unknownBytes;
        if (!member.hasMark) this.#hasMarks = false;
      });
    }
    if (this.#members.size === 0) return;
    if (unknownBytes > unknownLimitBytes) {
      // Listing every process of the machine takes as long as ten glances. A young one could grow and end meanwhile.
      if (this.#isYoung && performance.now() < this.#nextListMs) this.#readMembers();
      else this.#look();
      this.#note(this.#last, spike);
    } else this.#note(now, spike);
  }

  #look(): void {
    const startMs = performance.now();
    const isWhole = this.#lookAttempt(lookAttempts);
    const tookMs = performance.now() - startMs;
    // A process that may still use the memory of its parent counts from the second look on.
    const soon = !isWhole ? 0 : this.#table.hasNew ? glanceEveryMs : this.#isYoung ? youngLookEveryMs : lookEveryMs;
    const rest = this.#isYoung && this.#table.hasNew ? 0 : tookMs / lookShare;
    this.#nextLookMs = performance.now() + Math.max(soon, rest);
    this.#nextListMs = this.#nextLookMs;
  }

  /** Whether the whole tree was read at practically one moment. */
  #lookAttempt(attempts: number): boolean {
    this.#meet(this.#table.members());
    return this.#readMembers() || (attempts > 1 && this.#lookAttempt(attempts - 1));
  }

  /** Takes an exact reading of the known members; false if one has ended meanwhile. */
  #readMembers(): boolean {
    const memories = this.#lookAtEach();
    if (memories === undefined) return false;
    if (memories.length === 0) return true;
    const sum = (field: 'pssBytes' | 'anonBytes') => memories.reduce((total, memory) => total + memory[field], 0);
    this.#last = { bytes: sum('pssBytes'), anonBytes: sum('anonBytes'), processes: memories.length };
    this.#lastRollups = memories.map(({ rollup }) => rollup);
    this.#mostProcesses = Math.max(this.#mostProcesses, memories.length);
    this.#note(this.#last, noSpike);
    return true;
  }

  /** Finds the children of a young tree early, because they may be short-lived as well. */
  #meetChildren(): void {
    const { executed, hasUnlisted } = this.#table.children([...this.#members.keys()]);
    this.#meet(executed);
    if (hasUnlisted) this.#nextLookMs = Math.min(this.#nextLookMs, performance.now() + glanceEveryMs);
  }

  #meet(present: readonly ListedProcess[]): void {
    for (const found of present) {
      if (this.#members.get(found.pid)?.startTicks === found.startTicks) continue;
      this.#drop(found.pid);
      this.#unlessGone(found.pid, () => {
        this.#members.set(found.pid, new ProcessMember(found));
        this.#youngUntilMs = performance.now() + youngMs;
      });
    }
  }

  /** Undefined if one has ended meanwhile: its shared memory may or may not be in the readings of others. */
  #lookAtEach(): ProportionalMemory[] | undefined {
    const before = this.#members.size;
    const memories: ProportionalMemory[] = [];
    for (const [pid, member] of this.#members) this.#unlessGone(pid, () => memories.push(member.look()));
    for (const [pid, member] of this.#members) this.#unlessGone(pid, () => member.confirm());
    return this.#members.size === before ? memories : undefined;
  }

  #note({ bytes, anonBytes }: TreeAmounts, spike: TreeAmounts): void {
    this.#peakBytes = Math.max(this.#peakBytes, bytes + spike.bytes);
    this.#peakAnonBytes = Math.max(this.#peakAnonBytes, anonBytes + spike.anonBytes);
    this.#onReading(bytes);
  }

  /** A process may end at any moment, even between two reads of it. */
  #unlessGone(pid: number, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof CommandFailure) this.#unreadable ??= error;
      this.#drop(pid);
      this.#nextLookMs = Number.NEGATIVE_INFINITY;
    }
  }

  #drop(pid: number): void {
    this.#members.get(pid)?.close();
    this.#members.delete(pid);
  }
}
