import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The folders from `from` up to `to`, inclusive; without `to`, up to the root of the file system. */
export function foldersUp(from: string, to?: string): string[] {
  const folders = [from];
  for (let folder = from; folder !== to && dirname(folder) !== folder; ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** The first of the names that exists in a folder. */
export function firstIn(folder: string, names: readonly string[]): string | undefined {
  return names.find((name) => existsSync(join(folder, name)));
}

/** A path as written in configuration files and workflows: relative, with slashes; empty for the folder itself. */
export function slashed(from: string, to: string): string {
  return relative(from, to).replaceAll(sep, '/');
}
