import { defineScenario } from 'memory-bench-action';
import {
  closePipeline,
  type Document,
  generateDocuments,
  ingestOneByOne,
  openPipeline,
  type Pipeline,
} from '../../scenarios/pipeline/collection.js';
import { allocate } from './native.js';
import { bytesOf, heapObjects } from './sizes.js';

interface Params {
  readonly keep: 'nothing' | 'heap' | 'native' | 'cache';
  /** Kept by each iteration. */
  readonly size: string;
}

interface State {
  readonly pipeline: Pipeline;
  readonly pool: readonly Document[];
  readonly kept: unknown[];
  readonly cache: Map<number, unknown>;
}

const documentBytes = 1024;
const texts = 64;
/** The cache is full within the first third of the long loop. */
const cacheEntries = 150;

function leaks(keep: Params['keep'], sizes: readonly string[]): [string, { params: Params }][] {
  return sizes.map((size) => [`${keep}-${size}`, { params: { keep, size } }]);
}

/** An ingestion loop that keeps something of each iteration, or nothing, or a cache of limited size. */
export const loop = defineScenario<Params, State>({
  name: 'loop',
  description: 'Ingests one new document of 1 KB per iteration.',
  needs: ['qdrant', 'model'],
  iterations: 50,
  warmup: 20,
  growth: { maxPercent: 1_000 },
  cases: {
    nothing: { params: { keep: 'nothing', size: '0KB' } },
    ...Object.fromEntries([
      ...leaks('heap', ['1KB', '2KB', '4KB', '8KB', '16KB', '64KB']),
      ...leaks('native', ['1KB', '2KB', '4KB', '8KB', '16KB', '64KB']),
    ]),
    'innocent-500': { params: { keep: 'nothing', size: '0KB' }, iterations: 500 },
    'cache-500': { params: { keep: 'cache', size: '16KB' }, iterations: 500 },
  },
  async setup(context) {
    const pool = generateDocuments(context, texts, documentBytes);
    return { pipeline: await openPipeline(context, 'loop'), pool, kept: [], cache: new Map() };
  },
  async run({ params: { keep, size }, iteration, signal }, { pipeline, pool, kept, cache }) {
    const text = pool[iteration % pool.length]?.text ?? '';
    await ingestOneByOne(pipeline, [{ index: iteration, title: `Document ${iteration}`, text }], signal);
    if (keep === 'heap') kept.push(heapObjects(bytesOf(size)));
    if (keep === 'native') kept.push(allocate(bytesOf(size)));
    if (keep === 'cache') cache.set(iteration % cacheEntries, heapObjects(bytesOf(size)));
  },
  async teardown(_context, { pipeline }) {
    await closePipeline(pipeline);
  },
});
