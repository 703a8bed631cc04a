import { defineScenario } from 'memory-bench-action';
import {
  closePipeline,
  type Document,
  generateDocuments,
  ingestOneByOne,
  openPipeline,
  type Pipeline,
} from '../../scenarios/pipeline/collection.js';
import { allocate, release } from './native.js';
import { bytesOf, heapObjects } from './sizes.js';

interface Params {
  readonly plant: 'nothing' | 'heap' | 'native' | 'peak';
  readonly size: string;
}

interface State {
  readonly pipeline: Pipeline;
  readonly documents: Document[];
  readonly kept: unknown[];
}

const warmup = 2;
/** The cold call and the warm-up come before it. */
const firstMeasured = 1 + warmup;
const sizes = ['16KB', '32KB', '64KB', '128KB', '256KB', '512KB', '1MB', '4MB', '64MB'];

function plants(plant: Params['plant']): [string, { params: Params }][] {
  return sizes.map((size) => [`${plant}-${size}`, { params: { plant, size } }]);
}

/** A small ingestion with a change planted in its measured iterations, as a pull request might introduce it. */
export const planted = defineScenario<Params, State>({
  name: 'planted',
  description: 'Embeds and upserts one document of 5 KB, with a planted change.',
  needs: ['qdrant', 'model'],
  iterations: 3,
  warmup,
  cases: {
    nothing: { params: { plant: 'nothing', size: '0KB' } },
    ...Object.fromEntries([...plants('heap'), ...plants('native'), ...plants('peak')]),
  },
  async setup(context) {
    const documents = generateDocuments(context, 1, 5 * 1024);
    return { pipeline: await openPipeline(context, 'planted'), documents, kept: [] };
  },
  async run({ params: { plant, size }, iteration, signal }, { pipeline, documents, kept }) {
    const measured = iteration >= firstMeasured;
    const transient = plant === 'peak' && measured ? allocate(bytesOf(size)) : undefined;
    await ingestOneByOne(pipeline, documents, signal);
    if (transient !== undefined) release(transient);
    if (iteration !== firstMeasured) return;
    if (plant === 'heap') kept.push(heapObjects(bytesOf(size)));
    if (plant === 'native') kept.push(allocate(bytesOf(size)));
  },
  async teardown(_context, { pipeline }) {
    await closePipeline(pipeline);
  },
});
