import { MemoryBenchError } from '../../errors.js';
import { formatCommit } from '../../report/format.js';
import type { BaselineProvenance } from '../../report/provenance.js';
import type { BaselineAbsence, FoundBaseline } from '../../results/baseline.js';
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
  /** Whether a better one is still being made; there where it was when this one was found. */
  readonly stillPending?: () => Promise<boolean>;
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
        const { results, workflowPath } = tried;
        const resolved = found(results, sha, index + skipped, notes);
        return index === 0 ? resolved : unlessPending(resolved, () => isBeingMade(api, nearest, search, workflowPath));
      }
      notes.push(`the baseline of ${formatCommit(sha)} was passed over: ${tried.passedOver}`);
    }
  }
  return unlessPending(nothing(notes), () => isBeingMade(api, nearest, search));
}

/** No baseline, why, and what was passed over on the way. */
export function nothing(notes: readonly string[], absence: BaselineAbsence = { kind: 'first-run' }): ResolvedBaseline {
  const provenance = { source: 'none', commitsBehind: undefined, notes } as const;
  return { results: undefined, absence, place: 'of the base commit', pending: false, provenance };
}

/** What was found, marked where something better is being made. Where GitHub does not say, it is not waited for. */
async function unlessPending(found: ResolvedBaseline, stillPending: () => Promise<boolean>): Promise<ResolvedBaseline> {
  try {
    return (await stillPending()) ? { ...found, pending: true, stillPending } : found;
  } catch (error) {
    if (!(error instanceof MemoryBenchError)) throw error;
    const { provenance } = found;
    return { ...found, provenance: { ...provenance, notes: [...provenance.notes, error.message] } };
  }
}

function found(results: Results, sha: string, commitsBehind: number, notes: readonly string[]): ResolvedBaseline {
  const source = commitsBehind === 0 ? 'merge-base' : 'ancestor';
  const place = `artifact of ${formatCommit(sha)}`;
  return { results, absence: undefined, place, pending: false, provenance: { source, commitsBehind, notes } };
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
