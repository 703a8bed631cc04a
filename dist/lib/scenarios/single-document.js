import { defineScenario } from 'memory-bench-action';
import { closePipeline, expectStored, generateDocuments, ingestOneByOne, openPipeline, } from './pipeline/collection.js';
/** The memory cost of ingesting one document, by its size. */
export const singleDocument = defineScenario({
    name: 'single-document',
    description: 'Embeds one document and upserts it.',
    needs: ['qdrant', 'model'],
    tags: ['single-document'],
    iterations: 5,
    warmup: 2,
    cases: {
        '1KB': { params: { bytes: 1024 }, tags: ['smoke'], budgets: { rss_delta_mb: 100, cold_rss_delta_mb: 100 } },
        '100KB': { params: { bytes: 100 * 1024 }, budgets: { rss_delta_mb: 150, cold_rss_delta_mb: 150 } },
        '1MB': {
            params: { bytes: 1024 * 1024 },
            iterations: 1,
            warmup: 1,
            budgets: { rss_delta_mb: 250, cold_rss_delta_mb: 250 },
        },
    },
    async setup(context) {
        const documents = generateDocuments(context, 1, context.params.bytes);
        return { pipeline: await openPipeline(context, 'single-document'), documents };
    },
    async run(context, { pipeline, documents }) {
        await ingestOneByOne(pipeline, documents, context.signal);
    },
    async teardown(_context, { pipeline, documents }) {
        await expectStored(pipeline, documents.length);
        await closePipeline(pipeline);
    },
});
//# sourceMappingURL=single-document.js.map