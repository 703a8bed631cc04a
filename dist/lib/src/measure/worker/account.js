export const noStores = {
    mappedBytes: 0,
    sharedMappedBytes: 0,
    residentBytes: 0,
    sharedHandleBytes: 0,
    duplicateBytes: 0,
};
/** Without shared or resizable stores, the two ways of counting backing stores differ by less than this. */
export const countingNoise = 1024;
/** External memory that V8 does not count: shared stores, and the growth of resizable ArrayBuffers. */
export function untrackedBytes({ heap, trackedBytes }) {
    const untracked = heap.heldBytes - trackedBytes;
    return Math.abs(untracked) < countingNoise ? 0 : untracked;
}
/**
 * Sorts memory into classes. Nothing is clamped. `staticBytes` are external strings outside malloc: the sources of
 * Node's own modules.
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