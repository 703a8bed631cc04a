import { z } from 'zod';
import { EnvironmentError } from '../../errors.js';
import { OnnxBuilder } from './onnx-builder.js';
import type { Tensors } from './safetensors.js';

/** Increase whenever the graph below changes; cached models of older versions are then ignored. */
export const GRAPH_VERSION = 1;

/** The part of a BERT `config.json` (Hugging Face transformers) that shapes the graph. */
const bertConfigSchema = z
  .object({
    model_type: z.literal('bert'),
    hidden_act: z.literal('gelu'),
    position_embedding_type: z.literal('absolute').default('absolute'),
    hidden_size: z.int().positive(),
    intermediate_size: z.int().positive(),
    num_hidden_layers: z.int().positive(),
    num_attention_heads: z.int().positive(),
    vocab_size: z.int().positive(),
    max_position_embeddings: z.int().positive(),
    type_vocab_size: z.int().positive(),
    layer_norm_eps: z.number().positive(),
  })
  .refine((config) => config.hidden_size % config.num_attention_heads === 0, {
    message: 'hidden_size must be a multiple of num_attention_heads',
  });
export type BertConfig = z.infer<typeof bertConfigSchema>;

/**
 * Checks the content of a `config.json`.
 * @throws EnvironmentError that names every field the graph cannot be built from.
 */
export function parseBertConfig(value: unknown): BertConfig {
  const parsed = bertConfigSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(`The model's config.json does not describe a BERT: ${z.prettifyError(parsed.error)}`, {
    remedy: 'Install the package it came from again, or name another model with --model.',
  });
}

/** Added to an attention score to mask its token. BERT uses the same value; e^-10000 is 0 in float32. */
const MASKED = -10_000;
/** Avoids division by zero for a text without tokens; the value is the one in sentence-transformers. */
const LEAST_TOKENS = 1e-9;

/**
 * Writes a BERT encoder with mean pooling as an ONNX model (operator set 17, float32).
 * Inputs `input_ids`, `attention_mask`, `token_type_ids`: int64 [batch, seq]. Output `last_hidden_state`: float32
 * [batch, 1, hidden_size], the mean over the tokens that the mask keeps, not normalized; fastembed takes its row 0.
 * The encoder is that of Devlin et al. 2018 (arXiv:1810.04805), the pooling that of Reimers and Gurevych 2019
 * (arXiv:1908.10084). `tensors` are named as in transformers' `BertModel`.
 * @throws EnvironmentError when a tensor is missing or its shape differs from the configuration.
 */
export function buildBertGraph(config: BertConfig, tensors: Tensors): Uint8Array {
  const graph = new BertGraph(config, tensors);
  const { builder } = graph;
  const ids = builder.input('input_ids', ['batch', 'seq']);
  const mask = builder.node('Cast', [builder.input('attention_mask', ['batch', 'seq'])], { to: FLOAT });
  const types = builder.input('token_type_ids', ['batch', 'seq']);

  const bias = graph.attentionBias(mask);
  let hidden = graph.embeddings(ids, types);
  for (let layer = 0; layer < config.num_hidden_layers; layer += 1) hidden = graph.layer(layer, hidden, bias);
  builder.output('last_hidden_state', graph.meanPooling(hidden, mask), ['batch', 1, config.hidden_size]);
  return builder.encode('bert-mean-pooling');
}

/** `TensorProto.DataType.FLOAT`, as the operator Cast takes it. */
const FLOAT = 1;

/** The pieces of the encoder. Values are [batch, seq, hidden] unless a comment says otherwise. */
class BertGraph {
  readonly builder = new OnnxBuilder();
  readonly #config: BertConfig;
  readonly #tensors: Tensors;

  constructor(config: BertConfig, tensors: Tensors) {
    this.#config = config;
    this.#tensors = tensors;
  }

  /** LayerNorm(word + type + position). */
  embeddings(ids: string, types: string): string {
    const { builder } = this;
    const { vocab_size, type_vocab_size, max_position_embeddings, hidden_size } = this.#config;
    const words = this.#weight('embeddings.word_embeddings.weight', [vocab_size, hidden_size]);
    const kinds = this.#weight('embeddings.token_type_embeddings.weight', [type_vocab_size, hidden_size]);
    const places = this.#weight('embeddings.position_embeddings.weight', [max_position_embeddings, hidden_size]);
    const length = builder.node('Shape', [ids], { start: 1, end: 2 });
    const position = builder.node('Slice', [places, builder.integers(0), length, builder.integers(0)]);
    const meaning = builder.node('Add', [builder.node('Gather', [words, ids]), builder.node('Gather', [kinds, types])]);
    return this.#layerNorm('embeddings.LayerNorm', builder.node('Add', [meaning, position]));
  }

  /** Turns a mask of ones and zeros [batch, seq] into the bias of the scores: 0 or MASKED, [batch, 1, 1, seq]. */
  attentionBias(mask: string): string {
    const { builder } = this;
    const wide = builder.node('Unsqueeze', [mask, builder.integers(1, 2)]);
    return builder.node('Mul', [builder.node('Sub', [builder.float(1), wide]), builder.float(MASKED)]);
  }

  layer(index: number, hidden: string, bias: string): string {
    const { builder } = this;
    const { hidden_size, intermediate_size } = this.#config;
    const prefix = `encoder.layer.${index}`;
    const attended = this.#attention(`${prefix}.attention.self`, hidden, bias);
    const projected = this.#linear(`${prefix}.attention.output.dense`, attended, hidden_size, hidden_size);
    const middle = this.#layerNorm(`${prefix}.attention.output.LayerNorm`, builder.node('Add', [projected, hidden]));
    const wide = this.#gelu(this.#linear(`${prefix}.intermediate.dense`, middle, hidden_size, intermediate_size));
    const narrow = this.#linear(`${prefix}.output.dense`, wide, intermediate_size, hidden_size);
    return this.#layerNorm(`${prefix}.output.LayerNorm`, builder.node('Add', [narrow, middle]));
  }

  /** Mean over the tokens that the mask keeps, [batch, 1, hidden]. */
  meanPooling(hidden: string, mask: string): string {
    const { builder } = this;
    const weights = builder.node('Unsqueeze', [mask, builder.integers(2)]);
    const sum = builder.node('ReduceSum', [builder.node('Mul', [hidden, weights]), builder.integers(1)]);
    const count = builder.node('ReduceSum', [weights, builder.integers(1)]);
    return builder.node('Div', [sum, builder.node('Max', [count, builder.float(LEAST_TOKENS)])]);
  }

  /** softmax(Q K^T / sqrt(d) + bias) V, per head. */
  #attention(prefix: string, hidden: string, bias: string): string {
    const { builder } = this;
    const { hidden_size, num_attention_heads } = this.#config;
    const headSize = hidden_size / num_attention_heads;
    const heads = (part: string, perm: readonly number[]) => {
      const flat = this.#linear(`${prefix}.${part}`, hidden, hidden_size, hidden_size);
      const split = builder.node('Reshape', [flat, builder.integers(0, 0, num_attention_heads, headSize)]);
      return builder.node('Transpose', [split], { perm });
    };
    const query = heads('query', [0, 2, 1, 3]);
    const keyTransposed = heads('key', [0, 2, 3, 1]);
    const value = heads('value', [0, 2, 1, 3]);
    const products = builder.node('MatMul', [query, keyTransposed]);
    const scores = builder.node('Div', [products, builder.float(Math.sqrt(headSize))]);
    const shares = builder.node('Softmax', [builder.node('Add', [scores, bias])], { axis: -1 });
    const mixed = builder.node('Transpose', [builder.node('MatMul', [shares, value])], { perm: [0, 2, 1, 3] });
    return builder.node('Reshape', [mixed, builder.integers(0, 0, hidden_size)]);
  }

  /** x (1 + erf(x / sqrt 2)) / 2: the exact GELU of Hendrycks and Gimpel 2016 (arXiv:1606.08415). */
  #gelu(x: string): string {
    const { builder } = this;
    const erf = builder.node('Erf', [builder.node('Div', [x, builder.float(Math.SQRT2)])]);
    const gated = builder.node('Mul', [x, builder.node('Add', [erf, builder.float(1)])]);
    return builder.node('Mul', [gated, builder.float(0.5)]);
  }

  #linear(prefix: string, x: string, inputs: number, outputs: number): string {
    const { builder } = this;
    const stored = this.#floats(`${prefix}.weight`, [outputs, inputs]);
    // transformers stores [out, in]; MatMul expects [in, out].
    const weight = builder.floats(`${prefix}.weight`, transpose(stored, outputs, inputs), [inputs, outputs]);
    return builder.node('Add', [builder.node('MatMul', [x, weight]), this.#weight(`${prefix}.bias`, [outputs])]);
  }

  #layerNorm(prefix: string, x: string): string {
    const { hidden_size, layer_norm_eps } = this.#config;
    const scale = this.#weight(`${prefix}.weight`, [hidden_size]);
    const shift = this.#weight(`${prefix}.bias`, [hidden_size]);
    return this.builder.node('LayerNormalization', [x, scale, shift], {
      axis: -1,
      epsilon: { float: layer_norm_eps },
    });
  }

  #weight(name: string, shape: readonly number[]): string {
    return this.builder.floats(name, this.#floats(name, shape), shape);
  }

  #floats(name: string, shape: readonly number[]): Float32Array {
    const tensor = this.#tensors.get(name);
    if (tensor?.dtype === 'float32' && tensor.shape.join() === shape.join()) return tensor.data;
    const found = tensor ? `is ${tensor.dtype} [${tensor.shape.join(', ')}]` : 'is missing';
    throw new EnvironmentError(`The model's weights do not fit its config.json: "${name}" ${found}.`, {
      remedy: `It should be float32 [${shape.join(', ')}]: install the package it came from again.`,
    });
  }
}

function transpose(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      turned[column * rows + row] = matrix[row * columns + column] ?? 0;
    }
  }
  return turned;
}
