import { countOf, formatCommit } from '../../report/format.js';
import type { BaselineProvenance } from '../../report/provenance.js';
import type { BaselineAbsence, FoundBaseline } from '../../results/baseline.js';
import type { Results } from '../../results/schema.js';
import type { GitHubApi } from '../api.js';
import { artifactsOfRunNamed, type NewestArtifacts, newestArtifacts } from '../artifacts.js';
import { absenceOf, type SearchFacts } from './absence.js';
import type { Base } from './base.js';
import { readBaseline, type WantedBaseline, type WithoutBaseline } from './candidate.js';
import { firstParentLine } from './first-parents.js';
import { type BaselineRun, isInProgress, isTrustedRun, TrustedRuns } from './runs.js';
import type { TrustRules } from './trust.js';

/** Commits of the branch that are searched for a baseline. */
const longestWalk = 50;
/** Maximum number of runs whose artifacts are listed. */
const mostRunsAsked = 16;
/** Runs queried before the list of all artifacts of the name is used to skip runs without one. */
const unguidedAsks = 4;
/** Unusable baselines after which the search ends. */
const mostUnusable = 4;
/** Runs outside of the walk that are queried to see whether the branch ever had a baseline. */
const mostOutsideAsked = 3;

/** A baseline, or the reason that there is none. */
export interface ResolvedBaseline extends FoundBaseline {
  readonly provenance: BaselineProvenance;
  /** Whether a better baseline is still being made; set if one was when this one was found. */
  readonly stillPending?: () => Promise<boolean>;
  /** Messages about baselines that should have been used instead of this one but could not be. */
  readonly warnings?: readonly string[];
  /** Whether the lookup failed for a reason that may pass, such as an error of GitHub's servers. */
  readonly isTransient?: boolean;
}

/** The parameters of a baseline search. */
export interface BaselineSearch extends WantedBaseline {
  readonly base: Base;
  /** Branches whose runs are trusted, besides the base's own. */
  readonly branches: readonly string[];
  readonly ownRunId: number;
  /** Path of the measuring workflow. */
  readonly workflowPath: string;
}

/**
 * Finds the baseline of the base commit, or else of its nearest ancestor on the branch with a usable one. Baselines are
 * read from each commit's trusted runs only, so artifacts of untrusted runs are never used. The notes name the
 * baselines that were passed over.
 * @throws GitHubError if GitHub does not answer.
 */
export async function resolveArtifact(api: GitHubApi, search: BaselineSearch): Promise<ResolvedBaseline> {
  const { base, branches, ownRunId } = search;
  const rules = { branches: [...new Set([base.branch, ...branches])], ownRunId };
  const runs = await TrustedRuns.list(api, rules);
  return new Walk(api, search, rules, runs).result();
}

/** The state of one search: the commits and baselines seen, and the runs queried. */
class Walk {
  readonly #api: GitHubApi;
  readonly #search: BaselineSearch;
  readonly #rules: TrustRules;
  readonly #runs: TrustedRuns;
  readonly #seen = new Set<string>();
  readonly #notes: string[] = [];
  readonly #warnings: string[] = [];
  /** Other workflows that succeeded without an artifact of memory-bench. */
  readonly #unrelated = new Set<string>();
  #asked = 0;
  #isCut = false;
  #newest: NewestArtifacts | undefined;
  #unusable: SearchFacts['unusable'];
  #elsewhere: SearchFacts['elsewhere'];

  constructor(api: GitHubApi, search: BaselineSearch, rules: TrustRules, runs: TrustedRuns) {
    this.#api = api;
    this.#search = search;
    this.#rules = rules;
    this.#runs = runs;
  }

  async result(): Promise<ResolvedBaseline> {
    const { base } = this.#search;
    const skipped = base.excludesItself ? 1 : 0;
    const line = firstParentLine(this.#api, base.sha, longestWalk);
    if (skipped > 0) this.#seen.add(base.sha);
    let nearest: string | undefined;
    for (let index = skipped; !this.#isCut && !this.#runs.areAllOf(this.#seen); index += 1) {
      const sha = await line.at(index);
      if (sha === undefined) break;
      nearest ??= sha;
      this.#seen.add(sha);
      const found = await this.#atCommit(sha, index);
      if (found === undefined) continue;
      const resolved = this.#found(found.results, sha, index);
      return sha === nearest ? resolved : this.#unlessPending(resolved, nearest, found.run.workflowPath);
    }
    this.#isCut ||= line.isCut || this.#runs.isCut;
    return this.#unlessPending(await this.#nothing(), nearest);
  }

  async #atCommit(
    sha: string,
    index: number,
  ): Promise<{ readonly results: Results; readonly run: BaselineRun } | undefined> {
    for (const run of this.#ownFirst(await this.#runs.of(sha))) {
      if (!(await this.#mayHaveOne(run))) continue;
      if (this.#asked >= mostRunsAsked) {
        this.#isCut = true;
        return undefined;
      }
      this.#asked += 1;
      const tried = await readBaseline(this.#api, run, this.#search);
      if (tried.kind === 'usable') return { results: tried.results, run };
      if (tried.kind === 'unusable') {
        const [problem] = tried.problems;
        this.#unusable ??= { index, problem };
        for (const { why } of tried.problems) this.#passedOver(sha, why);
        this.#isCut ||= this.#warnings.length >= mostUnusable;
        if (this.#isCut) return undefined;
        continue;
      }
      this.#without(run, index, tried);
    }
    return undefined;
  }

  #without(run: BaselineRun, index: number, { otherEnvironment: key, isOfMemoryBench }: WithoutBaseline): void {
    const { headSha: sha, workflowPath, succeeded } = run;
    if (key !== undefined && this.#elsewhere === undefined) {
      this.#elsewhere = { index, sha, key };
      this.#notes.push(`the baseline of ${formatCommit(sha)} was measured in the environment ${key}`);
    }
    if (succeeded && !isOfMemoryBench && !this.#isOwn(run)) this.#unrelated.add(workflowPath);
  }

  #passedOver(sha: string, why: string): void {
    const note = `the baseline of ${formatCommit(sha)} was passed over: ${why}`;
    this.#notes.push(note);
    this.#warnings.push(note);
  }

  /** Puts the runs of the measuring workflow first. */
  #ownFirst(runs: readonly BaselineRun[]): BaselineRun[] {
    return [...runs.filter((run) => this.#isOwn(run)), ...runs.filter((run) => !this.#isOwn(run))];
  }

  #isOwn({ workflowPath }: BaselineRun): boolean {
    return workflowPath === this.#search.workflowPath;
  }

  async #mayHaveOne(run: BaselineRun): Promise<boolean> {
    if (this.#unrelated.has(run.workflowPath)) return false;
    if (this.#asked < unguidedAsks) return true;
    const { artifacts, completeSince } = await this.#newestArtifacts();
    // An artifact is newer than its run. If another run's artifacts fill the list, it reaches less far back.
    return artifacts.some((artifact) => artifact.run?.id === run.id) || run.createdAt <= completeSince;
  }

  async #newestArtifacts(): Promise<NewestArtifacts> {
    this.#newest ??= await newestArtifacts(this.#api, this.#search.artifact);
    return this.#newest;
  }

  #found(results: Results, sha: string, commitsBehind: number): ResolvedBaseline {
    const source = commitsBehind === 0 ? 'merge-base' : 'ancestor';
    const place = `artifact of ${formatCommit(sha)}`;
    const provenance = { source, commitsBehind, notes: this.#notes } as const;
    return { results, absence: undefined, place, pending: false, provenance, warnings: this.#warnings };
  }

  async #nothing(): Promise<ResolvedBaseline> {
    const { base } = this.#search;
    const facts = { unusable: this.#unusable, elsewhere: this.#elsewhere, sha: base.sha, branch: base.branch };
    const settled = facts.unusable !== undefined || facts.elsewhere !== undefined;
    const hasHadOne = !settled && (await this.#hasHadOne());
    const absence = absenceOf({ ...facts, hasHadOne, commits: Math.max(1, this.#seen.size) });
    const looked = `${countOf(this.#seen.size, 'commit')} and ${countOf(this.#asked, 'run')}`;
    const cut = this.#isCut ? [`the search ended after ${looked}; older runs were not looked at`] : [];
    const without = this.#asked > 0 && !settled ? [`${countOf(this.#asked, 'run')} left no baseline`] : [];
    return nothing([...this.#notes, ...without, ...cut], absence);
  }

  /** Whether a trusted run outside of the walk left a baseline of this name, expired or not. */
  async #hasHadOne(): Promise<boolean> {
    if (this.#runs.all.length === 0) return false;
    const { artifacts } = await this.#newestArtifacts();
    const trustedIds = new Set(this.#runs.all.map(({ id }) => id));
    if (artifacts.some(({ run }) => run !== undefined && trustedIds.has(run.id))) return true;
    const ofBranch = artifacts.find(
      ({ run, ofThisRepository }) =>
        ofThisRepository && run !== undefined && this.#rules.branches.includes(run.headBranch),
    );
    if (ofBranch?.run !== undefined && (await isTrustedRun(this.#api, ofBranch.run.id, this.#rules))) return true;
    const outside = this.#runs.all.filter((run) => !this.#seen.has(run.headSha) && this.#isOwn(run));
    for (const run of outside.slice(0, mostOutsideAsked)) {
      if (!(await this.#mayHaveOne(run))) continue;
      const { named } = await artifactsOfRunNamed(this.#api, run.id, this.#search.artifact);
      if (named.length > 0) return true;
    }
    return false;
  }

  /** Marks a result as pending if the run of the nearest commit is still in progress. */
  async #unlessPending(
    found: ResolvedBaseline,
    nearest: string | undefined,
    makersPath = this.#search.workflowPath,
  ): Promise<ResolvedBaseline> {
    if (nearest === undefined) return found;
    const paths = [this.#search.workflowPath, makersPath];
    const making = (await this.#runs.of(nearest)).filter(
      ({ isCompleted, workflowPath }) => !isCompleted && paths.includes(workflowPath),
    );
    if (making.length === 0) return found;
    const stillPending = async () => {
      for (const run of making) if (await isInProgress(this.#api, run)) return true;
      return false;
    };
    return { ...found, pending: true, stillPending };
  }
}

/** The result without a baseline: the reason, and notes about what was passed over. */
export function nothing(notes: readonly string[], absence: BaselineAbsence = { kind: 'first-run' }): ResolvedBaseline {
  const provenance = { source: 'none', commitsBehind: undefined, notes } as const;
  return { results: undefined, absence, place: 'of the base commit', pending: false, provenance };
}
