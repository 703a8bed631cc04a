import type { CaseComparison } from '../compare/verdict.js';
import { escapeText } from './escape.js';
import { nativeWords } from './native.js';

const longestLine = 600;

/** Results of native memory profilers for a case, as a block of Markdown; undefined if it was not profiled. */
export function nativeBlock(judged: CaseComparison): string | undefined {
  const words = nativeWords(judged);
  if (words.length === 0) return undefined;
  return words
    .map(({ profiler, summary, lines }) =>
      [
        `- **${escapeText(judged.id)}**, ${profiler}: ${escapeText(summary, longestLine)}`,
        ...lines.map((line) => `  - ${escapeText(line, longestLine)}`),
      ].join('\n'),
    )
    .join('\n');
}
