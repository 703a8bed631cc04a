import { type FoundBaseline, findBaseline } from '../../results/baseline.js';
import { parseResults } from '../../results/store.js';
import type { GitHubApi } from '../api.js';
import { fileOn } from './commit.js';

/**
 * The first of the keys that has a committed baseline in the checkout.
 * @throws UsageError where the file cannot be used.
 */
export function checkedOutBaseline(path: string, keys: readonly [string, ...string[]]): Promise<FoundBaseline> {
  return firstOf(keys, (key) => findBaseline({ path, required: false }, key));
}

/**
 * As checkedOutBaseline, but read from a branch: `path` is a folder or a .json file of the repository. The keys come from a document that may be made up: one that is no file
 * name finds nothing.
 * @throws GitHubError; UsageError where the file cannot be used.
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
