import type { QdrantClient } from '@qdrant/js-client-rest';
import { defineScenario } from 'memory-bench-action';

/** A point as Qdrant returns it. */
export type Point = Awaited<ReturnType<QdrantClient['scroll']>>['points'][number];

/** Deals with one page of points: what a pull request changes. */
export type HandlePage = (points: readonly Point[]) => void;

interface State {
  readonly client: QdrantClient;
  readonly collection: string;
}

const documents = 16;
const documentBytes = 4 * 1024;
const dimensions = 8;

/** A job that goes through a collection page by page, as an export or a re-embedding does. */
export const payloads = (handlePage: HandlePage) =>
  defineScenario<Record<string, never>, State>({
    name: 'payloads',
    description: 'Reads one page of sixteen documents of 4 KB, with their payloads.',
    needs: ['qdrant'],
    tags: ['smoke'],
    iterations: 14,
    warmup: 10,
    growth: { maxPercent: 100 },
    async setup({ qdrant, text, vector }) {
      const client = await qdrant.connect();
      const collection = qdrant.collectionName('payloads');
      await client.createCollection(collection, { vectors: { size: dimensions, distance: 'Cosine' } });
      const points = Array.from({ length: documents }, (_, id) => ({
        id,
        vector: vector(dimensions, id),
        payload: { text: text(documentBytes, id) },
      }));
      await client.upsert(collection, { wait: true, points });
      return { client, collection };
    },
    async run(_context, { client, collection }) {
      const { points } = await client.scroll(collection, { limit: documents, with_payload: true });
      if (points.length !== documents) throw new Error(`a page has ${points.length} points instead of ${documents}`);
      handlePage(points);
    },
  });
