import { EmbeddingModel, FlagEmbedding } from 'fastembed';

/** Turns texts into vectors. Handed in wherever it is needed: loading a model takes seconds and 100 MB. */
export interface Embedder {
  /** Length of every vector. */
  readonly dimensions: number;
  /** One call of the model per `batchSize` texts. */
  embed(texts: readonly string[], batchSize?: number): Promise<number[][]>;
}

/** The embedder of production. */
export async function loadEmbedder(): Promise<Embedder> {
  const model = await FlagEmbedding.init({ model: EmbeddingModel.AllMiniLML6V2 });
  return {
    dimensions: 384,
    async embed(texts, batchSize) {
      const vectors: number[][] = [];
      for await (const batch of model.embed([...texts], batchSize)) vectors.push(...batch);
      return vectors;
    },
  };
}
