import { setTimeout as delay } from 'node:timers/promises';
import pidusage from 'pidusage';
import type { SettledReading, Timeline } from '../results/schema.js';
import type { MemoryReport, Phase, Reading } from './worker/protocol.js';

const intervalMs = 100;
/** A longer sample is thinned to at most this many readings, so that the document stays small. */
const maxReadings = 240;

/** Observes a sample while it is taken. */
export interface SampleWatch {
  onPhase(phase: Phase): void;
  /** Resident memory of the measured process, or of the processes of a command, and of the Qdrant server, in bytes. */
  onReading(measuredBytes: number, qdrantBytes: number | null): void;
}

/** Memory and phases over time: for charts, not for verdicts. */
export class TimelineNotes {
  readonly #watch: SampleWatch | undefined;
  readonly #start = performance.now();
  readonly #readings: { atMs: number; worker: number; qdrant: number | null }[] = [];
  readonly #phases: { name: Phase; atMs: number }[] = [];
  #settled: readonly SettledReading[] = [];

  constructor(watch?: SampleWatch) {
    this.#watch = watch;
  }

  enter(phase: Phase): void {
    this.#watch?.onPhase(phase);
    this.#phases.push({ name: phase, atMs: this.#elapsedMs() });
  }

  /** Notes the worker's own readings, which it reports after the last one: see `settledReadings`. */
  noteSettled(report: Pick<MemoryReport, 'cold' | 'steady'>): void {
    this.#settled = settledReadings(report, this.#phases, this.#elapsedMs());
  }

  /** Whether enough time has passed since the last reading. */
  get isDue(): boolean {
    return this.#elapsedMs() - (this.#readings.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY) >= intervalMs;
  }

  note(worker: number, qdrant: number | null): void {
    this.#readings.push({ atMs: this.#elapsedMs(), worker, qdrant });
    this.#watch?.onReading(worker, qdrant);
  }

  get timeline(): Timeline {
    const every = Math.max(1, Math.ceil(this.#readings.length / maxReadings));
    const kept = this.#readings.filter((_, index) => index % every === 0);
    return {
      atMs: kept.map((reading) => reading.atMs),
      workerRssBytes: kept.map((reading) => reading.worker),
      qdrantRssBytes: kept.map((reading) => reading.qdrant),
      phases: this.#phases,
      ...(this.#settled.length === 0 ? {} : { settled: [...this.#settled] }),
    };
  }

  #elapsedMs(): number {
    return Math.round(performance.now() - this.#start);
  }
}

/**
 * The settled readings of a memory pass at the times that the engine knows: a phase ends when the next begins, and the
 * report comes with the last reading. The first is taken early in the cold phase, and is placed at its beginning.
 */
export function settledReadings(
  { cold, steady }: Pick<MemoryReport, 'cold' | 'steady'>,
  phases: Timeline['phases'],
  reportedMs: number,
): SettledReading[] {
  const began = (name: Phase) => phases.find((phase) => phase.name === name)?.atMs;
  const reading = (name: SettledReading['name'], atMs: number | undefined, read: Reading | undefined) =>
    atMs === undefined || read === undefined ? [] : [{ name, atMs, ...bytesOf(read) }];
  return [
    ...reading('cold-before', began('cold'), cold?.before),
    ...reading('cold-after', began('warmup'), cold?.after),
    ...reading('before', began('measure'), steady.before),
    ...reading('after', reportedMs, steady.after),
  ];
}

function bytesOf({ heapLiveBytes, externalBytes, nativeBytes }: Reading): Omit<SettledReading, 'name' | 'atMs'> {
  return { heapBytes: heapLiveBytes, externalBytes, ...(nativeBytes === undefined ? {} : { nativeBytes }) };
}

/** Polls the resident set size of the worker and of Qdrant while a sample is taken. */
export class TimelineRecorder {
  readonly #workerPid: number;
  readonly #qdrantPid: number | undefined;
  readonly #notes: TimelineNotes;
  readonly #stop = new AbortController();
  readonly #polling: Promise<void>;

  constructor(workerPid: number, qdrantPid: number | undefined, watch?: SampleWatch) {
    this.#notes = new TimelineNotes(watch);
    this.#workerPid = workerPid;
    this.#qdrantPid = qdrantPid;
    this.#polling = this.#poll();
  }

  enter(phase: Phase): void {
    this.#notes.enter(phase);
  }

  noteSettled(report: Pick<MemoryReport, 'cold' | 'steady'>): void {
    this.#notes.noteSettled(report);
  }

  async finish(): Promise<Timeline> {
    this.#stop.abort();
    await this.#polling;
    return this.#notes.timeline;
  }

  async #poll(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        const worker = await pidusage(this.#workerPid);
        const qdrant = this.#qdrantPid === undefined ? null : (await pidusage(this.#qdrantPid)).memory;
        // pidusage reports 0 for a process that is about to begin, or has ended and has not been waited for yet.
        if (worker.memory > 0) this.#notes.note(worker.memory, qdrant === 0 ? null : qdrant);
      } catch {
        // One of the two has ended, which the sample itself reports.
        return;
      }
      await delay(intervalMs, undefined, { signal: this.#stop.signal }).catch(() => {});
    }
  }
}
