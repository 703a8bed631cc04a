import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.js';
import { writeWhole } from '../results/store.js';
import { type Handover, handedOver } from './handover.js';
import { uploadArtifact } from './uploads.js';

/** What the measuring half uploads. */
export interface ResultsUpload {
  readonly name: string;
  readonly resultsPath: string;
  /** The report in Markdown, and in HTML. */
  readonly reportPaths: readonly string[];
  readonly handover: Omit<Handover, 'handoverVersion'>;
  readonly retentionDays: number | undefined;
}

/**
 * Uploads results, reports and handover; returns the artifact's id.
 * @throws EnvironmentError
 */
export async function uploadResults(upload: ResultsUpload): Promise<number> {
  const { name, resultsPath, reportPaths, handover, retentionDays } = upload;
  const folder = dirname(resultsPath);
  const handoverPath = join(folder, handedOver[1]);
  await writeWhole(handoverPath, `${JSON.stringify({ handoverVersion: 1, ...handover } satisfies Handover)}\n`);
  return uploadArtifact({ name, files: [resultsPath, ...reportPaths, handoverPath], folder, retentionDays });
}

/** What profiles are named like: of V8, of heaptrack, of massif. */
const profileEndings = ['.heapprofile', '.heaptrack.gz', '.massif.out'];

/**
 * Uploads the profiles of a run, where it has any; returns the artifact's id.
 * @throws EnvironmentError
 */
export async function uploadProfiles(
  name: string,
  folder: string,
  retentionDays: number | undefined,
): Promise<number | undefined> {
  const files = await profilesIn(folder);
  return files.length === 0 ? undefined : uploadArtifact({ name, files, folder, retentionDays });
}

function isProfile(name: string): boolean {
  return profileEndings.some((ending) => name.endsWith(ending));
}

async function profilesIn(folder: string): Promise<string[]> {
  // Most runs have none.
  if (!existsSync(folder)) return [];
  try {
    const names = await readdir(folder);
    return names.filter(isProfile).map((name) => join(folder, name));
  } catch (cause) {
    throw new EnvironmentError(`the profiles cannot be read: ${messageOf(cause)}`, { cause });
  }
}
