import { countOf, namedIds } from './format.js';

/** Notes on samples and cases left out of a baseline because memory had not settled. Ids are not escaped. */
export function unsettledNotes({ samples, cases }: { samples: number; cases: readonly string[] }): string[] {
  const left = samples === 0 ? [] : [`${countOf(samples, 'unsettled sample')} left out of the baseline`];
  if (cases.length === 0) return left;
  return [...left, `not in the new baseline, because none of its samples settled: ${namedIds(cases)}`];
}
