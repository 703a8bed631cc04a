import { errorText } from '../../error-text.js';
import type { AnyScenario, RunContext, ScenarioContext } from '../../suite/define.js';
import { countAllocations } from './allocation-counter.js';
import { createContext } from './context.js';
import type { Engine } from './engine.js';
import { MeasuredIterations } from './measured-iterations.js';
import type { Meter } from './meter.js';
import type { Peak, Reading, SampleOrder, Stretch } from './protocol.js';
import type { SiteRecorder } from './site-recorder.js';

/** One scenario in this process: its functions, bound to context, state and iteration count. */
interface Workload {
  readonly setup: () => Promise<void>;
  /** Runs the next iteration. */
  readonly run: () => Promise<void>;
  readonly teardown: () => Promise<void>;
}

/** Takes the sample that the order asks for, and reports it. */
export async function takeSample(
  order: SampleOrder,
  scenario: AnyScenario,
  meter: Meter,
  engine: Engine,
  recorder: SiteRecorder | undefined,
): Promise<void> {
  const workload = bind(order, scenario, engine.signal);
  engine.enter('setup');
  await workload.setup();
  if (order.pass === 'leak') await leakPass(order, workload, meter, engine);
  else if (order.pass === 'allocations') await allocationPass(order, workload, meter, engine);
  else if (order.pass === 'retainers') await retainersPass(order, workload, meter, engine);
  else if (order.pass === 'native') await nativePass(order, workload, engine);
  else if (recorder !== undefined) await sitesPass(order, workload, { meter, engine, recorder });
  else await memoryPass(order, workload, meter, engine);
  engine.enter('teardown');
  await workload.teardown();
}

async function memoryPass(order: SampleOrder, workload: Workload, meter: Meter, engine: Engine): Promise<void> {
  let cold: Stretch | undefined;
  await meter.prepare();
  if (order.measure === 'steady') {
    engine.enter('cold');
    cold = await stretch(meter, 'cold', workload.run);
    await warmUp(order, workload, engine);
  }
  await engine.quiesce('before');
  engine.enter('settle');
  await meter.prepare();
  const before = meter.prepared(await meter.settle('before'));
  const measured = new MeasuredIterations(workload.run, meter, before, {
    reading: order.growth ? 'collected' : 'plain',
    afterEach: async () => {
      if (order.qdrant !== undefined) await engine.quiesce('iteration');
    },
  });
  engine.enter('measure');
  meter.resetPeak();
  await measured.take(order.iterations);
  const peak = meter.readPeak();
  measured.closeTally();
  await engine.quiesce('after');
  engine.enter('settle');
  const after = await meter.account(await meter.settle('after'));
  // Nothing that is judged is read after this: counting handles collects garbage several times.
  await engine.quiesce('settled');
  engine.reportMemory({
    cold,
    steady: stretchOf(before, { ...after, handles: await meter.countHandles() }, peak),
    gc: measured.tally,
    iterations: measured.columns,
    unsettled: meter.unsettled,
    nativeAbsent: meter.nativeAbsent,
    peakAbsent: meter.peakAbsent,
  });
}

async function allocationPass(order: SampleOrder, workload: Workload, meter: Meter, engine: Engine): Promise<void> {
  if (order.measure === 'steady') {
    engine.enter('cold');
    await workload.run();
  }
  engine.enter('measure');
  await meter.collectGarbage();
  engine.reportAllocations(await countAllocations(meter.session, workload.run, order.recordFile));
}

/**
 * Records where memory comes from: first the memory that the measured iterations leave behind, then all allocations of
 * as many iterations again. V8 cannot record both at once.
 */
async function sitesPass(
  order: SampleOrder,
  workload: Workload,
  { meter, engine, recorder }: { meter: Meter; engine: Engine; recorder: SiteRecorder },
): Promise<void> {
  const iterate = async () => {
    for (let call = 0; call < order.iterations; call += 1) await workload.run();
  };
  if (order.measure === 'steady') {
    engine.enter('cold');
    await workload.run();
    await warmUp(order, workload, engine);
  }
  engine.enter('measure');
  await recorder.recordAlive(meter.session, iterate);
  if (order.measure === 'steady') await recorder.recordAllocated(meter.session, iterate);
  await recorder.write(order.recordFile);
}

/** Takes heap snapshots before and after the measured iterations. */
async function retainersPass(order: SampleOrder, workload: Workload, meter: Meter, engine: Engine): Promise<void> {
  // Not loaded in a pass that measures.
  const { takeSnapshots } = await import('./heap-snapshots.js');
  if (order.measure === 'steady') {
    engine.enter('cold');
    await workload.run();
    await warmUp(order, workload, engine);
  }
  engine.enter('measure');
  await takeSnapshots(order.recordFile, meter, workload.run, order.iterations);
}

/** A profiler is attached for the whole pass, so run without warm-ups. */
async function nativePass(order: SampleOrder, workload: Workload, engine: Engine): Promise<void> {
  if (order.measure === 'steady') {
    engine.enter('cold');
    await workload.run();
  }
  engine.enter('measure');
  for (let call = 0; call < order.iterations; call += 1) await workload.run();
}

async function warmUp(order: SampleOrder, workload: Workload, engine: Engine): Promise<void> {
  engine.enter('warmup');
  for (let call = 0; call < order.warmup; call += 1) await workload.run();
}

/** Runs `work` between two settled readings, and reads the kernel's high-water mark. */
async function stretch(meter: Meter, name: string, work: () => Promise<void>): Promise<Stretch> {
  const before = await meter.settle(`${name}-before`);
  meter.resetPeak();
  await work();
  const peak = meter.readPeak();
  return stretchOf(before, await meter.settle(`${name}-after`), peak);
}

function stretchOf(before: Reading, after: Reading, peak: Peak | undefined): Stretch {
  return { before, after, peakRssBytes: peak?.rssBytes, peakAnonBytes: peak?.anonBytes };
}

/** Follows a suspected leak for as many iterations as the engine asks for. An error of `run` ends it. */
async function leakPass(order: SampleOrder, workload: Workload, meter: Meter, engine: Engine): Promise<void> {
  if (order.measure === 'steady') {
    engine.enter('cold');
    await workload.run();
    await warmUp(order, workload, engine);
  }
  await engine.quiesce('before');
  engine.enter('settle');
  await meter.settle('before');
  const measured = new MeasuredIterations(workload.run, meter, await meter.readKept({ thorough: true }), {
    reading: 'kept',
    afterEach: async () => {
      if (order.qdrant !== undefined) await engine.quiesce('iteration');
    },
  });
  engine.enter('follow-up');
  let threw: string | undefined;
  for (;;) {
    const more = await engine.askForMore(measured.columns, threw);
    if (more <= 0) return;
    try {
      await measured.take(more);
    } catch (error) {
      threw = errorText(error);
    }
  }
}

function bind(order: SampleOrder, scenario: AnyScenario, signal: AbortSignal): Workload {
  // The types of parameters and state were erased at the engine's entry point; here the values only pass through.
  const { setup, run, teardown, cases } = scenario as unknown as {
    setup?: (context: ScenarioContext<unknown>) => unknown;
    run: (context: RunContext<unknown>, state: unknown) => unknown;
    teardown?: (context: ScenarioContext<unknown>, state: unknown) => unknown;
    cases?: Record<string, { params: unknown }>;
  };
  const params = order.params ?? (order.caseLabel === undefined ? {} : cases?.[order.caseLabel]?.params);
  const context = createContext(order, params, signal);
  let state: unknown;
  let iteration = 0;
  return {
    async setup() {
      state = await setup?.call(scenario, context);
    },
    async run() {
      // With the context as prototype, so that its lazy getters stay lazy.
      const runContext: RunContext<unknown> = Object.create(context, { iteration: { value: iteration } });
      iteration += 1;
      await run.call(scenario, runContext, state);
    },
    async teardown() {
      await teardown?.call(scenario, context, state);
    },
  };
}
