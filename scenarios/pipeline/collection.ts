import type { QdrantClient, Schemas } from '@qdrant/js-client-rest';
import type { Embedder, ScenarioContext } from 'memory-bench-action';

/** A document in a retrieval pipeline: its text, and the fields that search results show. */
export interface Document {
  /** Also the id of its point, so that ingesting the document again overwrites it. */
  readonly index: number;
  readonly title: string;
  readonly text: string;
}

/** `dense`: vectors of the embedding model. `hybrid`: those plus BM25, which the server computes from the text. */
export type Retrieval = 'dense' | 'hybrid';

/** The payload that a search returns: the whole document, or the fields that a list of results shows. */
export type Shown = 'document' | 'title';

/** A pipeline that is ready to ingest and to search. */
export interface Pipeline {
  readonly client: QdrantClient;
  readonly embedder: Embedder;
  readonly collection: string;
  readonly retrieval: Retrieval;
}

/** Documents per call of the model, and per upsert request to Qdrant. */
export interface BatchSizes {
  readonly embed: number;
  readonly upsert: number;
}

const DENSE = 'dense';
const BM25 = 'bm25';
const BM25_MODEL = 'qdrant/bm25';

/** Connects, loads the model and creates the collection. */
export async function openPipeline(
  context: Pick<ScenarioContext<unknown>, 'qdrant' | 'model'>,
  label: string,
  retrieval: Retrieval = 'dense',
): Promise<Pipeline> {
  const client = await context.qdrant.connect();
  const embedder = await context.model.load();
  const collection = context.qdrant.collectionName(label);
  await client.createCollection(collection, {
    vectors: { [DENSE]: { size: embedder.dimensions, distance: 'Cosine' } },
    ...(retrieval === 'hybrid' ? { sparse_vectors: { [BM25]: { modifier: 'idf' } } } : {}),
  });
  return { client, embedder, collection, retrieval };
}

/** Removes the collection: a shared server outlives the sample. */
export async function closePipeline({ client, collection }: Pipeline): Promise<void> {
  await client.deleteCollection(collection);
}

/** Documents of `bytes` bytes each. `firstSeed` keeps two sets of documents apart. */
export function generateDocuments(
  context: Pick<ScenarioContext<unknown>, 'text'>,
  count: number,
  bytes: number,
  firstSeed = 1,
): Document[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    title: `Document ${index}`,
    text: context.text(bytes, firstSeed + index),
  }));
}

/** Questions a user might type: short, and never the beginning of a document. */
export function generateQueries(context: Pick<ScenarioContext<unknown>, 'text'>, count: number): string[] {
  return Array.from({ length: count }, (_, index) => context.text(80, 1_000_000 + index));
}

/** Embeds and upserts the documents one by one. */
export async function ingestOneByOne(
  pipeline: Pipeline,
  documents: readonly Document[],
  signal: AbortSignal,
): Promise<void> {
  for (const document of documents) {
    signal.throwIfAborted();
    const vectors = await pipeline.embedder.embed([document.text]);
    await upsert(pipeline, [document], vectors);
  }
}

/** Embeds and upserts the documents in batches. */
export async function ingestBatched(
  pipeline: Pipeline,
  documents: readonly Document[],
  sizes: BatchSizes,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < documents.length; start += sizes.upsert) {
    signal.throwIfAborted();
    const batch = documents.slice(start, start + sizes.upsert);
    const vectors = await pipeline.embedder.embed(
      batch.map(({ text }) => text),
      sizes.embed,
    );
    await upsert(pipeline, batch, vectors);
  }
}

/** Throws unless the collection contains exactly `expected` documents. */
export async function expectStored({ client, collection }: Pipeline, expected: number): Promise<void> {
  const { count } = await client.count(collection, { exact: true });
  if (count !== expected) throw new Error(`${collection} holds ${count} documents instead of ${expected}`);
}

/** Embeds the query and searches with it. Throws when fewer than `limit` documents are found. */
export async function search(
  pipeline: Pipeline,
  query: string,
  limit: number,
  shown: Shown = 'document',
): Promise<void> {
  const [vector] = await pipeline.embedder.embed([query]);
  if (vector === undefined) throw new Error('the model returned no vector for the query');
  const request: Schemas['QueryRequest'] =
    pipeline.retrieval === 'dense'
      ? { query: vector, using: DENSE }
      : {
          prefetch: [
            { query: vector, using: DENSE, limit: 2 * limit },
            { query: { text: query, model: BM25_MODEL }, using: BM25, limit: 2 * limit },
          ],
          query: { fusion: 'rrf' },
        };
  await expectHits(pipeline, request, limit, shown);
}

/** Searches by words alone: in a hybrid search, enough hits by vectors would hide that the words find nothing. */
export async function searchWords(pipeline: Pipeline, query: string, limit: number): Promise<void> {
  await expectHits(pipeline, { query: { text: query, model: BM25_MODEL }, using: BM25 }, limit, 'title');
}

async function expectHits(
  { client, collection }: Pipeline,
  request: Schemas['QueryRequest'],
  limit: number,
  shown: Shown,
): Promise<void> {
  const with_payload = shown === 'document' ? true : ['index', 'title'];
  const { points } = await client.query(collection, { ...request, limit, with_payload });
  const field = shown === 'document' ? 'text' : 'title';
  const hits = points.filter((point) => typeof point.payload?.[field] === 'string').length;
  if (hits < limit) throw new Error(`the search in ${collection} found ${hits} documents instead of ${limit}`);
}

async function upsert(
  { client, collection, embedder, retrieval }: Pipeline,
  documents: readonly Document[],
  vectors: readonly number[][],
): Promise<void> {
  const points = documents.map(({ index, title, text }, position) => {
    const vector = vectors[position];
    if (vector?.length !== embedder.dimensions) throw new Error(`the model returned no vector for ${title}`);
    return {
      id: index,
      vector: retrieval === 'dense' ? { [DENSE]: vector } : { [DENSE]: vector, [BM25]: { text, model: BM25_MODEL } },
      payload: { index, title, text },
    };
  });
  const { status } = await client.upsert(collection, { wait: true, points });
  if (status !== 'completed') throw new Error(`upsert into ${collection} ended as ${status}`);
}
