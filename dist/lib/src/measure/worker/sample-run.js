import { errorText } from '../../error-text.js';
import { countAllocations } from './allocation-counter.js';
import { createContext } from './context.js';
import { MeasuredIterations } from './measured-iterations.js';
/** Takes the sample that the order asks for, and reports it. */
export async function takeSample(order, scenario, meter, engine, recorder) {
    const workload = bind(order, scenario, engine.signal);
    engine.enter('setup');
    await workload.setup();
    if (order.pass === 'leak')
        await leakPass(order, workload, meter, engine);
    else if (order.pass === 'allocations')
        await allocationPass(order, workload, meter, engine);
    else if (order.pass === 'retainers')
        await retainersPass(order, workload, meter, engine);
    else if (order.pass === 'native')
        await nativePass(order, workload, engine);
    else if (recorder !== undefined)
        await sitesPass(order, workload, { meter, engine, recorder });
    else
        await memoryPass(order, workload, meter, engine);
    engine.enter('teardown');
    await workload.teardown();
}
async function memoryPass(order, workload, meter, engine) {
    let cold;
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
            if (order.qdrant !== undefined)
                await engine.quiesce('iteration');
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
async function allocationPass(order, workload, meter, engine) {
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
async function sitesPass(order, workload, { meter, engine, recorder }) {
    const iterate = async () => {
        for (let call = 0; call < order.iterations; call += 1)
            await workload.run();
    };
    if (order.measure === 'steady') {
        engine.enter('cold');
        await workload.run();
        await warmUp(order, workload, engine);
    }
    engine.enter('measure');
    await recorder.recordAlive(meter.session, iterate);
    if (order.measure === 'steady')
        await recorder.recordAllocated(meter.session, iterate);
    await recorder.write(order.recordFile);
}
/** Takes heap snapshots before and after the measured iterations. */
async function retainersPass(order, workload, meter, engine) {
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
async function nativePass(order, workload, engine) {
    if (order.measure === 'steady') {
        engine.enter('cold');
        await workload.run();
    }
    engine.enter('measure');
    for (let call = 0; call < order.iterations; call += 1)
        await workload.run();
}
async function warmUp(order, workload, engine) {
    engine.enter('warmup');
    for (let call = 0; call < order.warmup; call += 1)
        await workload.run();
}
/** Runs `work` between two settled readings, and reads the kernel's high-water mark. */
async function stretch(meter, name, work) {
    const before = await meter.settle(`${name}-before`);
    meter.resetPeak();
    await work();
    const peak = meter.readPeak();
    return stretchOf(before, await meter.settle(`${name}-after`), peak);
}
function stretchOf(before, after, peak) {
    return { before, after, peakRssBytes: peak?.rssBytes, peakAnonBytes: peak?.anonBytes };
}
/** Follows a suspected leak for as many iterations as the engine asks for. An error of `run` ends it. */
async function leakPass(order, workload, meter, engine) {
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
            if (order.qdrant !== undefined)
                await engine.quiesce('iteration');
        },
    });
    engine.enter('follow-up');
    let threw;
    for (;;) {
        const more = await engine.askForMore(measured.columns, threw);
        if (more <= 0)
            return;
        try {
            await measured.take(more);
        }
        catch (error) {
            threw = errorText(error);
        }
    }
}
function bind(order, scenario, signal) {
    // The types of parameters and state were erased at the engine's entry point; here the values only pass through.
    const { setup, run, teardown, cases } = scenario;
    const params = order.params ?? (order.caseLabel === undefined ? {} : cases?.[order.caseLabel]?.params);
    const context = createContext(order, params, signal);
    let state;
    let iteration = 0;
    return {
        async setup() {
            state = await setup?.call(scenario, context);
        },
        async run() {
            // With the context as prototype, so that its lazy getters stay lazy.
            const runContext = Object.create(context, { iteration: { value: iteration } });
            iteration += 1;
            await run.call(scenario, runContext, state);
        },
        async teardown() {
            await teardown?.call(scenario, context, state);
        },
    };
}
//# sourceMappingURL=sample-run.js.map