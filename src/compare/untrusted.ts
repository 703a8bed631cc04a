import type { BaselineAbsence } from '../results/absence.js';
import type { Results, Selection } from '../results/schema.js';
import { compareResults, type Rules } from './compare.js';
import { type RuleChange, ruleChanges, rulesIn, withRulesOf } from './rules.js';
import type { Comparison } from './verdict.js';

/** Unverified results, judged by the rules of their baseline and by their own. */
export interface UntrustedJudgement {
  /** By the rules whose verdict is worse; of equal verdicts, by those of the baseline. */
  readonly comparison: Comparison;
  /** What `comparison` was made of: the results with the budgets and thresholds in force. */
  readonly results: Results;
  /** Whose rules `comparison` was reached by. */
  readonly rulesOf: 'baseline' | 'run';
  /** Undefined where only one set of rules is known: the baseline carries none, or there is no baseline. */
  readonly both: BothVerdicts | undefined;
  readonly changes: readonly RuleChange[];
  /** Cases that the baseline has and this run neither measured nor, by what it says of itself, was to measure. */
  readonly unmeasured: readonly string[];
}

/** The comparison under either set of rules. */
export interface BothVerdicts {
  readonly baseline: Comparison;
  readonly run: Comparison;
}

/**
 * Judges results that may be made up. Nothing they say of themselves makes the verdict better: budgets, thresholds and
 * fail-on are those that the baseline carries, and a case of the baseline that was not measured is named. `absence` says
 * why there is no baseline.
 */
export function judgeUntrusted(
  said: Results,
  baseline: Results | undefined,
  own: Rules,
  absence?: BaselineAbsence,
): UntrustedJudgement {
  const selection = trustedSelection(said.selection, baseline?.selection);
  const now = { ...said, selection: selection ?? nothingSelected(said.selection) };
  const run = compareResults(now, baseline, own, absence);
  const unmeasured = run.deselected;
  const none = { comparison: run, results: now, rulesOf: 'run', both: undefined, changes: [], unmeasured } as const;
  if (baseline === undefined) return none;
  const rules = rulesIn(baseline) ?? own;
  const results = withRulesOf(baseline, now);
  const byBaseline = compareResults(results, baseline, rules);
  const changes = ruleChanges(baseline, rules, now, own);
  const shown = { changes, unmeasured, both: rules === own ? undefined : { baseline: byBaseline, run } };
  return badness(run) > badness(byBaseline)
    ? { ...shown, comparison: run, results: now, rulesOf: 'run' }
    : { ...shown, comparison: byBaseline, results, rulesOf: rules === own ? 'run' : 'baseline' };
}

/** The selection of the run, as far as it can be trusted; undefined where the run's own filter would decide. */
function trustedSelection({ filter, ...others }: Selection, baseline: Selection | undefined): Selection | undefined {
  if (filter === undefined) return others;
  // A regular expression from outside may take for ever; one that the baseline was selected with does not.
  return filter === baseline?.filter ? { ...others, filter } : undefined;
}

function nothingSelected({ filter: _filter, ...others }: Selection): Selection {
  return { ...others, scenarios: [] };
}

function badness({ verdict, fails }: Comparison): number {
  return (fails ? 4 : 0) + { pass: 0, 'not-compared': 1, fail: 2 }[verdict];
}
