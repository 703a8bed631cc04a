import { WorkerThreads } from './worker-threads.js';
/** Node's name for worker code that is not in a file. */
const evalUrl = '[worker eval]';
/** Samples the heaps of all worker threads, including those that start later. */
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
            // WorkerThreads is notified after this listener.
            queueMicrotask(() => void sampler.catchUp());
        });
        await sampler.#threads.attach();
        return sampler;
    }
    async start(parameters) {
        this.#parameters = parameters;
        await this.catchUp();
    }
    /** Starts sampling in new threads. A thread that is already sampled rejects the request, which changes nothing. */
    async catchUp() {
        if (this.#parameters !== undefined)
            await this.#threads.post('HeapProfiler.startSampling', this.#parameters);
    }
    async collectGarbage() {
        await this.#threads.post('HeapProfiler.collectGarbage');
    }
    /** Stops sampling and returns the profiles of the threads that have not ended. */
    async stop() {
        this.#parameters = undefined;
        const answers = await this.#threads.post('HeapProfiler.stopSampling');
        return answers.flatMap(({ thread, result }) => {
            const head = headOf(result);
            return head === undefined ? [] : [named(head, this.#titles.get(thread) ?? '[worker]')];
        });
    }
}
/** Merges all profiles below one root. */
export function mergedProfile(main, threads) {
    return { ...main, children: [...main.children, ...threads.flatMap(({ children }) => children)] };
}
function headOf(result) {
    // The engine checks every node when it reads the record.
    const { profile } = result;
    return profile?.head;
}
/** Replaces Node's common name for worker code without a file with the worker's title. */
function named(node, title) {
    const { callFrame } = node;
    const url = callFrame.url === evalUrl ? title : callFrame.url;
    return { ...node, callFrame: { ...callFrame, url }, children: node.children.map((child) => named(child, title)) };
}
//# sourceMappingURL=thread-sampler.js.map