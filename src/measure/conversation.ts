import { sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { InterruptedError } from '../errors.js';
import type { Mapped, SampleError, Timeline } from '../results/schema.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import { type CompiledSource, inOriginalTerms } from '../suite/original-positions.js';
import { oomKills, sampleErrorOf } from './failure.js';
import { FollowUp } from './follow-up.js';
import { profiledEnvironment } from './native/recording.js';
import type { Outcome } from './outcome.js';
import { countingFlags } from './profile.js';
import { QdrantProbe, type QdrantReadings } from './qdrant-probe.js';
import { readRetainers } from './retainers/read-retainers.js';
import { metricsOf } from './sample-metrics.js';
import { orderOf, recordFileIn, type SamplePlace, type SampleRequest, type SampleServices } from './sample-request.js';
import { readAllocations } from './sites/read-allocations.js';
import { readSites } from './sites/read-sites.js';
import { mappedOf, readMapped } from './smaps-rollup.js';
import { storedReadings } from './stored-readings.js';
import { TimelineRecorder } from './timeline.js';
import type { IterationColumns, MemoryReport, Phase, QuiescePoint, WorkerMessage } from './worker/protocol.js';
import { WorkerProcess } from './worker-process.js';

/** How long a worker may take to exit after its last message. */
const exitGraceMs = 2_000;
/** How long it may take to learn that a server has ended; Docker reports the end of a container. */
const serverEndMs = 1_000;
/** Multiplier for the time limit of a case in a pass that slows it down. */
const slowPatience = 4;

/** Takes one sample by exchanging messages with one worker. */
export class SampleConversation {
  readonly #request: SampleRequest;
  readonly #services: SampleServices;
  readonly #server: QdrantServer | undefined;
  readonly #folder: string;
  readonly #worker: WorkerProcess;
  readonly #probe: QdrantProbe | undefined;
  readonly #timeline: TimelineRecorder | undefined;
  /** Multiplier for all time limits. */
  readonly #patience: number;
  readonly #oomKillsBefore = oomKills();
  #phase: Phase = 'import';
  #report: MemoryReport | undefined;
  #allocationCount: number | undefined;
  #qdrantReadings: QdrantReadings | undefined;
  #mapped: Mapped | undefined;
  /** Leak pass only: decides how long it continues. `#followed` has the series so far. */
  readonly #followUp: FollowUp | undefined;
  #followed: IterationColumns | undefined;
  readonly #start = performance.now();
  #done = false;
  #error: SampleError | undefined;
  /** Set when memory-bench kills the worker, so that the signal is not attributed to another process. */
  #killedFor: 'timeout' | 'interrupt' | 'qdrant' | 'measure' | undefined;

  constructor(request: SampleRequest, services: SampleServices, place: SamplePlace) {
    const { server, folder, collectionPrefix, recording, patience, watch } = place;
    this.#request = request;
    this.#services = services;
    this.#server = server;
    this.#folder = folder;
    const { nodePath, workingDirectory, env, guardian, profile } = services;
    const added = profiledEnvironment(env, recording);
    const nodeFlags = request.pass === 'allocations' ? [...profile.nodeFlags, ...countingFlags] : profile.nodeFlags;
    const options = { nodePath, nodeFlags, workingDirectory, env: added, guardian, folder };
    this.#probe = server && new QdrantProbe(server, collectionPrefix);
    this.#worker = new WorkerProcess(options, {
      onMessage: (message) => this.#hear(message),
      onFault: (reason) => this.#loseChannel(reason),
    });
    this.#patience = patience;
    this.#followUp = request.pass === 'leak' ? this.#newFollowUp() : undefined;
    if (this.#worker.pid !== undefined) this.#timeline = new TimelineRecorder(this.#worker.pid, server?.pid, watch);
    this.#worker.send(orderOf(request, services, place));
  }

  /** Waits for the worker's end and puts the outcome together. */
  async finish(): Promise<Outcome> {
    const stopWatching = this.#watch();
    try {
      const how = await this.#worker.ended;
      stopWatching();
      if (this.#killedFor === 'interrupt') throw new InterruptedError('the run was interrupted');
      if (this.#done) return await this.#measured();
      // The worker may have seen the server end before memory-bench did.
      if (this.#server?.pid !== undefined && this.#server.ended() === undefined) await delay(serverEndMs);
      const error = sampleErrorOf({
        how,
        phase: this.#phase,
        reported: this.#error,
        killedFor: this.#killedFor,
        log: this.#worker.log,
        timeoutMs: this.#timeoutMs(),
        server: this.#server,
        oomKills: oomKills() - this.#oomKillsBefore,
      });
      const { workingDirectory } = this.#services;
      const written = asWritten(error, this.#request.case.sources, workingDirectory);
      return this.#brokenFollowUp(written.message) ?? { status: 'failed', error: written };
    } finally {
      stopWatching();
      await this.#timeline?.finish();
      this.#probe?.close();
    }
  }

  #watch(): () => void {
    const timer = setTimeout(() => this.#kill('timeout'), this.#timeoutMs());
    const onAbort = () => this.#kill('interrupt');
    const { signal } = this.#services;
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    const serverWatch = setInterval(() => {
      if (this.#server?.ended() !== undefined) this.#kill('qdrant');
    }, 250);
    return () => {
      clearTimeout(timer);
      clearInterval(serverWatch);
      signal.removeEventListener('abort', onAbort);
    };
  }

  #kill(reason: 'timeout' | 'interrupt' | 'qdrant' | 'measure'): void {
    // The worker's last message decides the sample, whatever its process does while exiting. Only an interrupt
    // discards it.
    if (!this.#isOver || reason === 'interrupt') this.#killedFor ??= reason;
    this.#worker.kill();
  }

  /** Kills the worker: without a channel there is nothing to wait for. */
  #loseChannel(reason: string): void {
    const message = `file descriptor 3 is memory-bench's channel to its worker, and the scenario has used it: ${reason}; do not write to it, and do not close it`;
    if (!this.#isOver) this.#error = { kind: 'measure', message };
    this.#kill('measure');
  }

  /** Whether the worker has reported how its sample ended. */
  get #isOver(): boolean {
    return this.#done || this.#error !== undefined;
  }

  /** Lets the worker exit after its last message. */
  #letGo(): void {
    this.#worker.noteFamily();
    this.#worker.send({ type: 'go', moreIterations: 0 });
    // Exit handlers and native code may hang after the last message.
    setTimeout(() => this.#worker.kill(), exitGraceMs * this.#patience).unref();
  }

  #hear(message: WorkerMessage): void {
    if (this.#isOver) return;
    if (message.type === 'phase') {
      this.#phase = message.phase;
      this.#timeline?.enter(message.phase);
      // Note child processes now, in case the scenario ends its process later. Nothing is timed in these phases.
      if (message.phase === 'settle' || message.phase === 'teardown') this.#worker.noteFamily();
    } else if (message.type === 'quiesce') void this.#read(message.point);
    else if (message.type === 'growth') this.#follow(message);
    else if (message.type === 'memory') {
      this.#report = message.report;
      this.#timeline?.noteSettled(message.report);
    } else if (message.type === 'allocations') this.#allocationCount = message.count;
    else {
      if (message.type === 'done') this.#done = true;
      else this.#error = scenarioError(message);
      this.#letGo();
    }
  }

  async #read(point: QuiescePoint): Promise<void> {
    try {
      if (point === 'before') await this.#probe?.before();
      else if (point === 'after') this.#qdrantReadings = await this.#probe?.after(this.#request.case.iterations);
      else if (point === 'settled') this.#readMapped();
      else await this.#probe?.noteIteration();
      this.#worker.send({ type: 'go', moreIterations: 0 });
    } catch (error) {
      this.#error = { kind: 'measure', message: `the Qdrant server could not be read: ${String(error)}` };
      this.#kill('measure');
    }
  }

  #readMapped(): void {
    this.#mapped = mappedOf({
      worker: readMapped(this.#worker.pid),
      processes: undefined,
      qdrant: this.#probe?.mapped,
    });
  }

  #newFollowUp(): FollowUp {
    const { case: measured, confirming = false, watched = [] } = this.#request;
    return new FollowUp({
      case: measured,
      confirming,
      watched,
      // A function, because writes are known only late, and a server that is written to may grow.
      qdrantWritten: () => this.#probe?.isWritten ?? true,
      elapsedMs: () => performance.now() - this.#start,
      timeoutMs: this.#timeoutMs(),
      pid: this.#worker.pid,
    });
  }

  #follow({ iterations, threw }: Extract<WorkerMessage, { type: 'growth' }>): void {
    const columns = { ...iterations, ...this.#qdrantSeries(iterations) };
    this.#followed = columns;
    if (threw !== undefined) this.#followUp?.threw(threw);
    this.#worker.send({ type: 'go', moreIterations: this.#followUp?.next(columns) ?? 0 });
  }

  /** The outcome of a follow-up that broke, judged by its earlier readings; undefined if there are none. */
  #brokenFollowUp(message: string): Outcome | undefined {
    if (this.#followUp === undefined || (this.#followed?.durationMs.length ?? 0) === 0) return undefined;
    if (this.#killedFor !== undefined && this.#killedFor !== 'timeout') return undefined;
    this.#followUp.threw(message);
    return this.#followUpOutcome(this.#followUp);
  }

  #followUpOutcome({ end }: FollowUp): Outcome {
    if (this.#followed === undefined || end === undefined) return withoutFigures('series');
    return {
      status: 'measured',
      metrics: {},
      absent: {},
      unsettled: [],
      iterations: this.#followed,
      followUp: end,
      ...(this.#probe && { qdrantWritten: this.#probe.isWritten }),
    };
  }

  /**
   * The time limit of the sample. Counting allocations makes JavaScript about twenty times slower, but not the rest of
   * a sample. Sites take more iterations.
   */
  #timeoutMs(): number {
    const { timeoutMs } = this.#request.case;
    const slowed = ['allocations', 'sites', 'retainers'].includes(this.#request.pass);
    return timeoutMs * (slowed ? slowPatience : this.#patience);
  }

  async #measured(): Promise<Outcome> {
    const timeline = await this.#timeline?.finish();
    if (this.#request.pass === 'allocations') return this.#allocationOutcome(this.#allocationCount);
    if (this.#request.pass === 'sites') return this.#sitesOutcome();
    if (this.#request.pass === 'retainers') return this.#retainersOutcome();
    // The profiler's findings are read later, once the server has ended as well.
    if (this.#request.pass === 'native') return { status: 'measured', metrics: {}, absent: {}, unsettled: [] };
    if (this.#followUp !== undefined) return this.#followUpOutcome(this.#followUp);
    if (this.#report === undefined) return withoutFigures('memory');
    return this.#memoryOutcome(this.#report, timeline);
  }

  async #allocationOutcome(count: number | undefined): Promise<Outcome> {
    if (count === undefined) return withoutFigures('allocations');
    const { workingDirectory } = this.#services;
    const allocations = await readAllocations(recordFileIn(this.#folder), this.#request.case, workingDirectory);
    return { status: 'measured', metrics: { allocation_count: count }, absent: {}, unsettled: [], allocations };
  }

  async #sitesOutcome(): Promise<Outcome> {
    const { workingDirectory, profilesFolder } = this.#services;
    const sites = await readSites(recordFileIn(this.#folder), this.#request.case, { workingDirectory, profilesFolder });
    return { status: 'measured', metrics: {}, absent: {}, unsettled: [], sites };
  }

  async #retainersOutcome(): Promise<Outcome> {
    const retainers = await readRetainers(recordFileIn(this.#folder), this.#request.case, this.#services);
    return { status: 'measured', metrics: {}, absent: {}, unsettled: [], retainers };
  }

  #memoryOutcome(report: MemoryReport, timeline: Timeline | undefined): Outcome {
    const { growthLimited, measure } = this.#request.case;
    const context = { usesQdrant: this.#server !== undefined, growthLimited, coldCase: measure === 'cold' };
    const qdrantMemory = this.#probe?.allocatorSeries;
    return {
      status: 'measured',
      ...metricsOf(report, this.#qdrantReadings, context),
      unsettled: [...report.unsettled, ...(this.#qdrantReadings?.unsettled ?? [])],
      iterations: { ...report.iterations, ...this.#qdrantSeries(report.iterations) },
      readings: storedReadings(report.steady),
      ...(this.#qdrantReadings && { qdrantWritten: this.#qdrantReadings.written }),
      timeline,
      ...(this.#mapped && { mapped: this.#mapped }),
      ...(qdrantMemory && { qdrantMemory }),
    };
  }

  /** Live bytes of the server after each iteration; left out if it did not answer every time. */
  #qdrantSeries({ durationMs }: IterationColumns): { qdrantBytes?: number[] } {
    const qdrantBytes = this.#probe?.seriesBytes.slice(0, durationMs.length) ?? [];
    return qdrantBytes.length === 0 || qdrantBytes.length < durationMs.length ? {} : { qdrantBytes };
  }
}

function withoutFigures(what: string): Outcome {
  const message = `the worker reported that it was done, and no ${what}; a scenario must not use the channel of memory-bench`;
  return { status: 'failed', error: { kind: 'measure', message } };
}

/** Rewrites paths to the original files, relative to the working directory: a report is read on other machines. */
function asWritten(error: SampleError, sources: readonly CompiledSource[], workingDirectory: string): SampleError {
  const { message, stack, log } = error;
  const here = `${workingDirectory}${sep}`;
  const written = (text: string) =>
    inOriginalTerms(text, sources).replaceAll(pathToFileURL(here).href, '').replaceAll(here, '');
  return {
    ...error,
    message: written(message),
    ...(stack === undefined ? {} : { stack: written(stack) }),
    ...(log === undefined ? {} : { log: written(log) }),
  };
}

function scenarioError(message: Extract<WorkerMessage, { type: 'failed' }>): SampleError {
  const { phase } = message;
  const kind = phase === 'import' || phase === 'setup' || phase === 'teardown' ? phase : 'run';
  return { kind, message: message.message, ...(message.stack === undefined ? {} : { stack: message.stack }) };
}
