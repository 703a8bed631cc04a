import type { Session } from 'node:inspector';
import { isAnyArrayBuffer } from 'node:util/types';
import { callStack } from './call-stack.js';
import { type AnyBuffer, liveArrayBuffers } from './live-array-buffers.js';
import type { BufferRecord, StackFrame } from './protocol.js';

/** V8 keeps typed arrays up to this size on the heap, until somebody asks for their buffer. */
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
const bufferFunctions = ['alloc', 'allocUnsafe', 'allocUnsafeSlow', 'concat', 'copyBytesFrom', 'from'] as const;

type Made = (...given: unknown[]) => unknown;

/**
 * Notes who makes ArrayBuffers: their memory is not on the heap, and V8's heap profile does not know it. The functions of
 * Buffer and the constructors are wrapped; what native code makes (sockets, zlib, tensors) is seen as stray at the end.
 */
export class BufferWatch {
  readonly #byStack = new Map<string, { stack: StackFrame[]; allocatedBytes: number; aliveBytes: number }>();
  readonly #makers = new WeakMap<AnyBuffer, string>();
  #before = new WeakSet<AnyBuffer>();
  #watching = false;

  constructor() {
    for (const name of constructors) this.#wrapConstructor(name);
    for (const name of bufferFunctions) this.#wrapFunction(name);
  }

  /** From now on every new one is noted. */
  async begin(session: Session): Promise<void> {
    this.#before = new WeakSet(await liveArrayBuffers(session));
    this.#watching = true;
  }

  end(): void {
    this.#watching = false;
  }

  /** Finds out which of them are alive; returns the bytes of those that are new, and that nobody was seen to make. */
  async findAlive(session: Session): Promise<number> {
    let strayBytes = 0;
    for (const buffer of await liveArrayBuffers(session)) {
      if (this.#before.has(buffer)) continue;
      const record = this.#byStack.get(this.#makers.get(buffer) ?? '');
      if (record === undefined) strayBytes += buffer.byteLength;
      else record.aliveBytes += buffer.byteLength;
    }
    return strayBytes;
  }

  get records(): BufferRecord[] {
    return [...this.#byStack.values()];
  }

  #wrapConstructor(name: string): void {
    const original: unknown = Reflect.get(globalThis, name);
    // Float16Array is not everywhere.
    if (typeof original !== 'function') return;
    const wrapped: unknown = new Proxy(original, {
      construct: (target, given, newTarget) => {
        const made: object = Reflect.construct(target, given, newTarget === wrapped ? target : newTarget);
        if (this.#watching) this.#note(made, given);
        return made;
      },
    });
    Object.defineProperty(globalThis, name, { value: wrapped, writable: true, configurable: true });
    // So that `array.constructor === Float32Array` stays true, and slice and map are noted as well.
    Object.defineProperty(original.prototype, 'constructor', { value: wrapped, writable: true, configurable: true });
  }

  #wrapFunction(name: (typeof bufferFunctions)[number]): void {
    const original: unknown = Reflect.get(Buffer, name);
    if (typeof original !== 'function') return;
    const wrapped: Made = (...given) => {
      const made: unknown = Reflect.apply(original, Buffer, given);
      if (this.#watching) this.#note(made, given);
      return made;
    };
    Object.defineProperty(wrapped, 'name', { value: name });
    Object.defineProperty(Buffer, name, { value: wrapped, writable: true, configurable: true, enumerable: true });
  }

  #note(made: unknown, [source]: unknown[]): void {
    // A view of what is there already makes nothing.
    if (isAnyArrayBuffer(source)) return;
    const buffer = bufferOf(made);
    if (buffer === undefined || this.#makers.has(buffer) || this.#before.has(buffer)) return;
    const { key, stack } = callStack(import.meta.url);
    const record = this.#byStack.get(key) ?? { stack, allocatedBytes: 0, aliveBytes: 0 };
    record.allocatedBytes += buffer.byteLength;
    this.#byStack.set(key, record);
    this.#makers.set(buffer, key);
  }
}

function bufferOf(made: unknown): AnyBuffer | undefined {
  if (isAnyArrayBuffer(made)) return made;
  return ArrayBuffer.isView(made) && made.byteLength > largestOnHeap ? made.buffer : undefined;
}
