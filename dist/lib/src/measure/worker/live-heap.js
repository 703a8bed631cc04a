import { measureMemory } from 'node:vm';
import { memoryUsage } from './originals.js';
let silenced = false;
/**
 * Bytes of the JavaScript objects that are alive, as V8 counts them while it marks in a garbage collection of its own:
 * the upper end of vm.measureMemory's range, which leaves nothing out that belongs to no context, less the backing stores
 * of ArrayBuffers, which it counts with the objects and which are no part of the heap. The used heap of
 * v8.getHeapStatistics counts the unused rest of a page that is being filled as well, up to 256 KiB, now and then.
 */
export async function liveHeapBytes() {
    const restore = silenceExperimentalWarning();
    const measured = measureMemory({ mode: 'summary', execution: 'eager' });
    restore();
    const { total } = await measured;
    return Math.max(0, total.jsMemoryRange[1] - memoryUsage().arrayBuffers);
}
/** Node warns once that the function is experimental; on the scenario's stderr that would be ours. */
function silenceExperimentalWarning() {
    if (silenced)
        return () => undefined;
    silenced = true;
    const { emitWarning } = process;
    process.emitWarning = () => undefined;
    return () => {
        process.emitWarning = emitWarning;
    };
}
//# sourceMappingURL=live-heap.js.map