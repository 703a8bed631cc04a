import type { Session } from 'node:inspector';
import { isAnyArrayBuffer } from 'node:util/types';
import { liveObjects } from './live-objects.js';

/** An ArrayBuffer, shared or not. */
export type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

/** Every ArrayBuffer that is alive, whoever made it. V8 collects garbage before it looks. */
export async function liveArrayBuffers(session: Session): Promise<AnyBuffer[]> {
  const found = [
    ...(await liveObjects(session, ArrayBuffer.prototype)),
    ...(await liveObjects(session, SharedArrayBuffer.prototype)),
  ];
  return found.filter((each) => isAnyArrayBuffer(each));
}
