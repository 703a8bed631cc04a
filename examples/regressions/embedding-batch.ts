import { defineScenario, type Embedder } from 'memory-bench-action';

/** Embeds the chunks of one document: what a pull request changes. */
export type EmbedChunks = (embedder: Embedder, chunks: readonly string[]) => Promise<number[][]>;

/** Calls before the measured ones: documents of as many chunks as a batch of eight takes. */
const firstCalls = 2;
const firstChunks = 8;
/** The long one comes among documents of one chunk. */
const longDocument = 5;
const longChunks = 24;

/** An ingestion that meets one long document: what ONNX Runtime needed for its largest batch, it keeps. */
export const embeddingBatch = (embedChunks: EmbedChunks) =>
  defineScenario<Record<string, never>, { embedder: Embedder; chunks: string[] }>({
    name: 'embedding-batch',
    description: 'Embeds fourteen documents, one of them long.',
    needs: ['model'],
    tags: ['smoke'],
    iterations: 14,
    warmup: firstCalls - 1,
    growth: { maxPercent: 100 },
    async setup({ model, text }) {
      const chunks = Array.from({ length: longChunks }, (_, index) => text(2048, 1 + index));
      return { embedder: await model.load(), chunks };
    },
    async run({ iteration }, { embedder, chunks }) {
      const count = iteration < firstCalls ? firstChunks : iteration === longDocument ? longChunks : 1;
      const vectors = await embedChunks(embedder, chunks.slice(0, count));
      if (vectors.length !== count) throw new Error(`${count} chunks became ${vectors.length} vectors`);
    },
  });
