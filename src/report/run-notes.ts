import type { Comparison } from '../compare/verdict.js';
import type { MetricName } from '../results/metrics.js';
import { countOf, namedIds } from './format.js';

/** Sentences on gaps of a run that no single case shows. Untrusted parts are not escaped. */
export function runNotes(comparison: Comparison): string[] {
  return [
    ...newMetricsNote(comparison),
    ...deselectedNote(comparison),
    ...cutShortNotes(comparison),
    ...polledNote(comparison),
  ];
}

/** Judged metrics that the baselines of compared cases lack, as a baseline of an earlier version does. */
function newMetricsNote({ cases }: Comparison): string[] {
  const compared = cases.filter(({ metrics }) => metrics.some(({ baseline }) => baseline !== undefined));
  const lacking = compared.map(({ metrics }) =>
    metrics.filter(({ role, verdict }) => role === 'primary' && verdict === 'new').map(({ metric }) => metric),
  );
  const names = [...new Set<MetricName>(lacking.flat())];
  if (names.length === 0) return [];
  const affected = lacking.filter((metrics) => metrics.length > 0).length;
  const verb = names.length === 1 ? 'is' : 'are';
  return [
    `${countOf(names.length, 'judged metric')} ${verb} not in the baseline of ${countOf(affected, 'case')} and not compared until it is refreshed: ${names.join(', ')}`,
  ];
}

function deselectedNote({ deselected }: Comparison): string[] {
  if (deselected.length === 0) return [];
  return [`${countOf(deselected.length, 'case')} of the baseline not selected here: ${namedIds(deselected)}`];
}

function polledNote({ cases }: Comparison): string[] {
  const polled = cases.filter(({ peakPolled }) => peakPolled).map(({ id }) => id);
  if (polled.length === 0) return [];
  return [`the kernel’s high-water mark cannot be reset here, so short spikes may be missed: ${namedIds(polled)}`];
}

function cutShortNotes({ cutShort, cases }: Comparison): string[] {
  const inconclusive = cases.filter(({ verdict, leak }) => verdict === 'inconclusive' || leak?.verdict === 'suspected');
  const words = {
    samples: `no more samples were taken of inconclusive cases (${inconclusive.length} remain)`,
    leaks: 'suspected leaks were not followed up',
    sites: 'where memory comes from is not recorded for every case',
    native: 'native memory is not profiled for every case',
  };
  return cutShort.map((part) => `the time limit (timeout-minutes) was reached: ${words[part]}`);
}
