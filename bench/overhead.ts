// Measures the overhead of memory-bench on a scenario, in time and in memory. Linux with glibc.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median, quantile } from '../src/compare/statistics.js';
import { deskSurroundings, loadConfig } from '../src/config/load.js';
import { profiles } from '../src/measure/profile.js';
import { TimelineRecorder } from '../src/measure/timeline.js';
import { type ProcessMemory, ProcStatus } from '../src/measure/worker/proc-status.js';
import type { SampleOrder } from '../src/measure/worker/protocol.js';
import { packageRoot } from '../src/package-root.js';
import { mebibytes } from '../src/results/mebibytes.js';
import { type Scope, withScope } from '../src/scope.js';
import { scenarioEnvironment } from '../src/services/child-environment.js';
import { measuredNodeVersion, withoutTypeScript } from '../src/services/measured-node.js';
import { type PreparedServices, prepareServices } from '../src/services/prepare.js';
import type { QdrantServer } from '../src/services/qdrant/server.js';
import type { BenchOptions, BenchOutcome } from './outcome.js';
import type { IdleReadings, Load, SettledReadings, Task } from './overhead-child.js';

const extents = {
  full: { pairs: 5, iterations: 60, idleProcesses: 7 },
  quick: { pairs: 2, iterations: 30, idleProcesses: 3 },
};
const loads = ['nothing', 'koffi', 'worker'] as const satisfies readonly Load[];

/** One process that ran the workload. */
interface Worked extends SettledReadings, ProcessMemory {
  readonly durationMs: readonly number[];
  /** Per iteration, including everything done between two iterations. */
  readonly cpuMs: number;
}

type Pair = Readonly<Record<'bare' | 'measured', Worked>>;
type Idle = IdleReadings & ProcessMemory;
type Services = PreparedServices & Scope & { readonly nodePath: string; readonly nodeFlags: readonly string[] };

/**
 * Ingests the same 5 KB document (real model, a fresh real Qdrant each) in pairs of fresh processes. Both processes of
 * a pair run at the same time and take turns, iteration by iteration, so that other work on the machine affects both
 * alike. The process that begins changes with every turn.
 * - bare: a plain Node process with the worker's flags and environment, and a clock around each iteration. No readings,
 *   no koffi, no inspector. Its high-water mark is reset and read from outside, while it waits.
 * - measured: does a worker's tasks with the worker's own classes. These are Meter (settling around the cold call and
 *   before the iterations, readings after each, the peak reset) and MeasuredIterations (clock and GCProfiler), while
 *   TimelineRecorder polls the process. The IPC messages between the steps of a sample are not included.
 *
 * Three things are compared. Iterations by the clock, as a ratio of medians and as the median ratio of neighbours. CPU
 * time, including the readings between the iterations. Resident sets, all read at the same moments. Afterwards a Meter
 * settles both processes. The bare one loads it only then, so this difference is memory left behind by measuring,
 * without the weight of the Meter itself. A measured process also settles before its iterations, which lowers its peak.
 *
 * The weight of the worker is read from outside, in idle processes that have loaded nothing, koffi bound to glibc, or
 * everything that a worker has loaded before its scenario (IPC, inspector session, koffi, GCProfiler). Live native
 * bytes can be read only through koffi, so they show what the worker adds to a process with koffi.
 */
export async function run({ quick }: BenchOptions): Promise<BenchOutcome> {
  const { pairs, iterations, idleProcesses } = quick ? extents.quick : extents.full;
  return withScope(async (scope) => {
    const config = await loadConfig({ require: ['qdrant', 'model'] }, deskSurroundings(packageRoot));
    const options = { needs: new Set(['qdrant', 'model'] as const), ...profiles.default, ...scope };
    const nodeFlags = withoutTypeScript(await measuredNodeVersion(config.nodePath));
    const services: Services = {
      ...(await prepareServices(config, options)),
      ...scope,
      nodePath: config.nodePath,
      nodeFlags,
    };
    const worked: Pair[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      scope.signal.throwIfAborted();
      worked.push(await workInTurns(pair, iterations, services));
    }
    const idle: Record<Load, Idle[]> = { nothing: [], koffi: [], worker: [] };
    for (let at = 0; at < idleProcesses; at += 1) {
      for (const load of loads) idle[load].push(await readIdle(load, services));
    }
    return outcomeOf(worked, idle);
  });
}

async function workInTurns(pair: number, iterations: number, services: Services): Promise<Pair> {
  const folder = join(services.folder, `pair-${pair}`);
  const bare = await Worker.start('nothing', join(folder, 'bare'), services);
  try {
    const measured = await Worker.start('worker', join(folder, 'measured'), services);
    try {
      const timeline = new TimelineRecorder(measured.pid, measured.server.pid);
      bare.status.resetPeak();
      for (let turn = 0; turn < iterations; turn += 1) {
        for (const worker of turn % 2 === 0 ? [bare, measured] : [measured, bare]) await worker.iterate();
      }
      await timeline.finish();
      return { bare: await bare.finish(), measured: await measured.finish() };
    } finally {
      await measured.stop();
    }
  } finally {
    await bare.stop();
  }
}

async function readIdle(load: Load, services: Services): Promise<Idle> {
  const { koffiPath = 'koffi' } = services.packages;
  const child = new Child({ kind: 'idle', load, koffiPath }, services);
  try {
    const own: IdleReadings = await child.hear();
    return { ...own, ...child.status.read() };
  } finally {
    child.kill();
  }
}

/** A process of overhead-child.ts. It prints a line of JSON, then waits to be read until it gets a line to continue. */
class Child {
  readonly pid: number;
  readonly status: ProcStatus;
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(task: Task, { nodePath, nodeFlags }: Services) {
    const script = fileURLToPath(new URL('./overhead-child.js', import.meta.url));
    this.#process = spawn(nodePath, [...nodeFlags, script, JSON.stringify(task)], {
      env: scenarioEnvironment(),
      stdio: ['pipe', 'pipe', 'inherit', ...(task.load === 'worker' ? (['ipc'] as const) : [])],
    });
    const { pid, stdout } = this.#process;
    if (pid === undefined || stdout === null) throw new Error(`cannot start ${nodePath}`);
    this.pid = pid;
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
    this.status = new ProcStatus(pid);
  }

  async hear() {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error('the process ended before its time');
    return JSON.parse(value);
  }

  tell(what: string) {
    this.#process.stdin?.write(`${what}\n`);
    return this.hear();
  }

  kill(): void {
    this.status.close();
    this.#process.kill('SIGKILL');
  }
}

/** A child that runs the workload, and its Qdrant server. */
class Worker extends Child {
  readonly server: QdrantServer;
  readonly #durationMs: number[] = [];

  constructor(task: Task, services: Services, server: QdrantServer) {
    super(task, services);
    this.server = server;
  }

  static async start(load: 'nothing' | 'worker', folder: string, services: Services): Promise<Worker> {
    const server = await services.openQdrant?.(folder);
    if (server === undefined) throw new Error('there is no Qdrant server');
    const worker = new Worker({ kind: 'work', load, order: orderOf(folder, server, services) }, services, server);
    await worker.hear();
    return worker;
  }

  async iterate(): Promise<void> {
    this.#durationMs.push(await this.tell('iterate'));
  }

  async finish(): Promise<Worked> {
    const cpuMs: number = await this.tell('enough');
    const memory = this.status.read();
    const settled: SettledReadings = await this.tell('settle');
    return { ...memory, ...settled, cpuMs: cpuMs / this.#durationMs.length, durationMs: this.#durationMs };
  }

  async stop(): Promise<void> {
    this.kill();
    await this.server.stop();
  }
}

function orderOf(folder: string, { url, apiKey }: QdrantServer, { packages, model }: Services): SampleOrder {
  const { qdrantClientUrl: clientUrl, fastembedUrl, koffiPath } = packages;
  const scenario = {
    scenarioUrl: '',
    exportName: '',
    caseLabel: undefined,
    params: undefined,
    recordFile: '',
    tempDir: folder,
    koffiPath,
  };
  const plan = { pass: 'memory', measure: 'steady', warmup: 2, iterations: 0, maxIterations: 0 } as const;
  return {
    type: 'order',
    ...scenario,
    ...plan,
    growth: false,
    qdrant: { url, apiKey, collectionPrefix: 'bench-', clientUrl },
    model: model && { handle: model, fastembedUrl },
  };
}

function outcomeOf(pairs: readonly Pair[], idle: Readonly<Record<Load, readonly Idle[]>>): BenchOutcome {
  const durations = (side: keyof Pair) => pairs.flatMap((pair) => pair[side].durationMs);
  const ratioOfMedians = median(durations('measured')) / median(durations('bare'));
  const neighbours = durations('measured').map((ms, at) => ms / (durations('bare')[at] ?? Number.NaN));
  // The interval of a median between two order statistics, by the normal approximation: 2.576 for 99 %.
  const reach = 2.576 / 2 / Math.sqrt(neighbours.length);
  const [low, high] = [quantile(neighbours, 0.5 - reach), quantile(neighbours, 0.5 + reach)];
  const medians = (of: (process: Worked) => number) => {
    const middle = (side: keyof Pair) => median(pairs.map((pair) => of(pair[side])));
    const [bare, measured] = [middle('bare'), middle('measured')];
    return { bare, measured, difference: measured - bare };
  };
  const compared = {
    'iteration, ms': medians(({ durationMs }) => median(durationMs)),
    'CPU time per iteration, readings included, ms': medians(({ cpuMs }) => cpuMs),
    'settling in all, ms': medians(({ settlingMs }) => settlingMs),
    'peak of the iterations, MiB': medians(({ peakRssBytes }) => mebibytes(peakRssBytes)),
    'RSS after the last, MiB': medians(({ rssBytes }) => mebibytes(rssBytes)),
    'RSS settled afterwards, MiB': medians(({ settledBytes }) => mebibytes(settledBytes)),
  };
  const weights = loads.map((load) => {
    const middle = (key: keyof Idle) => mebibytes(median(idle[load].map((own) => own[key] ?? 0)));
    const native = load === 'nothing' ? undefined : middle('nativeBytes');
    return { load, rss: middle('rssBytes'), anon: middle('anonBytes'), heap: middle('heapLiveBytes'), native };
  });
  const added = (weights.at(-1)?.rss ?? Number.NaN) - (weights[0]?.rss ?? Number.NaN);
  const time = `A measured iteration takes ${ratioOfMedians.toFixed(3)} times as long as a bare one (ratio of medians); neighbours: ${median(neighbours).toFixed(3)}, 99 % interval ${low.toFixed(3)} to ${high.toFixed(3)}, of ${neighbours.length}.`;
  const row = (first: string, ...values: readonly (number | undefined)[]) =>
    `| ${[first, ...values.map((value) => value?.toFixed(2) ?? '')].join(' | ')} |`;
  return {
    summary: `${time} The worker adds ${added.toFixed(1)} MiB of RSS to an idle process.`,
    figures: { ratioOfMedians, neighbours: { median: median(neighbours), low, high }, compared, weights, pairs, idle },
    markdown: [
      time,
      '',
      `| medians of ${pairs.length} processes each | bare | measured | difference |`,
      '| --- | ---: | ---: | ---: |',
      ...Object.entries(compared).map(([name, { bare, measured, difference }]) =>
        row(name, bare, measured, difference),
      ),
      '',
      '| an idle process that has loaded | RSS, MiB | anonymous, MiB | live heap, MiB | live native, MiB |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...weights.map(({ load, rss, anon, heap, native }) => row(load, rss, anon, heap, native)),
      '',
    ].join('\n'),
  };
}
