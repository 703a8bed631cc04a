// Node functions that a scenario may replace, as fake timers do. Load this module before the scenario.
import { clearTimeout, setTimeout } from 'node:timers';
export const memoryUsage = process.memoryUsage.bind(process);
export const now = performance.now.bind(performance);
export const { parse, stringify } = JSON;
export const startTimer = setTimeout;
export const stopTimer = clearTimeout;
/** The prototype of all WebAssembly memories; undefined in a process without WebAssembly (--jitless). */
export const wasmMemoryPrototype = prototypeOfMemories();
function prototypeOfMemories() {
    const { WebAssembly } = globalThis;
    return WebAssembly?.Memory.prototype;
}
export const messagePortPrototype = MessagePort.prototype;
/** The prototype of all timers of setTimeout and setInterval. */
export const timeoutPrototype = prototypeOfTimers();
function prototypeOfTimers() {
    const timer = setTimeout(() => { }, 0);
    clearTimeout(timer);
    const prototype = Reflect.getPrototypeOf(timer);
    return typeof prototype === 'object' && prototype !== null ? prototype : timer;
}
//# sourceMappingURL=originals.js.map