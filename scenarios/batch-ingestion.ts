import { defineScenario } from 'memory-bench-action';
import {
  type BatchSizes,
  closePipeline,
  type Document,
  expectStored,
  generateDocuments,
  ingestBatched,
  ingestOneByOne,
  openPipeline,
  type Pipeline,
} from './pipeline/collection.js';

interface Params {
  readonly documents: number;
  readonly bytes: number;
  /** Without it, the documents are embedded and upserted one by one. */
  readonly batches?: BatchSizes;
}

/**
 * The memory cost of ingesting many documents. Every iteration overwrites the same points. Cases whose iterations take
 * many seconds leave leak detection to leak/ingestion, which does the same work in small steps.
 */
export const batchIngestion = defineScenario<Params, { pipeline: Pipeline; documents: Document[] }>({
  name: 'batch-ingestion',
  description: 'Embeds and upserts many documents, one by one or in batches.',
  needs: ['qdrant', 'model'],
  tags: ['batch-ingestion'],
  cases: {
    '10x10KB': {
      params: { documents: 10, bytes: 10 * 1024 },
      tags: ['smoke'],
      iterations: 2,
      warmup: 1,
      budgets: { rss_delta_mb: 200, cold_rss_delta_mb: 200 },
    },
    '100x10KB': {
      params: { documents: 100, bytes: 10 * 1024 },
      iterations: 1,
      warmup: 0,
      leaks: false,
      budgets: { rss_delta_mb: 600, cold_rss_delta_mb: 600 },
    },
    '100x10KB-batched': {
      params: { documents: 100, bytes: 10 * 1024, batches: { embed: 16, upsert: 64 } },
      iterations: 1,
      warmup: 0,
      leaks: false,
      budgets: { rss_delta_mb: 600, cold_rss_delta_mb: 600 },
    },
    '1000x5KB': {
      params: { documents: 1000, bytes: 5 * 1024 },
      tags: ['slow'],
      iterations: 1,
      warmup: 0,
      leaks: false,
      timeoutMs: 900_000,
      budgets: { rss_delta_mb: 1536, cold_rss_delta_mb: 1536 },
    },
  },
  async setup(context) {
    const documents = generateDocuments(context, context.params.documents, context.params.bytes);
    return { pipeline: await openPipeline(context, 'batch-ingestion'), documents };
  },
  async run({ params, signal }, { pipeline, documents }) {
    if (params.batches === undefined) await ingestOneByOne(pipeline, documents, signal);
    else await ingestBatched(pipeline, documents, params.batches, signal);
  },
  async teardown(_context, { pipeline, documents }) {
    await expectStored(pipeline, documents.length);
    await closePipeline(pipeline);
  },
});
