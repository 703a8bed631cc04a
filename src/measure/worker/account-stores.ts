import type { Session } from 'node:inspector';
import { isAnyArrayBuffer, isSharedArrayBuffer } from 'node:util/types';
import type { StoreTotals } from './account.js';
import type { AnyBuffer } from './live-array-buffers.js';
import { liveObjects } from './live-objects.js';
import type { NativeMemory } from './native-memory.js';
import { wasmMemoryPrototype } from './originals.js';

/** A WebAssembly.Memory. */
interface WasmMemory {
  readonly buffer: AnyBuffer;
}

/** A backing store at one moment. */
interface Store {
  readonly bytes: number;
  readonly shared: boolean;
  /** Allocated by mmap, not by malloc. */
  readonly mapped: boolean;
  /** Undefined if unknown; two handles of one shared store then count as two stores. */
  readonly address: bigint | undefined;
}

/** Which objects to look for. */
export interface Search {
  readonly memories: boolean;
  readonly shared: boolean;
  readonly resizable: boolean;
}

/**
 * Backing stores that no counter distinguishes: WebAssembly memories, shared and resizable buffers. Finding them
 * through the inspector is costly, so weak references track them until they are collected.
 */
export class SpecialStores {
  readonly #native: NativeMemory | undefined;
  #memories: readonly WeakRef<WasmMemory>[] = [];
  #shared: readonly WeakRef<AnyBuffer>[] = [];
  #resizable: readonly WeakRef<AnyBuffer>[] = [];

  constructor(native: NativeMemory | undefined) {
    this.#native = native;
  }

  async find(session: Session, { memories, shared, resizable }: Search): Promise<void> {
    if (memories && wasmMemoryPrototype !== undefined) {
      const found = await liveObjects(session, wasmMemoryPrototype);
      this.#memories = found.filter(isWasmMemory).map((each) => new WeakRef(each));
    }
    if (shared) this.#shared = await this.#buffers(session, SharedArrayBuffer.prototype, () => true);
    if (resizable) this.#resizable = await this.#buffers(session, ArrayBuffer.prototype, isGrowable);
  }

  /** Totals of the known stores now, without a search. */
  totals(): StoreTotals {
    const stores = this.#stores();
    const mapped = new Set(stores.filter((store) => store.mapped).map(({ address }) => address));
    let [mappedBytes, sharedMappedBytes, residentBytes, sharedHandleBytes] = [0, 0, 0, 0];
    /** Longest handle by address; shared WebAssembly memories leave shorter ones behind when they grow. */
    const unique = new Map<bigint | Store, Store>();
    for (const store of stores) {
      if (!store.shared) mappedBytes += store.bytes;
      else sharedHandleBytes += store.bytes;
      const key = store.address ?? store;
      if ((unique.get(key)?.bytes ?? -1) < store.bytes) unique.set(key, store);
    }
    let sharedBytes = 0;
    for (const store of unique.values()) {
      const isMapped = store.mapped || (store.address !== undefined && mapped.has(store.address));
      if (store.shared) sharedBytes += store.bytes;
      if (store.shared && isMapped) sharedMappedBytes += store.bytes;
      if (isMapped) residentBytes += this.#resident(store);
    }
    return {
      mappedBytes,
      sharedMappedBytes,
      residentBytes,
      sharedHandleBytes,
      duplicateBytes: sharedHandleBytes - sharedBytes,
    };
  }

  #stores(): Store[] {
    const buffers = new Map<AnyBuffer, boolean>();
    for (const each of [...this.#shared, ...this.#resizable]) {
      const buffer = each.deref();
      if (buffer !== undefined) buffers.set(buffer, isGrowable(buffer));
    }
    for (const each of this.#memories) {
      const buffer = each.deref()?.buffer;
      if (buffer !== undefined) buffers.set(buffer, true);
    }
    return [...buffers].map(([buffer, mapped]) => ({
      bytes: buffer.byteLength,
      shared: isSharedArrayBuffer(buffer),
      mapped,
      address: this.#native?.addressOf(buffer),
    }));
  }

  #resident({ address, bytes }: Store): number {
    if (address === undefined || bytes === 0) return bytes;
    return this.#native?.residentBytes(address, bytes) ?? bytes;
  }

  async #buffers(
    session: Session,
    prototype: object,
    accepted: (buffer: AnyBuffer) => boolean,
  ): Promise<WeakRef<AnyBuffer>[]> {
    const found = await liveObjects(session, prototype);
    return found
      .filter((each) => isAnyArrayBuffer(each))
      .filter(accepted)
      .map((each) => new WeakRef(each));
  }
}

/** The inspector also lists prototypes of subclasses; reading `buffer` on those throws. */
function isWasmMemory(value: unknown): value is WasmMemory {
  try {
    return typeof value === 'object' && value !== null && 'buffer' in value && isAnyArrayBuffer(value.buffer);
  } catch {
    return false;
  }
}

/** Whether the buffer was created with `maxByteLength`. */
function isGrowable(buffer: AnyBuffer): boolean {
  return Reflect.get(buffer, isSharedArrayBuffer(buffer) ? 'growable' : 'resizable') === true;
}
