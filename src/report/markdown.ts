import type { Comparison } from '../compare/verdict.js';
import type { Results } from '../results/schema.js';
import { compose, sectionOf, wholeRoom } from './section.js';

/** The comparison as Markdown for a local file: like a comment, but complete and without links. */
export function renderMarkdown(comparison: Comparison, results?: Results, baselineResults?: Results): string {
  const section = sectionOf({ comparison, results, baselineResults });
  return compose(section, wholeRoom(section));
}
