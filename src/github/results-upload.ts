import { dirname, join } from 'node:path';
import { writeWhole } from '../files/write-whole.js';
import { profilesIn } from '../results/profile-files.js';
import { type Handover, handedOver } from './handover.js';
import { uploadArtifact } from './uploads.js';

/** The upload of the measuring action. */
export interface ResultsUpload {
  readonly name: string;
  readonly resultsPath: string;
  /** The report in Markdown and in HTML. */
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

/**
 * Uploads the profiles of a run, if it has any; returns the artifact's id.
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
