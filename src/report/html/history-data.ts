import { measuredIn, valuesOf } from '../../compare/judge-metric.js';
import { median } from '../../compare/statistics.js';
import type { MetricName } from '../../results/metrics.js';
import { longestHistory, type PastRun, type Results } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { rounded } from './rounding.js';

/** The metrics of past baselines. */
export interface History {
  /** Names of the runs, oldest first; the last is the one that is judged. */
  readonly runs: readonly string[];
  /** Medians, one per run, ending with `now`; null if the case was defined differently. Empty without past runs. */
  of(caseId: string, metric: MetricName, now: number): readonly (number | null)[];
}

/** The history in a baseline, with the baseline itself last but one. Results without a baseline use their own. */
export function historyOf(results: Results, baseline: Results | undefined): History {
  const past = [...((baseline ?? results).history ?? [])].slice(0, longestHistory).reverse();
  const hashes = new Map(results.cases.map(({ id, definitionHash }) => [id, definitionHash]));
  const baselineCases = new Map(baseline?.cases.map((result) => [result.id, result]));
  const beside = (caseId: string, metric: MetricName): (number | null)[] => {
    if (baseline === undefined) return [];
    const result = baselineCases.get(caseId);
    const values = result?.definitionHash === hashes.get(caseId) ? valuesOf(metric, measuredIn(result)) : [];
    return [values.length === 0 ? null : rounded(median(values))];
  };
  return {
    runs: [
      ...past.map(({ sha, startedAt }) => runName(sha, startedAt)),
      ...(baseline === undefined ? [] : [`baseline ${runName(baseline.commit?.sha, baseline.startedAt)}`]),
      'now',
    ],
    of: (caseId, metric, now) => {
      const medians = past.map((run) => medianIn(run, caseId, metric, hashes.get(caseId)));
      if (medians.every((value) => value === null)) return [];
      return [...medians, ...beside(caseId, metric), rounded(now)];
    },
  };
}

function medianIn({ cases }: PastRun, caseId: string, metric: MetricName, hash: string | undefined): number | null {
  const past = Object.hasOwn(cases, caseId) ? cases[caseId] : undefined;
  const value = past?.definitionHash === hash ? past?.medians[metric] : undefined;
  return value === undefined ? null : rounded(value);
}

function runName(sha: string | undefined, startedAt: string): string {
  const date = startedAt.slice(0, 10);
  return shownText(sha === undefined ? date : `${sha.slice(0, 7)} ${date}`, 40);
}
