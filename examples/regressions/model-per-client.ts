import { defineScenario, type Embedder, type ModelAccess } from 'memory-bench-action';

/** Opens the search of one client that has connected: what a pull request changes. */
export type OpenSearch = (model: ModelAccess) => Promise<{ readonly embedder: Embedder }>;

const clients = 3;

/** A server that clients connect to, three of them at a time. */
export const modelPerClient = (openSearch: OpenSearch) =>
  defineScenario<Record<string, never>, { open: Awaited<ReturnType<OpenSearch>>[] }>({
    name: 'model-per-client',
    description: 'Opens the search of three clients in a process that has no model yet.',
    needs: ['model'],
    tags: ['smoke'],
    measure: 'cold',
    setup: () => ({ open: [] }),
    async run({ model }, { open }) {
      for (let client = 0; client < clients; client += 1) open.push(await openSearch(model));
    },
    async teardown(_context, { open }) {
      for (const { embedder } of open) await embedder.embed(['Is the model of any use?']);
    },
  });
