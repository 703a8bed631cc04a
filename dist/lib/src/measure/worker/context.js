import { generateText, generateVector } from './generate.js';
/** Creates the context of a case from an order. Packages are imported only when the scenario asks for them. */
export function createContext(order, params, signal) {
    return {
        params,
        signal,
        tempDir: order.tempDir,
        text: generateText,
        vector: generateVector,
        log: (message) => {
            process.stderr.write(`${message}\n`);
        },
        get qdrant() {
            return qdrantAccess(order.qdrant);
        },
        get model() {
            return modelAccess(order.model);
        },
    };
}
function qdrantAccess(given) {
    if (given === undefined)
        throw new Error("context.qdrant was used, but the scenario's needs do not list 'qdrant'");
    const { url, apiKey, collectionPrefix, clientUrl } = given;
    return {
        url,
        apiKey,
        collectionName: (label) => `${collectionPrefix}${label}`,
        async connect() {
            const client = await import(clientUrl);
            return new client.QdrantClient({
                url,
                // As a header: with `apiKey`, the client warns about plain http on every connection, even on loopback.
                headers: apiKey === undefined ? {} : { 'api-key': apiKey },
                checkCompatibility: false,
            });
        },
    };
}
function modelAccess(given) {
    if (given === undefined)
        throw new Error("context.model was used, but the scenario's needs do not list 'model'");
    const { handle, fastembedUrl } = given;
    return {
        id: handle.id,
        async load() {
            const fastembed = await import(fastembedUrl);
            const { maxLength } = handle;
            if (handle.kind === 'custom') {
                const { directory: modelAbsoluteDirPath, fileName: modelName } = handle;
                const model = fastembed.EmbeddingModel.CUSTOM;
                return embedder(await fastembed.FlagEmbedding.init({ model, modelAbsoluteDirPath, modelName, maxLength }), handle.dimensions);
            }
            const model = Object.values(fastembed.EmbeddingModel).find((name) => name === handle.name);
            if (model === undefined || model === fastembed.EmbeddingModel.CUSTOM) {
                throw new Error(`fastembed has no model ${handle.name}`);
            }
            const { cacheDir } = handle;
            return embedder(await fastembed.FlagEmbedding.init({ model, cacheDir, maxLength, showDownloadProgress: false }), handle.dimensions);
        },
    };
}
function embedder(model, dimensions) {
    return {
        dimensions,
        async embed(texts, batchSize = texts.length) {
            const vectors = [];
            for await (const batch of model.embed([...texts], batchSize)) {
                // Despite its types, fastembed returns Float32Arrays, which JSON would turn into objects.
                for (const vector of batch)
                    vectors.push(Array.from(vector));
            }
            return vectors;
        },
    };
}
//# sourceMappingURL=context.js.map