import type { QdrantClient } from '@qdrant/js-client-rest';
import { clients } from '../clients.js';

/** One each, with an HTTP agent of its own; nobody ever closes them. */
const ofUsers = new Map<string, QdrantClient>();

export default clients(async (user, qdrant) => {
  const client = ofUsers.get(user) ?? (await qdrant.connect());
  ofUsers.set(user, client);
  return client;
});
