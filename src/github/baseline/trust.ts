import { ask, type GitHubApi } from '../api.js';
import type { Artifact } from '../artifacts.js';

/** Events whose runs measure what is on a branch of the repository, and nothing that somebody proposes. */
const trustedEvents = ['push', 'schedule', 'workflow_dispatch'];

/** Which runs a baseline is taken from. */
export interface TrustRules {
  readonly branches: readonly string[];
  /** Our own run's results are no baseline for it. */
  readonly ownRunId: number;
}

/** What is made of an artifact before it is opened. */
export type Trust =
  | { readonly trusted: true; readonly workflowPath: string }
  | { readonly trusted: false; readonly reason: string };

/**
 * Whether an artifact is trusted as a baseline. A fork's branch may be called `main`, and its pull request's run can
 * upload an artifact of any name: the run tells, and GitHub says what the run was.
 * @throws GitHubError
 */
export async function judgeArtifact(
  api: GitHubApi,
  { run, ofThisRepository }: Artifact,
  { branches, ownRunId }: TrustRules,
): Promise<Trust> {
  if (run === undefined) return distrust('GitHub does not say which run made it');
  if (run.id === ownRunId) return distrust('it is of this very run');
  if (!ofThisRepository) return distrust('it comes from a fork');
  if (!branches.includes(run.headBranch)) return distrust(`it was measured on the branch ${run.headBranch}`);
  const request = api.rest.actions.getWorkflowRun({ ...api.at, run_id: run.id });
  const { event, path, head_repository: head, repository } = await ask(`run ${run.id} could not be looked up`, request);
  if (!trustedEvents.includes(event)) return distrust(`it was measured for a ${event} event`);
  return head?.id === repository.id
    ? { trusted: true, workflowPath: path.replace(/@.*$/, '') }
    : distrust('it comes from a fork');
}

function distrust(reason: string): Trust {
  return { trusted: false, reason };
}
