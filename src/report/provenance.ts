import type { RuleChange } from '../compare/rules.js';
import type { Comparison } from '../compare/verdict.js';

/** Origin of a comparison, as far as texts and links need it. */
export interface Provenance {
  /** Distinguishes this job from others of the workflow: `node 22, os ubuntu-24.04`; empty if it is the only one. */
  readonly leg: string;
  /** https address of the repository, undefined outside GitHub (no links then). */
  readonly repositoryUrl: string | undefined;
  /** The workflow run. */
  readonly runUrl: string | undefined;
  /** Artifact page with the results document and the full report. */
  readonly resultsUrl: string | undefined;
  /** Artifact page with the profiles; undefined if there are none. */
  readonly profilesUrl?: string | undefined;
  readonly baseline: BaselineProvenance;
  /** On a pull request: the rules behind the verdict, and reservations about it. */
  readonly judgement?: Judgement | undefined;
}

/** The rules behind a verdict, and reservations about it. */
export interface Judgement {
  readonly rules: RulesSource;
  /** Rules of the pull request that the baseline does not have. */
  readonly changes: readonly RuleChange[];
  /** The comparison under either set of rules, if both are to be shown. */
  readonly both: { readonly baseline: Comparison; readonly pull: Comparison } | undefined;
  readonly reservations: readonly Reservation[];
}

/** Source of the budgets, thresholds and fail-on in force. `branch` is undefined for the default branch. */
export type RulesSource =
  | { readonly by: 'baseline'; readonly branch: string | undefined }
  /** The pull request's rules, which gave the worse verdict. */
  | { readonly by: 'stricter-pull'; readonly branch: string | undefined }
  /** The pull request's rules, in its own run. */
  | { readonly by: 'pull'; readonly branch: string | undefined }
  /** The pull request's rules, because no others are known. */
  | { readonly by: 'pull-alone'; readonly reason: 'no-baseline' | 'baseline-without-rules' };

/** A reason why a pass must not be shown as one. Not escaped yet. */
export interface Reservation {
  /** Text for the heading. */
  readonly short: string;
  /** A separate sentence, if the heading does not say everything. */
  readonly detail: string | undefined;
  /** Whether it is a failure rather than a doubt. */
  readonly failing: boolean;
}

/** Where the baseline comes from. */
export interface BaselineProvenance {
  readonly source: 'merge-base' | 'ancestor' | 'file' | 'none';
  /** How many commits the baseline's commit is behind the merge base; 0 for the merge base itself. */
  readonly commitsBehind: number | undefined;
  /**
   * Sentences on baselines that were tried and skipped, such as "the artifact of the merge base abc1234 has expired".
   * Untrusted parts are not escaped yet.
   */
  readonly notes: readonly string[];
}
