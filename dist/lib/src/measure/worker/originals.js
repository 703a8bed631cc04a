// Functions of Node that a scenario may replace, as fake timers do. To be loaded before the scenario.
import { clearTimeout, setTimeout } from 'node:timers';
export const memoryUsage = process.memoryUsage.bind(process);
export const now = performance.now.bind(performance);
export const { parse, stringify } = JSON;
export const startTimer = setTimeout;
export const stopTimer = clearTimeout;
/** What all WebAssembly memories inherit from; undefined in a process without WebAssembly (--jitless). */
export const wasmMemoryPrototype = prototypeOfMemories();
function prototypeOfMemories() {
    const { WebAssembly } = globalThis;
    return WebAssembly?.Memory.prototype;
}
/** What all timers of setTimeout and setInterval inherit from. */
export const timeoutPrototype = prototypeOfTimers();
function prototypeOfTimers() {
    const timer = setTimeout(() => { }, 0);
    clearTimeout(timer);
    const prototype = Reflect.getPrototypeOf(timer);
    return typeof prototype === 'object' && prototype !== null ? prototype : timer;
}
//# sourceMappingURL=originals.js.map