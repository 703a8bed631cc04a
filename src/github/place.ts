import { join, relative } from 'node:path';
import type { RunnerConfig } from '../config/runner-config.js';
import { currentCommit, isTracked } from '../results/environment.js';
import { ask, type GitHubApi } from './api.js';
import type { BaseQuestion } from './baseline/base.js';
import type { GitHubContext } from './context.js';

/**
 * Collects what is known about the measured commit and its base before the measuring starts.
 * @throws GitHubError if the default branch has to be requested and GitHub does not answer.
 */
export async function questionOf(
  api: GitHubApi,
  context: GitHubContext,
  { config, baseline }: RunnerConfig,
): Promise<BaseQuestion> {
  const defaultBranch = context.defaultBranch ?? (await askDefaultBranch(api));
  const branches = baseline.branches.length === 0 ? [defaultBranch] : baseline.branches;
  return {
    context,
    // A workflow may have checked out a different commit from the one it was started for.
    measured: currentCommit(config.workingDirectory)?.sha ?? context.sha,
    defaultBranch,
    isBaselineBranch: (branch) => branches.includes(branch),
  };
}

/** Asks GitHub for the default branch. */
export async function askDefaultBranch(api: GitHubApi): Promise<string> {
  return (await ask('the repository could not be looked up', api.rest.repos.get(api.at))).default_branch;
}

/** The path of a file relative to the repository's root; undefined for a file that git does not track. */
export function trackedPath(workingDirectory: string, file: string): string | undefined {
  return isTracked(workingDirectory, file) ? repositoryPath(join(workingDirectory, file)) : undefined;
}

/** A path of the checkout relative to the repository's root, with forward slashes. */
export function repositoryPath(path: string): string {
  return relative(process.env.GITHUB_WORKSPACE ?? process.cwd(), path).replaceAll('\\', '/');
}
