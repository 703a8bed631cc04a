import { writeFile } from 'node:fs/promises';
import { EnvironmentError, messageOf } from '../errors.js';
import { replaceWhole } from '../files/write-whole.js';
import type { ProjectFile } from './files.js';
import type { IgnoreFile } from './git-ignore.js';

const remedy = 'Free some space or check who may write there, and try again; what was written before is kept.';

/** The planned change to a file. */
export interface Deed {
  readonly path: string;
  readonly kind: 'wrote' | 'kept' | 'added';
  /** New content of the file; undefined if it is kept. */
  readonly content: string | undefined;
  readonly remark: string;
}

/** Plans the change to a project file. An existing file is only overwritten with `force`. */
export function deedFor({ path, content, present }: ProjectFile, force: boolean): Deed {
  if (present === undefined) return { path, kind: 'wrote', content, remark: '' };
  if (present !== path) return { path: present, kind: 'kept', content: undefined, remark: ' (there already)' };
  if (force) return { path, kind: 'wrote', content, remark: ' (in place of what was there)' };
  return { path, kind: 'kept', content: undefined, remark: ' (there already; --force overwrites it)' };
}

/** Plans the change to the `.gitignore`. */
export function ignoring({ path, lines, content }: IgnoreFile): Deed {
  if (content === undefined)
    return { path, kind: 'kept', content, remark: ` (${lines.join(', ')} is ignored already)` };
  return { path, kind: 'added', content, remark: `: ${lines.join(', ')}` };
}

/**
 * Writes the file, unless it is kept.
 * @throws EnvironmentError if that fails.
 */
export async function carryOut({ path, content }: Deed): Promise<void> {
  if (content === undefined) return;
  try {
    await replaceWhole(path, (draft) => writeFile(draft, content));
  } catch (cause) {
    throw new EnvironmentError(`cannot write ${path}: ${messageOf(cause)}`, { remedy, cause });
  }
}
