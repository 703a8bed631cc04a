import { defineScenario } from 'memory-bench-action';
import { ingest, type Pipeline, search } from '../../src/pipeline.ts';
import { openPipeline } from './pipeline.ts';

const dimensions = 384;

/**
 * A leak of our own code shows over many iterations. The model would only make them slow, and the pipeline takes any
 * embedder: this one has its vectors ready.
 */
export default defineScenario<Record<string, never>, Pipeline>({
  name: 'service-loop',
  description: 'Ingests a page and asks a question, again and again.',
  needs: ['qdrant'],
  tags: ['smoke'],
  iterations: 50,
  warmup: 20,
  growth: { maxPercent: 20 },
  setup({ qdrant, vector }) {
    const vectors = Array.from({ length: 16 }, (_, seed) => vector(dimensions, seed));
    const ready = (number: number) => vectors[number % vectors.length] ?? [];
    return openPipeline({ qdrant }, { dimensions, embed: async (texts) => texts.map((_, number) => ready(number)) });
  },
  async run({ iteration, text }, pipeline) {
    // Sixteen pages take turns, so that Qdrant's share does not grow with the collection.
    await ingest(pipeline, { name: `page-${iteration % 16}`, text: text(4096, iteration % 16) });
    const found = await search(pipeline, 'Where does the memory go?');
    if (found.length !== 5) throw new Error(`the search found ${found.length} chunks instead of 5`);
  },
});
