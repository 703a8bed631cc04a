import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.js';
import { redactFile } from '../output/secrets.js';
import { makeFolder } from './make-folder.js';

/** An older draft was left by a killed process. */
const staleMs = 60 * 60 * 1000;
const outRemedy =
  'Free some space or name another folder with --out; what was written before is kept, and --resume goes on from it.';

const drafts = new Set<string>();
/** Files for which this process has already removed the drafts of killed processes. */
const swept = new Set<string>();
let removesAtExit = false;

/**
 * Writes a text file whole: first a draft beside it, then a rename, so that a reader finds the old file or the new one.
 * Several processes may write the same file at once. Known secrets are redacted.
 * @throws EnvironmentError if the disk is full or the folder is not writable; the old file stays.
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  await replaceWhole(path, async (draft) => {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(redactFile(content));
    } finally {
      await file.close();
    }
  });
}

/**
 * Has `write` create a draft, and renames it to `path`. An unfinished draft is removed.
 * @throws EnvironmentError for any error of `write`.
 */
export async function replaceWhole(
  path: string,
  write: (draft: string) => Promise<void>,
  remedy = outRemedy,
): Promise<void> {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  removeAtExit(draft);
  try {
    await makeFolder(dirname(path));
    await sweep(path);
    await write(draft);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {});
    if (cause instanceof EnvironmentError) throw cause;
    throw new EnvironmentError(`could not write ${path}: ${messageOf(cause)}`, { remedy, cause });
  } finally {
    drafts.delete(draft);
  }
}

/** Removes drafts at exit: a second interrupt ends the process in the middle of a write. */
function removeAtExit(draft: string): void {
  drafts.add(draft);
  if (removesAtExit) return;
  removesAtExit = true;
  process.on('exit', () => {
    for (const path of drafts) rmSync(path, { force: true });
  });
}

/** Removes the drafts that killed processes left beside the file. */
async function sweep(path: string): Promise<void> {
  if (swept.has(path)) return;
  swept.add(path);
  const folder = dirname(path);
  const isDraft = (name: string) =>
    name.startsWith(`${basename(path)}.`) && /^\d+-[0-9a-f]{8}\.tmp$/.test(name.slice(basename(path).length + 1));
  for (const name of (await readdir(folder)).filter(isDraft)) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > staleMs) await rm(join(folder, name), { force: true });
  }
}
