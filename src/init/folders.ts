import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The folders from `from` up to `to`, both included; up to the root of the file system without `to`. */
export function foldersUp(from: string, to?: string): string[] {
  const folders = [from];
  for (let folder = from; folder !== to && dirname(folder) !== folder; ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** The first of the names that is in a folder. */
export function firstIn(folder: string, names: readonly string[]): string | undefined {
  return names.find((name) => existsSync(join(folder, name)));
}

/** A path as configuration files and workflows have it: relative, with slashes; empty for the folder itself. */
export function slashed(from: string, to: string): string {
  return relative(from, to).replaceAll(sep, '/');
}
