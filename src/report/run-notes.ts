import type { Comparison } from '../compare/verdict.js';
import { countOf, namedIds } from './format.js';

/** What a run left out that no single case shows: sentences, untrusted parts not escaped. */
export function runNotes(comparison: Comparison): string[] {
  return [...deselectedNote(comparison), ...cutShortNotes(comparison), ...polledNote(comparison)];
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
    sites: 'where memory comes from is not recorded for every case',
    native: 'native memory is not profiled for every case',
  };
  return cutShort.map((part) => `the time limit (timeout-minutes) was reached: ${words[part]}`);
}
