import type { AnyScenario, RunContext, ScenarioContext } from '../../suite/define.js';
import { countAllocations } from './allocation-counter.js';
import { createContext } from './context.js';
import type { Engine } from './engine.js';
import { GcMeter } from './gc-tally.js';
import type { Meter } from './meter.js';
import type { IterationColumns, SampleOrder, Stretch } from './protocol.js';

/** One scenario in this process: its functions, bound to context and state, and the count of iterations. */
interface Workload {
  readonly setup: () => Promise<void>;
  /** The next iteration. */
  readonly run: () => Promise<void>;
  readonly teardown: () => Promise<void>;
}

/** Takes the sample that the order asks for, and reports it. */
export async function takeSample(
  order: SampleOrder,
  scenario: AnyScenario,
  meter: Meter,
  engine: Engine,
): Promise<void> {
  const workload = bind(order, scenario, engine.signal);
  engine.enter('setup');
  await workload.setup();
  if (order.pass === 'allocations') await allocationPass(order, workload, meter, engine);
  else await memoryPass(order, workload, meter, engine);
  engine.enter('teardown');
  await workload.teardown();
}

async function memoryPass(order: SampleOrder, workload: Workload, meter: Meter, engine: Engine): Promise<void> {
  let cold: Stretch | undefined;
  if (order.measure === 'steady') {
    engine.enter('cold');
    cold = await stretch(meter, 'cold', workload.run);
    await warmUp(order, workload, engine);
  }
  await engine.quiesce('before');
  engine.enter('settle');
  const before = await meter.settle('before');
  const gc = new GcMeter();
  const columns = createColumns(order, before.anonBytes !== undefined, before.nativeBytes !== undefined);
  engine.enter('measure');
  meter.resetPeak();
  if (order.growth) await iterateReading(order.iterations, workload, meter, gc, columns);
  else await iteratePlain(order.iterations, workload, meter, gc, columns);
  const peakRssBytes = meter.readPeak();
  if (!order.growth) gc.end();
  await engine.quiesce('after');
  engine.enter('settle');
  const after = await meter.settle('after');
  const { tally } = gc;
  if (order.growth) await followUp(order, workload, meter, engine, columns);
  engine.reportMemory({
    cold,
    steady: { before, after, peakRssBytes },
    gc: tally,
    iterations: columns,
    unsettled: meter.unsettled,
    nativeAbsent: meter.nativeAbsent,
  });
}

async function allocationPass(order: SampleOrder, workload: Workload, meter: Meter, engine: Engine): Promise<void> {
  if (order.measure === 'steady') {
    engine.enter('cold');
    await workload.run();
  }
  engine.enter('measure');
  await meter.collectGarbage();
  engine.reportAllocations(await countAllocations(meter.session, workload.run));
}

async function warmUp(order: SampleOrder, workload: Workload, engine: Engine): Promise<void> {
  engine.enter('warmup');
  for (let call = 0; call < order.warmup; call += 1) await workload.run();
}

/** Settled readings before and after some work, and the kernel's high-water mark of it. */
async function stretch(meter: Meter, name: string, work: () => Promise<void>): Promise<Stretch> {
  const before = await meter.settle(`${name}-before`);
  meter.resetPeak();
  await work();
  const peakRssBytes = meter.readPeak();
  return { before, after: await meter.settle(`${name}-after`), peakRssBytes };
}

/** Iterations with nothing between them but a cheap reading. */
async function iteratePlain(
  count: number,
  workload: Workload,
  meter: Meter,
  gc: GcMeter,
  columns: IterationColumns,
): Promise<void> {
  gc.begin();
  for (let call = 0; call < count; call += 1) {
    const start = performance.now();
    await workload.run();
    columns.durationMs.push(performance.now() - start);
    const { rssBytes, anonBytes } = meter.read();
    columns.rssBytes.push(rssBytes);
    if (anonBytes !== undefined) columns.anonBytes?.push(anonBytes);
  }
}

/** Iterations with a collection and a whole reading after each. */
async function iterateReading(
  count: number,
  workload: Workload,
  meter: Meter,
  gc: GcMeter,
  columns: IterationColumns,
): Promise<void> {
  for (let call = 0; call < count; call += 1) {
    gc.begin();
    const start = performance.now();
    await workload.run();
    columns.durationMs.push(performance.now() - start);
    gc.end();
    await meter.collectGarbage();
    const reading = meter.read();
    columns.rssBytes.push(reading.rssBytes);
    if (reading.anonBytes !== undefined) columns.anonBytes?.push(reading.anonBytes);
    columns.heapBytes?.push(reading.heapUsedBytes + reading.externalBytes);
    if (reading.nativeBytes !== undefined) columns.nativeBytes?.push(reading.nativeBytes);
  }
}

/** A suspected leak gets more iterations for as long as the engine wants to see more. They enter the series only. */
async function followUp(
  order: SampleOrder,
  workload: Workload,
  meter: Meter,
  engine: Engine,
  columns: IterationColumns,
): Promise<void> {
  const uncounted = new GcMeter();
  for (;;) {
    const done = columns.rssBytes.length;
    const more = Math.min(await engine.askForMore(columns), order.maxIterations - done);
    if (more <= 0) return;
    engine.enter('follow-up');
    await iterateReading(more, workload, meter, uncounted, columns);
  }
}

function createColumns(order: SampleOrder, anon: boolean, native: boolean): IterationColumns {
  return {
    durationMs: [],
    rssBytes: [],
    anonBytes: anon ? [] : undefined,
    heapBytes: order.growth ? [] : undefined,
    nativeBytes: order.growth && native ? [] : undefined,
  };
}

function bind(order: SampleOrder, scenario: AnyScenario, signal: AbortSignal): Workload {
  // The parameter and state types were put away at the door of the engine; inside they only pass through.
  const { setup, run, teardown, cases } = scenario as unknown as {
    setup?: (context: ScenarioContext<unknown>) => unknown;
    run: (context: RunContext<unknown>, state: unknown) => unknown;
    teardown?: (context: ScenarioContext<unknown>, state: unknown) => unknown;
    cases?: Record<string, { params: unknown }>;
  };
  const params = order.caseLabel === undefined ? {} : cases?.[order.caseLabel]?.params;
  const context = createContext(order, params, signal);
  let state: unknown;
  let iteration = 0;
  return {
    async setup() {
      state = await setup?.call(scenario, context);
    },
    async run() {
      // On the context's own prototype, so that its lazy getters stay lazy.
      const runContext: RunContext<unknown> = Object.create(context, { iteration: { value: iteration } });
      iteration += 1;
      await run.call(scenario, runContext, state);
    },
    async teardown() {
      await teardown?.call(scenario, context, state);
    },
  };
}
