import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { messageOf, UsageError } from '../../errors.js';
import { sha256OfFile } from '../file-hash.js';
import type { ModelHandle } from './model-handle.js';

/** fastembed's default, in tokens; no BERT has more positions. */
const LONGEST = 512;
const ONNX_FILES = ['model.onnx', 'model_optimized.onnx'];

const configSchema = z.object({ pad_token_id: z.int().nonnegative(), hidden_size: z.int().positive() });
const tokenizerConfigSchema = z.object({ model_max_length: z.number().min(1), pad_token: z.string() });
const objectSchema = z.record(z.string(), z.unknown());

/**
 * Describes a model in a user's directory: an ONNX file and the four JSON files of a Hugging Face model. Nothing is
 * copied or written.
 * @throws UsageError that names the missing or invalid file or field.
 */
export async function useModelDirectory(directory: string): Promise<ModelHandle> {
  const path = resolve(directory);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`There is no model directory ${path}.`, {
      remedy: 'Name an existing directory with --model <directory>, or leave the flag out for the default model.',
    });
  }
  const fileName = ONNX_FILES.find((name) => existsSync(join(path, name)));
  if (fileName === undefined) throw missingFile(path, ONNX_FILES.join(' or '));
  await readJson(path, 'tokenizer.json', objectSchema);
  await readJson(path, 'special_tokens_map.json', objectSchema);
  const config = await readJson(path, 'config.json', configSchema);
  const maxLength = await readMaxLength(path);
  const hash = await sha256OfFile(join(path, fileName));
  return {
    kind: 'custom',
    id: `${basename(path)}@${hash.slice(0, 12)}`,
    dimensions: config.hidden_size,
    maxLength,
    directory: path,
    fileName,
  };
}

/**
 * Maximum tokens per text of the model in `directory`: the limit in its `tokenizer_config.json`, at most 512.
 * @throws UsageError when that file is missing or invalid.
 */
export async function readMaxLength(directory: string): Promise<number> {
  const config = await readJson(directory, 'tokenizer_config.json', tokenizerConfigSchema);
  return Math.min(Math.floor(config.model_max_length), LONGEST);
}

async function readJson<Schema extends z.ZodType>(
  directory: string,
  name: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const path = join(directory, name);
  if (!existsSync(path)) throw missingFile(directory, name);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    throw new UsageError(`${path} is not JSON: ${messageOf(thrown)}.`, { remedy: copyAgain(name), cause: thrown });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${path} cannot be used: ${z.prettifyError(parsed.error)}`, { remedy: copyAgain(name) });
}

function missingFile(directory: string, name: string): UsageError {
  return new UsageError(`The model directory ${directory} has no ${name}.`, { remedy: copyAgain(name) });
}

function copyAgain(name: string): string {
  return `Copy ${name} from the page of the model (for instance on Hugging Face) into the directory.`;
}
