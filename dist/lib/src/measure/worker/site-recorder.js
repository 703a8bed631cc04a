import { writeFile } from 'node:fs/promises';
import { BufferWatch } from './buffer-watch.js';
import { post } from './post.js';
/** Of what stays there is little, and it is what is asked for: one sample in so many bytes. */
const aliveInterval = 4 * 1024;
const allocatedInterval = 16 * 1024;
/** Records which functions memory comes from. For a process of its own: what is recorded here is not measured. */
export class SiteRecorder {
    #buffers = new BufferWatch();
    #alive;
    #allocated;
    #strayBufferBytes = 0;
    /** What `work` leaves behind, on the heap and in ArrayBuffers. */
    async recordAlive(session, work) {
        await this.#buffers.begin(session);
        await post(session, 'HeapProfiler.startSampling', { samplingInterval: aliveInterval });
        await work();
        this.#buffers.end();
        // Twice: what the first finds to be finalized goes with the second.
        await post(session, 'HeapProfiler.collectGarbage');
        await post(session, 'HeapProfiler.collectGarbage');
        this.#alive = await stopSampling(session);
        this.#strayBufferBytes = await this.#buffers.findAlive(session);
    }
    /** What `work` allocates on the heap, freed since or not. */
    async recordAllocated(session, work) {
        await post(session, 'HeapProfiler.startSampling', {
            samplingInterval: allocatedInterval,
            includeObjectsCollectedByMajorGC: true,
            includeObjectsCollectedByMinorGC: true,
        });
        await work();
        this.#allocated = await stopSampling(session);
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