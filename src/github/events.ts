import { execFileSync } from 'node:child_process';
import { EnvironmentError } from '../errors.js';
import { currentCommit } from '../results/environment.js';
import type { GitHubContext } from './context.js';

/** Events that anyone can trigger and that run with the default branch's token and secrets. */
const strangersEvents: readonly string[] = [
  'pull_request_target',
  'pull_request_comment',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'workflow_run',
  'fork',
  'watch',
  'gollum',
];

const twoWorkflows =
  'Measure in a workflow for `pull_request`, and comment with the `comment` action in a workflow for `workflow_run`: see "Pull requests from forks" in docs/action.md of memory-bench-action.';

/**
 * Refuses runs in which code of a pull request would have, or be close to, the default branch's token and secrets.
 * @throws EnvironmentError that names the set-up to use instead.
 */
export function refuseUnsafeEvent(
  { event, sha }: Pick<GitHubContext, 'event' | 'sha'>,
  workingDirectory: string,
): void {
  if (event === 'pull_request_target') {
    throw new EnvironmentError(
      'memory-bench does not measure on pull_request_target: the checkout is the base branch, and code of the pull request would run with a token that may write and with the secrets of the repository',
      { remedy: twoWorkflows },
    );
  }
  if (!strangersEvents.includes(event)) return;
  const measured = currentCommit(workingDirectory)?.sha;
  if (measured === sha) return;
  // Without git, nothing proves that the code is the default branch's.
  const what = measured === undefined ? 'a folder that is no git checkout' : `commit ${measured.slice(0, 7)}`;
  throw new EnvironmentError(
    `memory-bench does not measure ${what} on ${event}: the run is for ${sha.slice(0, 7)} of the default branch, and other code would run with its token and secrets`,
    { remedy: twoWorkflows },
  );
}

/**
 * The reason that the checkout is not this run's pull request: it is neither its head, nor its test merge, nor a commit
 * on top of the head. Undefined if it is.
 */
export function foreignCheckout(
  { event, pull, sha }: Pick<GitHubContext, 'event' | 'pull' | 'sha'>,
  workingDirectory: string,
): string | undefined {
  if (pull === undefined) return undefined;
  const measured = currentCommit(workingDirectory)?.sha ?? sha;
  if (measured === sha || measured === pull.headSha) return undefined;
  if (parentsOf(workingDirectory).includes(pull.headSha)) return undefined;
  return `the checkout is commit ${measured.slice(0, 7)}, which is neither the head of #${pull.number} (${pull.headSha.slice(0, 7)}) nor the test merge of this ${event} run (${sha.slice(0, 7)})`;
}

/** The parents of the checked-out commit, read from the commit itself because a shallow clone may lack them. */
function parentsOf(folder: string): string[] {
  try {
    const commit = execFileSync('git', ['cat-file', 'commit', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [head = ''] = commit.split('\n\n', 1);
    return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, sha = '']) => sha);
  } catch {
    return [];
  }
}
