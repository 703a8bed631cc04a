import { ask, type GitHubApi } from './api.js';
import type { FinishedRun, PullRequest } from './context.js';

/**
 * The open pull request that a finished run was for, by what GitHub says of it: an artifact could name any. Undefined
 * where there is none, or its head has moved on.
 * @throws GitHubError
 */
export async function pullOfRun(api: GitHubApi, run: FinishedRun): Promise<PullRequest | undefined> {
  const { head_repository: head, head_branch: branch, head_sha: headSha } = run;
  if (head === null || branch === null) return undefined;
  const [owner = ''] = head.full_name.split('/');
  const request = api.rest.pulls.list({ ...api.at, head: `${owner}:${branch}`, state: 'open', per_page: 100 });
  const pulls = await ask('the pull requests could not be listed', request);
  const found = pulls.find((pull) => pull.head.sha === headSha && pull.head.repo?.id === head.id);
  if (found === undefined) return undefined;
  const fromFork = head.full_name.toLowerCase() !== `${api.at.owner}/${api.at.repo}`.toLowerCase();
  return { number: found.number, headSha, baseRef: found.base.ref, fromFork };
}
