import type { CaseComparison, Comparison } from '../compare/verdict.js';
import type { Results } from '../results/schema.js';
import { fold, joinBlocks, table } from './blocks.js';
import { caseFold, overviewRow, overviewTable } from './case-tables.js';
import { chartOf } from './chart.js';
import { escapeText } from './escape.js';
import { type Entry, entriesOf, placesOf, renderEntries, worstOfEachFirst } from './finding-list.js';
import { type Finding, findingsOf } from './findings.js';
import { firstScreen } from './first-screen.js';
import { countOf } from './format.js';
import { headline, isGreen } from './headline.js';
import { nativeBlock } from './native-section.js';
import { comparedSentence, footerOf, furtherChanges, remarksOf, runLink } from './origin.js';
import type { Provenance } from './provenance.js';

/** Input of a Markdown report. */
export interface Source {
  readonly comparison: Comparison;
  /** The measured results, for the chart. */
  readonly results?: Results | undefined;
  readonly baselineResults?: Results | undefined;
  /** Undefined for a local run. */
  readonly provenance?: Provenance | undefined;
}

/** The parts of a report. Lists have their most important items first. */
export interface Section {
  readonly heading: string;
  readonly compared: string;
  readonly remarks: readonly string[];
  /** Table rows of the changed versions beyond those that the remarks name. */
  readonly changes: readonly (readonly string[])[];
  readonly entries: readonly Entry[];
  /** Where the memory of the cases comes from, as list items, the charted case first. */
  readonly places: readonly string[];
  /** At most one. */
  readonly charts: readonly string[];
  /** Native memory of the cases that were profiled. */
  readonly native: readonly string[];
  readonly overview: readonly (readonly string[])[];
  readonly details: readonly string[];
  readonly footer: string;
  /** Link to the parts that were left out. */
  readonly elsewhere: string;
}

/** How many of each part are shown. */
export type Room = Readonly<
  Record<'remarks' | 'changes' | 'entries' | 'places' | 'charts' | 'native' | 'overview' | 'details', number>
>;

const longestHeadline = 600;

const changeWords =
  '<sub>A change is the settled reading after the measured iterations less the settled one before.</sub>';

/** Builds a report that is not yet shortened. */
export function sectionOf({ comparison, results, baselineResults, provenance }: Source): Section {
  const findings = findingsOf(comparison);
  const leg = provenance === undefined || provenance.leg === '' ? '' : ` (${escapeText(provenance.leg, 100)})`;
  const cases = changedFirst(comparison.cases, findings);
  const chart = chartOf(comparison, results, baselineResults);
  const measured = new Map(results?.cases.map((result) => [result.id, result]));
  return {
    heading: `## ${signOf(comparison)} memory-bench${leg}: ${escapeText(headline(comparison), longestHeadline)}`,
    compared: comparedSentence(comparison, provenance),
    remarks: remarksOf(comparison, provenance),
    changes: furtherChanges(comparison),
    entries: entriesOf(findings),
    places: placesOf(findings, chart?.caseId),
    charts: chart === undefined ? [] : [chart.text],
    native: cases.flatMap((judged) => nativeBlock(judged) ?? []),
    overview: cases.map(overviewRow),
    details: cases.flatMap((judged) => caseFold(judged, measured.get(judged.id)) ?? []),
    footer: footerOf(comparison, provenance),
    elsewhere: runLink(provenance),
  };
}

/** Green only if everything that was selected was measured and, if requested, compared. */
function signOf(comparison: Comparison): string {
  if (comparison.verdict === 'fail') return '❌';
  return isGreen(comparison) ? '✅' : '⚠️';
}

/** The room a section needs to be shown whole. */
export function wholeRoom({ remarks, changes, entries, places, charts, native, overview, details }: Section): Room {
  return {
    remarks: remarks.length,
    changes: changes.length,
    entries: entries.length,
    places: places.length,
    charts: charts.length,
    native: native.length,
    overview: overview.length,
    details: details.length,
  };
}

/**
 * A section in Markdown, limited to `room`, with a count of the parts not shown. The worst findings come first and fit
 * on a screen; everything else is folded below them.
 */
export function compose(section: Section, room: Room): string {
  const { heading, compared, elsewhere, entries, native, overview, details } = section;
  const more = (all: readonly unknown[], count: number) =>
    count < all.length ? `and ${all.length - count} more not shown${elsewhere}` : '';
  const overviewRows = overview.slice(0, room.overview);
  const detailFolds = details.slice(0, room.details);
  const remarks = section.remarks.slice(0, room.remarks);
  const [worstPlace = '', ...otherPlaces] = section.places.slice(0, room.places);
  const [chart = ''] = section.charts.slice(0, room.charts);
  const { bad, good } = ranked(entries.slice(0, room.entries));
  const rivals = { heading, compared, remarks, where: worstPlace, hasChart: chart !== '' };
  const seen = firstScreen({ ...rivals, entries: bad }).entries < bad.length ? worstOfEachFirst(bad) : bad;
  const first = firstScreen({ ...rivals, entries: seen });
  const rest = seen.slice(first.entries);
  return `${joinBlocks([
    heading,
    compared,
    [...remarks.slice(0, first.remarks), more(section.remarks, room.remarks)].filter((text) => text !== '').join('\n'),
    renderEntries(seen.slice(0, first.entries)),
    worstPlace,
    first.chart ? chart : '',
    maybeFold(countOf(rest.length, 'more finding'), [renderEntries(rest)]),
    more(entries, room.entries),
    maybeFold(`🟢 ${countOf(good.length, 'improvement')}`, [renderEntries(good)]),
    maybeFold('Where the memory of the other cases comes from', [
      otherPlaces.join('\n'),
      otherPlaces.length === 0 ? '' : more(section.places, room.places),
    ]),
    maybeFold('Memory over time of the worst case', first.chart ? [] : [chart]),
    maybeFold('More on what was compared', [remarks.slice(first.remarks).join('\n')]),
    maybeFold('Other versions that changed', [
      table(['package', 'baseline', 'now'], section.changes.slice(0, room.changes), () => false),
      room.changes === 0 ? '' : more(section.changes, room.changes),
    ]),
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

/** Bad entries are shown unfolded; good ones only if there is nothing else. */
function ranked(entries: readonly Entry[]): { bad: readonly Entry[]; good: readonly Entry[] } {
  const bad = entries.filter(({ good }) => !good);
  return bad.length === 0 ? { bad: entries, good: [] } : { bad, good: entries.filter(({ good }) => good) };
}

function leftOut({ places, charts, native, overview, details, elsewhere }: Section, room: Room): string {
  const parts = [
    places.length > 0 && room.places === 0 ? 'where the memory comes from' : '',
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

/** Cases with findings first, worst at the top. */
export function changedFirst(cases: readonly CaseComparison[], findings: readonly Finding[]): CaseComparison[] {
  const ranks = new Map<string, number>();
  for (const { caseId } of findings) if (!ranks.has(caseId)) ranks.set(caseId, ranks.size);
  const rank = ({ id }: CaseComparison) => ranks.get(id) ?? ranks.size;
  return [...cases].sort((a, b) => rank(a) - rank(b));
}
