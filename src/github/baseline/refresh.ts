import { join } from 'node:path';
import { unsettledNotes } from '../../report/baseline-notes.js';
import { countOf } from '../../report/format.js';
import { baselineFile, nextBaseline } from '../../results/baseline.js';
import type { Results } from '../../results/schema.js';
import { writeResults } from '../../results/store.js';
import type { GitHubApi } from '../api.js';
import { repositoryPath } from '../place.js';
import { uploadArtifact } from '../uploads.js';
import { baselineFileName, commitMismatch } from './candidate.js';
import { commitBaseline } from './commit.js';

/** The reason that a run's results must not become the baseline. */
export interface RefreshRefusal {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * The reason that these results cannot become the baseline of the commit that the run was started for; undefined if
 * they can. `changed` are the files that differ from the commit.
 */
export function refusalOf(
  results: Pick<Results, 'commit'>,
  runSha: string,
  changed: readonly string[],
): RefreshRefusal | undefined {
  const mismatch = commitMismatch(results, runSha);
  if (mismatch === undefined) return undefined;
  const named = changed.slice(0, mostChangedNamed).join(', ');
  const more = changed.length > mostChangedNamed ? ` and ${changed.length - mostChangedNamed} more` : '';
  return results.commit?.sha === runSha
    ? {
        reason: named === '' ? mismatch : `${mismatch}: ${named}${more}`,
        remedy: 'Measure what is committed: add what the build makes to `.gitignore`, or restore the files first.',
      }
    : { reason: mismatch, remedy: 'Measure the commit of the run: use `actions/checkout` without `ref`.' };
}

const mostChangedNamed = 5;

/** A baseline to store. */
export interface Refresh {
  readonly results: Results;
  /** The baseline these results were compared with. Cases that were not measured now keep their results from it. */
  readonly earlier: Results | undefined;
  /** Name of the artifact; undefined on a server without artifacts. */
  readonly artifact: string | undefined;
  readonly retentionDays: number | undefined;
  /** Folder of this run in which the file is written. */
  readonly folder: string;
  /** File of the repository that is written as well. */
  readonly commit: RepositoryFile | undefined;
}

/** Messages about a stored baseline. */
export interface Refreshed {
  readonly said: readonly string[];
  /** Messages about what it leaves out. */
  readonly warnings: readonly string[];
}

/** A file of a branch. */
export interface RepositoryFile {
  readonly branch: string;
  /** Absolute path in the checkout: a file, or the folder of baselines. */
  readonly file: string;
  /** Key that names the file in such a folder. */
  readonly key: string;
}

/**
 * Stores the next baseline, with its history, as an artifact and, if requested, in the repository. Returns messages
 * about what was stored and what the baseline leaves out.
 * @throws EnvironmentError if it cannot be written or uploaded.
 */
export async function refreshBaseline(api: GitHubApi, refresh: Refresh): Promise<Refreshed> {
  const { results, earlier, artifact: name, retentionDays, folder, commit } = refresh;
  const { results: baseline, replaced, kept, unsettled } = nextBaseline(earlier, results);
  const file = join(folder, baselineFileName);
  await writeResults(file, baseline);
  const cases = `${countOf(replaced, 'case')} measured${kept === 0 ? '' : `, ${kept} kept from before`}`;
  const said: string[] = [];
  const warnings = unsettledNotes(unsettled);
  if (name !== undefined) {
    await uploadArtifact({ name, files: [file], folder, retentionDays });
    said.push(`the baseline artifact ${name} was stored: ${cases}`);
  }
  if (commit !== undefined) said.push(await writeToRepository(api, baseline, commit));
  return { said, warnings };
}

async function writeToRepository(
  api: GitHubApi,
  baseline: Results,
  { branch, file, key }: RepositoryFile,
): Promise<string> {
  const path = repositoryPath(baselineFile({ path: file }, key));
  const sha = baseline.commit?.sha ?? branch;
  const outcome = await commitBaseline(api, { baseline, sha, branch, path });
  const words = {
    committed: `${path} was written to ${branch}`,
    unchanged: `${path} on ${branch} is the same already`,
    'newer-there': `${path} on ${branch} was measured at a later commit and stays`,
  };
  return outcome.kind === 'proposed' ? `${branch} is protected: ${outcome.url} proposes ${path}` : words[outcome.kind];
}
