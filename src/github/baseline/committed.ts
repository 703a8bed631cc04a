import { type FoundBaseline, findBaseline } from '../../results/baseline.js';
import { parseResults } from '../../results/store.js';
import type { GitHubApi } from '../api.js';
import { fileOn } from './commit.js';

/**
 * The committed baseline in the checkout, for the first key that has one.
 * @throws UsageError if the file cannot be used.
 */
export function checkedOutBaseline(path: string, keys: readonly [string, ...string[]]): Promise<FoundBaseline> {
  return firstOf(keys, (key) => findBaseline({ path, required: false }, key));
}

/**
 * Like `checkedOutBaseline`, but reads from a branch. `path` is a folder or a .json file of the repository. The keys
 * come from an untrusted document: a key that is not a file name finds nothing.
 * @throws GitHubError; UsageError if the file cannot be used.
 */
export function committedBaseline(
  api: GitHubApi,
  branch: string,
  path: string,
  keys: readonly [string, ...string[]],
): Promise<FoundBaseline> {
  return firstOf(keys, async (key) => {
    const place = path.endsWith('.json') ? path : `${path}/${key}.json`;
    const file = /^[A-Za-z0-9._-]+$/.test(key) ? await fileOn(api, branch, place) : undefined;
    const results = file && parseResults(file.content, place, 'baseline');
    return { results, absence: results === undefined ? { kind: 'first-run' } : undefined, place, pending: false };
  });
}

async function firstOf(
  [key, ...others]: readonly [string, ...string[]],
  find: (key: string) => Promise<FoundBaseline>,
): Promise<FoundBaseline> {
  const found = await find(key);
  const [next, ...rest] = others;
  return found.results !== undefined || next === undefined ? found : firstOf([next, ...rest], find);
}
