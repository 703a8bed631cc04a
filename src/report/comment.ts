import type { CaseComparison, Comparison } from '../compare/verdict.js';
import type { Results } from '../results/schema.js';
import { withJudgement } from './judgement.js';
import { shortened } from './length.js';
import type { Judgement, Provenance } from './provenance.js';
import { sectionOf } from './section.js';

/**
 * The section of one job, as GitHub Markdown: the verdict, the two sides compared, the changes, and everything else
 * folded. At most `maxLength` bytes in UTF-8: the least important parts are left out first, and counted.
 */
export function renderSection(
  comparison: Comparison,
  results: Results,
  baselineResults: Results | undefined,
  provenance: Provenance,
  maxLength: number,
): string {
  const section = sectionOf({ comparison, results, baselineResults, provenance });
  return shortened(withJudgement(section, comparison, provenance), maxLength);
}

/** Whether a comment would report more than that nothing changed. */
export function changedAnything({ absence, cases, baseline }: Comparison, judgement?: Judgement): boolean {
  if (absence?.kind === 'unavailable') return true;
  const doubts = judgement !== undefined && judgement.reservations.length + judgement.changes.length > 0;
  return doubts || cases.some((judged) => changed(judged, baseline !== undefined));
}

function changed(judged: CaseComparison, hasBaseline: boolean): boolean {
  const { verdict, expected, breaches, leak, unchecked, failedPasses } = judged;
  if (failedPasses.length > 0) return true;
  if (breaches.length > 0 || leak?.verdict === 'leak' || leak?.verdict === 'suspected') return true;
  // A ratchet, or a budget on a metric that cannot be read here, is the same in every run.
  if (unchecked.some(({ budgeted }) => !budgeted)) return true;
  if (verdict === 'missing') return expected;
  if (verdict === 'new') return hasBaseline;
  return verdict !== 'unchanged';
}
