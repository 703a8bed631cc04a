import { join, relative } from 'node:path';
import type { RunnerConfig } from '../config/runner-config.js';
import { currentCommit, isTracked } from '../results/environment.js';
import { ask, type GitHubApi } from './api.js';
import type { BaseQuestion } from './baseline/base.js';
import type { GitHubContext } from './context.js';

/**
 * What is measured and what it is compared with, as far as it is known before the measuring.
 * @throws GitHubError where the default branch has to be asked for and GitHub does not answer.
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
    // A workflow may have checked out another commit than the one it was started for.
    measured: currentCommit(config.workingDirectory)?.sha ?? context.sha,
    defaultBranch,
    isBaselineBranch: (branch) => branches.includes(branch),
  };
}

/** The default branch, by GitHub's word. */
export async function askDefaultBranch(api: GitHubApi): Promise<string> {
  return (await ask('the repository could not be looked up', api.rest.repos.get(api.at))).default_branch;
}

/** A file of the working directory as the repository has it; undefined for one that git does not know. */
export function trackedPath(workingDirectory: string, file: string): string | undefined {
  return isTracked(workingDirectory, file) ? repositoryPath(join(workingDirectory, file)) : undefined;
}

/** A path of the checkout as the repository has it: relative to its root, with forward slashes. */
export function repositoryPath(path: string): string {
  return relative(process.env.GITHUB_WORKSPACE ?? process.cwd(), path).replaceAll('\\', '/');
}
