import { isAnyArrayBuffer } from 'node:util/types';
import { liveObjects } from './live-objects.js';
/** Every ArrayBuffer that is alive, whoever made it. V8 collects garbage before it looks. */
export async function liveArrayBuffers(session) {
    const found = [
        ...(await liveObjects(session, ArrayBuffer.prototype)),
        ...(await liveObjects(session, SharedArrayBuffer.prototype)),
    ];
    return found.filter((each) => isAnyArrayBuffer(each));
}
//# sourceMappingURL=live-array-buffers.js.map