import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlagEmbedding } from 'fastembed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBundledModel } from '../../../src/services/model/bundled-model.js';
import type { ModelHandle } from '../../../src/services/model/model-handle.js';
import { readSafetensors, type Tensors } from '../../../src/services/model/safetensors.js';
import { embedOne, embedWith, greatestDifference, loadModel, packagesFolder, weightsFolder } from './model-fixtures.js';
import { cosine, type ReferenceConfig, referenceEmbedding } from './reference-bert.js';

let cacheDir: string;
let handle: ModelHandle;
let model: FlagEmbedding;
let reference: { tokenizerFile: string; config: ReferenceConfig; tensors: Tensors };

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'memory-bench-embedding-'));
  handle = await ensureBundledModel({ cacheDir, packagesFolder });
  model = await loadModel(handle);
  reference = {
    tokenizerFile: join(weightsFolder, 'tokenizer.json'),
    config: JSON.parse(await readFile(join(weightsFolder, 'config.json'), 'utf8')),
    tensors: await readSafetensors(join(weightsFolder, 'model.fp16.safetensors')),
  };
});
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

async function cosineOf(a: string, b: string): Promise<number> {
  const [left, right] = await embedWith(model, [a, b]);
  return cosine(left ?? [], right ?? []);
}

describe('the bundled model means what it should', () => {
  test('a paraphrase is near', async () => {
    expect(await cosineOf('A man is eating food.', 'Someone eats a meal.')).toBeCloseTo(0.761, 3);
  });

  test('an unrelated sentence is far', async () => {
    expect(await cosineOf('A man is eating food.', 'The stock market fell sharply today.')).toBeCloseTo(0.004, 3);
  });

  test('a question is nearer to its answer than to an answer of another', async () => {
    const question = 'How do I reset my password?';
    const own = await cosineOf(question, 'Click "Forgot password" on the sign-in page to choose a new one.');
    const other = await cosineOf(question, 'Our offices are closed on public holidays.');
    expect(own).toBeGreaterThan(other + 0.3);
  });
});

describe('the bundled model agrees with a plain forward pass', () => {
  test.each([
    'A man is eating food.',
    'Someone eats a meal.',
    'x',
    'Qdrant stores vectors; ONNX Runtime computes them (384 numbers each).',
    'Größe, naïveté, 東京 and 🚀 are not in every vocabulary.',
    'Memory is what kills a retrieval pipeline in production: a dependency bump, a bigger batch, a missing dispose.',
  ])('on the vector of "%s"', async (text) => {
    const expected = await referenceEmbedding(text, reference);
    expect(greatestDifference(await embedOne(model, text), expected)).toBeLessThan(1e-4);
  });

  test.each([
    ['A cat sleeps on the sofa.', 'A kitten naps on the couch.'],
    ['A cat sleeps on the sofa.', 'The cat is not asleep.'],
    ['A cat sleeps on the sofa.', 'Bond yields rose in March.'],
  ])('on the cosine of "%s" and "%s"', async (a, b) => {
    const expected = cosine(await referenceEmbedding(a, reference), await referenceEmbedding(b, reference));
    expect(Math.abs((await cosineOf(a, b)) - expected)).toBeLessThan(1e-3);
  });
});

describe('the attention mask is respected', () => {
  test('padding does not change the vector', async () => {
    const short = await loadModel({ ...handle, maxLength: 16 });
    const text = 'Short texts are mostly padding.';
    expect(greatestDifference(await embedOne(short, text), await embedOne(model, text))).toBeLessThan(1e-5);
  });

  test('a text has the same vector alone and among longer ones', async () => {
    const text = 'Short texts are mostly padding.';
    const [among] = await embedWith(model, [text, 'long '.repeat(200), 'x']);
    expect(greatestDifference(await embedOne(model, text), among ?? [])).toBeLessThan(1e-5);
  });

  test('the empty text has a vector of length 1', async () => {
    const vector = await embedOne(model, '');
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });
});

describe('the length of a text', () => {
  test('what comes after 256 tokens is not read', async () => {
    const start = 'word '.repeat(300);
    expect(greatestDifference(await embedOne(model, `${start}apples`), await embedOne(model, `${start}violins`))).toBe(
      0,
    );
  });

  test('what comes before 256 tokens is read', async () => {
    const start = 'word '.repeat(200);
    expect(
      greatestDifference(await embedOne(model, `${start}apples`), await embedOne(model, `${start}violins`)),
    ).toBeGreaterThan(1e-4);
  });

  test('vectors have as many numbers as the handle says', async () => {
    expect(await embedOne(model, 'anything')).toHaveLength(handle.dimensions);
  });
});
