import { basename } from 'node:path';
import { UsageError } from '../../errors.js';
import type { Results } from '../../results/schema.js';
import { parseResults } from '../../results/store.js';
import { ask, askMaybe, type GitHubApi, GitHubError } from '../api.js';

/** A baseline to commit to the repository. */
export interface BaselineCommit {
  readonly baseline: Results;
  /** Commit it was measured at. */
  readonly sha: string;
  readonly branch: string;
  /** Path in the repository, with forward slashes. */
  readonly path: string;
}

/** The outcome of committing a baseline. */
export type CommitOutcome =
  | { readonly kind: 'committed' | 'unchanged' | 'newer-there' }
  | { readonly kind: 'proposed'; readonly url: string };

/** Statuses of a refused write to a branch that takes changes through pull requests only. */
const protectedStatuses = [403, 409, 422];
/** Matches the error if another process updated the branch in the meantime. */
const outrun = /does not match|but expected/;
const attempts = 3;

/**
 * Writes the baseline to its branch or, if that is protected, to a separate branch with a pull request. The baseline of
 * a newer commit is not replaced.
 * @throws GitHubError if neither is allowed.
 */
export async function commitBaseline(api: GitHubApi, commit: BaselineCommit): Promise<CommitOutcome> {
  const content = `${JSON.stringify(commit.baseline)}\n`;
  for (let attempt = 1; ; attempt += 1) {
    const there = await fileOn(api, commit.branch, commit.path);
    if (there?.content === content) return { kind: 'unchanged' };
    if (there !== undefined && (await isNewer(api, there.content, commit))) return { kind: 'newer-there' };
    try {
      // Without `[skip ci]`, a commit made with a token other than the job's would start a run that writes it again.
      await write(api, commit, { branch: commit.branch, content, replaces: there?.sha, note: ' [skip ci]' });
      return { kind: 'committed' };
    } catch (error) {
      if (!(error instanceof GitHubError) || !protectedStatuses.includes(error.status ?? 0)) throw error;
      if (!outrun.test(error.message)) return propose(api, commit, content);
      if (attempt === attempts) throw error;
    }
  }
}

async function propose(api: GitHubApi, commit: BaselineCommit, content: string): Promise<CommitOutcome> {
  const branch = `memory-bench/baseline-${commit.branch}-${basename(commit.path, '.json')}`;
  const open = api.rest.pulls.list({
    ...api.at,
    head: `${api.at.owner}:${branch}`,
    base: commit.branch,
    state: 'open',
  });
  const [existing] = await ask('the pull requests could not be listed', open);
  // Do not reset the branch of an open pull request: GitHub would close it.
  if (existing === undefined) await pointAt(api, branch, commit.sha);
  const there = await fileOn(api, branch, commit.path);
  if (there !== undefined && (await isNewer(api, there.content, commit))) return { kind: 'newer-there' };
  if (there?.content !== content) await write(api, commit, { branch, content, replaces: there?.sha, note: '' });
  if (existing !== undefined) return { kind: 'proposed', url: existing.html_url };
  const created = api.rest.pulls.create({
    ...api.at,
    head: branch,
    base: commit.branch,
    title: 'Refresh the memory baseline',
    body: `Measured at ${commit.sha}. The branch is protected, so memory-bench cannot write \`${commit.path}\` itself.`,
  });
  return { kind: 'proposed', url: (await ask('the pull request could not be opened', created)).html_url };
}

/** Creates the branch, or resets it: it contained an older baseline. */
async function pointAt(api: GitHubApi, branch: string, sha: string): Promise<void> {
  const existing = api.rest.git.getRef({ ...api.at, ref: `heads/${branch}` });
  const known = await askMaybe(`the branch ${branch} could not be looked up`, existing);
  await ask(
    `the branch ${branch} could not be made`,
    known === undefined
      ? api.rest.git.createRef({ ...api.at, ref: `refs/heads/${branch}`, sha })
      : api.rest.git.updateRef({ ...api.at, ref: `heads/${branch}`, sha, force: true }),
  );
}

interface FileChange {
  readonly branch: string;
  readonly content: string;
  /** SHA of the existing blob. */
  readonly replaces: string | undefined;
  /** Appended to the commit message. */
  readonly note: string;
}

async function write(api: GitHubApi, { path, sha: measured }: BaselineCommit, change: FileChange): Promise<void> {
  const { branch, content, replaces, note } = change;
  const request = api.rest.repos.createOrUpdateFileContents({
    ...api.at,
    path,
    branch,
    message: `Refresh the memory baseline (measured at ${measured.slice(0, 7)})${note}`,
    content: Buffer.from(content).toString('base64'),
    ...(replaces === undefined ? {} : { sha: replaces }),
  });
  await ask(`the baseline ${path} could not be written to ${branch}`, request);
}

/**
 * Reads a file of a branch, with the SHA of its blob. A request that replaces the file has to name that SHA.
 * @throws GitHubError
 */
export async function fileOn(
  api: GitHubApi,
  ref: string,
  path: string,
): Promise<{ readonly content: string; readonly sha: string } | undefined> {
  const request = api.rest.repos.getContent({ ...api.at, path, ref });
  const data = await askMaybe({ doing: `reading ${path} from ${ref}`, permission: 'contents: read' }, request);
  if (data === undefined || Array.isArray(data) || data.type !== 'file') return undefined;
  // GitHub omits the content of files above 1 MB.
  const encoded = data.content === '' ? await blob(api, data.sha) : data.content;
  return { content: Buffer.from(encoded, 'base64').toString('utf8'), sha: data.sha };
}

async function blob(api: GitHubApi, sha: string): Promise<string> {
  const request = api.rest.git.getBlob({ ...api.at, file_sha: sha });
  return (await ask({ doing: `reading the blob ${sha}`, permission: 'contents: read' }, request)).content;
}

/** Whether the existing baseline was measured at a later commit. */
async function isNewer(api: GitHubApi, content: string, { path, sha }: BaselineCommit): Promise<boolean> {
  const theirs = commitOf(content, path);
  if (theirs === undefined || theirs === sha) return false;
  const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead: `${sha}...${theirs}`, per_page: 1 });
  return (await askMaybe('the commits of the baselines could not be compared', request))?.status === 'ahead';
}

function commitOf(content: string, path: string): string | undefined {
  try {
    return parseResults(content, path, 'baseline').commit?.sha;
  } catch (error) {
    // An unreadable file may be replaced.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
