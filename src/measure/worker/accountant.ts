import type { Session } from 'node:inspector';
import {
  accountOf,
  type Classes,
  countingNoise,
  noStores,
  type RawReading,
  type StoreTotals,
  untrackedBytes,
  type WorkerHeaps,
} from './account.js';
import { type Search, SpecialStores } from './account-stores.js';
import type { NativeMemory } from './native-memory.js';

/** Maximum number of consecutive readings without a search although the counters moved. */
const mostSkipped = 15;
/** malloc must lack a quarter of the added stores for a search; for a store with two handles it lacks half. */
const lackedShare = 4;

/**
 * Keeps the account of memory. Counters suffice for most readings. If they suggest new WebAssembly memories, shared or
 * resizable buffers, it searches for those. Searches that change nothing become rarer.
 */
export class Accountant {
  readonly #session: Session;
  readonly #stores: SpecialStores;
  #totals: StoreTotals = noStores;
  #begun = false;
  #staticBytes = 0;
  #unexplained = 0;
  #untracked = 0;
  #mallocBytes: number | undefined;
  #skip = 0;
  #skipped = 0;

  constructor(session: Session, native: NativeMemory | undefined) {
    this.#session = session;
    this.#stores = new SpecialStores(native);
  }

  /** Bytes of known stores that the last account counted more than once. */
  get duplicateBytes(): number {
    return this.#totals.duplicateBytes;
  }

  /** With `thorough`, always searches. */
  async account(raw: RawReading, workers: WorkerHeaps | undefined, thorough = false): Promise<Classes> {
    this.#totals = this.#stores.totals();
    if (thorough || !this.#begun)
      await this.#search({ memories: true, shared: this.#hasShared(raw), resizable: false });
    else await this.#searchWhereNeeded(raw);
    if (!this.#begun) this.#staticBytes = this.#unexplainedIn(raw);
    this.#begun = true;
    return this.#note(raw, workers);
  }

  /** The account without a search. */
  accountKnown(raw: RawReading): Classes {
    this.#totals = this.#stores.totals();
    return this.#note(raw, undefined);
  }

  #note(raw: RawReading, workers: WorkerHeaps | undefined): Classes {
    this.#unexplained = this.#unexplainedIn(raw);
    this.#untracked = this.#untrackedIn(raw);
    const classes = this.#classes(raw, workers);
    this.#mallocBytes = classes.mallocBytes;
    return classes;
  }

  #classes(raw: RawReading, workers?: WorkerHeaps | undefined): Classes {
    return accountOf(raw, this.#totals, this.#staticBytes, workers);
  }

  async #searchWhereNeeded(raw: RawReading): Promise<void> {
    // A drop means that memory was freed or transferred: there is nothing new to find.
    const unexplained = this.#unexplainedIn(raw) - this.#unexplained;
    const untracked = this.#untrackedIn(raw) - this.#untracked;
    const memories = unexplained > countingNoise;
    const shared = Math.abs(untracked) > countingNoise;
    if (!memories && !shared) return;
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
  #mallocLacks(raw: RawReading, addedBytes: number): boolean {
    const { mallocBytes } = this.#classes(raw);
    if (mallocBytes === undefined || this.#mallocBytes === undefined || addedBytes === 0) return false;
    return this.#mallocBytes - mallocBytes > addedBytes / lackedShare;
  }

  async #search(search: Search): Promise<void> {
    await this.#stores.find(this.#session, search);
    this.#totals = this.#stores.totals();
  }

  #hasShared(raw: RawReading): boolean {
    return untrackedBytes(raw) !== 0 || this.#totals.sharedHandleBytes > 0;
  }

  /** Tracked stores in neither Node's allocator nor a known mapping. */
  #unexplainedIn({ trackedBytes, allocatorBytes }: RawReading): number {
    return trackedBytes - allocatorBytes - this.#totals.mappedBytes;
  }

  #untrackedIn(raw: RawReading): number {
    return untrackedBytes(raw) - this.#totals.sharedHandleBytes;
  }
}

function isSame(a: StoreTotals, b: StoreTotals): boolean {
  const moved = (['mappedBytes', 'sharedMappedBytes', 'duplicateBytes'] as const).map((name) => a[name] - b[name]);
  return moved.every((bytes) => Math.abs(bytes) < countingNoise);
}
