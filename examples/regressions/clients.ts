import type { QdrantClient } from '@qdrant/js-client-rest';
import { defineScenario, type QdrantAccess } from 'memory-bench-action';

/** The client that serves a user's request: what a pull request changes. */
export type ClientFor = (user: string, qdrant: QdrantAccess) => Promise<QdrantClient>;

/** A service that asks Qdrant for every user who comes along. */
export const clients = (clientFor: ClientFor) =>
  defineScenario({
    name: 'clients',
    description: 'Serves one request of a new user.',
    needs: ['qdrant'],
    tags: ['smoke'],
    iterations: 14,
    warmup: 10,
    growth: { maxPercent: 100 },
    async run({ iteration, qdrant }) {
      const client = await clientFor(`user-${iteration}`, qdrant);
      await client.getCollections();
    },
  });
