import { GCProfiler, getHeapStatistics } from 'node:v8';
import { measureMemory } from 'node:vm';

/** The JavaScript heap as V8 counts it while marking in a garbage collection. */
export interface MeasuredHeap {
  /** Live JavaScript objects, without backing stores of any kind. */
  readonly heapBytes: number;
  /**
   * Backing stores of all live ArrayBuffers, including WebAssembly memories and shared ones, and contents of external
   * strings. A shared store counts once for each SharedArrayBuffer that refers to it.
   */
  readonly heldBytes: number;
}

let silenced = false;

/**
 * Collects garbage and measures live memory. The used heap at the end of the marking collection is exact: later,
 * v8.getHeapStatistics also counts the unused rest of a page that is being filled, up to 256 KiB. vm.measureMemory
 * counts the same objects plus the length of every ArrayBuffer and external string; `heldBytes` is the difference.
 */
export async function measureHeap(): Promise<MeasuredHeap> {
  const profiler = new GCProfiler();
  profiler.start();
  const restore = silenceExperimentalWarning();
  const measured = measureMemory({ mode: 'summary', execution: 'eager' });
  restore();
  const { total } = await measured;
  const collections = profiler.stop()?.statistics ?? [];
  const marking = collections.findLast(({ gcType }) => gcType === 'MarkSweepCompact') ?? collections.at(-1);
  const heapBytes = marking?.afterGC.heapStatistics.usedHeapSize ?? getHeapStatistics().used_heap_size;
  return { heapBytes, heldBytes: total.jsMemoryRange[1] - heapBytes };
}

/** Suppresses Node's one-time warning about the experimental function, which would appear on the scenario's stderr. */
function silenceExperimentalWarning(): () => void {
  if (silenced) return () => undefined;
  silenced = true;
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  return () => {
    process.emitWarning = emitWarning;
  };
}
