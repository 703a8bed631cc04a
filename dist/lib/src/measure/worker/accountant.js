import { accountOf, countingNoise, noStores, untrackedBytes, } from './account.js';
import { SpecialStores } from './account-stores.js';
/** Maximum number of consecutive readings without a search although the counters moved. */
const mostSkipped = 15;
/** malloc must lack a quarter of the added stores for a search; for a store with two handles it lacks half. */
const lackedShare = 4;
/**
 * Keeps the account of memory. Counters suffice for most readings. If they suggest new WebAssembly memories, shared or
 * resizable buffers, it searches for those. Searches that change nothing become rarer.
 */
export class Accountant {
    #session;
    #stores;
    #totals = noStores;
    #begun = false;
    #staticBytes = 0;
    #unexplained = 0;
    #untracked = 0;
    #mallocBytes;
    #skip = 0;
    #skipped = 0;
    constructor(session, native) {
        this.#session = session;
        this.#stores = new SpecialStores(native);
    }
    /** Bytes of known stores that the last account counted more than once. */
    get duplicateBytes() {
        return this.#totals.duplicateBytes;
    }
    /** With `thorough`, always searches. */
    async account(raw, workers, thorough = false) {
        this.#totals = this.#stores.totals();
        if (thorough || !this.#begun)
            await this.#search({ memories: true, shared: this.#hasShared(raw), resizable: false });
        else
            await this.#searchWhereNeeded(raw);
        if (!this.#begun)
            this.#staticBytes = this.#unexplainedIn(raw);
        this.#begun = true;
        return this.#note(raw, workers);
    }
    /** The account without a search. */
    accountKnown(raw) {
        this.#totals = this.#stores.totals();
        return this.#note(raw, undefined);
    }
    #note(raw, workers) {
        this.#unexplained = this.#unexplainedIn(raw);
        this.#untracked = this.#untrackedIn(raw);
        const classes = this.#classes(raw, workers);
        this.#mallocBytes = classes.mallocBytes;
        return classes;
    }
    #classes(raw, workers) {
        return accountOf(raw, this.#totals, this.#staticBytes, workers);
    }
    async #searchWhereNeeded(raw) {
        // A drop means that memory was freed or transferred: there is nothing new to find.
        const unexplained = this.#unexplainedIn(raw) - this.#unexplained;
        const untracked = this.#untrackedIn(raw) - this.#untracked;
        const memories = unexplained > countingNoise;
        const shared = Math.abs(untracked) > countingNoise;
        if (!memories && !shared)
            return;
        const added = Math.max(0, unexplained) + Math.max(0, untracked);
        if (!this.#mallocLacks(raw, added) && this.#skipped < this.#skip) {
            this.#skipped += 1;
            return;
        }
        const known = this.#totals;
        await this.#search({ memories, shared, resizable: false });
        // A shared WebAssembly memory shows as a shared buffer.
        if (!memories && this.#mallocLacks(raw, added))
            await this.#search({ memories: true, shared: false, resizable: false });
        if (this.#unexplainedIn(raw) - this.#unexplained > countingNoise) {
            await this.#search({ memories: false, shared: false, resizable: true });
        }
        this.#skipped = 0;
        this.#skip = isSame(known, this.#totals) ? Math.min(mostSkipped, 2 * this.#skip + 1) : 0;
    }
    /** Whether the rest of malloc seems to shrink: it does if stores outside malloc are counted as part of it. */
    #mallocLacks(raw, addedBytes) {
        const { mallocBytes } = this.#classes(raw);
        if (mallocBytes === undefined || this.#mallocBytes === undefined || addedBytes === 0)
            return false;
        return this.#mallocBytes - mallocBytes > addedBytes / lackedShare;
    }
    async #search(search) {
        await this.#stores.find(this.#session, search);
        this.#totals = this.#stores.totals();
    }
    #hasShared(raw) {
        return untrackedBytes(raw) !== 0 || this.#totals.sharedHandleBytes > 0;
    }
    /** Tracked stores in neither Node's allocator nor a known mapping. */
    #unexplainedIn({ trackedBytes, allocatorBytes }) {
        return trackedBytes - allocatorBytes - this.#totals.mappedBytes;
    }
    #untrackedIn(raw) {
        return untrackedBytes(raw) - this.#totals.sharedHandleBytes;
    }
}
function isSame(a, b) {
    const moved = ['mappedBytes', 'sharedMappedBytes', 'duplicateBytes'].map((name) => a[name] - b[name]);
    return moved.every((bytes) => Math.abs(bytes) < countingNoise);
}
//# sourceMappingURL=accountant.js.map