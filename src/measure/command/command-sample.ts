import { EnvironmentError, InterruptedError, MemoryBenchError, messageOf } from '../../errors.js';
import type { SampleError } from '../../results/schema.js';
import { describeEnding } from '../../services/child.js';
import type { QdrantServer } from '../../services/qdrant/server.js';
import type { CommandPlan } from '../../suite/command-plan.js';
import { FollowUp } from '../follow-up.js';
import { type NativeRecording, profiledEnvironment } from '../native/recording.js';
import type { Outcome } from '../outcome.js';
import { QdrantProbe } from '../qdrant-probe.js';
import type { SamplePlace, SampleRequest, SampleServices } from '../sample-request.js';
import { TimelineNotes } from '../timeline.js';
import { ProcStatus } from '../worker/proc-status.js';
import type { Phase } from '../worker/protocol.js';
import { commandMetricsOf } from './command-metrics.js';
import { CommandRun } from './command-run.js';
import { CommandFailure } from './failure.js';
import { Invocation } from './invocation.js';
import { endMarked } from './process-table.js';
import { Program, type ProgramOptions } from './program.js';
import { TreeMeter } from './tree-meter.js';

const serverWatchMs = 250;

/** One sample of a program in any language. Any error in the program becomes a failed sample. */
export class CommandSample {
  readonly #request: SampleRequest;
  readonly #plan: CommandPlan;
  readonly #services: SampleServices;
  readonly #place: SamplePlace;
  readonly #startMs = performance.now();
  readonly #timeline: TimelineNotes;
  readonly #timeoutMs: number;
  readonly #timeout: AbortSignal;
  readonly #serverGone = new AbortController();
  /** Aborted when the program has ended, which may be too early. */
  readonly #programGone = new AbortController();
  readonly #stopped: AbortSignal;
  readonly #closing: (() => void)[] = [];
  #phase: Phase = 'setup';
  #program: Program | undefined;

  /** @throws EnvironmentError if there is no /proc. */
  constructor(request: SampleRequest, plan: CommandPlan, services: SampleServices, place: SamplePlace) {
    if (process.platform !== 'linux') {
      throw new EnvironmentError('commands are measured through /proc, which only Linux has');
    }
    this.#request = request;
    this.#plan = plan;
    this.#services = services;
    this.#place = place;
    this.#timeline = new TimelineNotes(place.watch);
    this.#timeoutMs = request.case.timeoutMs * place.patience;
    this.#timeout = AbortSignal.timeout(this.#timeoutMs);
    this.#stopped = AbortSignal.any([services.signal, this.#timeout, this.#serverGone.signal]);
  }

  /** @throws InterruptedError if the run is cancelled, UsageError for a placeholder without a value. */
  async finish(): Promise<Outcome> {
    try {
      const cannot = this.#cannotFollow();
      return cannot ?? (await this.#measured(await this.#start()));
    } catch (error) {
      if (this.#services.signal.aborted) throw new InterruptedError('the run was interrupted');
      if (error instanceof MemoryBenchError) throw error;
      const log = this.#program?.log ?? '';
      return { status: 'failed', error: { ...this.#errorOf(error), ...(log === '' ? {} : { log }) } };
    } finally {
      for (const close of this.#closing.reverse()) close();
      // The program may have used gigabytes. The next sample must not begin before they are freed.
      await this.#program?.gone();
    }
  }

  async #start(): Promise<CommandRun> {
    const { server, collectionPrefix, recording, patience } = this.#place;
    const { case: measured } = this.#request;
    this.#enter('setup');
    const invocation = await Invocation.of(this.#plan, measured.params ?? {}, this.#services, this.#place);
    const probe = server && new QdrantProbe(server, collectionPrefix);
    if (probe !== undefined) this.#closing.push(() => probe.close());
    if (server !== undefined) this.#watch(server);
    const program = await Program.start(profiledBy(recording, invocation.command()));
    this.#program = program;
    recording?.begun(program.pid);
    this.#closing.push(() => program.kill());
    // Processes that a drive command has left behind end with the sample.
    this.#closing.push(() => endMarked(invocation.driveMark));
    const meter = new TreeMeter(program.pid, invocation.mark, this.#noteTo(server));
    this.#closing.push(() => meter.close());
    if (this.#plan.kind !== 'whole') this.#followEnd(program);
    return new CommandRun({
      measured,
      plan: this.#plan,
      invocation,
      program,
      meter,
      probe,
      signal: AbortSignal.any([this.#stopped, this.#programGone.signal]),
      stopped: this.#stopped,
      enter: (phase) => this.#enter(phase),
      patience,
    });
  }

  async #measured(run: CommandRun): Promise<Outcome> {
    if (this.#request.pass === 'leak') return this.#followed(run);
    const report = await run.measure();
    await run.end();
    if (this.#request.pass === 'native') return { status: 'measured', metrics: {}, absent: {}, unsettled: [] };
    const iterations = run.growthColumns;
    return {
      status: 'measured',
      ...commandMetricsOf(report),
      unsettled: [...run.unsettled, ...(report.qdrant?.unsettled ?? [])],
      ...(iterations.durationMs.length === 0 ? {} : { iterations }),
      peakSource: run.peakSource,
      timeline: this.#timeline.timeline,
      ...(run.qdrantWritten === undefined ? {} : { qdrantWritten: run.qdrantWritten }),
      ...(run.mapped && { mapped: run.mapped }),
      ...(run.qdrantMemory && { qdrantMemory: run.qdrantMemory }),
    };
  }

  /** A program that marks its own iterations cannot be given more of them. */
  #cannotFollow(): Outcome | undefined {
    if (this.#request.pass !== 'leak' || this.#plan.kind === 'driven') return undefined;
    const message = 'the program decides how many iterations it makes';
    return { status: 'measured', metrics: {}, absent: {}, unsettled: [], followUp: { ended: 'cannot', message } };
  }

  /** Follows a suspected leak. If the follow-up breaks, its earlier readings count. */
  async #followed(run: CommandRun): Promise<Outcome> {
    const { case: measured, confirming = false, watched = [] } = this.#request;
    const followUp = new FollowUp({
      case: measured,
      confirming,
      watched,
      qdrantWritten: () => run.qdrantWritten ?? true,
      elapsedMs: () => performance.now() - this.#startMs,
      timeoutMs: this.#timeoutMs,
      pid: this.#program?.pid,
    });
    try {
      await run.follow(followUp);
    } catch (error) {
      if (this.#services.signal.aborted || run.growthColumns.durationMs.length === 0) throw error;
      followUp.threw(this.#errorOf(error).message);
    }
    const { end } = followUp;
    return {
      status: 'measured',
      metrics: {},
      absent: {},
      unsettled: [],
      ...(run.growthColumns.durationMs.length === 0 ? {} : { iterations: run.growthColumns }),
      ...(end && { followUp: end }),
      ...(run.qdrantWritten === undefined ? {} : { qdrantWritten: run.qdrantWritten }),
    };
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#timeline.enter(phase);
  }

  #noteTo(server: QdrantServer | undefined): (bytes: number) => void {
    const status = server?.pid === undefined ? undefined : new ProcStatus(server.pid);
    if (status !== undefined) this.#closing.push(() => status.close());
    return (bytes) => {
      if (!this.#timeline.isDue) return;
      try {
        this.#timeline.note(bytes, status?.read().rssBytes ?? null);
      } catch {
        // The server has ended, which `#watch` detects.
      }
    };
  }

  #watch(server: QdrantServer): void {
    const timer = setInterval(() => {
      const ending = server.ended();
      if (ending === undefined) return;
      const what = `the Qdrant server ended with ${describeEnding(ending)} during ${this.#phase}`;
      this.#serverGone.abort(new CommandFailure('qdrant', `${what}\n${server.logTail()}`.trim()));
    }, serverWatchMs);
    this.#closing.push(() => clearInterval(timer));
  }

  /** Fails the sample if the program ends by itself while it is waited for; its earlier output counts. */
  #followEnd(program: Program): void {
    void program.ended.then((how) => {
      const advice =
        this.#plan.kind === 'driven'
          ? 'a program with `drive` has to go on until it is stopped'
          : 'it has to write the line memory-bench:iteration after each of them, and to flush it';
      const message = `the program ended with ${describeEnding(how)} during ${this.#phase}; ${advice}`;
      this.#programGone.abort(new CommandFailure('exit', message));
    });
  }

  #errorOf(error: unknown): SampleError {
    // Waiting code only learns that it was aborted; the signals have the reason.
    const why = [this.#serverGone.signal, this.#programGone.signal].find(({ aborted }) => aborted)?.reason;
    const cause = error instanceof CommandFailure ? error : why;
    if (cause instanceof CommandFailure && !this.#timeout.aborted)
      return { kind: cause.kind, message: messageOf(cause) };
    if (!this.#timeout.aborted) return { kind: 'measure', message: messageOf(error) };
    const limit = `the sample took longer than ${this.#timeoutMs / 1000} s and was stopped during ${this.#phase}`;
    return { kind: 'timeout', message: `${limit}; ${this.#adviceOnTime()}, or raise timeoutMs of the scenario` };
  }

  #adviceOnTime(): string {
    if (this.#phase === 'setup') return 'see why the program does not get ready (`ready`)';
    if (this.#plan.kind !== 'marked') return 'fix what hangs';
    if (this.#phase === 'teardown') return 'let the program end after its last iteration';
    return 'see that it writes memory-bench:iteration after each iteration, and flushes it';
  }
}

/** The options that start a program under a profiler. */
function profiledBy(recording: NativeRecording | undefined, options: ProgramOptions): ProgramOptions {
  if (recording === undefined) return options;
  const words = [...recording.start.words, ...options.words];
  const shown = [...recording.start.words, ...options.shown];
  return { ...options, words, shown, env: profiledEnvironment(options.env, recording) };
}
