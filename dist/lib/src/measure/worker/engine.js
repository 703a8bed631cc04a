import { setTimeout } from 'node:timers';
import { Channel } from './channel.js';
/** How long the engine may take to answer the last message. */
const answerWithinMs = 1_000;
/** The worker's side of the conversation with the engine. */
export class Engine {
    signal;
    phase = 'import';
    #abort = new AbortController();
    #channel;
    #order;
    #finished = false;
    #go;
    constructor() {
        this.signal = this.#abort.signal;
        this.#channel = new Channel(
        // The engine is trusted; its side of the channel has the same types.
        (message) => this.#hear(message), () => {
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
        this.#send({ type: 'phase', phase });
    }
    async quiesce(point) {
        await this.#ask({ type: 'quiesce', point });
    }
    /** Returns how many more iterations the engine wants of this series; 0 after one that threw. */
    askForMore(iterations, threw) {
        return this.#ask({ type: 'growth', iterations, threw });
    }
    reportMemory(report) {
        this.#send({ type: 'memory', report });
    }
    reportAllocations(count) {
        this.#send({ type: 'allocations', count });
    }
    /**
     * Sends the last message; later calls do nothing. The process exits once the engine has answered, so that the engine
     * can still see what the scenario has started.
     */
    finish(message) {
        if (this.#finished)
            return;
        this.#finished = true;
        this.#go = exitWhenWritten;
        // Before sending, which may throw if the scenario has replaced something.
        setTimeout(exitWhenWritten, answerWithinMs);
        this.#send(message);
    }
    #ask(question) {
        return new Promise((resolve) => {
            this.#go = resolve;
            this.#send(question);
        });
    }
    #hear(message) {
        if (message.type === 'order')
            this.#order?.(message);
        else
            this.#go?.(message.moreIterations);
    }
    #send(message) {
        this.#channel.send(message);
    }
}
/** Exits once the scenario's output is flushed: it may still be queued for the pipes, and explains a failure best. */
function exitWhenWritten() {
    process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
}
//# sourceMappingURL=engine.js.map