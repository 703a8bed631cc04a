import type { Session } from 'node:inspector';
import { isAnyArrayBuffer } from 'node:util/types';
import { liveObjects } from './live-objects.js';

/** An ArrayBuffer, shared or not. */
export type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

/** Returns every live ArrayBuffer, including those from native code. V8 collects garbage before the search. */
export async function liveArrayBuffers(session: Session): Promise<AnyBuffer[]> {
  const found = [
    ...(await liveObjects(session, ArrayBuffer.prototype)),
    ...(await liveObjects(session, SharedArrayBuffer.prototype)),
  ];
  return found.filter((each) => isAnyArrayBuffer(each));
}
