import type { Embedder } from 'memory-bench-action';
import { modelPerClient } from '../model-per-client.js';

let loading: Promise<Embedder> | undefined;

export default modelPerClient(async (model) => {
  loading ??= model.load();
  return { embedder: await loading };
});
