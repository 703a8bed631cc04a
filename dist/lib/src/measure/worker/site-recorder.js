import { writeFile } from 'node:fs/promises';
import { BufferWatch } from './buffer-watch.js';
import { post } from './post.js';
import { mergedProfile, ThreadSampler } from './thread-sampler.js';
/** Bytes per sample. Finer than for allocations: little memory stays live, and it is the main question. */
const aliveInterval = 4 * 1024;
const allocatedInterval = 16 * 1024;
/** Records which functions memory comes from. It runs in a separate process, which is not measured. */
export class SiteRecorder {
    #buffers = new BufferWatch();
    #alive;
    #allocated;
    #strayBufferBytes = 0;
    #threads;
    /** Records the memory that `work` leaves behind, on the heap and in ArrayBuffers. */
    async recordAlive(session, work) {
        await this.#buffers.begin(session);
        const parameters = { samplingInterval: aliveInterval };
        const threads = await this.#startSampling(session, parameters);
        await work();
        this.#buffers.end();
        // Twice: the second collection frees the objects that the first one finalized.
        for (const _round of [1, 2]) {
            await post(session, 'HeapProfiler.collectGarbage');
            await threads.collectGarbage();
        }
        this.#alive = mergedProfile(await stopSampling(session), await threads.stop());
        this.#strayBufferBytes = await this.#buffers.findAlive(session);
    }
    /** Records the memory that `work` allocates on the heap, freed since or not. */
    async recordAllocated(session, work) {
        const threads = await this.#startSampling(session, {
            samplingInterval: allocatedInterval,
            includeObjectsCollectedByMajorGC: true,
            includeObjectsCollectedByMinorGC: true,
        });
        await work();
        this.#allocated = mergedProfile(await stopSampling(session), await threads.stop());
    }
    /** Starts sampling the main thread and all worker threads. */
    async #startSampling(session, parameters) {
        this.#threads ??= await ThreadSampler.open(session);
        await post(session, 'HeapProfiler.startSampling', parameters);
        await this.#threads.start(parameters);
        return this.#threads;
    }
    async write(path) {
        if (this.#alive === undefined)
            throw new Error('nothing was recorded');
        const record = {
            alive: this.#alive,
            allocated: this.#allocated,
            buffers: this.#buffers.records,
            strayBufferBytes: this.#strayBufferBytes,
        };
        await writeFile(path, JSON.stringify(record));
    }
}
async function stopSampling(session) {
    const { profile } = (await post(session, 'HeapProfiler.stopSampling'));
    return profile.head;
}
//# sourceMappingURL=site-recorder.js.map