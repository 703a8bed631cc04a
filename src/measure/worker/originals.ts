// Node functions that a scenario may replace, as fake timers do. Load this module before the scenario.
import { clearTimeout, setTimeout } from 'node:timers';

export const memoryUsage = process.memoryUsage.bind(process);
export const now = performance.now.bind(performance);
export const { parse, stringify } = JSON;
export const startTimer = setTimeout;
export const stopTimer = clearTimeout;

/** The prototype of all WebAssembly memories; undefined in a process without WebAssembly (--jitless). */
export const wasmMemoryPrototype = prototypeOfMemories();

function prototypeOfMemories(): object | undefined {
  const { WebAssembly } = globalThis as { WebAssembly?: { Memory: { prototype: object } } };
  return WebAssembly?.Memory.prototype;
}

export const messagePortPrototype: object = MessagePort.prototype;

/** The prototype of all timers of setTimeout and setInterval. */
export const timeoutPrototype = prototypeOfTimers();

function prototypeOfTimers(): object {
  const timer = setTimeout(() => {}, 0);
  clearTimeout(timer);
  const prototype: unknown = Reflect.getPrototypeOf(timer);
  return typeof prototype === 'object' && prototype !== null ? prototype : timer;
}
