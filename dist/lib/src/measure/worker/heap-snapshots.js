import { writeFileSync } from 'node:fs';
import { getHeapStatistics, writeHeapSnapshot } from 'node:v8';
/** A snapshot of a larger heap takes more memory and disk space than it is worth. */
const largestHeapBytes = 1024 ** 3;
/**
 * Takes heap snapshots before and after iterations of `run`. V8 writes them to files piece by piece; object ids are the
 * same in both. If a later iteration throws, the ones before it count.
 * @throws if the first iteration throws, or the heap is too large for a snapshot.
 */
export async function takeSnapshots(recordFile, meter, run, iterations) {
    await snapshot(meter, `${recordFile}.before.heapsnapshot`);
    let done = 0;
    try {
        for (; done < iterations; done += 1)
            await run();
    }
    catch (error) {
        if (done === 0)
            throw error;
    }
    await snapshot(meter, `${recordFile}.after.heapsnapshot`);
    writeFileSync(recordFile, JSON.stringify({ iterations: done }));
}
async function snapshot(meter, path) {
    await meter.collectGarbage();
    await meter.collectGarbage();
    const { used_heap_size: used } = getHeapStatistics();
    if (used > largestHeapBytes)
        throw new Error(`the heap has more than ${largestHeapBytes / 1024 ** 3} GiB: no snapshot is taken`);
    writeHeapSnapshot(path);
}
//# sourceMappingURL=heap-snapshots.js.map