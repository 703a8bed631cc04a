import type { CaseComparison, Comparison } from '../compare/verdict.js';
import { changesOf, changeWords, mostNamed } from './changes.js';
import { type Finding, findingsOf } from './findings.js';
import { nativeWords } from './native.js';
import { plainText } from './plain-text.js';
import {
  comparedWith,
  headline,
  incomparableReasons,
  longerThanPlanned,
  overviewColumns,
  overviewFigure,
  verdictWords,
} from './summary.js';

/** How words are coloured; the identity where colour is not wanted. */
export interface Painter {
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
  readonly uncertain: (text: string) => string;
  readonly dim: (text: string) => string;
}

export const plain: Painter = { bad: same, good: same, uncertain: same, dim: same };

/** The comparison as a table for a terminal: an overview of all cases, then the findings in words. */
export function renderTerminal(comparison: Comparison, paint: Painter = plain): string {
  return [
    plainText(comparedWith(comparison)),
    ...environmentLines(comparison),
    '',
    ...overview(comparison, paint),
    '',
    ...legend(comparison, paint),
    ...findingsOf(comparison).flatMap((finding) => findingLines(finding, paint)),
    ...comparison.cases.flatMap((judged) => nativeLines(judged, paint)),
    verdictLine(comparison, paint),
    '',
  ].join('\n');
}

const ascii = { arrow: '->', minus: '-' };

function environmentLines(comparison: Comparison): string[] {
  const reasons = [...incomparableReasons(comparison)].map(
    ([reason, ids]) => `not comparable: ${reason} (${ids.join(', ')})`,
  );
  const changes = changesOf(comparison).map((change) => `changed: ${changeWords(change, ascii, plainText)}`);
  const context = comparison.differences
    .filter(({ kind }) => kind === 'context')
    .map(({ name, baseline, now }) => `note: ${name} ${baseline} -> ${now}`);
  const rest = changes.length > mostNamed ? [`changed: and ${changes.length - mostNamed} more`] : [];
  return [...changes.slice(0, mostNamed), ...rest, ...context, ...reasons].map(plainText);
}

function overview({ cases }: Comparison, paint: Painter): string[] {
  const header = ['case', ...overviewColumns.map(({ title }) => title), 'verdict'];
  const rows = cases.map((judged) => [
    plainText(judged.id),
    ...overviewColumns.map((column) => overviewFigure(judged, column) ?? '-'),
    verdictWords(judged),
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => {
    const last = row.length - 1;
    return row
      .map((text, column) => pad(text, widths[column] ?? 0, column > 0 && column < last))
      .join('  ')
      .trimEnd();
  };
  return [
    paint.dim(line(header)),
    ...rows.map((row, index) => {
      const judged = cases[index];
      return judged === undefined ? line(row) : colourOf(judged, paint)(line(row));
    }),
  ];
}

function legend(comparison: Comparison, paint: Painter): string[] {
  const { cases } = comparison;
  const longer = longerThanPlanned(comparison);
  const samples = cases.map((judged) => judged.samples).filter((count) => count > 0);
  const range = samples.length === 0 ? '0' : [...new Set([Math.min(...samples), Math.max(...samples)])].join(' to ');
  return [
    paint.dim(
      `MiB, medians of ${range} ${range === '1' ? 'sample' : 'samples'}; change: settled after less settled before; docs/metrics.md defines each`,
    ),
    ...(longer === '' ? [] : [paint.dim(plainText(longer))]),
    '',
  ];
}

function findingLines({ kind, caseId, what, detail, failing, where = [] }: Finding, paint: Painter): string[] {
  const colour = failing ? paint.bad : kind === 'improvement' ? paint.good : paint.uncertain;
  const words = plainText(what).trimEnd().split('\n').join('\n  ');
  return [
    `${colour(kind)}  ${plainText(caseId)}  ${words}`,
    ...(detail === '' ? [] : [`  ${paint.dim(plainText(detail))}`]),
    ...where.map((line) => `  ${ascii.arrow} ${plainText(line).replaceAll('\n', ' ')}`),
  ];
}

function nativeLines(judged: CaseComparison, paint: Painter): string[] {
  return nativeWords(judged).flatMap(({ profiler, summary, lines }) => [
    `${profiler}  ${plainText(judged.id)}  ${summary.replaceAll('\n', ' ')}`,
    ...lines.map((line) => `  ${paint.dim(line.replaceAll('\n', ' '))}`),
  ]);
}

function verdictLine(comparison: Comparison, paint: Painter): string {
  const text = `${comparison.verdict === 'pass' ? 'PASS' : 'FAIL'}  ${headline(comparison)}`;
  return comparison.verdict === 'pass' ? paint.good(text) : paint.bad(text);
}

function colourOf({ verdict, breaches, leak }: CaseComparison, paint: Painter): (text: string) => string {
  if (verdict === 'regression' || verdict === 'failed' || breaches.length > 0 || leak?.verdict === 'leak')
    return paint.bad;
  if (verdict === 'improvement') return paint.good;
  if (verdict === 'inconclusive' || verdict === 'missing' || leak?.verdict === 'ratchet') return paint.uncertain;
  return same;
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}

function same(text: string): string {
  return text;
}
