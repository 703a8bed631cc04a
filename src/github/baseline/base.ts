import { EnvironmentError } from '../../errors.js';
import { formatCommit } from '../../report/format.js';
import { askMaybe, type GitHubApi } from '../api.js';
import type { GitHubContext } from '../context.js';

/** The commit that a run is compared with. */
export interface Base {
  /** Commit whose baseline is preferred, such as the merge base. */
  readonly sha: string;
  /** Branch the commit is on. */
  readonly branch: string;
  /** Whether to skip this commit: only baselines of earlier commits count. */
  readonly excludesItself: boolean;
}

/** The facts that determine the base of a run. */
export interface BaseQuestion {
  readonly context: GitHubContext;
  /** The measured commit: the checkout's. For a pull request it may be the test merge or the head. */
  readonly measured: string;
  readonly defaultBranch: string;
  readonly isBaselineBranch: (branch: string) => boolean;
}

/**
 * Finds the commit to compare with. For a pull request it is the merge base of the measured commit and the base branch.
 * For a test merge that is the merged commit of the base branch, so the pull request is not blamed for changes made
 * there.
 * @throws NoMergeBaseError if GitHub knows no common ancestor; GitHubError.
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
    // A scheduled run may be compared with an earlier run of the same commit; a push is judged by what it changes.
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
