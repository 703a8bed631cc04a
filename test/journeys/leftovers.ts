import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Processes whose command line has a text in it and that work in a folder. */
export function commandLinesContaining(text: string, folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text) && readlinkSync(`/proc/${pid}/cwd`) === folder
        );
      } catch {
        // Gone since the listing.
        return false;
      }
    });
}
