import { compareResults, type Rules } from '../compare/compare.js';
import { ruleChanges, rulesIn, withRulesOf } from '../compare/rules.js';
import type { Comparison } from '../compare/verdict.js';
import type { Judgement } from '../report/provenance.js';
import type { Results } from '../results/schema.js';

/** A run of a pull request that judged itself by its own rules. */
export interface OwnRun {
  readonly comparison: Comparison;
  readonly results: Results;
  readonly baseline: Results | undefined;
  readonly rules: Rules;
  /** Branch of the baseline; undefined for the default branch. */
  readonly branch: string | undefined;
}

/**
 * The rule changes of a pull request, and the verdict by the previous rules if that differs. Undefined if the pull
 * request changes no rules. The step keeps the verdict by the pull request's own rules: raising a threshold there is
 * how an increase is accepted.
 */
export function judgementOfOwn({ comparison, results, baseline, rules, branch }: OwnRun): Judgement | undefined {
  if (baseline === undefined) return undefined;
  const before = rulesIn(baseline) ?? rules;
  const changes = ruleChanges(baseline, before, results, rules);
  if (changes.length === 0) return undefined;
  const byBaseline = compareResults(withRulesOf(baseline, results), baseline, before);
  const both = byBaseline.verdict === comparison.verdict ? undefined : { baseline: byBaseline, pull: comparison };
  return { rules: { by: 'pull', branch }, changes, both, reservations: [] };
}
