import { EnvironmentError, messageOf } from '../errors.js';

/** What is uploaded. */
export interface Upload {
  readonly name: string;
  /** Absolute paths; they lie flat in the archive. */
  readonly files: readonly string[];
  /** Folder of the files. */
  readonly folder: string;
  readonly retentionDays: number | undefined;
}

/**
 * Uploads an artifact of this run and returns its id. The artifact client is loaded here and not before: it is large.
 * @throws EnvironmentError
 */
export async function uploadArtifact({ name, files, folder, retentionDays }: Upload): Promise<number> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  try {
    const options = retentionDays === undefined ? {} : { retentionDays };
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, [...files], folder, options);
    if (id === undefined) throw new Error('GitHub gave it no id');
    return id;
  } catch (cause) {
    const message = messageOf(cause);
    const taken = /already exists/.test(message);
    throw new EnvironmentError(`the artifact ${name} could not be uploaded: ${message}`, {
      cause,
      ...(taken ? { remedy: 'Two jobs of this run measure alike: give each its own artifact-name.' } : {}),
    });
  }
}
