const DENSE = 'dense';
const BM25 = 'bm25';
const BM25_MODEL = 'qdrant/bm25';
/** Connects, loads the model and creates the collection. */
export async function openPipeline(context, label, retrieval = 'dense') {
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
export async function closePipeline({ client, collection }) {
    await client.deleteCollection(collection);
}
/** Documents of `bytes` bytes each. `firstSeed` keeps two sets of documents apart. */
export function generateDocuments(context, count, bytes, firstSeed = 1) {
    return Array.from({ length: count }, (_, index) => ({
        index,
        title: `Document ${index}`,
        text: context.text(bytes, firstSeed + index),
    }));
}
/** Questions a user might type: short, and never the beginning of a document. */
export function generateQueries(context, count) {
    return Array.from({ length: count }, (_, index) => context.text(80, 1_000_000 + index));
}
/** Embeds and upserts the documents one by one. */
export async function ingestOneByOne(pipeline, documents, signal) {
    for (const document of documents) {
        signal.throwIfAborted();
        const vectors = await pipeline.embedder.embed([document.text]);
        await upsert(pipeline, [document], vectors);
    }
}
/** Embeds and upserts the documents in batches. */
export async function ingestBatched(pipeline, documents, sizes, signal) {
    for (let start = 0; start < documents.length; start += sizes.upsert) {
        signal.throwIfAborted();
        const batch = documents.slice(start, start + sizes.upsert);
        const vectors = await pipeline.embedder.embed(batch.map(({ text }) => text), sizes.embed);
        await upsert(pipeline, batch, vectors);
    }
}
/** Throws unless the collection contains exactly `expected` documents. */
export async function expectStored({ client, collection }, expected) {
    const { count } = await client.count(collection, { exact: true });
    if (count !== expected)
        throw new Error(`${collection} holds ${count} documents instead of ${expected}`);
}
/** Embeds the query and searches with it. Throws when fewer than `limit` documents are found. */
export async function search(pipeline, query, limit, shown = 'document') {
    const [vector] = await pipeline.embedder.embed([query]);
    if (vector === undefined)
        throw new Error('the model returned no vector for the query');
    const request = pipeline.retrieval === 'dense'
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
export async function searchWords(pipeline, query, limit) {
    await expectHits(pipeline, { query: { text: query, model: BM25_MODEL }, using: BM25 }, limit, 'title');
}
async function expectHits({ client, collection }, request, limit, shown) {
    const with_payload = shown === 'document' ? true : ['index', 'title'];
    const { points } = await client.query(collection, { ...request, limit, with_payload });
    const field = shown === 'document' ? 'text' : 'title';
    const hits = points.filter((point) => typeof point.payload?.[field] === 'string').length;
    if (hits < limit)
        throw new Error(`the search in ${collection} found ${hits} documents instead of ${limit}`);
}
async function upsert({ client, collection, embedder, retrieval }, documents, vectors) {
    const points = documents.map(({ index, title, text }, position) => {
        const vector = vectors[position];
        if (vector?.length !== embedder.dimensions)
            throw new Error(`the model returned no vector for ${title}`);
        return {
            id: index,
            vector: retrieval === 'dense' ? { [DENSE]: vector } : { [DENSE]: vector, [BM25]: { text, model: BM25_MODEL } },
            payload: { index, title, text },
        };
    });
    const { status } = await client.upsert(collection, { wait: true, points });
    if (status !== 'completed')
        throw new Error(`upsert into ${collection} ended as ${status}`);
}
//# sourceMappingURL=collection.js.map