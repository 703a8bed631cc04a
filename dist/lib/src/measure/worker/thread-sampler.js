import { WorkerThreads } from './worker-threads.js';
/** Node gives the code of a worker that is no file this name. */
const evalUrl = '[worker eval]';
/** Samples the heaps of all worker threads: those that run, and those that are started later. */
export class ThreadSampler {
    #threads;
    #titles = new Map();
    #parameters;
    constructor(session) {
        this.#threads = new WorkerThreads(session);
    }
    static async open(session) {
        const sampler = new ThreadSampler(session);
        session.on('NodeWorker.attachedToWorker', ({ params }) => {
            sampler.#titles.set(params.sessionId, params.workerInfo.title);
            // The threads hear of it after this.
            queueMicrotask(() => void sampler.catchUp());
        });
        await sampler.#threads.attach();
        return sampler;
    }
    async start(parameters) {
        this.#parameters = parameters;
        await this.catchUp();
    }
    /** Starts sampling in threads that came since; a thread that is sampled already refuses, which changes nothing. */
    async catchUp() {
        if (this.#parameters !== undefined)
            await this.#threads.post('HeapProfiler.startSampling', this.#parameters);
    }
    async collectGarbage() {
        await this.#threads.post('HeapProfiler.collectGarbage');
    }
    /** The profiles of the threads that have not ended. */
    async stop() {
        this.#parameters = undefined;
        const answers = await this.#threads.post('HeapProfiler.stopSampling');
        return answers.flatMap(({ thread, result }) => {
            const head = headOf(result);
            return head === undefined ? [] : [named(head, this.#titles.get(thread) ?? '[worker]')];
        });
    }
}
/** One profile with all of them below its root. */
export function mergedProfile(main, threads) {
    return { ...main, children: [...main.children, ...threads.flatMap(({ children }) => children)] };
}
function headOf(result) {
    // The engine checks every node when it reads the record.
    const { profile } = result;
    return profile?.head;
}
/** With the title of the worker instead of the name that all code without a file has. */
function named(node, title) {
    const { callFrame } = node;
    const url = callFrame.url === evalUrl ? title : callFrame.url;
    return { ...node, callFrame: { ...callFrame, url }, children: node.children.map((child) => named(child, title)) };
}
//# sourceMappingURL=thread-sampler.js.map