import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { defineScenario } from 'memory-bench-action';
import { watched } from './variant.js';

const bytes = 64 * 1024;
const kept: unknown[] = [];
const resizable = new ArrayBuffer(bytes, { maxByteLength: 256 * 1024 * 1024 });
const reused = new ArrayBuffer(0, { maxByteLength: bytes });

type Produce = () => Promise<Uint8Array>;

/** Memory of Buffers and similar objects outside the JavaScript heap. */
const uses = {
  kept: () => void kept.push(Buffer.alloc(bytes, 1)),
  /** Ten bytes that keep 64 KB alive. */
  slice: () => void kept.push(Buffer.alloc(bytes, 1).subarray(0, 10)),
  'slice-copied': () => void kept.push(Buffer.from(Buffer.alloc(bytes, 1).subarray(0, 10))),
  /** Eight bytes of each of Node's pools, which keep all of its 8 KB alive. */
  'pool-slices': () => {
    for (let at = 0; at < 32; at += 1) {
      const small = Buffer.allocUnsafe(2_048).fill(1);
      if (at % 4 === 0) kept.push(small.subarray(0, 8));
    }
  },
  shared: () => void kept.push(new Uint8Array(new SharedArrayBuffer(bytes)).fill(1)),
  received: async (produce) => void kept.push(await produce()),
  'received-dropped': async (produce) => void (await produce()).length,
  resizable: () => {
    resizable.resize(resizable.byteLength + bytes);
    new Uint8Array(resizable, resizable.byteLength - bytes).fill(1);
  },
  'resizable-reused': () => {
    reused.resize(bytes);
    new Uint8Array(reused).fill(1);
    reused.resize(0);
  },
  'structured-clone': () => void kept.push(structuredClone(new Uint8Array(bytes).fill(1))),
} as const satisfies Record<string, (produce: Produce) => unknown>;

type Use = keyof typeof uses;
const cases = Object.fromEntries(Object.keys(uses).map((use) => [use, { params: { use: use as Use } }]));

const producer = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (bytes) => {
  const made = new Uint8Array(bytes).fill(1);
  parentPort.postMessage(made, [made.buffer]);
});`;

export default defineScenario<{ readonly use: Use }, { readonly worker: Worker | undefined }>({
  name: 'buffers',
  description: 'Keeps, or does not keep, 64 KB outside the JavaScript heap.',
  tags: ['smoke'],
  iterations: 30,
  ...watched,
  cases,
  setup: ({ params: { use } }) => ({
    worker: use.startsWith('received') ? new Worker(producer, { eval: true }) : undefined,
  }),
  async run({ params: { use } }, { worker }) {
    await uses[use](async () => {
      if (worker === undefined) throw new Error(`${use} has no worker`);
      worker.postMessage(bytes);
      const [received] = await once(worker, 'message');
      return received;
    });
  },
  async teardown(_context, { worker }) {
    await worker?.terminate();
  },
});
