import { embeddingBatch } from '../embedding-batch.js';

export default embeddingBatch((embedder, chunks) => embedder.embed(chunks, 8));
