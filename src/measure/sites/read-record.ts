import type { z } from 'zod';
import { EnvironmentError, messageOf } from '../../errors.js';
import { parseBoundedJson, readBoundedFile } from '../../services/bounded-json.js';

/** A million calls with their names; more would take gigabytes to read. */
const mostBytes = 64 * 1024 ** 2;
/** V8 follows at most 128 calls, and each is an object in an array. */
const mostDepth = 1_000;

/**
 * Reads the record file of a measured process, which its scenario could have written as well.
 * @throws EnvironmentError where it cannot be read, is too large or too deep, or is not what it should be.
 */
export async function readRecord<Content>(path: string, schema: z.ZodType<Content>): Promise<Content> {
  try {
    return schema.parse(parseBoundedJson(await readBoundedFile(path, mostBytes), mostDepth));
  } catch (cause) {
    throw new EnvironmentError(`the record of the pass cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

/** A schema names every field that is wrong, of which there may be a million. */
function reasonOf(cause: unknown): string {
  return messageOf(cause).slice(0, longestReason);
}

const longestReason = 1_000;
