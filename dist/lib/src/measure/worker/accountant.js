import { accountOf, countingNoise, noStores, untrackedBytes, } from './account.js';
import { SpecialStores } from './account-stores.js';
/** Most readings in a row that are not followed by a search although the counters moved. */
const mostSkipped = 15;
/** Part of the added stores that malloc must lack for a search; of a store with two handles it lacks half. */
const lackedShare = 4;
/**
 * Keeps the account of memory. Counters suffice for most readings; where they show that there may be new WebAssembly
 * memories, shared or resizable buffers, it searches for them. Searches that change nothing become rarer.
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
    /** Known stores that are counted twice; of the last account. */
    get duplicateBytes() {
        return this.#totals.duplicateBytes;
    }
    /** `thorough` searches in any case. */
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
        // A fall is something freed or transferred: there is nothing new to find.
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
    /** Stores that malloc does not hold, taken for ones that it does, would make the rest of malloc fall. */
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
    /** Tracked stores that neither Node's allocator nor a known mapping holds. */
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