import { countOf } from './format.js';

/** Ids that are named; more are counted. */
const mostNamed = 5;

/** What a stored baseline leaves out because memory had not settled: sentences, ids not escaped; none where it left nothing out. */
export function unsettledNotes({ samples, cases }: { samples: number; cases: readonly string[] }): string[] {
  const left = samples === 0 ? [] : [`${countOf(samples, 'unsettled sample')} left out of the baseline`];
  if (cases.length === 0) return left;
  const more = cases.length > mostNamed ? ` and ${cases.length - mostNamed} more` : '';
  const named = cases.slice(0, mostNamed).join(', ');
  return [...left, `not in the new baseline, because no sample of it settled: ${named}${more}`];
}
