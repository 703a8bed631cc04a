import type { Comparison } from '../compare/verdict.js';
import { countOf } from './format.js';

/** Ids that are named; more are counted. */
const mostNamed = 5;

/** What a run left out that no single case shows: sentences, untrusted parts not escaped. */
export function runNotes(comparison: Comparison): string[] {
  return [...deselectedNote(comparison), ...cutShortNotes(comparison)];
}

function deselectedNote({ deselected }: Comparison): string[] {
  if (deselected.length === 0) return [];
  const named = deselected.slice(0, mostNamed).join(', ');
  const more = deselected.length > mostNamed ? ` and ${deselected.length - mostNamed} more` : '';
  return [`${countOf(deselected.length, 'case')} of the baseline not selected here: ${named}${more}`];
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
