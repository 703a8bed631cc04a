/** The worker's side of the conversation with the engine. */
export class Engine {
    signal;
    phase = 'import';
    #abort = new AbortController();
    #order;
    #finished = false;
    #go;
    constructor() {
        this.signal = this.#abort.signal;
        process.on('message', (message) => {
            if (message.type === 'order')
                this.#order?.(message);
            else
                this.#go?.(message.moreIterations);
        });
        // Without the engine there is nobody to measure for.
        process.on('disconnect', () => {
            this.#abort.abort();
            process.exit(1);
        });
    }
    receiveOrder() {
        return new Promise((resolve) => {
            this.#order = resolve;
        });
    }
    enter(phase) {
        this.phase = phase;
        send({ type: 'phase', phase });
    }
    async quiesce(point) {
        await this.#ask({ type: 'quiesce', point });
    }
    /** How many more iterations the engine wants to see of this series. */
    askForMore(iterations) {
        return this.#ask({ type: 'growth', iterations });
    }
    reportMemory(report) {
        send({ type: 'memory', report });
    }
    reportAllocations(count) {
        send({ type: 'allocations', count });
    }
    /** The last message, whatever else happens after it; the process ends when it is on its way. */
    finish(message) {
        if (this.#finished)
            return;
        this.#finished = true;
        process.send?.(message, undefined, undefined, exitWhenWritten);
    }
    #ask(question) {
        return new Promise((resolve) => {
            this.#go = resolve;
            send(question);
        });
    }
}
/** What the scenario has written may still be queued for the pipes; it explains a failure best. */
function exitWhenWritten() {
    process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
}
function send(message) {
    process.send?.(message);
}
//# sourceMappingURL=engine.js.map