import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.js';
import { writeWhole } from '../files/write-whole.js';
import { redactDeep } from '../output/secrets.js';
import { parseBoundedJson } from './bounded-json.js';
import { limits } from './limits.js';
import { mistakesIn } from './mistakes.js';
import { type Results, resultsSchema } from './schema.js';
import { thinForBaseline } from './thin.js';

/**
 * Writes the document so that a reader finds the old one or the new one, never a part of one.
 * @throws EnvironmentError if the disk is full or the folder cannot be written; the old document stays.
 * @throws UsageError if the results are too large to be read again.
 */
export async function writeResults(path: string, results: Results): Promise<void> {
  const redacted = redactDeep(results);
  const whole = serialized(redacted);
  const content = isReadable(whole) ? whole : [serialized(thinForBaseline(redacted))].find(isReadable);
  if (content === undefined) {
    throw new UsageError(`the results have more than ${limits.documentBytes / 1024 ** 2} MiB`, {
      remedy: 'Measure fewer cases or samples at once.',
    });
  }
  await writeWhole(path, content);
}

function serialized(results: Results): string {
  return `${JSON.stringify(results)}\n`;
}

/** Whether a document is small enough to read back. One that is too large loses the data that only pictures use. */
function isReadable(content: string): boolean {
  // No character takes more than 3 bytes.
  return content.length <= limits.documentBytes / 3 || Buffer.byteLength(content) <= limits.documentBytes;
}

/**
 * Reads a results document or a baseline back.
 * @throws UsageError if there is no such file or it does not fit, with the path of each offending field.
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

/** Like readResults, for a text that was read already. */
export function parseResults(content: string, path: string, what: 'baseline' | 'results'): Results {
  let raw: unknown;
  try {
    raw = parseBoundedJson(content);
  } catch (cause) {
    throw new UsageError(
      `the ${what} ${path} ${cause instanceof SyntaxError ? 'is not JSON' : 'exceeds a limit'}: ${messageOf(cause)}`,
      {
        remedy: remedyFor(what),
        cause,
      },
    );
  }
  const version = z.object({ schemaVersion: z.number() }).safeParse(raw);
  if (version.success && version.data.schemaVersion !== 1) {
    throw new UsageError(`the ${what} ${path} has format version ${version.data.schemaVersion}; this program reads 1`, {
      remedy: remedyFor(what),
    });
  }
  const parsed = resultsSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new UsageError(`the ${what} ${path} is not a results document of memory-bench:\n${mistakesIn(parsed.error)}`, {
    remedy: remedyFor(what),
  });
}

function remedyFor(what: 'baseline' | 'results'): string {
  return what === 'baseline'
    ? 'Make a new one with `memory-bench run --update-baseline`, which replaces it.'
    : 'Make a new one with `memory-bench run`.';
}
