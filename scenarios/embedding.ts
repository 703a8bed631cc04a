import { defineScenario, type Embedder } from 'memory-bench-action';

/** The memory cost of loading the model. The holder keeps it alive until memory has been read. */
export const embeddingLoad = defineScenario<Record<string, never>, { embedder: Embedder | undefined }>({
  name: 'embedding/load',
  description: 'Loads the embedding model in a process that has none.',
  needs: ['model'],
  tags: ['embedding'],
  measure: 'cold',
  iterations: 1,
  warmup: 0,
  budgets: { rss_delta_mb: 400 },
  setup: () => ({ embedder: undefined }),
  async run(context, holder) {
    holder.embedder = await context.model.load();
  },
  async teardown(_context, { embedder }) {
    if (embedder === undefined) throw new Error('the model was not loaded');
    expectVectors(await embedder.embed(['Is the model of any use?']), 1, embedder.dimensions);
  },
});

interface Params {
  readonly texts: number;
}

/** The memory cost of embedding with a loaded model, without Qdrant. */
export const embedding = defineScenario<Params, { embedder: Embedder; texts: string[] }>({
  name: 'embedding',
  description: 'Embeds texts as long as the model reads, all in one call.',
  needs: ['model'],
  tags: ['embedding'],
  cases: {
    single: {
      params: { texts: 1 },
      tags: ['smoke'],
      iterations: 10,
      warmup: 2,
      budgets: { rss_delta_mb: 150, cold_rss_delta_mb: 150 },
    },
    'batch-20': {
      params: { texts: 20 },
      iterations: 2,
      warmup: 1,
      budgets: { rss_delta_mb: 300, cold_rss_delta_mb: 300 },
    },
  },
  async setup(context) {
    const texts = Array.from({ length: context.params.texts }, (_, index) => context.text(2048, 1 + index));
    return { embedder: await context.model.load(), texts };
  },
  async run(_context, { embedder, texts }) {
    expectVectors(await embedder.embed(texts), texts.length, embedder.dimensions);
  },
});

function expectVectors(vectors: readonly number[][], count: number, dimensions: number): void {
  const usable = vectors.filter(
    (vector) => vector.length === dimensions && vector.every(Number.isFinite) && vector.some((x) => x !== 0),
  );
  if (usable.length !== count)
    throw new Error(`the model returned ${usable.length} usable vectors instead of ${count}`);
}
