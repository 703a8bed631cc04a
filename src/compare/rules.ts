import { type MetricName, metricNames } from '../results/metrics.js';
import type { CaseResult, Results } from '../results/schema.js';
import { budgetsFor, type Rules } from './compare.js';
import { tolerancesFor } from './growth/series.js';
import { matchesCase, type OwnThresholds, ownFloors, type Threshold, thresholdFor } from './thresholds.js';
import { type FailOn, failOnKinds } from './verdict.js';

/** A rule that differs between a baseline and the run compared with it. */
export type RuleChange =
  | {
      readonly kind: 'budget';
      readonly metric: MetricName;
      /** Undefined if there was no limit. */
      readonly baseline: number | undefined;
      /** Undefined if there is no longer a limit. */
      readonly now: number | undefined;
      readonly cases: readonly string[];
    }
  | {
      readonly kind: 'threshold';
      readonly metric: MetricName;
      readonly baseline: Threshold;
      readonly now: Threshold;
      readonly cases: readonly string[];
    }
  | { readonly kind: 'fail-on'; readonly baseline: readonly FailOn[]; readonly now: readonly FailOn[] }
  /** Leak detection was on in the baseline and is off now, or tolerates more. */
  | { readonly kind: 'leak-detection'; readonly cases: readonly string[] };

/** The rules in a document; undefined if its version stored none. */
export function rulesIn({ rules }: Results): Rules | undefined {
  // Drop kinds of finding that only a later version knows: they cannot be judged here.
  return rules && { ...rules, failOn: failOnKinds.filter((kind) => rules.failOn.includes(kind)) };
}

/** The results, with each case's budgets, thresholds and leak options taken from the baseline. */
export function withRulesOf(baseline: Results, now: Results): Results {
  const known = new Map(baseline.cases.map((result) => [result.id, result]));
  const cases = now.cases.map((result): CaseResult => {
    const before = known.get(result.id);
    if (before === undefined) return result;
    const { thresholds: _own, leaks: _leaks, ...others } = result;
    const { budgets, thresholds, leaks } = before;
    return {
      ...others,
      budgets,
      ...(thresholds === undefined ? {} : { thresholds }),
      ...(leaks === undefined ? {} : { leaks }),
    };
  });
  return { ...now, cases };
}

/**
 * Rules of the run that differ from its baseline's, by their effect on the cases both have. Neither the order of globs
 * nor their spelling hides a change.
 */
export function ruleChanges(baseline: Results, before: Rules, now: Results, rules: Rules): RuleChange[] {
  const known = new Map(baseline.cases.map((result) => [result.id, result]));
  const limits = new Map<string, RuleChange & { readonly cases: string[] }>();
  const leaks: string[] = [];
  const add = (change: RuleChange & { readonly cases: string[] }, id: string) => {
    const { cases: _cases, ...what } = change;
    const key = JSON.stringify([what.kind, ...Object.values(what).map((value) => value ?? null)]);
    const same = limits.get(key) ?? change;
    same.cases.push(id);
    limits.set(key, same);
  };
  const sameGlobs =
    isSame(Object.entries(before.budgets), Object.entries(rules.budgets)) &&
    isSame(Object.entries(before.thresholds), Object.entries(rules.thresholds));
  for (const result of now.cases) {
    const earlier = known.get(result.id);
    if (earlier === undefined) continue;
    if (isLooser(earlier.leaks, result.leaks)) leaks.push(result.id);
    const sameCase = isSame(earlier.budgets, result.budgets) && isSame(earlier.thresholds, result.thresholds);
    if (sameGlobs && sameCase) continue;
    const was = limitsOf(earlier, before);
    const is = limitsOf(result, rules);
    for (const metric of metricNames) {
      const budgets = { baseline: was.budgets[metric], now: is.budgets[metric] };
      if (budgets.baseline !== budgets.now) add({ kind: 'budget', metric, ...budgets, cases: [] }, result.id);
      const thresholds = { baseline: was.threshold(metric), now: is.threshold(metric) };
      if (!isSame(thresholds.baseline, thresholds.now)) {
        add({ kind: 'threshold', metric, ...thresholds, cases: [] }, result.id);
      }
    }
  }
  const failOn = { baseline: sorted(before.failOn), now: sorted(rules.failOn) };
  return [
    ...(isSame(failOn.baseline, failOn.now) ? [] : [{ kind: 'fail-on' as const, ...failOn }]),
    ...(leaks.length === 0 ? [] : [{ kind: 'leak-detection' as const, cases: leaks }]),
    ...limits.values(),
  ];
}

/** Whether leak detection was turned off, or its tolerance raised. */
function isLooser(before: CaseResult['leaks'], now: CaseResult['leaks']): boolean {
  if (before === false) return false;
  return now === false || tolerancesFor(now?.toleranceBytes).heap > tolerancesFor(before?.toleranceBytes).heap;
}

/** The limits of one case, its globs matched once. */
function limitsOf(result: CaseResult, { budgets, thresholds }: Rules) {
  const matching = Object.entries(thresholds).filter(([glob]) => matchesCase(glob, result.id));
  const merged: OwnThresholds = matching.reduce<OwnThresholds>((all, [, own]) => laidOver(all, own), {
    ...result.thresholds,
  });
  return {
    budgets: budgetsFor(result, budgets),
    threshold: (metric: MetricName) => thresholdFor(result.id, metric, {}, merged),
  };
}

function laidOver(below: OwnThresholds, above: OwnThresholds): OwnThresholds {
  return Object.fromEntries(
    metricNames.map((name) => {
      const [lower, upper] = [ownFloors(name, below), ownFloors(name, above)];
      return [
        name,
        {
          relativePercent: upper.relativePercent ?? lower.relativePercent,
          absolute: upper.absolute ?? lower.absolute,
        },
      ];
    }),
  );
}

function sorted(kinds: readonly FailOn[]): FailOn[] {
  return failOnKinds.filter((kind) => kinds.includes(kind));
}

/** Whether two values are equal as JSON. Their members are in the same order here. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
