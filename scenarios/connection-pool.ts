import type { QdrantClient } from '@qdrant/js-client-rest';
import { defineScenario } from 'memory-bench-action';

interface Params {
  readonly clients: number;
}

/** The memory cost of many clients: each has a separate HTTP agent, all are open at once, then all are closed. */
export const connectionPool = defineScenario<Params>({
  name: 'connection-pool',
  description: 'Opens many Qdrant clients, makes a request with each, and closes them.',
  needs: ['qdrant'],
  tags: ['connection-pool'],
  iterations: 3,
  warmup: 2,
  cases: {
    '10': { params: { clients: 10 }, tags: ['smoke'], budgets: { rss_delta_mb: 200, cold_rss_delta_mb: 200 } },
    '100': { params: { clients: 100 }, budgets: { rss_delta_mb: 400, cold_rss_delta_mb: 400 } },
  },
  async run({ params, qdrant }) {
    const clients = await Promise.all(Array.from({ length: params.clients }, () => qdrant.connect()));
    const answers = await Promise.all(clients.map((client) => client.getCollections()));
    if (!answers.every(({ collections }) => Array.isArray(collections))) {
      throw new Error('a client got no list of collections');
    }
    // undici reuses a socket one turn of the event loop after its answer; until then a request would open another.
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all(clients.map(close));
  },
});

/** The client has no `close()`. A last request with `connection: close` closes its idle socket as well. */
async function close(client: QdrantClient): Promise<void> {
  await client.api().livez({}, { headers: { connection: 'close' } });
}
