import { parse, startTimer, stopTimer, stringify } from './originals.js';
/** How long all threads together may take to answer. */
const answerWithinMs = 2_000;
/** Sends requests to this process's worker threads through the inspector, including threads that start later. */
export class WorkerThreads {
    #session;
    #threads = new Map();
    #requests = 0;
    constructor(session) {
        this.#session = session;
    }
    /** Attaches to all running threads, and to each that starts later. */
    async attach() {
        this.#session.on('inspectorNotification', (message) => this.#hear(message, undefined));
        await new Promise((resolve, reject) => {
            this.#session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, (error) => error === null ? resolve() : reject(error));
        });
    }
    /** Identifiers of the threads that have not ended. */
    get threads() {
        return [...this.#threads.keys()];
    }
    /**
     * Sends the same request to every thread. A thread that ends or does not answer in time is left out. A thread that
     * owes an answer, because it is blocked, is not asked again until it has answered.
     */
    async post(method, parameters = {}) {
        const idle = [...this.#threads.values()].filter(({ pending }) => pending.size === 0);
        if (idle.length === 0)
            return [];
        const answers = [];
        const all = idle.map(async (thread) => {
            const result = await this.#ask(thread, method, parameters);
            if (result !== undefined)
                answers.push({ thread: thread.id, result });
        });
        let timer;
        const bound = new Promise((resolve) => {
            timer = startTimer(resolve, answerWithinMs);
        });
        await Promise.race([Promise.all(all), bound]);
        stopTimer(timer);
        return [...answers];
    }
    #ask(thread, method, params) {
        return new Promise((resolve) => {
            this.#requests += 1;
            const id = this.#requests;
            thread.pending.set(id, resolve);
            this.#send(thread, { id, method, params });
        });
    }
    #send(thread, message) {
        const params = { sessionId: thread.sessionId, message: stringify(message) };
        const { parent } = thread;
        if (parent === undefined) {
            this.#session.post('NodeWorker.sendMessageToWorker', params, (error) => {
                if (error !== null)
                    this.#end(thread);
            });
        }
        else {
            // The parent's answer is ignored.
            this.#requests += 1;
            this.#send(parent, { id: this.#requests, method: 'NodeWorker.sendMessageToWorker', params });
        }
    }
    #hear(message, from) {
        const { id, method, params, result } = fields(message);
        if (from !== undefined && typeof id === 'number') {
            from.pending.get(id)?.(result);
            from.pending.delete(id);
        }
        if (typeof method !== 'string' || !method.startsWith('NodeWorker.'))
            return;
        const { sessionId, message: text } = fields(params);
        if (typeof sessionId !== 'string')
            return;
        const key = from === undefined ? sessionId : `${from.id}/${sessionId}`;
        const known = this.#threads.get(key);
        if (method === 'NodeWorker.attachedToWorker')
            this.#begin({ id: key, sessionId, parent: from, pending: new Map() });
        else if (method === 'NodeWorker.detachedFromWorker' && known !== undefined)
            this.#end(known);
        else if (known !== undefined && typeof text === 'string')
            this.#hear(parse(text), known);
    }
    #begin(thread) {
        this.#threads.set(thread.id, thread);
        this.#requests += 1;
        // For threads that this thread starts.
        const params = { waitForDebuggerOnStart: false };
        this.#send(thread, { id: this.#requests, method: 'NodeWorker.enable', params });
    }
    #end(thread) {
        this.#threads.delete(thread.id);
        for (const answer of thread.pending.values())
            answer(undefined);
        thread.pending.clear();
        for (const each of [...this.#threads.values()])
            if (each.parent === thread)
                this.#end(each);
    }
}
function fields(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
//# sourceMappingURL=worker-threads.js.map