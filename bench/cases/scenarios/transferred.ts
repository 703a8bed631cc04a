import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { defineScenario } from 'memory-bench-action';
import { isBad, watched } from './variant.js';

const receiver = `
const { parentPort } = require('node:worker_threads');
const kept = [];
parentPort.on('message', (vector) => {
  ${isBad ? 'kept.push(vector)' : 'kept[0] = vector'};
  parentPort.postMessage(vector.length);
});`;

/** A vector transferred to a worker thread. The thread keeps the last one, in the bad variant all of them. */
export default defineScenario<Record<string, never>, { readonly worker: Worker }>({
  name: 'transferred',
  description: 'Transfers a vector of 1 MB to a worker thread.',
  tags: ['smoke'],
  iterations: 20,
  ...watched,
  setup: () => ({ worker: new Worker(receiver, { eval: true }) }),
  async run(_context, { worker }) {
    const vector = new Float32Array(256 * 1024).fill(1);
    worker.postMessage(vector, [vector.buffer]);
    await once(worker, 'message');
    if (vector.length !== 0) throw new Error('the vector was copied instead of transferred');
  },
  async teardown(_context, { worker }) {
    await worker.terminate();
  },
});
