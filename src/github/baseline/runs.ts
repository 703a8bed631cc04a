import { ask, type GitHubApi } from '../api.js';
import { isTrusted, type TrustRules, trustedEvents } from './trust.js';

/** A trusted run that may have made a baseline. */
export interface BaselineRun {
  readonly id: number;
  readonly headSha: string;
  readonly branch: string;
  readonly workflowPath: string;
  readonly createdAt: string;
  readonly isCompleted: boolean;
  readonly succeeded: boolean;
}

type ListRuns = GitHubApi['rest']['actions']['listWorkflowRunsForRepo'];
type RunFilter = Omit<NonNullable<Parameters<ListRuns>[0]>, 'owner' | 'repo'>;
type Runs = Awaited<ReturnType<ListRuns>>['data']['workflow_runs'];

const listingRuns = { doing: 'listing workflow runs', permission: 'actions: read' };
const pageSize = 100;
/** Branches whose runs are listed; runs of further branches are found commit by commit. */
const mostBranches = 2;
/** Commits whose runs are requested one by one because the lists do not reach back to them. */
const mostCommitsAsked = 10;

/**
 * The trusted runs of a repository, by commit. Runs are first listed per branch and trusted event, so that runs of pull
 * requests cannot fill the lists. Commits that the lists do not reach are queried one by one.
 */
export class TrustedRuns {
  readonly #api: GitHubApi;
  readonly #rules: TrustRules;
  readonly #ofCommit = new Map<string, BaselineRun[]>();
  /** Commits whose push runs are all known. */
  readonly #covered = new Set<string>();
  #asked = 0;
  #isWhole = true;
  #isCut = false;

  private constructor(api: GitHubApi, rules: TrustRules) {
    this.#api = api;
    this.#rules = rules;
  }

  /**
   * Lists the newest runs of the branches.
   * @throws GitHubError
   */
  static async list(api: GitHubApi, rules: TrustRules): Promise<TrustedRuns> {
    const runs = new TrustedRuns(api, rules);
    const branches = [...new Set(rules.branches)];
    const lists = branches
      .slice(0, mostBranches)
      .flatMap((branch) => trustedEvents.map((event) => ({ branch, event })));
    // Sequential: if GitHub refuses the first request, the others are not sent.
    const listed: Runs[] = [];
    for (const filter of lists) listed.push(await runs.#page(filter));
    for (const list of listed) {
      runs.#add(list);
      for (const { head_sha: sha, event } of list) if (event === 'push') runs.#covered.add(sha);
    }
    runs.#isWhole = branches.length <= mostBranches && listed.every(isLastPage);
    // A full page may end in the middle of the runs of a commit.
    for (const list of listed) if (!isLastPage(list)) runs.#covered.delete(list.at(-1)?.head_sha ?? '');
    return runs;
  }

  /** Whether some commits may have runs that were not requested. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** All runs known so far, newest first. */
  get all(): readonly BaselineRun[] {
    return [...this.#ofCommit.values()].flat().sort(newestFirst);
  }

  /** Whether only these commits can have runs. */
  areAllOf(commits: ReadonlySet<string>): boolean {
    return this.#isWhole && [...this.#ofCommit.keys()].every((sha) => commits.has(sha));
  }

  /**
   * The runs of a commit, newest first.
   * @throws GitHubError
   */
  async of(sha: string): Promise<readonly BaselineRun[]> {
    if (!this.#isWhole && !this.#covered.has(sha)) {
      if (this.#asked < mostCommitsAsked) {
        this.#asked += 1;
        this.#covered.add(sha);
        this.#add(await this.#page({ head_sha: sha, event: 'push' }));
      } else this.#isCut = true;
    }
    return this.#ofCommit.get(sha) ?? [];
  }

  async #page(filter: RunFilter): Promise<Runs> {
    const { rest, at } = this.#api;
    const request = rest.actions.listWorkflowRunsForRepo({
      ...at,
      ...filter,
      exclude_pull_requests: true,
      per_page: pageSize,
    });
    return (await ask(listingRuns, request)).workflow_runs;
  }

  #add(runs: Runs): void {
    for (const run of runs) {
      if (!isTrusted(run, this.#rules)) continue;
      const { id, head_sha: headSha, head_branch: branch, path, created_at: createdAt, status, conclusion } = run;
      const isCompleted = status === 'completed';
      const workflowPath = path.replace(/@.*$/, '');
      const others = (this.#ofCommit.get(headSha) ?? []).filter((other) => other.id !== id);
      const added = {
        id,
        headSha,
        branch: branch ?? '',
        workflowPath,
        createdAt,
        isCompleted,
        succeeded: conclusion === 'success',
      };
      this.#ofCommit.set(headSha, [...others, added].sort(newestFirst));
    }
  }
}

function isLastPage({ length }: Runs): boolean {
  return length < pageSize;
}

function newestFirst(a: BaselineRun, b: BaselineRun): number {
  return b.id - a.id;
}

/**
 * Whether a run is still in progress.
 * @throws GitHubError
 */
export async function isInProgress(api: GitHubApi, { id }: BaselineRun): Promise<boolean> {
  const request = api.rest.actions.getWorkflowRun({ ...api.at, run_id: id, exclude_pull_requests: true });
  return (await ask({ ...listingRuns, doing: `looking up run ${id}` }, request)).status !== 'completed';
}

/**
 * Whether a run is trusted, for a run that is not in a list.
 * @throws GitHubError
 */
export async function isTrustedRun(api: GitHubApi, id: number, rules: TrustRules): Promise<boolean> {
  const request = api.rest.actions.getWorkflowRun({ ...api.at, run_id: id, exclude_pull_requests: true });
  return isTrusted(await ask({ ...listingRuns, doing: `looking up run ${id}` }, request), rules);
}
