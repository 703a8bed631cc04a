/** The short-lived process that downloads one of fastembed's models: `node download-entry.js <name> <directory>`. */
import { EmbeddingModel, FlagEmbedding } from 'fastembed';
import { messageOf } from '../../errors.js';

const [name, cacheDir] = process.argv.slice(2);
const model = Object.values(EmbeddingModel).find((known) => known === name);

try {
  if (model === undefined || model === EmbeddingModel.CUSTOM) throw new Error(`fastembed has no model ${name}`);
  if (cacheDir === undefined) throw new Error('no directory was given');
  await FlagEmbedding.init({ model, cacheDir, showDownloadProgress: false });
} catch (thrown) {
  process.stderr.write(`${messageOf(thrown)}\n`);
  process.exitCode = 1;
}
