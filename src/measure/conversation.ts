import { sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { fitLeak, type GrowthSeries, iterationsToFollowUp } from '../compare/leak.js';
import { InterruptedError } from '../errors.js';
import { heldBytes } from '../results/held-bytes.js';
import type { Mapped, SampleError, Timeline } from '../results/schema.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import { type CompiledSource, inOriginalTerms } from '../suite/original-positions.js';
import { oomKills, sampleErrorOf } from './failure.js';
import { profiledEnvironment } from './native/recording.js';
import type { Outcome } from './outcome.js';
import { QdrantProbe, type QdrantReadings } from './qdrant-probe.js';
import { metricsOf } from './sample-metrics.js';
import { orderOf, recordFileIn, type SamplePlace, type SampleRequest, type SampleServices } from './sample-request.js';
import { readAllocations } from './sites/read-allocations.js';
import { readSites } from './sites/read-sites.js';
import { mappedOf, readMapped } from './smaps-rollup.js';
import { storedReadings } from './stored-readings.js';
import { TimelineRecorder } from './timeline.js';
import type { IterationColumns, MemoryReport, Phase, QuiescePoint, WorkerMessage } from './worker/protocol.js';
import { WorkerProcess } from './worker-process.js';

/** How long a worker may take to end after its last word. */
const exitGraceMs = 2_000;
/** How long the end of a server may take to be known; that of a container comes through Docker. */
const serverEndMs = 1_000;
/** Share of a sample's time limit after which a suspected leak gets no further iterations. */
const followUpShare = 0.5;
/** How many times the limit of a case a pass that slows it down may take. */
const slowPatience = 4;

/** One conversation with one worker. */
export class SampleConversation {
  readonly #request: SampleRequest;
  readonly #services: SampleServices;
  readonly #server: QdrantServer | undefined;
  readonly #folder: string;
  readonly #worker: WorkerProcess;
  readonly #probe: QdrantProbe | undefined;
  readonly #timeline: TimelineRecorder | undefined;
  /** How many times longer than usual everything may take. */
  readonly #patience: number;
  readonly #oomKillsBefore = oomKills();
  #phase: Phase = 'import';
  #report: MemoryReport | undefined;
  #allocationCount: number | undefined;
  #qdrantReadings: QdrantReadings | undefined;
  #mapped: Mapped | undefined;
  /** The series so far of a case with a growth limit, the follow-up of a suspicion included. */
  #followed: IterationColumns | undefined;
  readonly #start = performance.now();
  #done = false;
  #error: SampleError | undefined;
  /** Set where we end the worker ourselves, so that its signal is not taken for somebody else's. */
  #killedFor: 'timeout' | 'interrupt' | 'qdrant' | 'measure' | undefined;

  constructor(request: SampleRequest, services: SampleServices, place: SamplePlace) {
    const { server, folder, collectionPrefix, recording, patience, watch } = place;
    this.#request = request;
    this.#services = services;
    this.#server = server;
    this.#folder = folder;
    const { nodePath, workingDirectory, env, guardian, profile } = services;
    const added = profiledEnvironment(env, recording);
    const options = { nodePath, nodeFlags: profile.nodeFlags, workingDirectory, env: added, guardian, folder };
    this.#probe = server && new QdrantProbe(server, collectionPrefix);
    this.#worker = new WorkerProcess(options, {
      onMessage: (message) => this.#hear(message),
      onFault: (reason) => this.#loseChannel(reason),
    });
    this.#patience = patience;
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
      // What was measured stays measured where only the follow-up of a suspected leak ran out of time.
      const inFollowUp = this.#phase === 'follow-up' && this.#error === undefined && this.#report !== undefined;
      const cut = this.#killedFor === 'timeout' && inFollowUp;
      if (this.#done || cut) return await this.#measured();
      // The worker may have seen the server go before we did.
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
      return { status: 'failed', error: asWritten(error, this.#request.case.sources, workingDirectory) };
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
    // A sample that has said its last word is what it said, whatever its process does on the way out; only an
    // interrupt drops it.
    if (!this.#isOver || reason === 'interrupt') this.#killedFor ??= reason;
    this.#worker.kill();
  }

  /** Without a channel there is nothing to wait for. */
  #loseChannel(reason: string): void {
    const message = `file descriptor 3 is memory-bench's channel to its worker, and the scenario has used it: ${reason}; do not write to it, and do not close it`;
    if (!this.#isOver) this.#error = { kind: 'measure', message };
    this.#kill('measure');
  }

  /** Whether the worker has said how its sample ended. */
  get #isOver(): boolean {
    return this.#done || this.#error !== undefined;
  }

  /** The worker's last message has arrived. */
  #letGo(): void {
    this.#worker.noteFamily();
    this.#worker.send({ type: 'go', moreIterations: 0 });
    // Exit handlers and native code may hang after the last word.
    setTimeout(() => this.#worker.kill(), exitGraceMs * this.#patience).unref();
  }

  #hear(message: WorkerMessage): void {
    if (this.#isOver) return;
    if (message.type === 'phase') {
      this.#phase = message.phase;
      this.#timeline?.enter(message.phase);
      // Should the scenario end its process later, what it has started is known. Nothing is timed in these phases.
      if (message.phase === 'settle' || message.phase === 'teardown') this.#worker.noteFamily();
    } else if (message.type === 'quiesce') void this.#read(message.point);
    else if (message.type === 'growth') this.#followUp(message.iterations);
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

  #followUp(columns: IterationColumns): void {
    this.#followed = columns;
    const inTime = performance.now() - this.#start < this.#timeoutMs() * followUpShare;
    const moreIterations = inTime
      ? iterationsToFollowUp(this.#growthSeries(columns), this.#request.case.iterations)
      : 0;
    this.#worker.send({ type: 'go', moreIterations });
  }

  /** Counting allocations makes JavaScript some twenty times slower, and the rest of a sample not; sites take more iterations. */
  #timeoutMs(): number {
    const { timeoutMs } = this.#request.case;
    const slowed = this.#request.pass === 'allocations' || this.#request.pass === 'sites';
    return timeoutMs * (slowed ? slowPatience : this.#patience);
  }

  async #measured(): Promise<Outcome> {
    const timeline = await this.#timeline?.finish();
    if (this.#request.pass === 'allocations') return this.#allocationOutcome(this.#allocationCount);
    if (this.#request.pass === 'sites') return this.#sitesOutcome();
    // What the profiler has found is read when the server has ended, too.
    if (this.#request.pass === 'native') return { status: 'measured', metrics: {}, absent: {}, unsettled: [] };
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

  #memoryOutcome(report: MemoryReport, timeline: Timeline | undefined): Outcome {
    const { growthLimited, measure } = this.#request.case;
    const context = { usesQdrant: this.#server !== undefined, growthLimited, coldCase: measure === 'cold' };
    const qdrantMemory = this.#probe?.allocatorSeries;
    const iterations = this.#followed ?? report.iterations;
    return {
      status: 'measured',
      ...metricsOf(report, this.#qdrantReadings, context),
      unsettled: [...report.unsettled, ...(this.#qdrantReadings?.unsettled ?? [])],
      iterations: { ...iterations, ...this.#qdrantSeries() },
      readings: storedReadings(report.steady),
      timeline,
      leak: this.#followed && fitLeak(this.#growthSeries(this.#followed)),
      ...(this.#mapped && { mapped: this.#mapped }),
      ...(qdrantMemory && { qdrantMemory }),
    };
  }

  #growthSeries(columns: IterationColumns): GrowthSeries {
    const { nativeBytes, anonBytes } = columns;
    const heapBytes = heldBytes(columns) ?? [];
    const { qdrantBytes } = this.#qdrantSeries();
    const series = { heapBytes, nativeBytes, anonBytes, qdrantWritten: this.#qdrantReadings?.written ?? true };
    // A server that did not answer every time has no series.
    return qdrantBytes?.length === heapBytes.length ? { ...series, qdrantBytes } : series;
  }

  #qdrantSeries(): { qdrantBytes?: number[] } {
    const qdrantBytes = this.#probe?.seriesBytes ?? [];
    return qdrantBytes.length === 0 ? {} : { qdrantBytes };
  }
}

function withoutFigures(what: string): Outcome {
  const message = `the worker reported that it was done, and no ${what}; a scenario must not use the channel of memory-bench`;
  return { status: 'failed', error: { kind: 'measure', message } };
}

/** In terms of the files that somebody wrote, relative to the working directory: a report is read elsewhere. */
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
