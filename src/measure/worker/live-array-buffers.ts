import type { Session } from 'node:inspector';
import { isAnyArrayBuffer } from 'node:util/types';
import { post } from './post.js';

/** An ArrayBuffer, shared or not. */
export type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

const group = 'memory-bench';
/** How the inspector hands its list over: through a property that is gone at once. */
const handover = Symbol.for('memory-bench live array buffers');

/** Every ArrayBuffer that is alive, whoever made it. V8 collects garbage before it looks. */
export async function liveArrayBuffers(session: Session): Promise<AnyBuffer[]> {
  return [...(await liveOf(session, 'ArrayBuffer')), ...(await liveOf(session, 'SharedArrayBuffer'))];
}

async function liveOf(session: Session, name: string): Promise<AnyBuffer[]> {
  const { result } = (await post(session, 'Runtime.evaluate', {
    expression: `${name}.prototype`,
    objectGroup: group,
  })) as { result: { objectId: string } };
  const { objects } = (await post(session, 'Runtime.queryObjects', {
    prototypeObjectId: result.objectId,
    objectGroup: group,
  })) as { objects: { objectId: string } };
  await post(session, 'Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: `function () { globalThis[Symbol.for('${handover.description}')] = this; }`,
  });
  const found: unknown = Reflect.get(globalThis, handover);
  Reflect.deleteProperty(globalThis, handover);
  await post(session, 'Runtime.releaseObjectGroup', { objectGroup: group });
  return Array.isArray(found) ? found.filter((each: unknown) => isAnyArrayBuffer(each)) : [];
}
