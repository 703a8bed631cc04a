import { GCProfiler, getHeapStatistics } from 'node:v8';
/**
 * Sums V8's allocations and collections over stretches of work, each between two forced collections. Allocated bytes of
 * a stretch: the sum of (used heap before a collection - used heap after the previous one), plus the tail.
 */
export class GcMeter {
    #profiler;
    #usedAtStart = 0;
    #count = 0;
    #pauseMs = 0;
    #allocatedBytes = 0;
    #heapPeakBytes = 0;
    begin() {
        this.#profiler = new GCProfiler();
        this.#profiler.start();
        this.#usedAtStart = getHeapStatistics().used_heap_size;
    }
    end() {
        const usedAtEnd = getHeapStatistics().used_heap_size;
        const collections = this.#profiler?.stop()?.statistics ?? [];
        let usedAfterLast = this.#usedAtStart;
        for (const { beforeGC, afterGC, cost } of collections) {
            const usedBefore = beforeGC.heapStatistics.usedHeapSize;
            this.#allocatedBytes += Math.max(0, usedBefore - usedAfterLast);
            this.#heapPeakBytes = Math.max(this.#heapPeakBytes, usedBefore);
            this.#pauseMs += cost / microsecondsPerMs;
            usedAfterLast = afterGC.heapStatistics.usedHeapSize;
        }
        this.#allocatedBytes += Math.max(0, usedAtEnd - usedAfterLast);
        this.#heapPeakBytes = Math.max(this.#heapPeakBytes, usedAtEnd);
        this.#count += collections.length;
    }
    get tally() {
        return {
            count: this.#count,
            pauseMs: this.#pauseMs,
            allocatedBytes: this.#allocatedBytes,
            heapPeakBytes: this.#heapPeakBytes,
        };
    }
}
const microsecondsPerMs = 1_000;
//# sourceMappingURL=gc-tally.js.map