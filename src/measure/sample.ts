import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fitLeak, followUpFactor, type GrowthSeries, iterationsToFollowUp } from '../compare/leak.js';
import { InterruptedError } from '../errors.js';
import type { LeakFit, Pass, Sample, SampleError, Timeline } from '../results/schema.js';
import type { Guardian } from '../services/guardian.js';
import type { ModelHandle } from '../services/model/model-handle.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import type { Case } from '../suite/cases.js';
import { oomKills, sampleErrorOf } from './failure.js';
import type { MeasuringProfile } from './profile.js';
import { QdrantProbe, type QdrantReadings } from './qdrant-probe.js';
import { metricsOf } from './sample-metrics.js';
import { TimelineRecorder } from './timeline.js';
import type { IterationColumns, MemoryReport, Phase, SampleOrder, WorkerMessage } from './worker/protocol.js';
import { WorkerProcess } from './worker-process.js';

/** What all samples of a run lean on. */
export interface SampleServices {
  /** A Qdrant server for one sample: a fresh one in `folder`, or the one that is there already. */
  readonly openQdrant: ((folder: string) => Promise<QdrantServer>) | undefined;
  readonly model: ModelHandle | undefined;
  /** file: URLs of the packages scenarios use, resolved from the user's workspace first. */
  readonly packages: {
    readonly qdrantClientUrl: string;
    readonly fastembedUrl: string;
    readonly koffiPath: string | undefined;
  };
  readonly guardian: Guardian;
  readonly profile: MeasuringProfile;
  readonly nodePath: string;
  readonly workingDirectory: string;
  /** A folder of this run; each sample gets one below it, and removes it. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Which sample to take. */
export interface SampleRequest {
  readonly case: Case;
  readonly pass: Pass;
  readonly index: number;
}

/**
 * Takes one sample in a fresh process, with a fresh Qdrant where the case needs one. Whatever goes wrong in the scenario
 * or below it becomes a failed sample.
 * @throws InterruptedError when the run is cancelled; EnvironmentError when no server could be started at all.
 */
export async function takeSample(request: SampleRequest, services: SampleServices): Promise<Sample> {
  const startedAt = new Date().toISOString();
  const folder = join(services.folder, `sample-${process.hrtime.bigint()}`);
  await mkdir(join(folder, 'temp'), { recursive: true });
  let server: QdrantServer | undefined;
  try {
    if (request.case.needs.includes('qdrant')) server = await services.openQdrant?.(join(folder, 'qdrant'));
    const taking = new SampleTaking(request, services, server, folder);
    const outcome = await taking.finish();
    return { ...outcome, pass: request.pass, index: request.index, startedAt };
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Outcome =
  | Omit<Extract<Sample, { status: 'measured' }>, 'pass' | 'index' | 'startedAt'>
  | Omit<Extract<Sample, { status: 'failed' }>, 'pass' | 'index' | 'startedAt'>;

/** One conversation with one worker. */
class SampleTaking {
  readonly #request: SampleRequest;
  readonly #services: SampleServices;
  readonly #server: QdrantServer | undefined;
  readonly #worker: WorkerProcess;
  readonly #probe: QdrantProbe | undefined;
  readonly #timeline: TimelineRecorder | undefined;
  readonly #oomKillsBefore = oomKills();
  #phase: Phase = 'import';
  #report: MemoryReport | undefined;
  #allocationCount: number | undefined;
  #qdrantReadings: QdrantReadings | undefined;
  #leak: LeakFit | undefined;
  #done = false;
  #error: SampleError | undefined;
  /** Set where we end the worker ourselves, so that its signal is not taken for somebody else's. */
  #killedFor: 'timeout' | 'interrupt' | 'qdrant' | 'measure' | undefined;

  constructor(request: SampleRequest, services: SampleServices, server: QdrantServer | undefined, folder: string) {
    this.#request = request;
    this.#services = services;
    this.#server = server;
    const { nodePath, workingDirectory, guardian, profile } = services;
    const options = { nodePath, nodeFlags: profile.nodeFlags, workingDirectory, guardian };
    const prefix = `memory-bench-${process.pid}-${Date.now()}-`;
    this.#probe = server && new QdrantProbe(server, prefix);
    this.#worker = new WorkerProcess(options, (message) => this.#hear(message));
    if (this.#worker.pid !== undefined) this.#timeline = new TimelineRecorder(this.#worker.pid, server?.pid);
    this.#worker.send(orderOf(request, services, server, join(folder, 'temp'), prefix));
  }

  /** Waits for the worker's end and puts the outcome together. */
  async finish(): Promise<Outcome> {
    const stopWatching = this.#watch();
    try {
      const how = await this.#worker.ended;
      stopWatching();
      if (this.#killedFor === 'interrupt') throw new InterruptedError('the run was interrupted');
      if (this.#done) return await this.#measured();
      // The worker may have seen the server go before we did.
      if (this.#server?.pid !== undefined && this.#server.ended() === undefined) await delay(100);
      const error = sampleErrorOf({
        how,
        phase: this.#phase,
        reported: this.#error,
        killedFor: this.#killedFor,
        log: this.#worker.log,
        timeoutMs: this.#request.case.timeoutMs,
        server: this.#server,
        oomKills: oomKills() - this.#oomKillsBefore,
      });
      return { status: 'failed', error };
    } finally {
      stopWatching();
      await this.#timeline?.finish();
      this.#probe?.close();
    }
  }

  #watch(): () => void {
    const timer = setTimeout(() => this.#kill('timeout'), this.#request.case.timeoutMs);
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
    if (this.#done) return;
    this.#killedFor ??= reason;
    this.#worker.kill();
  }

  #hear(message: WorkerMessage): void {
    if (message.type === 'phase') {
      this.#phase = message.phase;
      this.#timeline?.enter(message.phase);
    } else if (message.type === 'quiesce') void this.#readQdrant(message.point);
    else if (message.type === 'growth') this.#followUp(message.iterations);
    else if (message.type === 'memory') this.#report = message.report;
    else if (message.type === 'allocations') this.#allocationCount = message.count;
    else if (message.type === 'done') this.#done = true;
    else this.#error = scenarioError(message);
  }

  async #readQdrant(point: 'before' | 'after'): Promise<void> {
    try {
      if (point === 'before') await this.#probe?.before();
      else this.#qdrantReadings = await this.#probe?.after();
      this.#worker.send({ type: 'go', moreIterations: 0 });
    } catch (error) {
      this.#error = { kind: 'measure', message: `the Qdrant server could not be read: ${String(error)}` };
      this.#kill('measure');
    }
  }

  #followUp(columns: IterationColumns): void {
    const series = growthSeries(columns);
    const moreIterations = iterationsToFollowUp(series, this.#request.case.iterations);
    if (moreIterations === 0) this.#leak = fitLeak(series);
    this.#worker.send({ type: 'go', moreIterations });
  }

  async #measured(): Promise<Outcome> {
    const timeline = await this.#timeline?.finish();
    if (this.#request.pass === 'allocations') return allocationOutcome(this.#allocationCount);
    if (this.#report === undefined) throw new Error('the worker ended without a report');
    return this.#memoryOutcome(this.#report, timeline);
  }

  #memoryOutcome(report: MemoryReport, timeline: Timeline | undefined): Outcome {
    const { growthLimited, measure } = this.#request.case;
    const context = { usesQdrant: this.#server !== undefined, growthLimited, coldCase: measure === 'cold' };
    const { durationMs, rssBytes, anonBytes, heapBytes, nativeBytes } = report.iterations;
    return {
      status: 'measured',
      ...metricsOf(report, this.#qdrantReadings, context),
      unsettled: [...report.unsettled, ...(this.#qdrantReadings?.unsettled ?? [])],
      iterations: { durationMs, rssBytes, anonBytes, heapBytes, nativeBytes },
      timeline,
      leak: this.#leak,
    };
  }
}

function allocationOutcome(count: number | undefined): Outcome {
  if (count === undefined) throw new Error('the worker ended without a count');
  return { status: 'measured', metrics: { allocation_count: count }, absent: {}, unsettled: [] };
}

function growthSeries({ heapBytes, nativeBytes, anonBytes }: IterationColumns): GrowthSeries {
  return { heapBytes: heapBytes ?? [], nativeBytes, anonBytes };
}

function scenarioError(message: Extract<WorkerMessage, { type: 'failed' }>): SampleError {
  const { phase } = message;
  const kind = phase === 'import' || phase === 'setup' || phase === 'teardown' ? phase : 'run';
  return { kind, message: message.message, ...(message.stack === undefined ? {} : { stack: message.stack }) };
}

function orderOf(
  { case: measured, pass }: SampleRequest,
  { model, packages }: SampleServices,
  server: QdrantServer | undefined,
  tempDir: string,
  collectionPrefix: string,
): SampleOrder {
  const { scenarioUrl, exportName, caseLabel, iterations, warmup, measure, growthLimited: growth } = measured;
  return {
    type: 'order',
    scenarioUrl,
    exportName,
    caseLabel,
    pass,
    iterations,
    warmup,
    measure,
    growth,
    maxIterations: iterations * followUpFactor,
    tempDir,
    qdrant: server && { url: server.url, apiKey: server.apiKey, collectionPrefix, clientUrl: packages.qdrantClientUrl },
    model:
      model !== undefined && measured.needs.includes('model')
        ? { order: model, fastembedUrl: packages.fastembedUrl }
        : undefined,
    koffiPath: packages.koffiPath,
  };
}
