import { Session } from 'node:inspector';
import { setTimeout as delay } from 'node:timers/promises';
import { liveHeapBytes } from './live-heap.js';
import { bindNativeMemory } from './native-memory.js';
import { memoryUsage } from './originals.js';
import { ProcStatus } from './proc-status.js';
import { settle } from './settle.js';
const settlePauseMs = 50;
/** Reads and settles the memory of this process. */
export class Meter {
    /** Why live native bytes cannot be read, where they cannot. */
    nativeAbsent;
    /** Why the high-water mark cannot be used, where it cannot. */
    peakAbsent;
    unsettled = [];
    #session = new Session();
    #status = process.platform === 'linux' ? new ProcStatus('self') : undefined;
    #native;
    #liveHeapBytes;
    constructor(koffiPath) {
        this.#session.connect();
        try {
            if (this.#status === undefined)
                throw new Error('it can be read and reset on Linux only');
            this.#status.resetPeak();
        }
        catch (error) {
            this.peakAbsent = `the kernel’s high-water mark cannot be used: ${String(error)}`;
        }
        try {
            if (koffiPath === undefined)
                throw new Error('koffi is not installed');
            this.#native = bindNativeMemory(koffiPath);
        }
        catch (error) {
            this.nativeAbsent = `live native bytes need glibc 2.33 or newer with its own malloc: ${String(error)}`;
        }
    }
    /** Memory now, as it is; of the JavaScript heap what was alive at the last collection. */
    read() {
        const status = this.#status?.read();
        const { heapUsed, external, arrayBuffers, rss } = memoryUsage();
        return {
            rssBytes: status?.rssBytes ?? rss,
            anonBytes: status?.anonBytes,
            heapLiveBytes: this.#liveHeapBytes ?? heapUsed,
            externalBytes: external,
            arrayBuffersBytes: arrayBuffers,
            nativeBytes: this.#native?.liveBytes(),
        };
    }
    /** High-water mark of the resident set since the last reset; undefined where the kernel has none. */
    readPeak() {
        return this.peakAbsent === undefined ? this.#status?.read().peakRssBytes : undefined;
    }
    resetPeak() {
        if (this.peakAbsent === undefined)
            this.#status?.resetPeak();
    }
    /** A full garbage collection that also gives pages back. */
    async collectGarbage() {
        await new Promise((resolve, reject) => {
            this.#session.post('HeapProfiler.collectGarbage', (error) => (error === null ? resolve() : reject(error)));
        });
    }
    /** A collection, and memory after it. */
    async readCollected() {
        await this.collectGarbage();
        this.#liveHeapBytes = await liveHeapBytes();
        return this.read();
    }
    /**
     * A reading after rounds of collection, pause and trim, when memory has stopped moving. One that never did is returned
     * all the same, and `name` is noted as unsettled.
     */
    async settle(name) {
        const { reading, isSettled } = await settle({ round: () => this.#round(), amounts: movingAmounts });
        if (!isSettled)
            this.unsettled.push(name);
        return reading;
    }
    /** The inspector session of this process, for the allocation pass. */
    get session() {
        return this.#session;
    }
    async #round() {
        await this.collectGarbage();
        await delay(settlePauseMs);
        this.#liveHeapBytes = await liveHeapBytes();
        this.#native?.trim();
        return this.read();
    }
}
/** File pages come and go with what else runs on the machine: anonymous memory is compared where it is known. */
function movingAmounts({ anonBytes, rssBytes, nativeBytes, heapLiveBytes, externalBytes }) {
    return [anonBytes ?? rssBytes, nativeBytes, heapLiveBytes, externalBytes];
}
//# sourceMappingURL=meter.js.map