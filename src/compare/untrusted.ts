import type { BaselineAbsence } from '../results/absence.js';
import type { Results, Selection } from '../results/schema.js';
import { compareResults, type Rules } from './compare.js';
import { type RuleChange, ruleChanges, rulesIn, withRulesOf } from './rules.js';
import type { Comparison } from './verdict.js';

/** Unverified results, judged by the rules of their baseline and by their own. */
export interface UntrustedJudgement {
  /** Judged by the rules with the worse verdict; if both are equal, by the baseline's. */
  readonly comparison: Comparison;
  /** The input of `comparison`: the results with the budgets and thresholds in force. */
  readonly results: Results;
  /** The rules that `comparison` used. */
  readonly rulesOf: 'baseline' | 'run';
  /** Undefined if only one set of rules is known: the baseline has none, or there is no baseline. */
  readonly both: BothVerdicts | undefined;
  readonly changes: readonly RuleChange[];
  /** Baseline cases that this run did not measure and, by its own account, did not select. */
  readonly unmeasured: readonly string[];
}

/** The comparison under either set of rules. */
export interface BothVerdicts {
  readonly baseline: Comparison;
  readonly run: Comparison;
}

/**
 * Judges results that may be made up. Nothing they claim can improve the verdict: budgets, thresholds and fail-on come
 * from the baseline, and baseline cases that were not measured are named. `absence` says why there is no baseline.
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

/** The selection of the run, as far as it can be trusted; undefined if the run's own filter would decide. */
function trustedSelection({ filter, ...others }: Selection, baseline: Selection | undefined): Selection | undefined {
  if (filter === undefined) return others;
  // An untrusted regular expression may run forever; the one that selected the baseline does not.
  return filter === baseline?.filter ? { ...others, filter } : undefined;
}

function nothingSelected({ filter: _filter, ...others }: Selection): Selection {
  return { ...others, scenarios: [] };
}

function badness({ verdict, fails }: Comparison): number {
  return (fails ? 4 : 0) + { pass: 0, 'not-compared': 1, fail: 2 }[verdict];
}
