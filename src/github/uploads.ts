import { EnvironmentError, messageOf } from '../errors.js';

const takenRemedy =
  'Another job or step of this run has the same name. In a reusable workflow that is called from a matrix, pass the ' +
  "caller's matrix in the input matrix (docs/action.md of memory-bench-action has an example); in other workflows, " +
  'give each job or step its own artifact-name.';

/** An artifact to upload. */
export interface Upload {
  readonly name: string;
  /** Absolute paths; the archive contains them without folders. */
  readonly files: readonly string[];
  /** Folder of the files. */
  readonly folder: string;
  readonly retentionDays: number | undefined;
}

/** Another job or step of the run has stored an artifact of the same name. */
export class ArtifactTakenError extends EnvironmentError {}

/**
 * Uploads an artifact of this run and returns its id. The artifact client is large, so it is loaded lazily, here.
 * @throws ArtifactTakenError; EnvironmentError for every other failure.
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
    const failure = `the artifact ${name} could not be uploaded: ${message}`;
    if (/already exists/.test(message)) throw new ArtifactTakenError(failure, { cause, remedy: takenRemedy });
    throw new EnvironmentError(failure, { cause });
  }
}
