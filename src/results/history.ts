import { median } from '../compare/statistics.js';
import { type MetricName, metricNames } from './metrics.js';
import { type CaseResult, longestHistory, type PastRun, type Results } from './schema.js';

/** Decimal places of a remembered median: a thousandth of a MiB is less than any floor. */
const digits = 3;

/**
 * The new baseline, with the one it replaces and that one's history added to its history. The history shows how much a
 * metric differs from run to run. At most `longestHistory` runs, newest first.
 */
export function withHistory(baseline: Results, replaced: Results | undefined): Results {
  if (replaced === undefined) return baseline;
  const history = [pastRun(replaced), ...(replaced.history ?? [])].slice(0, longestHistory);
  return { ...baseline, history };
}

function pastRun({ commit, startedAt, cases }: Results): PastRun {
  return {
    ...(commit === undefined ? {} : { sha: commit.sha }),
    startedAt,
    cases: Object.fromEntries(
      cases
        .filter(measuredSince(startedAt))
        .map((result) => [result.id, { definitionHash: result.definitionHash, medians: mediansOf(result) }]),
    ),
  };
}

/** Whether the run measured a case itself. A copy from an earlier baseline says nothing about the noise. */
function measuredSince(startedAt: string): (result: CaseResult) => boolean {
  return ({ samples }) => samples.some((sample) => sample.startedAt >= startedAt);
}

function mediansOf({ samples }: CaseResult): Partial<Record<MetricName, number>> {
  const measured = samples.filter((sample) => sample.status === 'measured');
  const medians: Partial<Record<MetricName, number>> = {};
  for (const name of metricNames) {
    const values = measured.flatMap(({ metrics }) => metrics[name] ?? []);
    if (values.length > 0) medians[name] = Number(median(values).toFixed(digits));
  }
  return medians;
}
