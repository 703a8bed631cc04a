import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EnvironmentError, messageOf } from '../../errors.js';

/** One tensor, row-major. Half-precision numbers are widened to 32 bits, which is lossless. */
export type Tensor =
  | { readonly dtype: 'float32'; readonly shape: readonly number[]; readonly data: Float32Array }
  | { readonly dtype: 'int64'; readonly shape: readonly number[]; readonly data: BigInt64Array };

export type Tensors = ReadonlyMap<string, Tensor>;

const BYTES_PER_ELEMENT = { F16: 2, F32: 4, I64: 8 } as const;

const entrySchema = z.object({
  dtype: z.enum(['F16', 'F32', 'I64']),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
type Entry = z.infer<typeof entrySchema>;

const headerSchema = z.record(z.string(), z.unknown());

const HEADER_LENGTH_BYTES = 8;

/**
 * Reads the safetensors file at `path`.
 * @throws EnvironmentError when the file cannot be read, is truncated, or does not match the format.
 */
export async function readSafetensors(path: string): Promise<Tensors> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (thrown) {
    throw damaged(path, messageOf(thrown), thrown);
  }
  return parseSafetensors(bytes, path);
}

/**
 * Parses a safetensors file: 8 bytes with the header's length, the header as JSON, then the numbers, all
 * little-endian (https://huggingface.co/docs/safetensors). Reads F16, F32 and I64. `path` is used in messages only.
 * @throws EnvironmentError when the bytes are truncated or do not match the format.
 */
export function parseSafetensors(bytes: Uint8Array, path: string): Tensors {
  const { header, dataStart } = parseHeader(bytes, path);
  const tensors = new Map<string, Tensor>();
  let dataLength = 0;
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const entry = entrySchema.safeParse(value);
    if (!entry.success) throw damaged(path, `tensor "${name}" is described wrongly: ${z.prettifyError(entry.error)}`);
    tensors.set(name, readTensor(bytes.subarray(dataStart), name, entry.data, path));
    dataLength = Math.max(dataLength, entry.data.data_offsets[1]);
  }
  const surplus = bytes.length - dataStart - dataLength;
  if (surplus > 0) throw damaged(path, `${surplus} bytes after the last tensor belong to none`);
  return tensors;
}

function parseHeader(bytes: Uint8Array, path: string): { header: Record<string, unknown>; dataStart: number } {
  if (bytes.length < HEADER_LENGTH_BYTES) throw damaged(path, `it is truncated: it has ${bytes.length} bytes`);
  const headerLength = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const dataStart = HEADER_LENGTH_BYTES + headerLength;
  if (dataStart > bytes.length) {
    throw damaged(path, `it is truncated: its header ends at byte ${dataStart}, the file at ${bytes.length}`);
  }
  const text = new TextDecoder().decode(bytes.subarray(HEADER_LENGTH_BYTES, dataStart));
  try {
    return { header: headerSchema.parse(JSON.parse(text)), dataStart };
  } catch (thrown) {
    throw damaged(path, 'its header is not a JSON object', thrown);
  }
}

function readTensor(data: Uint8Array, name: string, entry: Entry, path: string): Tensor {
  const [begin, end] = entry.data_offsets;
  const expected = entry.shape.reduce((product, size) => product * size, 1) * BYTES_PER_ELEMENT[entry.dtype];
  if (end - begin !== expected) {
    throw damaged(path, `tensor "${name}" takes ${end - begin} bytes, its shape needs ${expected}`);
  }
  if (end > data.length) {
    throw damaged(path, `it is truncated: tensor "${name}" ends at data byte ${end}, the data at ${data.length}`);
  }
  // A copy, because a typed array may start only at a multiple of its element size.
  const own = new Uint8Array(data.subarray(begin, end)).buffer;
  const { shape } = entry;
  if (entry.dtype === 'I64') return { dtype: 'int64', shape, data: new BigInt64Array(own) };
  const floats = entry.dtype === 'F32' ? new Float32Array(own) : widen(new Uint16Array(own));
  return { dtype: 'float32', shape, data: floats };
}

let halfValues: Float32Array | undefined;

function widen(halves: Uint16Array): Float32Array {
  halfValues ??= Float32Array.from({ length: 0x10000 }, (_, bits) => halfToNumber(bits));
  const floats = new Float32Array(halves.length);
  for (const [index, bits] of halves.entries()) floats[index] = halfValues[bits] ?? 0;
  return floats;
}

/** Decodes an IEEE 754 binary16 number: 1 sign bit, 5 exponent bits (bias 15), 10 fraction bits. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function damaged(path: string, reason: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(`The weights file ${path} cannot be used: ${reason}.`, {
    remedy: 'Install the package it came from again, or name another model with --model.',
    cause,
  });
}
