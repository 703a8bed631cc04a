import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process that works in one of the folders, or below one. */
export interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/** Processes whose working directory is one of the folders or below one. */
export function processesIn(folders: readonly string[]): Leftover[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const at = readlinkSync(`/proc/${name}/cwd`);
        if (!folders.some((folder) => at === folder || at.startsWith(`${folder}/`))) return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        // One that has ended and was not waited for yet has no command line.
        return command === '' ? [] : [{ pid: Number(name), command }];
      } catch {
        // Gone since the listing.
        return [];
      }
    });
}
