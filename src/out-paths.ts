import { join } from 'node:path';
import type { Config } from './config/config.js';

/** The results document of a run. */
export function resultsPath({ out }: Config): string {
  return join(out, 'results.json');
}

/** The report of a run, in Markdown. */
export function reportPath({ out }: Config): string {
  return join(out, 'report.md');
}

/** The report of a run, in HTML with charts. */
export function htmlPath({ out }: Config): string {
  return join(out, 'report.html');
}

/** Folder of the profiles of V8, heaptrack and massif. */
export function profilesFolder({ out }: Config): string {
  return join(out, 'profiles');
}
