import { GCProfiler, getHeapStatistics } from 'node:v8';
import { measureMemory } from 'node:vm';

/** The JavaScript heap as V8 counts it while it marks in a garbage collection. */
export interface MeasuredHeap {
  /** JavaScript objects alive, without backing stores of any kind. */
  readonly heapBytes: number;
  /**
   * Backing stores of all ArrayBuffers alive, WebAssembly memories and shared ones included, and contents of external
   * strings. A store that several SharedArrayBuffers share counts once for each of them.
   */
  readonly heldBytes: number;
}

let silenced = false;

/**
 * Collects garbage and measures what is alive. The used heap at the end of the marking collection is exact: later,
 * v8.getHeapStatistics also counts the unused rest of a page that is being filled, up to 256 KiB. vm.measureMemory counts
 * the same objects plus the length of every ArrayBuffer and external string, so the difference is what they hold.
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

/** Node warns once that the function is experimental; the warning would appear on the scenario's stderr. */
function silenceExperimentalWarning(): () => void {
  if (silenced) return () => undefined;
  silenced = true;
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  return () => {
    process.emitWarning = emitWarning;
  };
}
