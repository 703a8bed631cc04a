import { createHash } from 'node:crypto';
import type { QdrantClient } from '@qdrant/js-client-rest';

/** The chunks of all documents, in one collection of Qdrant. */
export interface Store {
  readonly client: QdrantClient;
  readonly collection: string;
}

/** A piece of a document that was found. */
export interface Hit {
  readonly document: string;
  readonly text: string;
  readonly score: number;
}

/** The store of a collection, which is made where it is not there yet. */
export async function openStore(client: QdrantClient, collection: string, dimensions: number): Promise<Store> {
  const { exists } = await client.collectionExists(collection);
  if (!exists) await client.createCollection(collection, { vectors: { size: dimensions, distance: 'Cosine' } });
  return { client, collection };
}

/** Stores the chunks of a document; those it had under the same number are replaced. */
export async function storeChunks(
  { client, collection }: Store,
  document: string,
  chunks: readonly { readonly text: string; readonly vector: number[] }[],
): Promise<void> {
  const points = chunks.map(({ text, vector }, number) => ({
    id: idOf(document, number),
    vector,
    payload: { document, text },
  }));
  await client.upsert(collection, { wait: true, points });
}

/** The chunks that are nearest to a vector. */
export async function nearestChunks({ client, collection }: Store, query: number[], limit: number): Promise<Hit[]> {
  const { points } = await client.query(collection, { query, limit, with_payload: true });
  return points.map(({ payload, score }) => ({
    document: String(payload?.document),
    text: String(payload?.text),
    score,
  }));
}

/** Qdrant takes numbers and UUIDs for an id. */
function idOf(document: string, number: number): string {
  return createHash('md5').update(`${document}#${number}`).digest('hex');
}
