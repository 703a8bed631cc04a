import { Tokenizer } from '@anush008/tokenizers';
import type { Tensors } from '../../../src/services/model/safetensors.js';

/** What the forward pass below needs of a `config.json`. */
export interface ReferenceConfig {
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly layer_norm_eps: number;
}

type Vector = number[];
type Row = ArrayLike<number>;

/**
 * A BERT encoder with mean pooling, written the slow and plain way, as a second opinion on the ONNX graph: no
 * padding, no batches, one text at a time, in float64. Returns the normalized vector of `text`.
 */
export async function referenceEmbedding(
  text: string,
  { tokenizerFile, config, tensors }: { tokenizerFile: string; config: ReferenceConfig; tensors: Tensors },
): Promise<Vector> {
  const weights = new Weights(tensors);
  let hidden = embed(await tokenIds(text, tokenizerFile), weights, config.layer_norm_eps);
  for (let layer = 0; layer < config.num_hidden_layers; layer += 1) hidden = encode(hidden, layer, weights, config);
  return normalize(mean(hidden));
}

/** Dot product, which is the cosine of the angle when both vectors have length 1. */
export function cosine(a: Row, b: Row): number {
  if (a.length !== b.length) throw new RangeError(`lengths differ: ${a.length}, ${b.length}`);
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

async function tokenIds(text: string, tokenizerFile: string): Promise<number[]> {
  const encoding = await Tokenizer.fromFile(tokenizerFile).encode(text);
  const mask = encoding.getAttentionMask();
  return encoding.getIds().filter((_, index) => mask[index] === 1);
}

class Weights {
  readonly #tensors: Tensors;

  constructor(tensors: Tensors) {
    this.#tensors = tensors;
  }

  row(name: string, index = 0): Row {
    const { data, shape } = this.#tensor(name);
    const width = at(shape, shape.length - 1);
    return data.subarray(index * width, (index + 1) * width);
  }

  rows(name: string): Row[] {
    return Array.from({ length: at(this.#tensor(name).shape, 0) }, (_, index) => this.row(name, index));
  }

  #tensor(name: string) {
    const tensor = this.#tensors.get(name);
    if (tensor?.dtype !== 'float32') throw new Error(`no float tensor ${name}`);
    return tensor;
  }
}

function embed(ids: readonly number[], weights: Weights, epsilon: number): Vector[] {
  return ids.map((id, position) => {
    const word = weights.row('embeddings.word_embeddings.weight', id);
    const place = weights.row('embeddings.position_embeddings.weight', position);
    const sentence = weights.row('embeddings.token_type_embeddings.weight', 0);
    return layerNorm(add(add(word, place), sentence), 'embeddings.LayerNorm', weights, epsilon);
  });
}

function encode(hidden: Vector[], layer: number, weights: Weights, config: ReferenceConfig): Vector[] {
  const name = `encoder.layer.${layer}`;
  const epsilon = config.layer_norm_eps;
  const attended = dense(
    attend(hidden, name, weights, config.num_attention_heads),
    `${name}.attention.output.dense`,
    weights,
  );
  const middle = hidden.map((row, index) =>
    layerNorm(add(row, at(attended, index)), `${name}.attention.output.LayerNorm`, weights, epsilon),
  );
  const wide = dense(middle, `${name}.intermediate.dense`, weights).map((row) => row.map(gelu));
  const narrow = dense(wide, `${name}.output.dense`, weights);
  return middle.map((row, index) =>
    layerNorm(add(row, at(narrow, index)), `${name}.output.LayerNorm`, weights, epsilon),
  );
}

function attend(hidden: Vector[], name: string, weights: Weights, heads: number): Vector[] {
  const [queries, keys, values] = ['query', 'key', 'value'].map((part) =>
    dense(hidden, `${name}.attention.self.${part}`, weights),
  );
  if (!queries || !keys || !values) throw new Error('unreachable');
  const size = at(queries, 0).length / heads;
  return queries.map((query) => {
    const row: Vector = [];
    for (let head = 0; head < heads; head += 1) {
      const part = (vector: Vector) => vector.slice(head * size, (head + 1) * size);
      const shares = softmax(keys.map((key) => cosine(part(query), part(key)) / Math.sqrt(size)));
      row.push(
        ...values
          .map((value, index) => part(value).map((x) => x * at(shares, index)))
          .reduce((sum, part) => add(sum, part)),
      );
    }
    return row;
  });
}

function dense(rows: Vector[], name: string, weights: Weights): Vector[] {
  const matrix = weights.rows(`${name}.weight`);
  const bias = weights.row(`${name}.bias`);
  return rows.map((row) => matrix.map((weight, output) => cosine(row, weight) + at(bias, output)));
}

function layerNorm(row: Vector, name: string, weights: Weights, epsilon: number): Vector {
  const scale = weights.row(`${name}.weight`);
  const shift = weights.row(`${name}.bias`);
  const average = row.reduce((sum, x) => sum + x, 0) / row.length;
  const variance = row.reduce((sum, x) => sum + (x - average) ** 2, 0) / row.length;
  return row.map((x, index) => ((x - average) / Math.sqrt(variance + epsilon)) * at(scale, index) + at(shift, index));
}

function softmax(row: Vector): Vector {
  const highest = Math.max(...row);
  const powers = row.map((x) => Math.exp(x - highest));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / total);
}

function gelu(x: number): number {
  return (x / 2) * (1 + erf(x / Math.SQRT2));
}

/** Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: error below 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - series * Math.exp(-x * x));
}

function mean(rows: Vector[]): Vector {
  return rows.reduce((sum, row) => add(sum, row)).map((x) => x / rows.length);
}

function normalize(row: Vector): Vector {
  const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
  return row.map((x) => x / length);
}

function add(a: Row, b: Row): Vector {
  return Array.from(a, (x, index) => x + at(b, index));
}

function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index} of ${list.length}`);
  return value;
}
