import { modelPerClient } from '../model-per-client.js';

export default modelPerClient(async (model) => ({ embedder: await model.load() }));
