import { isAnyArrayBuffer } from 'node:util/types';
import { callStack } from './call-stack.js';
import { liveArrayBuffers } from './live-array-buffers.js';
/** V8 keeps typed arrays up to this size on the heap until their `buffer` is read. */
const largestOnHeap = 64;
const constructors = [
    'ArrayBuffer',
    'SharedArrayBuffer',
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float16Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
];
const bufferFunctions = ['alloc', 'allocUnsafe', 'allocUnsafeSlow', 'concat', 'copyBytesFrom', 'from'];
/**
 * Records which calls create ArrayBuffers: their memory is not on the heap, so V8's heap profile leaves it out. The
 * constructors and the functions of Buffer are wrapped. Buffers from native code (sockets, zlib, tensors) are found at
 * the end and counted as stray.
 */
export class BufferWatch {
    #byStack = new Map();
    #makers = new WeakMap();
    #before = new WeakSet();
    #watching = false;
    constructor() {
        for (const name of constructors)
            this.#wrapConstructor(name);
        for (const name of bufferFunctions)
            this.#wrapFunction(name);
    }
    /** Starts recording new ArrayBuffers. */
    async begin(session) {
        this.#before = new WeakSet(await liveArrayBuffers(session));
        this.#watching = true;
    }
    end() {
        this.#watching = false;
    }
    /** Finds which ArrayBuffers are still live. Returns the bytes of new ones that no watched call created. */
    async findAlive(session) {
        let strayBytes = 0;
        for (const buffer of await liveArrayBuffers(session)) {
            if (this.#before.has(buffer))
                continue;
            const record = this.#byStack.get(this.#makers.get(buffer) ?? '');
            if (record === undefined)
                strayBytes += buffer.byteLength;
            else
                record.aliveBytes += buffer.byteLength;
        }
        return strayBytes;
    }
    get records() {
        return [...this.#byStack.values()];
    }
    #wrapConstructor(name) {
        const original = Reflect.get(globalThis, name);
        // Not every Node version has Float16Array.
        if (typeof original !== 'function')
            return;
        const wrapped = new Proxy(original, {
            construct: (target, given, newTarget) => {
                const made = Reflect.construct(target, given, newTarget === wrapped ? target : newTarget);
                if (this.#watching)
                    this.#note(made, given);
                return made;
            },
        });
        Object.defineProperty(globalThis, name, { value: wrapped, writable: true, configurable: true });
        // Keeps `array.constructor === Float32Array` true, and records slice and map as well.
        Object.defineProperty(original.prototype, 'constructor', { value: wrapped, writable: true, configurable: true });
    }
    #wrapFunction(name) {
        const original = Reflect.get(Buffer, name);
        if (typeof original !== 'function')
            return;
        const wrapped = (...given) => {
            const made = Reflect.apply(original, Buffer, given);
            if (this.#watching)
                this.#note(made, given);
            return made;
        };
        Object.defineProperty(wrapped, 'name', { value: name });
        Object.defineProperty(Buffer, name, { value: wrapped, writable: true, configurable: true, enumerable: true });
    }
    #note(made, [source]) {
        // A view of an existing buffer allocates nothing.
        if (isAnyArrayBuffer(source))
            return;
        const buffer = bufferOf(made);
        if (buffer === undefined || this.#makers.has(buffer) || this.#before.has(buffer))
            return;
        const { key, stack } = callStack(import.meta.url);
        const record = this.#byStack.get(key) ?? { stack, allocatedBytes: 0, aliveBytes: 0 };
        record.allocatedBytes += buffer.byteLength;
        this.#byStack.set(key, record);
        this.#makers.set(buffer, key);
    }
}
function bufferOf(made) {
    if (isAnyArrayBuffer(made))
        return made;
    return ArrayBuffer.isView(made) && made.byteLength > largestOnHeap ? made.buffer : undefined;
}
//# sourceMappingURL=buffer-watch.js.map