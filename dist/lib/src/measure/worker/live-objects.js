import { post } from './post.js';
const group = 'memory-bench';
/** The property through which objects pass to and from the inspector; it is removed at once. */
const handover = Symbol.for('memory-bench live objects');
/**
 * Every object alive that inherits from `prototype`. V8 collects garbage several times before it looks, which takes
 * some ten times as long as one collection.
 */
export async function liveObjects(session, prototype) {
    const key = `globalThis[Symbol.for('${handover.description}')]`;
    try {
        Reflect.set(globalThis, handover, prototype);
        const { result } = (await post(session, 'Runtime.evaluate', { expression: key, objectGroup: group }));
        const { objects } = (await post(session, 'Runtime.queryObjects', {
            prototypeObjectId: result.objectId,
            objectGroup: group,
        }));
        await post(session, 'Runtime.callFunctionOn', {
            objectId: objects.objectId,
            functionDeclaration: `function () { ${key} = this; }`,
        });
        const found = Reflect.get(globalThis, handover);
        return Array.isArray(found) ? found : [];
    }
    finally {
        Reflect.deleteProperty(globalThis, handover);
        await post(session, 'Runtime.releaseObjectGroup', { objectGroup: group });
    }
}
//# sourceMappingURL=live-objects.js.map