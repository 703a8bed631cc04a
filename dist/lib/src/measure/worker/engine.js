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
    /** How many more iterations the engine wants to see of this series; none after one that threw. */
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
     * The last message, whatever else happens after it. The process ends when the engine has answered: until then it can
     * see what the scenario has started.
     */
    finish(message) {
        if (this.#finished)
            return;
        this.#finished = true;
        this.#go = exitWhenWritten;
        // First: what the scenario has replaced may make sending throw.
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
/** What the scenario has written may still be queued for the pipes; it explains a failure best. */
function exitWhenWritten() {
    process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
}
//# sourceMappingURL=engine.js.map