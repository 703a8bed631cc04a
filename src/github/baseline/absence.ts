import { formatCommit } from '../../report/format.js';
import type { BaselineAbsence } from '../../results/baseline.js';
import type { GitHubError } from '../api.js';
import type { Unusable } from './candidate.js';

/** Findings of a search that succeeded but found no usable baseline. */
export interface SearchFacts {
  /** The nearest unusable baseline, and how many commits back it is. */
  readonly unusable: { readonly index: number; readonly problem: Unusable } | undefined;
  /** The nearest baseline of another environment. */
  readonly elsewhere: { readonly index: number; readonly sha: string; readonly key: string } | undefined;
  /** Whether a trusted run left a baseline somewhere else, such as on a later commit. */
  readonly hasHadOne: boolean;
  readonly sha: string;
  readonly branch: string;
  /** Number of commits searched. */
  readonly commits: number;
}

/** The reason that a successful search found no baseline. The nearest finding decides. */
export function absenceOf(facts: SearchFacts): BaselineAbsence {
  const { unusable, elsewhere, hasHadOne, sha, branch, commits } = facts;
  if (unusable !== undefined && (elsewhere === undefined || unusable.index <= elsewhere.index)) {
    const { reason, remedy } = unusable.problem;
    return { kind: 'unavailable', reason, remedy, expected: true };
  }
  if (elsewhere !== undefined) {
    const reason = `the baseline of ${formatCommit(elsewhere.sha)} was measured in another environment: ${elsewhere.key}`;
    const remedy = `The next run on ${branch} makes the baseline of this environment.`;
    return { kind: 'unavailable', reason, remedy, expected: false };
  }
  if (!hasHadOne) return { kind: 'first-run' };
  const where = commits === 1 ? formatCommit(sha) : `the ${commits} commits up to ${formatCommit(sha)}`;
  return {
    kind: 'unavailable',
    reason: `none of the baselines of ${branch} is of ${where}`,
    remedy: `Run the workflow on ${branch}, or update the branch of the pull request.`,
    expected: true,
  };
}

/** The absence after a failed lookup. */
export function lookupFailure({ reason, remedy }: Pick<GitHubError, 'reason' | 'remedy'>): BaselineAbsence {
  return { kind: 'unavailable', reason, remedy, expected: true };
}
