import { GcMeter } from './gc-tally.js';
import { now } from './originals.js';
const columnsOf = {
    plain: ['rssBytes', 'anonBytes'],
    collected: ['rssBytes', 'anonBytes', 'heapBytes', 'externalBytes', 'nativeBytes'],
    kept: [
        'rssBytes',
        'anonBytes',
        'heapBytes',
        'externalBytes',
        'nativeBytes',
        'mallocBytes',
        'workerHeapBytes',
        'otherBytes',
        'childBytes',
        'descriptors',
        'threads',
        'handles',
        'children',
    ],
};
/** Runs iterations one after the other and stores a reading after each. */
export class MeasuredIterations {
    columns;
    #run;
    #meter;
    #reading;
    #afterEach;
    #gc = new GcMeter();
    #columns;
    #tally;
    #tallying = false;
    #handles;
    /**
     * `before` is a reading of the same kind; it decides which columns can be filled. `afterEach` is awaited after each
     * reading that is not plain.
     */
    constructor(run, meter, before, { reading, afterEach }) {
        this.#run = run;
        this.#meter = meter;
        this.#reading = reading;
        this.#afterEach = afterEach;
        this.#handles = before.handles;
        const readable = columnsOf[reading].filter((column) => figureOf(before, column) !== undefined);
        this.#columns = new Map(readable.map((column) => [column, []]));
        const column = (name) => this.#columns.get(name);
        this.columns = {
            durationMs: [],
            rssBytes: column('rssBytes') ?? [],
            anonBytes: column('anonBytes'),
            heapBytes: column('heapBytes'),
            externalBytes: column('externalBytes'),
            nativeBytes: column('nativeBytes'),
            mallocBytes: column('mallocBytes'),
            workerHeapBytes: column('workerHeapBytes'),
            otherBytes: column('otherBytes'),
            childBytes: column('childBytes'),
            descriptors: column('descriptors'),
            threads: column('threads'),
            handles: column('handles'),
            children: column('children'),
        };
    }
    /**
     * Runs `count` iterations. Handles are counted only after the last one, because counting is slow; the others repeat
     * the previous count.
     */
    async take(count) {
        for (let call = 0; call < count; call += 1)
            await this.#one(call === count - 1);
    }
    /** Stops counting allocations and collections. Later iterations enter the columns only. */
    closeTally() {
        if (this.#tallying)
            this.#gc.end();
        this.#tallying = false;
        this.#tally = this.#gc.tally;
    }
    get tally() {
        return this.#tally ?? this.#gc.tally;
    }
    async #one(isLast) {
        if (!this.#tallying)
            this.#gc.begin();
        this.#tallying = true;
        const start = now();
        await this.#run();
        const durationMs = now() - start;
        this.#meter.notePeak();
        const reading = this.#reading === 'plain' ? this.#meter.read() : await this.#collect(isLast);
        // Added last, so that a run that throws leaves all columns at the same length.
        this.columns.durationMs.push(durationMs);
        for (const [name, column] of this.#columns)
            column.push(figureOf(reading, name) ?? column.at(-1) ?? 0);
        if (this.#reading !== 'plain')
            await this.#afterEach();
    }
    /** Keeps memory-bench's own collection out of the tally, which would otherwise count it as the scenario's. */
    async #collect(isLast) {
        this.#gc.end();
        this.#tallying = false;
        if (this.#reading === 'collected')
            return this.#meter.readCollected();
        const reading = await this.#meter.readKept({ thorough: isLast });
        this.#handles = reading.handles ?? this.#handles;
        return { ...reading, handles: this.#handles };
    }
}
function figureOf(reading, column) {
    return reading[column === 'heapBytes' ? 'heapLiveBytes' : column];
}
//# sourceMappingURL=measured-iterations.js.map