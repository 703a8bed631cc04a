import { QdrantClient } from '@qdrant/js-client-rest';
import { loadEmbedder } from './embedder.ts';
import { serviceOf } from './server.ts';
import { openStore } from './store.ts';

const { QDRANT_URL = 'http://localhost:6333', QDRANT_API_KEY, PORT = '8080' } = process.env;

const embedder = await loadEmbedder();
const client = new QdrantClient({ url: QDRANT_URL, headers: { 'api-key': QDRANT_API_KEY } });
const store = await openStore(client, 'documents', embedder.dimensions);
serviceOf({ embedder, store, batchSize: 8 }).listen(Number(PORT));
