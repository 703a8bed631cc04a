import { defineScenario } from 'memory-bench-action';
import { type Document, ingest, type Pipeline } from '../../src/pipeline.ts';
import { openPipeline } from './pipeline.ts';

interface Params {
  readonly kilobytes: number;
  readonly batch: number;
}

interface State {
  readonly pipeline: Pipeline;
  readonly document: Document;
}

/** Four cases: what a longer document needs, and what a larger batch. */
export default defineScenario<Params, State>({
  name: 'ingest',
  description: 'Ingests one document.',
  needs: ['qdrant', 'model'],
  tags: ['smoke'],
  params: { kilobytes: [1, 10], batch: [1, 8] },
  async setup({ params, qdrant, model, text }) {
    const pipeline = await openPipeline({ qdrant }, await model.load(), params.batch);
    return { pipeline, document: { name: 'handbook', text: text(params.kilobytes * 1024, 1) } };
  },
  async run({ params }, { pipeline, document }) {
    const chunks = await ingest(pipeline, document);
    // A scenario that does nothing needs no memory: let it fail where the work was not done.
    if (chunks < params.kilobytes) throw new Error(`${params.kilobytes} KB became ${chunks} chunks`);
  },
});
