import { isCount } from '../compare/growth/series.js';
import type { CaseComparison, Comparison } from '../compare/verdict.js';
import { changesOf, changeWords, mostNamed } from './changes.js';
import { type Finding, findingsOf } from './findings.js';
import { formatValue, namedIds } from './format.js';
import { absenceRemedy, comparedWith, headline, isGreen, notComparedLine, runVerdictWords } from './headline.js';
import { unseenWords } from './leak-words.js';
import { nativeWords } from './native.js';
import { plainText } from './plain-text.js';
import { runNotes } from './run-notes.js';
import { growthSparkline } from './sparkline.js';
import { incomparableReasons, longerThanPlanned } from './summary.js';
import { type Overview, overviewOf, type Screen } from './terminal-table.js';

/** Colours text; each function is the identity if colour is off. */
export interface Painter {
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
  readonly uncertain: (text: string) => string;
  readonly dim: (text: string) => string;
}

export const plain: Painter = { bad: same, good: same, uncertain: same, dim: same };

/**
 * The comparison for a terminal: an overview table of all cases, then the findings in words. Sparklines are drawn only
 * with a screen.
 */
export function renderTerminal(comparison: Comparison, paint: Painter = plain, screen?: Screen): string {
  const overview = overviewOf(comparison, screen);
  const findings = findingsOf(comparison);
  const told = new Set(findings.flatMap(({ where = [] }) => where));
  return [
    plainText(comparedWith(comparison)),
    ...environmentLines(comparison),
    '',
    ...overviewLines(overview, paint),
    '',
    ...legend(comparison, overview.drawn, paint),
    ...findings.flatMap((finding) => [
      ...findingLines(finding, paint),
      ...growthLines(finding, comparison, screen).map(paint.dim),
    ]),
    ...comparison.cases.flatMap((judged) => nativeLines(judged, told, paint)),
    ...unseenLines(comparison).map(paint.dim),
    ...remedyLines(comparison, paint),
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
  const notes = runNotes(comparison).map((note) => `note: ${note}`);
  return [...changes.slice(0, mostNamed), ...rest, ...context, ...reasons, ...notes].map(plainText);
}

function overviewLines({ header, rows }: Overview, paint: Painter): string[] {
  return [...header.map(paint.dim), ...rows.map(({ judged, line }) => colourOf(judged, paint)(line))];
}

function legend(comparison: Comparison, drawn: boolean, paint: Painter): string[] {
  const { cases } = comparison;
  const longer = longerThanPlanned(comparison);
  const samples = cases.map((judged) => judged.samples).filter((count) => count > 0);
  const range = samples.length === 0 ? '0' : [...new Set([Math.min(...samples), Math.max(...samples)])].join(' to ');
  return [
    paint.dim(
      `MiB, medians of ${range} ${range === '1' ? 'sample' : 'samples'}; change: settled after less settled before; docs/metrics.md defines each`,
    ),
    ...(drawn
      ? [paint.dim('over time: memory of the measured process from start to end of a sample, 0 to its peak')]
      : []),
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

/** Results of profilers, without the lines already shown below a finding. */
function nativeLines(judged: CaseComparison, told: ReadonlySet<string>, paint: Painter): string[] {
  return nativeWords(judged).flatMap(({ profiler, summary, lines }) => [
    `${profiler}  ${plainText(judged.id)}  ${summary.replaceAll('\n', ' ')}`,
    ...lines.filter((line) => !told.has(line)).map((line) => `  ${paint.dim(line.replaceAll('\n', ' '))}`),
  ]);
}

const growing: readonly Finding['kind'][] = ['leak', 'suspected', 'slowing', 'ratchet'];

/** Leaks that detection could have missed in cases without a finding. Cases with the same words share a line. */
function unseenLines({ cases }: Comparison): string[] {
  const byWords = new Map<string, string[]>();
  for (const { id, leak } of cases) {
    if (leak?.unseen === undefined) continue;
    const words = unseenWords(leak.unseen);
    byWords.set(words, [...(byWords.get(words) ?? []), id]);
  }
  return [...byWords].map(([words, ids]) => plainText(`${namedIds(ids)}: ${words}`));
}

/** Sparkline of the growth of a case over its iterations. */
function growthLines({ kind, caseId }: Finding, { cases }: Comparison, screen: Screen | undefined): string[] {
  if (screen?.unicode !== true || !growing.includes(kind)) return [];
  const series = cases.find(({ id }) => id === caseId)?.leak?.series;
  const growth = series && growthSparkline(caseId, series, screen.results);
  if (series === undefined || growth === undefined) return [];
  const [least, greatest] = [growth.least, growth.greatest].map((value) =>
    isCount(series) ? String(Math.round(value)) : formatValue('peak_rss_mb', value),
  );
  return [`  ${growth.line} after each iteration, ${least} to ${greatest}`];
}

/** The remedy for an unavailable baseline. */
function remedyLines(comparison: Comparison, paint: Painter): string[] {
  const remedy = absenceRemedy(comparison);
  return remedy === '' ? [] : [paint.uncertain(plainText(`hint: ${remedy}`))];
}

function verdictLine(comparison: Comparison, paint: Painter): string {
  const { verdict, fails } = comparison;
  const words = verdict === 'not-compared' ? notComparedLine(comparison) : headline(comparison);
  const text = plainText(`${runVerdictWords[verdict].toUpperCase()}  ${words}`);
  if (fails) return paint.bad(text);
  return isGreen(comparison) ? paint.good(text) : paint.uncertain(text);
}

function colourOf({ verdict, breaches, leak }: CaseComparison, paint: Painter): (text: string) => string {
  if (verdict === 'regression' || verdict === 'failed' || breaches.length > 0 || leak?.verdict === 'leak')
    return paint.bad;
  if (verdict === 'improvement') return paint.good;
  if (verdict === 'inconclusive' || verdict === 'missing' || isGrowing(leak)) return paint.uncertain;
  return same;
}

function isGrowing(leak: CaseComparison['leak']): boolean {
  return leak !== undefined && leak.verdict !== 'stable';
}

function same(text: string): string {
  return text;
}
