/**
 * Process in which fastembed unpacks and loads one of its models.
 * Usage: `node download-entry.js <URL of fastembed> <name> <directory>`.
 */
import { messageOf } from '../../errors.js';
const [fastembedUrl = '', name, cacheDir] = process.argv.slice(2);
try {
    const fastembed = await import(/* webpackIgnore: true */ fastembedUrl);
    const { EmbeddingModel, FlagEmbedding } = fastembed;
    const model = Object.values(EmbeddingModel).find((known) => known === name);
    if (model === undefined || model === EmbeddingModel.CUSTOM)
        throw new Error(`fastembed has no model ${name}`);
    if (cacheDir === undefined)
        throw new Error('no directory was given');
    await FlagEmbedding.init({ model, cacheDir, showDownloadProgress: false });
}
catch (thrown) {
    process.stderr.write(`${messageOf(thrown)}\n`);
    process.exitCode = 1;
}
//# sourceMappingURL=download-entry.js.map