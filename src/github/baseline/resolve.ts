import { MemoryBenchError } from '../../errors.js';
import { formatCommit } from '../../report/format.js';
import type { BaselineProvenance } from '../../report/provenance.js';
import type { FoundBaseline } from '../../results/baseline.js';
import type { Results } from '../../results/schema.js';
import { parseResults } from '../../results/store.js';
import { ask, type GitHubApi } from '../api.js';
import { type Artifact, artifactsNamed, readArtifact } from '../artifacts.js';
import { ancestors, type Base } from './base.js';
import { judgeArtifact, type TrustRules } from './trust.js';

/** How far back on the branch a baseline is looked for, in commits. */
const longestWalk = 50;
/** The file a baseline artifact holds. */
export const baselineFileName = 'baseline.json';

/** A baseline, or why there is none. */
export interface ResolvedBaseline extends FoundBaseline {
  readonly provenance: BaselineProvenance;
}

/** Where a baseline is looked for. */
export interface BaselineSearch {
  readonly base: Base;
  /** Name of the artifact that holds it. */
  readonly artifact: string;
  readonly environmentKey: string;
  /** Branches whose runs are trusted, beside the base's own. */
  readonly branches: readonly string[];
  readonly ownRunId: number;
  /** File of the workflow this run is of. */
  readonly workflowPath: string;
}

/**
 * The artifact of the base commit, else of its nearest ancestor that has a usable one. What was passed over, and why, is
 * in the notes.
 * @throws GitHubError where GitHub does not answer.
 */
export async function resolveArtifact(api: GitHubApi, search: BaselineSearch): Promise<ResolvedBaseline> {
  const { base, artifact, ownRunId } = search;
  const skipped = base.excludesItself ? 1 : 0;
  const commits = (await ancestors(api, base.sha, longestWalk)).slice(skipped);
  const artifacts = await artifactsNamed(api, artifact);
  const rules = { branches: [base.branch, ...search.branches], ownRunId };
  const notes: string[] = [];
  const [nearest] = commits;
  for (const [index, sha] of commits.entries()) {
    for (const candidate of artifacts.filter(({ run }) => run?.headSha === sha)) {
      const tried = await tryArtifact(api, candidate, rules, search);
      if ('results' in tried) {
        const pending = index > 0 && (await isBeingMade(api, nearest, search, tried.workflowPath));
        return found(tried.results, sha, index + skipped, notes, pending);
      }
      notes.push(`the baseline of ${formatCommit(sha)} was passed over: ${tried.passedOver}`);
    }
  }
  return nothing(notes, (await isBeingMade(api, nearest, search)) ? nearest : undefined);
}

/** No baseline, and what was passed over on the way; `pending` is the commit that is being measured right now. */
export function nothing(notes: readonly string[], pending?: string): ResolvedBaseline {
  return {
    results: undefined,
    place: pending === undefined ? '' : `of ${formatCommit(pending)}, which is being measured`,
    pending: pending !== undefined,
    provenance: { source: 'none', commitsBehind: undefined, notes },
  };
}

function found(
  results: Results,
  sha: string,
  commitsBehind: number,
  notes: readonly string[],
  pending: boolean,
): ResolvedBaseline {
  const source = commitsBehind === 0 ? 'merge-base' : 'ancestor';
  const place = `artifact of ${formatCommit(sha)}`;
  return { results, place, pending, provenance: { source, commitsBehind, notes } };
}

type Tried = { readonly results: Results; readonly workflowPath: string } | { readonly passedOver: string };

async function tryArtifact(
  api: GitHubApi,
  artifact: Artifact,
  rules: TrustRules,
  { environmentKey }: BaselineSearch,
): Promise<Tried> {
  if (artifact.expired) return { passedOver: 'the artifact has expired' };
  const trust = await judgeArtifact(api, artifact, rules);
  if (!trust.trusted) return { passedOver: trust.reason };
  try {
    const { [baselineFileName]: text } = await readArtifact(api, artifact, [baselineFileName]);
    if (text === undefined) return { passedOver: `it holds no ${baselineFileName}` };
    const results = parseResults(text, artifact.name, 'baseline');
    const { key } = results.environment;
    return key === environmentKey
      ? { results, workflowPath: trust.workflowPath }
      : { passedOver: `it was measured in the environment ${key}` };
  } catch (error) {
    // One that cannot be read must not hide an older one that can.
    if (!(error instanceof MemoryBenchError)) throw error;
    return { passedOver: error.message };
  }
}

/** Whether a run on the branch is measuring this very commit: of this workflow, or of the one that made a baseline. */
async function isBeingMade(
  api: GitHubApi,
  sha: string | undefined,
  { base, ownRunId, workflowPath }: BaselineSearch,
  makersPath = workflowPath,
): Promise<boolean> {
  if (sha === undefined) return false;
  const filter = { head_sha: sha, branch: base.branch, event: 'push', per_page: 50 };
  const request = api.rest.actions.listWorkflowRunsForRepo({ ...api.at, ...filter });
  const { workflow_runs: runs } = await ask('the runs of the base commit could not be listed', request);
  return runs.some(
    ({ id, status, path }) =>
      id !== ownRunId && status !== 'completed' && [workflowPath, makersPath].includes(path.replace(/@.*$/, '')),
  );
}
