import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { defineScenario } from 'memory-bench-action';
import { isBad, watched } from './variant.js';

interface Params {
  /** The objects that the bad variant's worker keeps. */
  readonly keeps: 'tokens' | 'buffers';
}

interface State {
  readonly worker: Worker;
  readonly document: string;
}

/** One long-lived worker thread, as in a pool. */
export default defineScenario<Params, State>({
  name: 'worker-heap',
  description: 'Has a document of 20 KB tokenized by a worker thread.',
  tags: ['smoke'],
  iterations: 20,
  ...watched,
  cases: {
    tokens: { params: { keeps: 'tokens' } },
    buffers: { params: { keeps: 'buffers' } },
  },
  setup: ({ params: { keeps }, text }) => ({
    worker: new Worker(new URL('../programs/tokenizer.cjs', import.meta.url), {
      workerData: isBad ? keeps : 'nothing',
    }),
    document: text(20_000, 1),
  }),
  async run({ iteration }, { worker, document }) {
    worker.postMessage({ iteration, document });
    await once(worker, 'message');
  },
  async teardown(_context, { worker }) {
    await worker.terminate();
  },
});
