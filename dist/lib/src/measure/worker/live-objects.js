import { post } from './post.js';
const group = 'memory-bench';
/** The global property that passes objects to and from the inspector; it is removed at once. */
const handover = Symbol.for('memory-bench live objects');
/**
 * Returns every live object that inherits from `prototype`. V8 collects garbage several times before the search, which
 * takes about ten times as long as one collection.
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