import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { EnvironmentError, messageOf } from '../../errors.js';

/**
 * What a measured process left in its record file.
 * @throws EnvironmentError where it cannot be read, or is not what it should be.
 */
export async function readRecord<Content>(path: string, schema: z.ZodType<Content>): Promise<Content> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new EnvironmentError(`what was recorded cannot be read: ${messageOf(cause)}`, { cause });
  }
}
