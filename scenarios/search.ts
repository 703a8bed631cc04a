import { defineScenario } from 'memory-bench-action';
import {
  closePipeline,
  expectStored,
  generateDocuments,
  generateQueries,
  ingestBatched,
  openPipeline,
  type Pipeline,
  type Retrieval,
  type Shown,
  search,
  searchWords,
} from './pipeline/collection.js';

interface Params {
  readonly retrieval: Retrieval;
  /** Searches in one iteration. */
  readonly searches: number;
  /** Query texts that the searches cycle through. */
  readonly texts: number;
  readonly shown: Shown;
}

const DOCUMENTS = 50;
const DOCUMENT_BYTES = 10 * 1024;
const LIMIT = 10;
/** A larger embedding batch is no faster, and the memory ONNX Runtime keeps for it would hide that of a search. */
const SETUP_BATCHES = { embed: 1, upsert: 50 };

/** The memory cost of searching a filled collection. */
export const searchScenario = defineScenario<Params, { pipeline: Pipeline; queries: string[] }>({
  name: 'search',
  description: 'Embeds queries and searches fifty documents of 10 KB with them.',
  needs: ['qdrant', 'model'],
  tags: ['search'],
  iterations: 1,
  warmup: 0,
  cases: {
    dense: {
      params: { retrieval: 'dense', searches: 10, texts: 10, shown: 'document' },
      tags: ['smoke'],
      budgets: { rss_delta_mb: 100, cold_rss_delta_mb: 100 },
    },
    hybrid: {
      params: { retrieval: 'hybrid', searches: 10, texts: 10, shown: 'document' },
      budgets: { rss_delta_mb: 150, cold_rss_delta_mb: 150 },
    },
    repeated: {
      params: { retrieval: 'dense', searches: 100, texts: 20, shown: 'title' },
      // An iteration takes many seconds: leak/search looks for leaks in smaller steps.
      leaks: false,
      budgets: { rss_delta_mb: 100, cold_rss_delta_mb: 100 },
    },
  },
  async setup(context) {
    const { retrieval, texts } = context.params;
    const pipeline = await openPipeline(context, `search-${retrieval}`, retrieval);
    const documents = generateDocuments(context, DOCUMENTS, DOCUMENT_BYTES);
    await ingestBatched(pipeline, documents, SETUP_BATCHES, context.signal);
    await expectStored(pipeline, DOCUMENTS);
    const queries = generateQueries(context, texts);
    if (retrieval === 'hybrid') for (const query of queries) await searchWords(pipeline, query, LIMIT);
    return { pipeline, queries };
  },
  async run({ params, signal }, { pipeline, queries }) {
    for (let index = 0; index < params.searches; index++) {
      signal.throwIfAborted();
      await search(pipeline, queries[index % queries.length] ?? '', LIMIT, params.shown);
    }
  },
  async teardown(_context, { pipeline }) {
    await closePipeline(pipeline);
  },
});
