// The measured process. Everything it loads is measured: Node built-ins, koffi, the scenario and error formatting.
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { errorText, stackText } from '../../error-text.js';
import type { AnyScenario } from '../../suite/define.js';
import { Engine } from './engine.js';
import { Meter } from './meter.js';
import { takeSample } from './sample-run.js';
import type { SiteRecorder } from './site-recorder.js';
import { warmCompiler } from './warm-compiler.js';

// fetch keeps an entry for each of the last 250 requests, which would count as growth of the scenario.
performance.setResourceTimingBufferSize(0);

const engine = new Engine();
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

try {
  const order = await engine.receiveOrder();
  // Before the scenario can save the functions that the recorder wraps. Its modules are loaded in this pass only.
  const recorder = order.pass === 'sites' ? await openRecorder() : undefined;
  if (order.pass === 'memory') warmCompiler();
  engine.enter('import');
  const module: Record<string, AnyScenario | undefined> = await import(order.scenarioUrl);
  const scenario = module[order.exportName];
  if (scenario === undefined) throw new Error(`${order.scenarioUrl} has no export ${order.exportName}`);
  await takeSample(order, scenario, new Meter(order.koffiPath), engine, recorder);
  // Work that the scenario deferred to later turns may still throw.
  await setImmediate();
  await setImmediate();
  engine.finish({ type: 'done' });
} catch (error) {
  fail(error);
}

async function openRecorder(): Promise<SiteRecorder> {
  const { SiteRecorder } = await import('./site-recorder.js');
  return new SiteRecorder();
}

function fail(error: unknown): void {
  // This runs no code of a proxy or class of the scenario.
  const stack = isNativeError(error) ? stackText(error) : undefined;
  engine.finish({ type: 'failed', phase: engine.phase, message: errorText(error), stack });
}
