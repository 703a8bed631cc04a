import type { Survey } from './survey.js';

const extensions = {
  esm: { typescript: 'ts', javascript: 'js' },
  commonjs: { typescript: 'mts', javascript: 'mjs' },
} as const;

/** Name of the first scenario's file: an ES module in every project. */
export function scenarioFileName({ moduleKind, language }: Pick<Survey, 'moduleKind' | 'language'>): string {
  return `ingest-and-search.${extensions[moduleKind][language]}`;
}

/** The source of the first scenario. It needs no type annotations: TypeScript infers them all. */
export function firstScenario({ hasQdrantClient }: Pick<Survey, 'hasQdrantClient'>): string {
  const clientImport = "import { QdrantClient } from '@qdrant/js-client-rest';\n";
  const connected = hasQdrantClient
    ? "new QdrantClient({ url: qdrant.url, headers: { 'api-key': qdrant.apiKey } });"
    : 'await qdrant.connect();';
  return `${hasQdrantClient ? clientImport : ''}import { defineScenario } from 'memory-bench-action';

// Measured is what \`run\` does. Replace its lines by calls of your own pipeline, and import that above.
export default defineScenario({
  name: 'ingest-and-search',
  description: 'Ingests a document of eight chunks and searches in it.',
  needs: ['qdrant', 'model'], // a fresh server, and an embedding model, for every sample
  iterations: 5, // measured calls of \`run\`, after a cold one and two warm-ups
  budgets: { rss_delta_mb: 20 }, // MiB that may stay after them; all metrics: docs/metrics.md of memory-bench-action

  // Not measured. What it returns is given to \`run\` and \`teardown\`.
  async setup({ qdrant, model, text }) {
    const client = ${connected}
    const embedder = await model.load();
    const collection = qdrant.collectionName('documents');
    await client.createCollection(collection, { vectors: { size: embedder.dimensions, distance: 'Cosine' } });
    const chunks = Array.from({ length: 8 }, (_, index) => text(1_000, index)); // the same texts in every run
    return { client, embedder, collection, chunks };
  },

  async run(_context, { client, embedder, collection, chunks }) {
    const vectors = await embedder.embed(chunks);
    const points = vectors.map((vector, id) => ({ id, vector, payload: { text: chunks[id] } }));
    await client.upsert(collection, { wait: true, points });

    const [query = []] = await embedder.embed(['Where does the memory go?']);
    const found = await client.query(collection, { query, limit: 3, with_payload: true });
    // A scenario that does nothing needs no memory: let it fail where the work was not done.
    if (found.points.length !== 3) throw new Error(\`the search found \${found.points.length} chunks instead of 3\`);
  },

  async teardown(_context, { client, collection }) {
    await client.deleteCollection(collection);
  },
});
`;
}
