import { setTimeout as delay } from 'node:timers/promises';
import type { IterationSeries, Mapped, PeakSource, QdrantMemory } from '../../results/schema.js';
import { describeEnding } from '../../services/child.js';
import type { Case } from '../../suite/cases.js';
import type { CommandPlan } from '../../suite/command-plan.js';
import type { FollowUp } from '../follow-up.js';
import type { QdrantProbe } from '../qdrant-probe.js';
import { mappedOf } from '../smaps-rollup.js';
import type { Phase } from '../worker/protocol.js';
import type { CommandColumns, CommandReport, Moment } from './command-metrics.js';
import { CommandFailure } from './failure.js';
import type { Invocation } from './invocation.js';
import { type Program, runToEnd } from './program.js';
import { untilReady } from './ready.js';
import { readReported } from './reported.js';
import { treeCounts } from './tree-counts.js';
import type { TreeMeter } from './tree-meter.js';

const lingerMs = 1_000;
const lingerPauseMs = 50;

/** A program that runs, and what reads it. */
export interface RunningCommand {
  readonly measured: Case;
  readonly plan: CommandPlan;
  readonly invocation: Invocation;
  readonly program: Program;
  readonly meter: TreeMeter;
  readonly probe: QdrantProbe | undefined;
  /** Aborted when there is nothing more to wait for: cancelled, out of time, the program or the server gone. */
  readonly signal: AbortSignal;
  /** The same, the end of the program left out. */
  readonly stopped: AbortSignal;
  readonly enter: (phase: Phase) => void;
  /** How many times longer than usual everything may take. */
  readonly patience: number;
}

/** The course of one sample of a command. */
export class CommandRun {
  readonly #running: RunningCommand;
  readonly #columns: CommandColumns;
  readonly #startMs = performance.now();
  /** Nothing moves between two iterations: the program waits for us. */
  readonly #isQuiet: boolean;
  #iterations = 0;
  #markedMs = performance.now();
  /** Whether the live bytes of the server are read after every iteration. */
  #readsServer: boolean;
  #mapped: Mapped | undefined;

  constructor(running: RunningCommand) {
    this.#running = running;
    const { kind, handshake, metrics } = running.plan;
    this.#readsServer = running.measured.growthLimited;
    this.#isQuiet = kind === 'driven' || handshake;
    const counts = { children: [], descriptors: [], threads: [] };
    this.#columns = { durationMs: [], bytes: [], anonBytes: [], ...counts, reportedBytes: metrics && [] };
  }

  /** Names of the readings that were taken although memory still moved. */
  get unsettled(): readonly string[] {
    return this.#running.meter.unsettled;
  }

  /** Where the peak of the tree comes from. */
  get peakSource(): PeakSource {
    return this.#running.meter.peakSource;
  }

  /** What memory was made of at the settled end of the measured iterations. */
  get mapped(): Mapped | undefined {
    return this.#mapped;
  }

  /** What the allocator of Qdrant told at the readings; undefined where there were none. */
  get qdrantMemory(): QdrantMemory | undefined {
    return this.#running.probe?.allocatorSeries;
  }

  /** Live bytes of Qdrant after each iteration, where it answered every time. */
  get qdrantSeries(): { qdrantBytes?: number[] } {
    const qdrantBytes = this.#running.probe?.seriesBytes.slice(0, this.#columns.anonBytes.length) ?? [];
    return qdrantBytes.length > 0 && qdrantBytes.length === this.#columns.anonBytes.length ? { qdrantBytes } : {};
  }

  /** @throws CommandFailure, or what the signal was aborted with. */
  async measure(): Promise<CommandReport> {
    const { plan, measured, invocation, program, signal, enter, patience } = this.#running;
    if (plan.kind === 'whole') return this.#whole();
    if (invocation.ready !== undefined) await untilReady(invocation.ready, program, signal, patience);
    enter('cold');
    await this.#next();
    enter('warmup');
    for (let call = 0; call < measured.warmup; call += 1) await this.#next();
    return this.#iterated();
  }

  /** Follows a suspected leak of a driven program for as long as `followUp` wants to see more. */
  async follow(followUp: FollowUp): Promise<void> {
    const { measured, invocation, program, signal, enter, patience, probe } = this.#running;
    if (invocation.ready !== undefined) await untilReady(invocation.ready, program, signal, patience);
    enter('cold');
    await this.#next();
    enter('warmup');
    for (let call = 0; call < measured.warmup; call += 1) await this.#next();
    enter('settle');
    await probe?.before();
    await this.#moment('before');
    enter('follow-up');
    this.#readsServer = true;
    for (;;) {
      const more = followUp.next(this.growthColumns);
      if (more <= 0) return;
      await this.#take(more);
    }
  }

  /** Whether the iterations wrote to the Qdrant server; undefined without one. */
  get qdrantWritten(): boolean | undefined {
    return this.#running.probe?.isWritten;
  }

  /** The series so far as they are stored. */
  get growthColumns(): IterationSeries {
    const { bytes: rssBytes, ...columns } = structuredClone(this.#columns);
    const { reportedBytes, ...others } = columns;
    return { rssBytes, ...others, ...(reportedBytes && { reportedBytes }), ...this.qdrantSeries };
  }

  /** The program's own end, or the one we make. */
  async end(): Promise<void> {
    const { plan, program, stopped, enter, patience } = this.#running;
    enter('teardown');
    if (plan.kind === 'driven') return program.stop(plan.stop, stopped, patience);
    if (plan.handshake) program.answerAndClose();
    await this.#untilEnded();
  }

  async #whole(): Promise<CommandReport> {
    this.#running.enter('measure');
    await this.#untilEnded();
    const { meter, program } = this.#running;
    const durationMs = (program.endedMs ?? performance.now()) - this.#startMs;
    await this.#untilAllEnded();
    // What could not be read is told here at the latest.
    meter.read();
    const { peakBytes, peakAnonBytes, mostProcesses } = meter;
    const qdrantAbsent = this.#running.probe && 'a program that is measured as a whole has no before and after';
    return {
      peakBytes,
      peakAnonBytes,
      mostProcesses,
      durationMs,
      around: undefined,
      growth: undefined,
      qdrant: undefined,
      qdrantAbsent,
    };
  }

  async #iterated(): Promise<CommandReport> {
    const { measured, meter, probe, enter } = this.#running;
    enter('settle');
    if (this.#isQuiet) await probe?.before();
    const before = await this.#moment('before');
    enter('measure');
    meter.resetPeak();
    await this.#take(measured.iterations);
    const { peakBytes, peakAnonBytes, mostProcesses } = meter;
    enter('settle');
    const qdrant = this.#isQuiet ? await probe?.after(measured.iterations) : undefined;
    const after = await this.#moment('after');
    this.#mapped = mappedOf({ worker: undefined, processes: meter.mapped, qdrant: probe?.mapped });
    const columns = structuredClone(this.#columns);
    return {
      peakBytes,
      peakAnonBytes,
      mostProcesses,
      durationMs: columns.durationMs.reduce((sum, duration) => sum + duration, 0),
      around: { before, after },
      growth: measured.growthLimited ? columns : undefined,
      qdrant,
      qdrantAbsent:
        probe && !this.#isQuiet ? 'the program goes on while the server is read; see `handshake`' : undefined,
    };
  }

  async #take(count: number): Promise<void> {
    const { meter, probe } = this.#running;
    for (let call = 0; call < count; call += 1) {
      const durationMs = await this.#next();
      const { bytes, anonBytes, processes } = meter.read();
      const { descriptors, threads } = treeCounts(meter.pids);
      if (!this.#isQuiet) this.#requireReadInTime();
      const reportedBytes = await this.#reported();
      // All at once: a sample that is cut short has columns of one length.
      this.#columns.durationMs.push(durationMs);
      this.#columns.bytes.push(bytes);
      this.#columns.anonBytes.push(anonBytes);
      this.#columns.children.push(processes - 1);
      this.#columns.descriptors.push(descriptors);
      this.#columns.threads.push(threads);
      if (reportedBytes !== undefined) this.#columns.reportedBytes?.push(reportedBytes);
      if (this.#readsServer && this.#isQuiet) await probe?.noteIteration();
    }
  }

  /** One iteration, and how long it took, in ms. */
  async #next(): Promise<number> {
    const { plan, invocation, program, signal } = this.#running;
    const iteration = this.#iterations;
    this.#iterations += 1;
    if (plan.kind === 'driven') {
      return runToEnd(invocation.drive(iteration), `the drive command, in iteration ${iteration},`, signal);
    }
    const fromMs = this.#isQuiet ? performance.now() : this.#markedMs;
    if (plan.handshake && iteration > 0) program.answer();
    await program.marks(this.#iterations, signal);
    this.#requireReadInTime();
    this.#markedMs = program.lastMarkMs;
    return this.#markedMs - fromMs;
  }

  /** A reading after the next iteration, or after the end, would be taken for one of this. */
  #requireReadInTime(): void {
    const { program } = this.#running;
    if (program.marked === this.#iterations && program.endedMs === undefined) return;
    throw new CommandFailure(
      'measure',
      'the program went on before it was read: its iterations are too short for that; let it wait for a line on its standard input after each memory-bench:iteration, and set `handshake: true`',
    );
  }

  async #moment(name: string): Promise<Moment> {
    const { meter, signal } = this.#running;
    const tree = this.#isQuiet ? await meter.settle(name, signal) : meter.read();
    return { tree, reportedBytes: await this.#reported() };
  }

  async #reported(): Promise<number | undefined> {
    const { invocation, signal } = this.#running;
    if (invocation.metrics === undefined) return undefined;
    try {
      return await readReported(invocation.metrics, signal);
    } catch (cause) {
      signal.throwIfAborted();
      throw new CommandFailure('measure', `the program's own metrics could not be read: ${String(cause)}`);
    }
  }

  /** Children may end a little later than their parent; those that stay were not meant to be measured like this. */
  async #untilAllEnded(): Promise<void> {
    const { meter, stopped } = this.#running;
    const deadline = performance.now() + lingerMs;
    while (meter.isAlive) {
      if (performance.now() > deadline) {
        throw new CommandFailure(
          'exit',
          'the program ended and left processes in the background; run it in the foreground, or as one that is driven (`drive`)',
        );
      }
      await delay(lingerPauseMs, undefined, { signal: stopped });
    }
  }

  async #untilEnded(): Promise<void> {
    const { program, stopped } = this.#running;
    const how = await Promise.race([program.ended, untilAborted(stopped)]);
    if ('signal' in how) {
      throw new CommandFailure('signal', `the program was ended by ${describeEnding(how)}; see the end of its log`);
    }
    if (how.code !== 0) {
      throw new CommandFailure('exit', `the program ended with ${describeEnding(how)}; see the end of its log`);
    }
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
