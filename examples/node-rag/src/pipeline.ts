import { chunksOf } from './chunks.ts';
import type { Embedder } from './embedder.ts';
import { type Hit, nearestChunks, type Store, storeChunks } from './store.ts';

/** What a document goes through. */
export interface Pipeline {
  readonly embedder: Embedder;
  readonly store: Store;
  /** Chunks per call of the model: what the model needs for its largest batch, it keeps. */
  readonly batchSize: number;
}

export interface Document {
  readonly name: string;
  readonly text: string;
}

/** Cuts a document up, embeds the pieces and stores them; says how many. */
export async function ingest({ embedder, store, batchSize }: Pipeline, { name, text }: Document): Promise<number> {
  const chunks = chunksOf(text);
  const vectors = await embedder.embed(chunks, batchSize);
  const embedded = vectors.map((vector, number) => ({ text: chunks[number] ?? '', vector }));
  await storeChunks(store, name, embedded);
  return embedded.length;
}

/** The pieces of all documents that are nearest to a question. */
export async function search({ embedder, store }: Pipeline, question: string, limit = 5): Promise<Hit[]> {
  const [vector = []] = await embedder.embed([question]);
  return nearestChunks(store, vector, limit);
}
