import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBertGraph, parseBertConfig } from '../../../src/services/model/bert-graph.js';
import type { Tensor } from '../../../src/services/model/safetensors.js';
import { weightsFolder } from './model-fixtures.js';

/** Unlike the bundled model in every number, with an epsilon that is large enough to be seen. */
export const tinyConfig = {
  model_type: 'bert',
  hidden_act: 'gelu',
  hidden_size: 12,
  intermediate_size: 20,
  num_hidden_layers: 2,
  num_attention_heads: 3,
  vocab_size: 30522,
  max_position_embeddings: 32,
  type_vocab_size: 2,
  layer_norm_eps: 0.3,
  pad_token_id: 0,
};

/** Numbers between -1 and 1 that are the same in every run (a linear congruential generator, Knuth's MMIX). */
function numbers(count: number, seed: number): Float32Array {
  let state = BigInt(seed);
  return Float32Array.from({ length: count }, () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 33n) / 2 ** 30 - 1;
  });
}

/** Made-up weights for `tinyConfig`: new ones on every call, always the same numbers. */
export function tinyTensors(): Map<string, Tensor> {
  const { hidden_size: hidden, intermediate_size: wide } = tinyConfig;
  const tensors = new Map<string, Tensor>();
  const add = (name: string, ...shape: number[]) => {
    const data = numbers(
      shape.reduce((product, size) => product * size, 1),
      tensors.size + 1,
    );
    tensors.set(name, { dtype: 'float32', shape, data });
  };
  const addBoth = (name: string, ...shape: number[]) => {
    add(`${name}.weight`, ...shape);
    add(`${name}.bias`, shape[0] ?? 0);
  };
  add('embeddings.word_embeddings.weight', tinyConfig.vocab_size, hidden);
  add('embeddings.position_embeddings.weight', tinyConfig.max_position_embeddings, hidden);
  add('embeddings.token_type_embeddings.weight', tinyConfig.type_vocab_size, hidden);
  addBoth('embeddings.LayerNorm', hidden);
  for (let layer = 0; layer < tinyConfig.num_hidden_layers; layer += 1) {
    const prefix = `encoder.layer.${layer}`;
    for (const part of ['self.query', 'self.key', 'self.value', 'output.dense']) {
      addBoth(`${prefix}.attention.${part}`, hidden, hidden);
    }
    addBoth(`${prefix}.attention.output.LayerNorm`, hidden);
    addBoth(`${prefix}.intermediate.dense`, wide, hidden);
    addBoth(`${prefix}.output.dense`, hidden, wide);
    addBoth(`${prefix}.output.LayerNorm`, hidden);
  }
  return tensors;
}

/** Writes a model of 1.5 MB, complete enough for fastembed to load it, into an existing directory. */
export async function writeTinyModel(directory: string, fileName: string): Promise<void> {
  await writeFile(join(directory, fileName), buildBertGraph(parseBertConfig(tinyConfig), tinyTensors()));
  await copyFile(join(weightsFolder, 'tokenizer.json'), join(directory, 'tokenizer.json'));
  await writeFile(join(directory, 'config.json'), JSON.stringify(tinyConfig));
  await writeFile(join(directory, 'tokenizer_config.json'), '{ "model_max_length": 32, "pad_token": "[PAD]" }');
  await writeFile(join(directory, 'special_tokens_map.json'), '{}');
}
