import type { RuleChange } from '../compare/rules.js';
import type { Comparison } from '../compare/verdict.js';

/** Where a comparison comes from, as far as words and links need it. */
export interface Provenance {
  /** What tells this job apart from others of the workflow, such as `node 22, os ubuntu-24.04`; empty where there is one job. */
  readonly leg: string;
  /** https address of the repository, undefined outside GitHub (no links then). */
  readonly repositoryUrl: string | undefined;
  /** The workflow run. */
  readonly runUrl: string | undefined;
  /** Where the results document and the full report can be had (artifact page). */
  readonly resultsUrl: string | undefined;
  /** Where the profiles can be had (artifact page); undefined where there are none. */
  readonly profilesUrl?: string | undefined;
  readonly baseline: BaselineProvenance;
  /** On a pull request: by whose rules the verdict was reached, and what speaks against it. */
  readonly judgement?: Judgement | undefined;
}

/** By whose rules a verdict was reached, and what speaks against it. */
export interface Judgement {
  readonly rules: RulesSource;
  /** Rules of the pull request that the baseline does not have. */
  readonly changes: readonly RuleChange[];
  /** The comparison under either set of rules, where both are to be shown. */
  readonly both: { readonly baseline: Comparison; readonly pull: Comparison } | undefined;
  readonly reservations: readonly Reservation[];
}

/** Whose budgets, thresholds and fail-on were in force. `branch` is undefined for the default branch. */
export type RulesSource =
  | { readonly by: 'baseline'; readonly branch: string | undefined }
  /** Those of the pull request gave the worse verdict. */
  | { readonly by: 'stricter-pull'; readonly branch: string | undefined }
  /** Of the pull request, in its own run. */
  | { readonly by: 'pull'; readonly branch: string | undefined }
  /** Of the pull request, because no others are known. */
  | { readonly by: 'pull-alone'; readonly reason: 'no-baseline' | 'baseline-without-rules' };

/** A reason why a pass may not be shown as one. Not escaped yet. */
export interface Reservation {
  /** For the heading. */
  readonly short: string;
  /** A sentence of its own, where the heading does not say it all. */
  readonly detail: string | undefined;
  /** Whether it is a failure rather than a doubt. */
  readonly failing: boolean;
}

/** Where the baseline comes from. */
export interface BaselineProvenance {
  readonly source: 'merge-base' | 'ancestor' | 'file' | 'none';
  /** How many commits the baseline's commit is behind the merge base; 0 for the merge base itself. */
  readonly commitsBehind: number | undefined;
  /** Sentences on what was tried and passed over, such as "the artifact of the merge base abc1234 has expired". Untrusted parts not escaped yet. */
  readonly notes: readonly string[];
}
