import type { MetricName } from '../results/metrics.js';
import { joinBlocks, table } from './blocks.js';
import { escapeCell, escapeText } from './escape.js';
import type { Figures, Finding } from './findings.js';
import { formatBand, formatChange, formatConfidence, formatDifference, formatPercent, formatValue } from './format.js';
import { titleOf } from './summary.js';

/** A finding for display: a row if it has figures, else a sentence. */
export interface Entry {
  readonly cells: readonly string[] | undefined;
  readonly text: string;
  readonly caseId: string;
  readonly failing: boolean;
  /** Whether it is good news, which is shown last. */
  readonly good: boolean;
}

// The difference comes first: a narrow screen has no room for more.
const header = ['case and metric', 'difference', 'baseline → now', 'interval of the difference', 'limit'];
/** Display names of the kinds of finding. */
export const findingWords: Readonly<Record<Finding['kind'], string>> = {
  budget: 'over budget',
  error: 'failed',
  regression: 'regression',
  leak: 'leak',
  missing: 'missing',
  inconclusive: 'inconclusive',
  unchecked: 'unchecked',
  suspected: 'suspected leak',
  slowing: 'slowing growth',
  ratchet: 'ratchet',
  skipped: 'skipped',
  incomplete: 'incomplete',
  unsettled: 'unsettled',
  improvement: 'improvement',
};
/** Characters of a scenario's message: enough for an assertion with its diff, not for a log. */
const longestMessage = 300;
/** Characters of the reason for skipping a case, with its remedy. */
const longestDetail = 500;
/** Characters of two places, each a path and a name. The HTML report has longer ones. */
const longestPlace = 300;

/** The findings as entries, worst first. A metric that exceeds its budget and its threshold is one row. */
export function entriesOf(findings: readonly Finding[]): Entry[] {
  const rows = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.figures === undefined) continue;
    const key = rowKey(finding.caseId, finding.figures.metric);
    rows.set(key, [...(rows.get(key) ?? []), finding]);
  }
  // The sort is stable: failing findings come first, and the order is kept otherwise.
  const sorted = [...findings].sort((a, b) => Number(b.failing) - Number(a.failing));
  return sorted.flatMap((finding): Entry[] => {
    const { caseId, failing } = finding;
    if (finding.figures === undefined)
      return [{ caseId, failing, cells: undefined, text: itemOf(finding), good: false }];
    const key = rowKey(finding.caseId, finding.figures.metric);
    const together = rows.get(key) ?? [];
    rows.delete(key);
    if (together.length === 0) return [];
    const good = together.every(({ kind }) => kind === 'improvement');
    return [{ caseId, failing, cells: rowOf(caseId, finding.figures, together), text: '', good }];
  });
}

/** Order for a partial view: failing entries first, and within each group the worst of every case before the rest. */
export function worstOfEachFirst(entries: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  for (const entry of entries) if (!first.has(entry.caseId)) first.set(entry.caseId, entry);
  const rank = (entry: Entry) => (entry.failing ? 0 : 2) + (first.get(entry.caseId) === entry ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** Entries in Markdown: the table, then the sentences. */
export function renderEntries(entries: readonly Entry[]): string {
  const rows = entries.flatMap(({ cells }) => (cells === undefined ? [] : [cells]));
  const items = entries.flatMap(({ cells, text }) => (cells === undefined ? [`- ${text}`] : []));
  return joinBlocks([table(header, rows, (column) => column === 1 || column === 2), items.join('\n')]);
}

function rowKey(caseId: string, metric: MetricName): string {
  return `${metric} ${caseId}`;
}

function rowOf(caseId: string, figures: Figures, findings: readonly Finding[]): string[] {
  const { metric, baseline, now, difference, differencePercent, band } = figures;
  const percent = formatPercent(differencePercent);
  return [
    `${signOf(findings)} ${findings.map(kindWords).join(', ')}<br>${escapeText(caseId)}<br>${titleOf(metric)} (${metric})`,
    lines(difference === undefined ? '–' : `**${formatDifference(metric, difference)}**`, escapeCell(percent)),
    lines(baseline === undefined ? formatValue(metric, now) : formatChange(metric, baseline, now)),
    band === undefined ? '–' : lines(formatBand(metric, band.lower, band.upper), formatConfidence(band.confidence)),
    lines(...findings.map(limitWords)),
  ];
}

/** Lines of a numeric cell, which do not wrap. */
function lines(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => text.replaceAll(' ', '\u00a0'))
    .join('<br>');
}

function itemOf(finding: Finding): string {
  const { caseId, what, detail } = finding;
  const told = escapeText(what, longestMessage);
  const measured = detail === '' ? '' : ` (${escapeText(detail, longestDetail)})`;
  return `${signOf([finding])} ${kindWords(finding)} · ${escapeText(caseId)} · ${told}${measured}`;
}

/** Where the memory of the cases comes from, as list items: the case `first` if known, then the others, worst first. */
export function placesOf(findings: readonly Finding[], first: string | undefined): string[] {
  const known = findings.filter(({ where = [] }) => where.length > 0);
  return [...known.filter(({ caseId }) => caseId === first), ...known.filter(({ caseId }) => caseId !== first)].map(
    ({ caseId, where = [] }) =>
      `- Where the memory of ${escapeText(caseId)} comes from:<br>${where.map((place) => escapeText(place, longestPlace)).join('<br>')}`,
  );
}

function kindWords({ kind, failing }: Finding): string {
  return failing ? `**${findingWords[kind]}**` : findingWords[kind];
}

function signOf(findings: readonly Finding[]): string {
  if (findings.some(({ failing }) => failing)) return '🔴';
  return findings.every(({ kind }) => kind === 'improvement') ? '🟢' : '🟡';
}

function limitWords({ kind, figures }: Finding): string {
  if (figures === undefined) return '';
  return `${kind === 'budget' ? 'budget' : 'threshold'} ${formatValue(figures.metric, figures.limit)}`;
}
