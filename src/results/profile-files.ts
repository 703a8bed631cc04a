import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.js';

/** File name endings of profiles: V8, heaptrack, massif. */
const endings = ['.heapprofile', '.heaptrack.gz', '.massif.out'];

/**
 * The paths of the profiles in a folder; empty if there is no such folder.
 * @throws EnvironmentError if it cannot be read.
 */
export async function profilesIn(folder: string): Promise<string[]> {
  // Most runs have none.
  if (!existsSync(folder)) return [];
  try {
    const names = await readdir(folder);
    return names.filter((name) => endings.some((ending) => name.endsWith(ending))).map((name) => join(folder, name));
  } catch (cause) {
    throw new EnvironmentError(`the profiles cannot be read: ${messageOf(cause)}`, { cause });
  }
}

/**
 * Removes the profiles in a folder, and the folder if nothing else is in it: a project may have a folder of that name.
 * @throws EnvironmentError if it cannot be read.
 */
export async function removeProfiles(folder: string): Promise<void> {
  for (const path of await profilesIn(folder)) await rm(path, { force: true });
  await rmdir(folder).catch(() => {});
}
