import type { FoundBaseline } from '../../results/baseline.js';
import { parseResults } from '../../results/store.js';
import type { GitHubApi } from '../api.js';
import { fileOn } from './commit.js';

/**
 * The committed baseline of an environment, read from a branch and not from a checkout. The key comes from a document
 * that may be made up: one that is no file name finds nothing.
 * @throws GitHubError; UsageError where the file cannot be used.
 */
export async function committedBaseline(
  api: GitHubApi,
  branch: string,
  folder: string,
  environmentKey: string,
): Promise<FoundBaseline> {
  const place = `${folder}/${environmentKey}.json`;
  const file = /^[A-Za-z0-9._-]+$/.test(environmentKey) ? await fileOn(api, branch, place) : undefined;
  const results = file && parseResults(file.content, place, 'baseline');
  return { results, place, pending: false };
}
