import type { z } from 'zod';
import { EnvironmentError, messageOf } from '../../errors.js';
import { parseBoundedJson } from '../../results/bounded-json.js';
import { readBoundedFile } from '../../services/bounded-file.js';

/**
 * Room for half a million calls with their names; more would take gigabytes to read. V8 follows at most 128 calls, and
 * each is an object in an array.
 */
const recordLimits = {
  bytes: 64 * 1024 ** 2,
  depth: 1_000,
  containers: 3_000_000,
  elements: 1_500_000,
  fields: 100,
};

/**
 * Reads the record file of a measured process. The scenario could have written it as well.
 * @throws EnvironmentError if it cannot be read, is too large or too deep, or does not match the schema.
 */
export async function readRecord<Content>(path: string, schema: z.ZodType<Content>): Promise<Content> {
  try {
    return schema.parse(parseBoundedJson(await readBoundedFile(path, recordLimits.bytes), recordLimits));
  } catch (cause) {
    throw new EnvironmentError(`the record of the pass cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

/** The message of an error, cut: a schema names every wrong field, and there may be a million. */
function reasonOf(cause: unknown): string {
  return messageOf(cause).slice(0, longestReason);
}

const longestReason = 1_000;
