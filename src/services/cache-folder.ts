import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { EnvironmentError, messageOf } from '../errors.js';
import { makeFolder } from '../files/make-folder.js';
import { sha256OfFile } from './file-hash.js';

const MANIFEST = 'manifest.json';
const TEMPORARY = /\.tmp-[A-Za-z0-9]{6}$/;
/** Longer than any writer may take (see the limit on downloads), so an older folder was left by a killed process. */
const STALE_MS = 2 * 60 * 60 * 1000;

const manifestSchema = z.object({ files: z.record(z.string(), z.string()) });

/** sha256, in hex, of each file of a folder, by its path inside the folder. */
export type FileHashes = Readonly<Record<string, string>>;

export interface CachedFolder {
  /** Path of the folder. */
  readonly folder: string;
  /** Files without which the folder counts as damaged. */
  readonly required: readonly string[];
  /** Fills the empty directory `temporary` and returns the directory to keep: `temporary` itself or one in it. */
  write(temporary: string): Promise<string>;
}

/**
 * Ensures that the folder exists, complete and unaltered since it was written, and returns its hashes. It is written
 * under a temporary name and then renamed, so no process ever sees it half-written. If two processes write it, the
 * second uses the folder of the first. After a failure, only finished folders remain.
 * @throws EnvironmentError on a file system error; otherwise whatever `write` throws.
 */
export async function ensureCachedFolder(cached: CachedFolder): Promise<FileHashes> {
  const present = await verify(cached);
  if (present) return present;
  const parent = dirname(cached.folder);
  try {
    await makeFolder(parent).catch((cause: unknown) => {
      throw unwritable(parent, cause);
    });
    await removeStale(parent);
    return await writeAndRename(cached);
  } catch (thrown) {
    throw isSystemError(thrown) ? unwritable(parent, thrown) : thrown;
  }
}

async function writeAndRename(cached: CachedFolder): Promise<FileHashes> {
  const temporary = await mkdtemp(`${cached.folder}.tmp-`);
  try {
    // mkdtemp creates a private directory; the one inside has the usual permissions, as a shared cache needs.
    const content = join(temporary, 'content');
    await mkdir(content);
    const ready = await cached.write(content);
    const files = await hashFiles(ready);
    await writeFile(join(ready, MANIFEST), `${JSON.stringify({ files }, undefined, 2)}\n`);
    return await putInPlace(ready, cached, files);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function putInPlace(ready: string, cached: CachedFolder, files: FileHashes): Promise<FileHashes> {
  try {
    await rename(ready, cached.folder);
    return files;
  } catch (thrown) {
    if (!isTaken(thrown)) throw thrown;
  }
  const theirs = await verify(cached);
  if (theirs) return theirs;
  await repair(ready, cached.folder);
  return files;
}

/** Replaces file by file: if the folders were swapped, another process could find none for a moment. */
async function repair(ready: string, folder: string): Promise<void> {
  await removeUnless(folder, 'directory');
  for (const name of [...(await listFiles(ready)), MANIFEST]) {
    const target = join(folder, name);
    await makeFolder(dirname(target));
    await removeUnless(target, 'file');
    await rename(join(ready, name), target);
  }
}

async function removeUnless(path: string, wanted: 'directory' | 'file'): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  const isWanted = wanted === 'directory' ? found?.isDirectory() : found?.isFile();
  if (!isWanted) await rm(path, { recursive: true, force: true });
}

async function verify({ folder, required }: CachedFolder): Promise<FileHashes | undefined> {
  try {
    const { files } = manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    if (required.some((name) => files[name] === undefined)) return undefined;
    for (const [name, expected] of Object.entries(files)) {
      if ((await sha256OfFile(join(folder, name))) !== expected) return undefined;
    }
    return files;
  } catch {
    // Unreadable, half-written or absent: writing it fixes all of them.
    return undefined;
  }
}

async function hashFiles(folder: string): Promise<FileHashes> {
  const hashes: Record<string, string> = {};
  for (const name of await listFiles(folder)) hashes[name] = await sha256OfFile(join(folder, name));
  return hashes;
}

/** Paths inside `folder` of all its files but the manifest, sorted. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => name !== MANIFEST)
    .sort();
}

async function removeStale(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!TEMPORARY.test(name)) continue;
    const path = join(parent, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'code' in thrown && 'syscall' in thrown;
}

/** Whether a rename failed because the target is a non-empty directory or a file. */
function isTaken(thrown: unknown): boolean {
  return isSystemError(thrown) && ['EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EPERM'].includes(thrown.code ?? '');
}

function unwritable(directory: string, thrown: unknown): EnvironmentError {
  return new EnvironmentError(`The cache ${directory} cannot be written: ${messageOf(thrown)}.`, {
    remedy: 'Free space there or make it writable, or choose another folder with --cache-dir <directory>.',
    cause: thrown,
  });
}
