import { GcMeter } from './gc-tally.js';
import { now } from './originals.js';
/** Runs iterations one after the other and keeps what is read after each. */
export class MeasuredIterations {
    columns;
    #run;
    #meter;
    #growth;
    #afterEach;
    #gc = new GcMeter();
    #tally;
    #tallying = false;
    /**
     * `before` tells which readings can be had here; with `growth` each is taken after a garbage collection, and
     * `afterEach` is waited for then.
     */
    constructor(run, meter, before, { growth, afterEach }) {
        this.#run = run;
        this.#meter = meter;
        this.#growth = growth;
        this.#afterEach = afterEach;
        this.columns = {
            durationMs: [],
            rssBytes: [],
            anonBytes: before.anonBytes === undefined ? undefined : [],
            heapBytes: growth ? [] : undefined,
            nativeBytes: growth && before.nativeBytes !== undefined ? [] : undefined,
        };
    }
    async take(count) {
        for (let call = 0; call < count; call += 1)
            await this.#one();
    }
    /** Ends the counting of allocations and collections: what follows enters the columns only. */
    closeTally() {
        if (this.#tallying)
            this.#gc.end();
        this.#tallying = false;
        this.#tally = this.#gc.tally;
    }
    get tally() {
        return this.#tally ?? this.#gc.tally;
    }
    async #one() {
        if (!this.#tallying)
            this.#gc.begin();
        this.#tallying = true;
        const start = now();
        await this.#run();
        this.columns.durationMs.push(now() - start);
        this.#note(this.#growth ? await this.#collect() : this.#meter.read());
        if (this.#growth)
            await this.#afterEach();
    }
    /** Our own collection is kept out of the tally, which would otherwise count it as the scenario's. */
    async #collect() {
        this.#gc.end();
        this.#tallying = false;
        return this.#meter.readCollected();
    }
    #note(reading) {
        this.columns.rssBytes.push(reading.rssBytes);
        if (reading.anonBytes !== undefined)
            this.columns.anonBytes?.push(reading.anonBytes);
        this.columns.heapBytes?.push(reading.heapLiveBytes + reading.externalBytes);
        if (reading.nativeBytes !== undefined)
            this.columns.nativeBytes?.push(reading.nativeBytes);
    }
}
//# sourceMappingURL=measured-iterations.js.map