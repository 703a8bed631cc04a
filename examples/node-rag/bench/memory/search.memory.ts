import { defineScenario } from 'memory-bench-action';
import { ingest, type Pipeline, search } from '../../src/pipeline.ts';
import { openPipeline } from './pipeline.ts';

/** What a question needs, the model's part included. */
export default defineScenario<Record<string, never>, Pipeline>({
  name: 'search',
  description: 'Asks one question of twenty documents.',
  needs: ['qdrant', 'model'],
  tags: ['smoke'],
  iterations: 10,
  async setup({ qdrant, model, text }) {
    const pipeline = await openPipeline({ qdrant }, await model.load());
    for (let number = 0; number < 20; number += 1) {
      await ingest(pipeline, { name: `page-${number}`, text: text(700, number) });
    }
    return pipeline;
  },
  async run(_context, pipeline) {
    const found = await search(pipeline, 'Where does the memory go?');
    if (found.length !== 5) throw new Error(`the search found ${found.length} chunks instead of 5`);
  },
});
