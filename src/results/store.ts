import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.js';
import { writeWhole } from '../files/write-whole.js';
import { redactDeep } from '../output/secrets.js';
import { type Results, resultsSchema } from './schema.js';

/**
 * Writes the document so that a reader finds the old one or the new one, never half of one.
 * @throws EnvironmentError where the disk is full or the folder cannot be written; the old document stays.
 */
export async function writeResults(path: string, results: Results): Promise<void> {
  await writeWhole(path, `${JSON.stringify(redactDeep(results))}\n`);
}

/**
 * Reads a results document or a baseline back.
 * @throws UsageError where there is no such file, or it does not fit: with the path of each offending field.
 */
export async function readResults(path: string, what: 'baseline' | 'results'): Promise<Results> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`cannot read the ${what} ${path}: ${messageOf(cause)}`, {
      remedy: what === 'baseline' ? remedyFor(what) : 'Check the path.',
      cause,
    });
  }
  return parseResults(content, path, what);
}

/** As readResults, for a text that has been read already. */
export function parseResults(content: string, path: string, what: 'baseline' | 'results'): Results {
  let raw: unknown;
  try {
    raw = JSON.parse(content);
  } catch (cause) {
    throw new UsageError(`the ${what} ${path} is not JSON: ${messageOf(cause)}`, { remedy: remedyFor(what), cause });
  }
  const version = z.object({ schemaVersion: z.number() }).safeParse(raw);
  if (version.success && version.data.schemaVersion !== 1) {
    throw new UsageError(`the ${what} ${path} has format version ${version.data.schemaVersion}; this program reads 1`, {
      remedy: remedyFor(what),
    });
  }
  const parsed = resultsSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `the ${what} ${path} is not a results document of memory-bench:\n${z.prettifyError(parsed.error)}`,
    {
      remedy: remedyFor(what),
    },
  );
}

function remedyFor(what: 'baseline' | 'results'): string {
  return what === 'baseline'
    ? 'Make a new one with `memory-bench run --update-baseline`, which replaces it.'
    : 'Make a new one with `memory-bench run`.';
}
