import type { ScenarioContext } from 'memory-bench-action';
import type { Embedder } from '../../src/embedder.ts';
import type { Pipeline } from '../../src/pipeline.ts';
import { openStore } from '../../src/store.ts';

/** The service's own pipeline on the server of this sample. */
export async function openPipeline(
  { qdrant }: Pick<ScenarioContext<unknown>, 'qdrant'>,
  embedder: Embedder,
  batchSize = 8,
): Promise<Pipeline> {
  const store = await openStore(await qdrant.connect(), qdrant.collectionName('documents'), embedder.dimensions);
  return { embedder, store, batchSize };
}
