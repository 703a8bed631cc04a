import { EnvironmentError } from '../../errors.js';
import { formatCommit } from '../../report/format.js';
import { askMaybe, type GitHubApi } from '../api.js';
import type { GitHubContext } from '../context.js';

/** What a run is compared with. */
export interface Base {
  /** Commit whose baseline would be the best, such as the merge base. */
  readonly sha: string;
  /** Branch the commit is on. */
  readonly branch: string;
  /** Whether the branch's own runs count: only what came before is a baseline for them. */
  readonly excludesItself: boolean;
}

/** What is known of the run when its base is looked for. */
export interface BaseQuestion {
  readonly context: GitHubContext;
  /** Commit that is measured: the checkout's. Of a pull request it may be the test merge, or its head. */
  readonly measured: string;
  readonly defaultBranch: string;
  readonly isBaselineBranch: (branch: string) => boolean;
}

/**
 * The commit to compare with. For pull requests it is the merge base of the measured commit and the base branch: of a
 * test merge that is the base branch's commit that was merged, so that nothing of the base branch is blamed on the
 * pull request.
 * @throws NoMergeBaseError where GitHub knows no common ancestor; GitHubError.
 */
export async function findBase(api: GitHubApi, question: BaseQuestion): Promise<Base> {
  const { context, measured, defaultBranch, isBaselineBranch } = question;
  const { pull, mergeGroup, branch, event } = context;
  if (pull !== undefined) {
    return {
      sha: await mergeBase(api, pull.baseRef, measured, pull.headSha),
      branch: pull.baseRef,
      excludesItself: false,
    };
  }
  if (mergeGroup !== undefined) {
    const { baseSha, baseRef, headSha } = mergeGroup;
    return { sha: await mergeBase(api, baseSha, headSha), branch: baseRef, excludesItself: false };
  }
  if (branch !== undefined && isBaselineBranch(branch)) {
    // A scheduled run may be compared with an earlier one of the same commit; a push is about what it changes.
    return { sha: measured, branch, excludesItself: event === 'push' };
  }
  return { sha: await mergeBase(api, defaultBranch, measured), branch: defaultBranch, excludesItself: false };
}

async function mergeBase(api: GitHubApi, base: string, ...heads: readonly string[]): Promise<string> {
  for (const head of new Set(heads)) {
    const basehead = `${base}...${head}`;
    const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead, per_page: 1 });
    const found = await askMaybe(lookingUpMergeBase, request);
    if (found !== undefined) return found.merge_base_commit.sha;
  }
  const named = heads.map(formatCommit).join(' or ');
  throw new NoMergeBaseError(`GitHub knows no common ancestor of ${base} and ${named}`, {
    remedy: 'Give the job the permission `contents: read`, and check out a commit that GitHub has.',
  });
}

const lookingUpMergeBase = { doing: 'looking up the merge base', permission: 'contents: read' };

/** GitHub answered 404: no common ancestor, a commit that was never pushed, or a token without access. */
export class NoMergeBaseError extends EnvironmentError {
  get reason(): string {
    return this.message;
  }
}
