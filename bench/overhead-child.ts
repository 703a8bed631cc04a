// A process of bench/overhead.ts. It prints a line of JSON, is read from outside while it waits, and resumes on input.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { closePipeline, generateDocuments, ingestOneByOne, openPipeline } from '../scenarios/pipeline/collection.js';
import type { MeasuredIterations } from '../src/measure/worker/measured-iterations.js';
import type { Meter } from '../src/measure/worker/meter.js';
import type { Reading, SampleOrder } from '../src/measure/worker/protocol.js';

/** The code loaded next to a scenario: nothing, koffi bound to glibc, or everything that a worker measures with. */
export type Load = 'nothing' | 'koffi' | 'worker';

/** The task of the process. */
export type Task =
  | { readonly kind: 'work'; readonly load: 'nothing' | 'worker'; readonly order: SampleOrder }
  | { readonly kind: 'idle'; readonly load: Load; readonly koffiPath: string };

/** An idle process's readings of its own memory. */
export interface IdleReadings {
  readonly heapLiveBytes: number;
  /** Undefined if koffi is not loaded. */
  readonly nativeBytes: number | undefined;
}

/** Readings of a process that has worked and settled. */
export interface SettledReadings {
  readonly settledBytes: number;
  /** Time spent settling, before the iterations and after. */
  readonly settlingMs: number;
}

const idleRestMs = 200;

/**
 * Runs the steps of a sample: cold call, warm-ups, and an iteration for each line `iterate`. With a meter it also does
 * a worker's tasks around them, and reports durations by the worker's own clock.
 */
async function work(order: SampleOrder, meter: Meter | undefined): Promise<void> {
  const { createContext } = await import('../src/measure/worker/context.js');
  const context = createContext(order, {}, new AbortController().signal);
  const pipeline = await openPipeline(context, 'overhead');
  const documents = generateDocuments(context, 1, 5 * 1024);
  const iterate = () => ingestOneByOne(pipeline, documents, context.signal);
  let settlingMs = 0;
  const settle = async (by: Meter | undefined): Promise<Reading | undefined> => {
    const start = performance.now();
    const reading = await by?.settle('');
    settlingMs += performance.now() - start;
    return reading;
  };
  await settle(meter);
  meter?.resetPeak();
  await iterate();
  meter?.readPeak();
  await settle(meter);
  for (let call = 0; call < order.warmup; call += 1) await iterate();
  const before = await settle(meter);
  const measured = meter && before && (await measuredIterations(iterate, meter, before));
  meter?.resetPeak();
  const cpuBefore = process.cpuUsage();
  let durationMs = 0;
  while ((await sayAndWait(durationMs)) === 'iterate') {
    const start = performance.now();
    await (measured === undefined ? iterate() : measured.take(1));
    durationMs = measured?.columns.durationMs.at(-1) ?? performance.now() - start;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  measured?.closeTally();
  await sayAndWait((user + system) / 1_000);
  // A bare process loads the meter only now, so that both kinds of process are settled by the same means.
  const settled = await settle(meter ?? (await loadMeter(order.koffiPath)));
  const readings: SettledReadings = { settledBytes: settled?.rssBytes ?? Number.NaN, settlingMs };
  await sayAndWait(readings);
  await closePipeline(pipeline);
}

async function idle(load: Load, koffiPath: string): Promise<void> {
  const liveNative = await loaded[load](koffiPath);
  const { measureHeap } = await import('../src/measure/worker/live-heap.js');
  // The first call compiles; both collect garbage.
  await measureHeap();
  await delay(idleRestMs);
  const readings: IdleReadings = { heapLiveBytes: (await measureHeap()).heapBytes, nativeBytes: liveNative() };
  await sayAndWait(readings);
}

/** Loaders by name. The returned function reads the live native bytes and keeps the loaded code alive until then. */
const loaded: Readonly<Record<Load, (koffiPath: string) => Promise<() => number | undefined>>> = {
  nothing: async () => () => undefined,
  async koffi(koffiPath) {
    const { bindNativeMemory } = await import('../src/measure/worker/native-memory.js');
    return bindNativeMemory(koffiPath).liveBytes;
  },
  async worker(koffiPath) {
    const { Engine } = await import('../src/measure/worker/engine.js');
    await import('../src/measure/worker/sample-run.js');
    const engine = new Engine();
    const meter = await loadMeter(koffiPath);
    // No forced collection: it would return pages that the other processes keep. The first iteration starts the
    // profiler of the garbage collector.
    const measured = await measuredIterations(async () => {}, meter, meter.read());
    await measured.take(1);
    return () => (engine.signal.aborted || measured.columns.durationMs.length === 0 ? 0 : meter.read().nativeBytes);
  },
};

async function loadMeter(koffiPath: string | undefined): Promise<Meter> {
  const { Meter } = await import('../src/measure/worker/meter.js');
  return new Meter(koffiPath);
}

async function measuredIterations(
  run: () => Promise<void>,
  meter: Meter,
  before: Reading,
): Promise<MeasuredIterations> {
  const { MeasuredIterations } = await import('../src/measure/worker/measured-iterations.js');
  return new MeasuredIterations(run, meter, before, { reading: 'plain', afterEach: async () => {} });
}

/** Prints `what` for the parent, which reads this process before it answers with a line. */
async function sayAndWait(what: unknown): Promise<string> {
  process.stdout.write(`${JSON.stringify(what)}\n`);
  process.stdin.resume();
  const [line]: Buffer[] = await once(process.stdin, 'data');
  process.stdin.pause();
  return line?.toString().trim() ?? '';
}

const task: Task = JSON.parse(process.argv[2] ?? '');
if (task.kind === 'idle') await idle(task.load, task.koffiPath);
else await work(task.order, task.load === 'worker' ? await loadMeter(task.order.koffiPath) : undefined);
process.exit();
