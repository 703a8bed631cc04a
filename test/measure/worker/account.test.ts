import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountOf,
  noStores,
  type RawReading,
  type StoreTotals,
  untrackedBytes,
} from '../../../src/measure/worker/account.js';

const raw: RawReading = {
  heap: { heapBytes: 10_000_000, heldBytes: 6_000_000 },
  trackedBytes: 6_000_000,
  allocatorBytes: 5_000_000,
  heapPagesBytes: 12_000_000,
  anonBytes: 40_000_000,
  nativeBytes: 8_000_000,
};

function changed(change: Partial<RawReading>, stores: Partial<StoreTotals> = {}) {
  const before = accountOf(raw, noStores, 0, undefined);
  const after = accountOf({ ...raw, ...change }, { ...noStores, ...stores }, 0, undefined);
  return {
    heap: after.heapLiveBytes - before.heapLiveBytes,
    external: after.externalBytes - before.externalBytes,
    malloc: (after.mallocBytes ?? 0) - (before.mallocBytes ?? 0),
    other: (after.otherBytes ?? 0) - (before.otherBytes ?? 0),
  };
}

describe('the account of memory', () => {
  const bytes = 1_048_576;
  const heap = ({ heapBytes = 0, heldBytes = 0 }) => ({
    heapBytes: raw.heap.heapBytes + heapBytes,
    heldBytes: raw.heap.heldBytes + heldBytes,
  });
  const anonBytes = 40_000_000 + bytes;

  it('counts a Buffer as external memory, and not as malloc’s', () => {
    const change = {
      heap: heap({ heldBytes: bytes }),
      trackedBytes: 6_000_000 + bytes,
      allocatorBytes: 5_000_000 + bytes,
      anonBytes,
      nativeBytes: 8_000_000 + bytes,
    };
    expect(changed(change)).toEqual({ heap: 0, external: bytes, malloc: 0, other: 0 });
  });

  it('counts a WebAssembly memory as external, and neither as heap nor as malloc’s nor as other memory', () => {
    const change = { heap: heap({ heldBytes: bytes }), trackedBytes: 6_000_000 + bytes, anonBytes };
    const stores = { mappedBytes: bytes, residentBytes: bytes };
    expect(changed(change, stores)).toEqual({ heap: 0, external: bytes, malloc: 0, other: 0 });
  });

  it('counts the untouched part of a WebAssembly memory as external only', () => {
    const change = { heap: heap({ heldBytes: bytes }), trackedBytes: 6_000_000 + bytes };
    expect(changed(change, { mappedBytes: bytes })).toEqual({ heap: 0, external: bytes, malloc: 0, other: 0 });
  });

  it('leaves the heap as it is when a buffer is transferred to a worker thread, and counts it as malloc’s', () => {
    const change = { heap: heap({ heldBytes: -bytes }), trackedBytes: 6_000_000 - bytes };
    expect(changed(change)).toEqual({ heap: 0, external: -bytes, malloc: bytes, other: 0 });
  });

  it('counts a shared buffer once, however many handles it has', () => {
    const change = { heap: heap({ heldBytes: 3 * bytes }), anonBytes, nativeBytes: 8_000_000 + bytes };
    const stores = { sharedHandleBytes: 3 * bytes, duplicateBytes: 2 * bytes };
    expect(changed(change, stores)).toEqual({ heap: 0, external: bytes, malloc: 0, other: 0 });
  });

  it('counts raw mappings as other memory', () => {
    expect(changed({ anonBytes })).toEqual({ heap: 0, external: 0, malloc: 0, other: bytes });
  });

  it('takes the pages of worker heaps out of other memory', () => {
    const without = accountOf(raw, noStores, 0, undefined);
    const counted = accountOf(raw, noStores, 0, { usedBytes: 3, pagesBytes: bytes });
    expect((without.otherBytes ?? 0) - (counted.otherBytes ?? 0)).toBe(bytes);
  });

  it('has no class that needs malloc’s count without it', () => {
    const { mallocBytes, otherBytes } = accountOf({ ...raw, nativeBytes: undefined }, noStores, 0, undefined);
    expect([mallocBytes, otherBytes]).toEqual([undefined, undefined]);
  });

  it('follows anonymous memory with the sum of its classes where all memory is resident', () => {
    const amount = fc.nat({ max: 2 ** 40 });
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (heapBytes, external, mapped, native, anon) => {
        const heldBytes = external + mapped;
        const reading = {
          heap: { heapBytes, heldBytes },
          trackedBytes: heldBytes,
          allocatorBytes: external,
          heapPagesBytes: heapBytes,
          anonBytes: anon,
          nativeBytes: native,
        };
        const account = accountOf(reading, { ...noStores, mappedBytes: mapped, residentBytes: mapped }, 0, undefined);
        const { heapLiveBytes, externalBytes, mallocBytes = 0, otherBytes = 0 } = account;
        expect(heapLiveBytes + externalBytes + mallocBytes + otherBytes).toBe(anon);
      }),
    );
  });
});

describe('untracked external memory', () => {
  it('is none where both counts differ by rounding only', () => {
    expect(untrackedBytes({ heap: { heapBytes: 0, heldBytes: 6_000_116 }, trackedBytes: 6_000_000 })).toBe(0);
  });

  it('may be negative, where a resizable buffer has shrunk', () => {
    expect(untrackedBytes({ heap: { heapBytes: 0, heldBytes: 6_000_000 }, trackedBytes: 7_000_000 })).toBe(-1_000_000);
  });
});
