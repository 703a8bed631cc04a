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

/** A running program and its meters. */
export interface RunningCommand {
  readonly measured: Case;
  readonly plan: CommandPlan;
  readonly invocation: Invocation;
  readonly program: Program;
  readonly meter: TreeMeter;
  readonly probe: QdrantProbe | undefined;
  /** Aborted on cancellation or timeout, and when the program or the server has ended. */
  readonly signal: AbortSignal;
  /** Like `signal`, but not aborted when the program ends. */
  readonly stopped: AbortSignal;
  readonly enter: (phase: Phase) => void;
  /** Multiplier for all time limits. */
  readonly patience: number;
}

/** Runs the iterations of one sample of a command. */
export class CommandRun {
  readonly #running: RunningCommand;
  readonly #columns: CommandColumns;
  readonly #startMs = performance.now();
  /** Whether memory is steady between two iterations, because the program waits for memory-bench. */
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

  /** Names of the readings taken while memory was still moving. */
  get unsettled(): readonly string[] {
    return this.#running.meter.unsettled;
  }

  /** Where the peak of the tree comes from. */
  get peakSource(): PeakSource {
    return this.#running.meter.peakSource;
  }

  /** The breakdown of memory after the measured iterations, once settled. */
  get mapped(): Mapped | undefined {
    return this.#mapped;
  }

  /** The allocator counters of Qdrant at each reading; undefined if there were none. */
  get qdrantMemory(): QdrantMemory | undefined {
    return this.#running.probe?.allocatorSeries;
  }

  /** Live bytes of Qdrant after each iteration; left out if it did not answer every time. */
  get qdrantSeries(): { qdrantBytes?: number[] } {
    const qdrantBytes = this.#running.probe?.seriesBytes.slice(0, this.#columns.anonBytes.length) ?? [];
    return qdrantBytes.length > 0 && qdrantBytes.length === this.#columns.anonBytes.length ? { qdrantBytes } : {};
  }

  /** @throws CommandFailure, or the abort reason of the signal. */
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

  /** Follows a suspected leak of a driven program for as long as `followUp` asks for more iterations. */
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

  /** The series so far, in the stored format. */
  get growthColumns(): IterationSeries {
    const { bytes: rssBytes, ...columns } = structuredClone(this.#columns);
    const { reportedBytes, ...others } = columns;
    return { rssBytes, ...others, ...(reportedBytes && { reportedBytes }), ...this.qdrantSeries };
  }

  /** Waits for the program to end, or stops a driven one. */
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
    // Throws, here at the latest, if a process could not be read.
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
      // Added together, so that a sample that is cut short has columns of one length.
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

  /** Runs one iteration and returns its duration in ms. */
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

  /** Throws if the next iteration or the program has ended: a reading would be attributed to this iteration. */
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

  /** Waits for children, which may end a little later than their parent. Children that stay are an error. */
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
