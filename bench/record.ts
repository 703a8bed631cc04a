import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../src/results/schema.js';
import { parseResults } from '../src/results/store.js';
import { recordingOf, recordingPath } from './recording.js';

/**
 * Writes a recording of the results documents below a folder, `<folder>/<round>/results.json`, in the order of
 * measuring. `what` is the command that produced them.
 */
export function record(name: string, folder: string, what: string): string {
  const runs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: round }) => {
      const path = join(folder, round, 'results.json');
      return parseResults(readFileSync(path, 'utf8'), path, 'results');
    })
    .filter(isWhole)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  writeFileSync(recordingPath(name), `${JSON.stringify(recordingOf(what, runs))}\n`);
  return `${recordingPath(name)}: ${runs.length} runs`;
}

/** Whether every case has a sample of the memory pass. The passes after it may be missing: they are not recorded. */
function isWhole({ cases }: Results): boolean {
  return cases.every(({ samples }) => samples.some(({ status, pass }) => status === 'measured' && pass === 'memory'));
}
