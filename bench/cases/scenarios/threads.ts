import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { defineScenario } from 'memory-bench-action';
import { watched } from './variant.js';

const idle = `setInterval(() => {}, 1_000_000); require('node:worker_threads').parentPort.postMessage('up');`;

async function startIdle(): Promise<Worker> {
  const worker = new Worker(idle, { eval: true });
  await once(worker, 'message');
  return worker;
}

/** Worker threads that are left running, and ones that are ended. */
export default defineScenario<{ readonly ended: boolean }>({
  name: 'threads',
  description: 'Starts a worker thread.',
  tags: ['smoke'],
  iterations: 50,
  timeoutMs: 120_000,
  ...watched,
  cases: {
    left: { params: { ended: false } },
    ended: { params: { ended: true } },
  },
  async run({ params: { ended } }) {
    const worker = await startIdle();
    if (ended) await worker.terminate();
  },
});
