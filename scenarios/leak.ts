import { defineScenario } from 'memory-bench-action';
import {
  closePipeline,
  type Document,
  expectStored,
  generateDocuments,
  generateQueries,
  ingestBatched,
  ingestOneByOne,
  openPipeline,
  type Pipeline,
  search,
} from './pipeline/collection.js';

const DOCUMENT_BYTES = 5 * 1024;
/** Texts that the ingestion cycles through: generating them while memory is watched would count as growth. */
const TEXTS = 64;
const DOCUMENTS = 100;
const QUERIES = 20;
/** A larger embedding batch is no faster, and the memory ONNX Runtime keeps for it would hide that of a search. */
const SETUP_BATCHES = { embed: 1, upsert: 50 };

/** Growth of memory with every ingested document. */
export const leakIngestion = defineScenario<Record<string, never>, { pipeline: Pipeline; pool: Document[] }>({
  name: 'leak/ingestion',
  description: 'Ingests one new document of 5 KB per iteration and watches memory grow.',
  needs: ['qdrant', 'model'],
  tags: ['leak', 'smoke'],
  iterations: 50,
  warmup: 20,
  budgets: { rss_delta_mb: 400, cold_rss_delta_mb: 400 },
  growth: { maxPercent: 50 },
  async setup(context) {
    const pool = generateDocuments(context, TEXTS, DOCUMENT_BYTES);
    return { pipeline: await openPipeline(context, 'leak-ingestion'), pool };
  },
  async run({ iteration, signal }, { pipeline, pool }) {
    const text = pool[iteration % pool.length]?.text ?? '';
    await ingestOneByOne(pipeline, [{ index: iteration, title: `Document ${iteration}`, text }], signal);
  },
  async teardown(_context, { pipeline }) {
    await closePipeline(pipeline);
  },
});

/** Growth of memory with every search. */
export const leakSearch = defineScenario<Record<string, never>, { pipeline: Pipeline; queries: string[] }>({
  name: 'leak/search',
  description: 'Searches a hundred documents of 5 KB once per iteration and watches memory grow.',
  needs: ['qdrant', 'model'],
  tags: ['leak'],
  iterations: 100,
  warmup: 20,
  budgets: { rss_delta_mb: 400, cold_rss_delta_mb: 400 },
  growth: { maxPercent: 30 },
  async setup(context) {
    const pipeline = await openPipeline(context, 'leak-search');
    const documents = generateDocuments(context, DOCUMENTS, DOCUMENT_BYTES);
    await ingestBatched(pipeline, documents, SETUP_BATCHES, context.signal);
    await expectStored(pipeline, DOCUMENTS);
    return { pipeline, queries: generateQueries(context, QUERIES) };
  },
  async run({ iteration }, { pipeline, queries }) {
    await search(pipeline, queries[iteration % queries.length] ?? '', 10, 'title');
  },
  async teardown(_context, { pipeline }) {
    await closePipeline(pipeline);
  },
});
