import { isAnyArrayBuffer } from 'node:util/types';
import { liveObjects } from './live-objects.js';
/** Returns every live ArrayBuffer, including those from native code. V8 collects garbage before the search. */
export async function liveArrayBuffers(session) {
    const found = [
        ...(await liveObjects(session, ArrayBuffer.prototype)),
        ...(await liveObjects(session, SharedArrayBuffer.prototype)),
    ];
    return found.filter((each) => isAnyArrayBuffer(each));
}
//# sourceMappingURL=live-array-buffers.js.map