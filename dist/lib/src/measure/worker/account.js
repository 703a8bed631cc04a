export const noStores = {
    mappedBytes: 0,
    sharedMappedBytes: 0,
    residentBytes: 0,
    sharedHandleBytes: 0,
    duplicateBytes: 0,
};
/** The two ways of counting backing stores differ by less where there are neither shared nor resizable ones. */
export const countingNoise = 1024;
/** External memory that V8 keeps no account of: shared stores, and what resizable ArrayBuffers have grown by. */
export function untrackedBytes({ heap, trackedBytes }) {
    const untracked = heap.heldBytes - trackedBytes;
    return Math.abs(untracked) < countingNoise ? 0 : untracked;
}
/**
 * Sorts memory into classes. Nothing is clamped. `staticBytes` are external strings that malloc does not hold: the
 * sources of Node's own modules.
 */
export function accountOf(raw, stores, staticBytes, workers) {
    const { heap, trackedBytes, nativeBytes, anonBytes, heapPagesBytes } = raw;
    const externalBytes = trackedBytes + untrackedBytes(raw) - stores.duplicateBytes;
    const mallocedStores = externalBytes - staticBytes - stores.mappedBytes - stores.sharedMappedBytes;
    return {
        heapLiveBytes: heap.heapBytes,
        externalBytes,
        mallocBytes: nativeBytes === undefined ? undefined : nativeBytes - mallocedStores,
        otherBytes: nativeBytes === undefined || anonBytes === undefined
            ? undefined
            : anonBytes - heapPagesBytes - nativeBytes - stores.residentBytes - (workers?.pagesBytes ?? 0),
    };
}
//# sourceMappingURL=account.js.map