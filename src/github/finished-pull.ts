import { ask, type GitHubApi, GitHubError } from './api.js';
import type { FinishedRun, PullRequest } from './context.js';

/** A pull request with the head branch of a run. */
interface Candidate {
  readonly number: number;
  readonly open: boolean;
  readonly headSha: string;
  readonly baseRef: string;
  readonly testMerge: string | undefined;
}

/** GitHub's data about a finished run. */
export interface RunHead {
  readonly headSha: string;
  readonly fromFork: boolean;
  /** Pull requests that the run may have been for, including closed ones. */
  readonly candidates: readonly Candidate[];
}

/** The pull request that results belong to, or the reason that none was found. */
export type PullFinding =
  | { readonly kind: 'found'; readonly pull: PullRequest; readonly measured: string }
  | { readonly kind: 'none'; readonly why: string };

/**
 * Lists the pull requests with the head branch of a run, as GitHub knows them: an artifact could name any.
 * @throws GitHubError
 */
export async function headOfRun(api: GitHubApi, run: FinishedRun): Promise<RunHead> {
  const { head_repository: head, head_branch: branch, head_sha: headSha } = run;
  if (head === null || branch === null) return { headSha, fromFork: true, candidates: [] };
  const [owner = ''] = head.full_name.split('/');
  const request = api.rest.pulls.list({ ...api.at, head: `${owner}:${branch}`, state: 'all', per_page: 100 });
  const pulls = await ask('the pull requests could not be listed', request);
  const candidates = pulls
    .filter((pull) => pull.head.repo?.id === head.id)
    .map((pull) => ({
      number: pull.number,
      open: pull.state === 'open',
      headSha: pull.head.sha,
      baseRef: pull.base.ref,
      testMerge: pull.merge_commit_sha ?? undefined,
    }));
  const fromFork = head.full_name.toLowerCase() !== `${api.at.owner}/${api.at.repo}`.toLowerCase();
  return { headSha, fromFork, candidates };
}

/**
 * Finds the open pull request that a commit was measured for. The results name the commit, and GitHub identifies it: as
 * the head itself, or as a test merge whose first parent is on the base branch of exactly one pull request.
 * @throws GitHubError
 */
export async function pullOfCommit(
  api: GitHubApi,
  { headSha, fromFork, candidates }: RunHead,
  commit: string | undefined,
): Promise<PullFinding> {
  const same = candidates.filter((candidate) => candidate.headSha === headSha);
  if (!same.some(({ open }) => open)) return none(whyNoneIsOpen(headSha, same, candidates));
  const measured = await whatWasMeasured(api, headSha, commit);
  if (measured.kind === 'other')
    return none(
      `the results are of commit ${short(measured.sha)}, which is neither ${short(headSha)} nor a merge of it`,
    );
  const matching = measured.kind === 'merge' ? await onBaseOf(api, same, measured) : same;
  const bases = [...new Set(matching.map(({ baseRef }) => baseRef))];
  if (bases.length > 1) {
    return none(
      `${numbers(matching)} have the same head ${short(headSha)}, and the results do not say for which of them it was measured`,
    );
  }
  const pull = matching.find(({ open }) => open);
  if (pull === undefined) {
    return none(
      matching.length === 0
        ? `the base that was merged for the measured commit is not on the base branch of ${numbers(same)}`
        : `the run was for ${numbers(matching)}, which is closed`,
    );
  }
  const { number, baseRef } = pull;
  const sha = measured.kind === 'merge' ? measured.sha : headSha;
  return { kind: 'found', pull: { number, headSha, baseRef, fromFork }, measured: sha };
}

type Measured =
  | { readonly kind: 'head' }
  | { readonly kind: 'merge'; readonly sha: string; readonly base: string }
  | { readonly kind: 'other'; readonly sha: string };

/** Classifies the commit that results name. A commit unknown to GitHub is assumed to be on top of the head. */
async function whatWasMeasured(api: GitHubApi, headSha: string, commit: string | undefined): Promise<Measured> {
  if (commit === undefined || commit === headSha || !/^[0-9a-f]{40}$/.test(commit)) return { kind: 'head' };
  const parents = await parentsOf(api, commit);
  if (parents === undefined) return { kind: 'head' };
  const [base, head] = parents;
  if (parents.length === 2 && base !== undefined && head === headSha) return { kind: 'merge', sha: commit, base };
  return parents.includes(headSha) ? { kind: 'head' } : { kind: 'other', sha: commit };
}

async function parentsOf(api: GitHubApi, ref: string): Promise<string[] | undefined> {
  const known = await askUnlessUnknown(
    'the measured commit could not be looked up',
    api.rest.repos.getCommit({ ...api.at, ref }),
  );
  return known?.parents.map(({ sha }) => sha);
}

/** The pull requests with this test merge, or else those whose base branch contains its first parent. */
async function onBaseOf(
  api: GitHubApi,
  candidates: readonly Candidate[],
  { sha, base }: { readonly sha: string; readonly base: string },
): Promise<readonly Candidate[]> {
  const exact = candidates.filter(({ testMerge }) => testMerge === sha);
  if (exact.length > 0) return exact;
  const matching: string[] = [];
  for (const ref of new Set(candidates.map(({ baseRef }) => baseRef))) {
    const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead: `${base}...${ref}`, per_page: 1 });
    const compared = await askUnlessUnknown(`${short(base)} could not be compared with ${ref}`, request);
    if (compared?.status === 'ahead' || compared?.status === 'identical') matching.push(ref);
  }
  return candidates.filter(({ baseRef }) => matching.includes(baseRef));
}

/** Like `ask`, but returns undefined for a commit or branch that GitHub does not know. */
async function askUnlessUnknown<T>(what: string, request: Promise<{ data: T }>): Promise<T | undefined> {
  try {
    return await ask(what, request);
  } catch (error) {
    if (error instanceof GitHubError && (error.status === 404 || error.status === 422)) return undefined;
    throw error;
  }
}

function whyNoneIsOpen(headSha: string, same: readonly Candidate[], all: readonly Candidate[]): string {
  if (same.length > 0) return `${numbers(same)}: closed`;
  const moved = all.filter(({ open }) => open);
  return moved.length > 0
    ? `the head of ${numbers(moved)} is no longer ${short(headSha)}`
    : `no open pull request has the head ${short(headSha)}`;
}

function none(why: string): PullFinding {
  return { kind: 'none', why };
}

function numbers(candidates: readonly Candidate[]): string {
  return candidates.map(({ number }) => `#${number}`).join(', ');
}

function short(sha: string): string {
  return sha.slice(0, 7);
}
