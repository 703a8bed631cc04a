import type { CaseComparison, Comparison } from '../compare/verdict.js';
import type { Results } from '../results/schema.js';
import { fold, joinBlocks, table } from './blocks.js';
import { caseFold, overviewRow, overviewTable } from './case-tables.js';
import { renderChart } from './chart.js';
import { escapeText } from './escape.js';
import { type Entry, entriesOf, renderEntries } from './finding-list.js';
import { type Finding, findingsOf } from './findings.js';
import { countOf } from './format.js';
import { nativeBlock } from './native-section.js';
import { comparedSentence, footerOf, furtherChanges, remarksOf, runLink } from './origin.js';
import type { Provenance } from './provenance.js';
import { headline } from './summary.js';

/** What a report in Markdown is made of. */
export interface Source {
  readonly comparison: Comparison;
  /** What was measured, for the chart. */
  readonly results?: Results | undefined;
  readonly baselineResults?: Results | undefined;
  /** Undefined at a desk. */
  readonly provenance?: Provenance | undefined;
}

/** A report in its parts; of the lists, those that come first matter most. */
export interface Section {
  readonly heading: string;
  readonly compared: string;
  readonly remarks: readonly string[];
  /** Rows: versions that changed, beyond those the remarks name. */
  readonly changes: readonly (readonly string[])[];
  readonly entries: readonly Entry[];
  /** At most one. */
  readonly charts: readonly string[];
  /** Native memory of the cases that were profiled. */
  readonly native: readonly string[];
  readonly overview: readonly (readonly string[])[];
  readonly details: readonly string[];
  readonly footer: string;
  /** Where to find what was left out. */
  readonly elsewhere: string;
}

/** How many of each part are shown. */
export type Room = Readonly<
  Record<'remarks' | 'changes' | 'entries' | 'charts' | 'native' | 'overview' | 'details', number>
>;

/** Findings that are shown unfolded: about a screen. */
const mostUnfolded = 12;

const changeWords =
  '<sub>A change is the settled reading after the measured iterations less the settled one before.</sub>';

/** A report, not yet cut to any length. */
export function sectionOf({ comparison, results, baselineResults, provenance }: Source): Section {
  const findings = findingsOf(comparison);
  const leg = provenance === undefined || provenance.leg === '' ? '' : ` (${escapeText(provenance.leg, 100)})`;
  const cases = changedFirst(comparison.cases, findings);
  const chart = renderChart(comparison, results, baselineResults);
  const measured = new Map(results?.cases.map((result) => [result.id, result]));
  return {
    heading: `## ${comparison.verdict === 'pass' ? '✅' : '❌'} memory-bench${leg}: ${headline(comparison)}`,
    compared: comparedSentence(comparison, provenance),
    remarks: remarksOf(comparison, provenance),
    changes: furtherChanges(comparison),
    entries: entriesOf(findings),
    charts: chart === '' ? [] : [chart],
    native: cases.flatMap((judged) => nativeBlock(judged) ?? []),
    overview: cases.map(overviewRow),
    details: cases.flatMap((judged) => caseFold(judged, measured.get(judged.id)) ?? []),
    footer: footerOf(comparison, provenance),
    elsewhere: runLink(provenance),
  };
}

/** The room a section needs to be shown whole. */
export function wholeRoom({ remarks, changes, entries, charts, native, overview, details }: Section): Room {
  return {
    remarks: remarks.length,
    changes: changes.length,
    entries: entries.length,
    charts: charts.length,
    native: native.length,
    overview: overview.length,
    details: details.length,
  };
}

/** A section in Markdown, as much of it as there is room for, with the count of what is not shown. */
export function compose(section: Section, room: Room): string {
  const { elsewhere, entries, native, overview, details } = section;
  const more = (all: readonly unknown[], count: number) =>
    count < all.length ? `and ${all.length - count} more not shown${elsewhere}` : '';
  const overviewRows = overview.slice(0, room.overview);
  const detailFolds = details.slice(0, room.details);
  const remarks = [...section.remarks.slice(0, room.remarks), more(section.remarks, room.remarks)];
  return `${joinBlocks([
    section.heading,
    section.compared,
    remarks.filter((remark) => remark !== '').join('\n'),
    maybeFold('Other versions that changed', [
      table(['package', 'baseline', 'now'], section.changes.slice(0, room.changes), () => false),
      room.changes === 0 ? '' : more(section.changes, room.changes),
    ]),
    ...findingBlocks(entries.slice(0, room.entries)),
    more(entries, room.entries),
    ...section.charts.slice(0, room.charts),
    maybeFold(`Native memory of ${countOf(native.length, 'case')}`, nativeParts(section, room)),
    maybeFold(`Overview of ${countOf(overview.length, 'case')}, in MiB`, [
      overviewTable(overviewRows),
      overviewRows.length === 0 ? '' : more(overview, room.overview),
      overviewRows.length === 0 ? '' : changeWords,
    ]),
    maybeFold(`Every metric of ${countOf(details.length, 'case')}`, [
      ...detailFolds,
      detailFolds.length === 0 ? '' : more(details, room.details),
    ]),
    leftOut(section, room),
    section.footer,
  ])}\n`;
}

function nativeParts({ native, elsewhere }: Section, room: Room): string[] {
  const shown = native.slice(0, room.native);
  const left = native.length - shown.length;
  return shown.length === 0 ? [] : [shown.join('\n'), left === 0 ? '' : `and ${left} more not shown${elsewhere}`];
}

/** What is bad is seen at once; good news only where there is nothing else. */
function findingBlocks(entries: readonly Entry[]): string[] {
  const bad = entries.filter(({ good }) => !good);
  const good = entries.filter((entry) => entry.good);
  const seen = bad.length === 0 ? good : bad;
  const rest = seen.slice(mostUnfolded);
  return [
    renderEntries(seen.slice(0, mostUnfolded)),
    maybeFold(countOf(rest.length, 'more finding'), [renderEntries(rest)]),
    bad.length === 0 ? '' : maybeFold(`🟢 ${countOf(good.length, 'improvement')}`, [renderEntries(good)]),
  ];
}

function leftOut({ charts, native, overview, details, elsewhere }: Section, room: Room): string {
  const parts = [
    charts.length > room.charts ? 'the chart' : '',
    native.length > 0 && room.native === 0 ? `the native memory of ${countOf(native.length, 'case')}` : '',
    overview.length > 0 && room.overview === 0 ? `the overview of ${countOf(overview.length, 'case')}` : '',
    details.length > 0 && room.details === 0 ? `every metric of ${countOf(details.length, 'case')}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Not shown, for want of room: ${parts.join(', ')}${elsewhere}`;
}

function maybeFold(summary: string, blocks: readonly string[]): string {
  const body = joinBlocks(blocks);
  return body === '' ? '' : fold(summary, body);
}

/** Cases that something was found of first, the worst at the top. */
export function changedFirst(cases: readonly CaseComparison[], findings: readonly Finding[]): CaseComparison[] {
  const ranks = new Map<string, number>();
  for (const { caseId } of findings) if (!ranks.has(caseId)) ranks.set(caseId, ranks.size);
  const rank = ({ id }: CaseComparison) => ranks.get(id) ?? ranks.size;
  return [...cases].sort((a, b) => rank(a) - rank(b));
}
