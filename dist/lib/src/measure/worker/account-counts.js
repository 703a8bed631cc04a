import { readdirSync, readFileSync } from 'node:fs';
import { liveObjects } from './live-objects.js';
import { messagePortPrototype, timeoutPrototype } from './originals.js';
/** Counts open descriptors and child processes. Linux only. */
export function countInKernel() {
    const descendants = descendantsOf('self');
    return {
        // Minus the descriptor of the folder being read.
        descriptors: attempt(() => readdirSync('/proc/self/fd').length - 1),
        children: descendants?.length,
        childBytes: descendants?.reduce((sum, pid) => sum + anonBytesOf(pid), 0),
    };
}
/** Descendants of a process; undefined if the kernel does not list children. */
function descendantsOf(pid) {
    const threads = attempt(() => readdirSync(`/proc/${pid}/task`));
    const lists = threads?.map((thread) => attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1')));
    if (lists === undefined || lists.every((list) => list === undefined))
        return undefined;
    const children = lists.flatMap((list) => list?.match(/\d+/g) ?? []).map(Number);
    return children.flatMap((child) => [child, ...(descendantsOf(child) ?? [])]);
}
/** Anonymous memory of a process; 0 if it has ended, whether or not its parent has reaped it. */
function anonBytesOf(pid) {
    const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'latin1'));
    return Number(/^RssAnon:\s+(\d+)/m.exec(status ?? '')?.[1] ?? 0) * 1024;
}
/** Returns undefined if the read throws: processes and threads come and go while they are counted. */
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
/**
 * Counts libuv handles and uncleared timers, including unref'ed ones, which process.getActiveResourcesInfo leaves out.
 * V8 collects garbage several times for it, so nothing that is judged may be read afterwards.
 */
export async function countHandles(session) {
    const timers = await liveObjects(session, timeoutPrototype);
    const waiting = timers.filter((timer) => isInstance(timer) && Reflect.get(timer, '_destroyed') !== true);
    const prototype = handlePrototype();
    if (prototype === undefined)
        return waiting.length + process.getActiveResourcesInfo().filter(isNoTimer).length;
    // Node gives message ports another prototype than that of handles.
    const ports = await liveObjects(session, messagePortPrototype);
    const handles = await liveObjects(session, prototype);
    return waiting.length + [...handles, ...ports].filter(isInstance).length;
}
/**
 * The prototype of all of Node's handles; undefined if Node hides it. It cannot be imported, so it is looked up on the
 * worker's channel, which is a socket.
 */
function handlePrototype() {
    const list = Reflect.get(process, '_getActiveHandles');
    const active = typeof list === 'function' ? Reflect.apply(list, process, []) : [];
    for (const owner of Array.isArray(active) ? active : []) {
        let at = Reflect.get(owner, '_handle');
        while (typeof at === 'object' && at !== null) {
            at = Reflect.getPrototypeOf(at);
            if (isPrototypeNamed(at, 'HandleWrap'))
                return at;
        }
    }
    return undefined;
}
function isPrototypeNamed(value, name) {
    const made = typeof value === 'object' && value !== null ? Reflect.get(value, 'constructor') : undefined;
    return typeof made === 'function' && made.prototype === value && made.name === name;
}
/** Excludes prototypes of subclasses, which the inspector lists as well. */
function isInstance(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const made = Object.hasOwn(value, 'constructor') ? Reflect.get(value, 'constructor') : undefined;
    return typeof made !== 'function' || Reflect.get(made, 'prototype') !== value;
}
function isNoTimer(resource) {
    return resource !== 'Timeout' && resource !== 'Immediate';
}
//# sourceMappingURL=account-counts.js.map