import type { QdrantClient } from '@qdrant/js-client-rest';
import { clients } from '../clients.js';

let shared: QdrantClient | undefined;

export default clients(async (_user, qdrant) => {
  shared ??= await qdrant.connect();
  return shared;
});
