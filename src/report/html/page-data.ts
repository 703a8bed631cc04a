import type { Comparison, EnvironmentDifference } from '../../compare/verdict.js';
import { type MetricName, metricDefinition } from '../../results/metrics.js';
import type { Results } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { findingWords } from '../finding-list.js';
import { type Finding, findingsOf } from '../findings.js';
import { absenceRemedy, comparedWith, headline, isGreen, runVerdictWords } from '../headline.js';
import { runNotes } from '../run-notes.js';
import { changedFirst } from '../section.js';
import { incomparableReasons, longerThanPlanned, overviewColumns, titleOf } from '../summary.js';
import { caseData, casesById } from './case-data.js';
import { historyOf } from './history-data.js';
import type { CaseData, ChangeData, FindingData, MetricWords, PageData, Tone } from './model.js';

/** Input of a report page. */
export interface PageSource {
  readonly comparison: Comparison;
  readonly results: Results;
  readonly baselineResults: Results | undefined;
}

const mostChanges = 500;
const longestNote = 1_000;

/** The data of a page: everything shown on it, untrusted or not, as figures and plain text. */
export function pageData({ comparison, results, baselineResults }: PageSource): PageData {
  const findings = findingsOf(comparison);
  const now = casesById(results.cases);
  const before = casesById(baselineResults?.cases);
  const history = historyOf(results, baselineResults);
  const cases = changedFirst(comparison.cases, findings).map((judged) =>
    caseData({ judged, result: now.get(judged.id), baseline: before.get(judged.id), history }),
  );
  return {
    verdict: runVerdictWords[comparison.verdict],
    tone: comparison.fails ? 'bad' : isGreen(comparison) ? 'good' : 'uncertain',
    headline: shownText(headline(comparison), longestNote),
    remedy: shownText(absenceRemedy(comparison), longestNote),
    compared: shownText(comparedWith(comparison), 500),
    hasBaseline: comparison.baseline !== undefined,
    notes: notesOf(comparison),
    findings: findings.map(findingData),
    changes: changesData(comparison),
    columns: overviewColumns.map(({ title }) => title),
    metrics: metricWords(cases),
    runs: history.runs,
    cases,
  };
}

function notesOf(comparison: Comparison): string[] {
  const reasons = [...incomparableReasons(comparison)].map(
    ([reason, ids]) => `Not comparable: ${reason} (${ids.join(', ')})`,
  );
  const longer = longerThanPlanned(comparison);
  return [...reasons, ...runNotes(comparison), ...(longer === '' ? [] : [longer])].map((note) =>
    shownText(note, longestNote),
  );
}

function findingData({ kind, failing, caseId, what, detail, where = [] }: Finding): FindingData {
  return {
    tone: toneOf(kind, failing),
    kind: findingWords[kind],
    caseId: shownText(caseId),
    what: shownText(what, 500),
    detail: shownText(detail, 500),
    where: where.map((line) => shownText(line, longestNote)),
  };
}

function toneOf(kind: Finding['kind'], failing: boolean): Tone {
  if (failing) return 'bad';
  return kind === 'improvement' ? 'good' : 'uncertain';
}

const changeKinds: Readonly<Record<EnvironmentDifference['kind'], string>> = {
  subject: 'version or variable',
  context: 'machine',
  identity: 'not comparable',
};

function changesData({ differences, packages }: Comparison): ChangeData[] {
  const own = (wanted: EnvironmentDifference['kind']) =>
    differences
      .filter(({ kind }) => kind === wanted)
      .map(({ name, baseline, now }) => ({ kind: changeKinds[wanted], name, baseline, now }));
  const versions = packages.map(({ name, direct, baseline, now }) => ({
    kind: direct ? 'package' : 'package, indirect',
    name,
    baseline: baseline ?? '–',
    now: now ?? '–',
  }));
  return [...own('identity'), ...own('subject'), ...versions, ...own('context')]
    .slice(0, mostChanges)
    .map(({ kind, name, baseline, now }) => ({
      kind,
      name: shownText(name, 120),
      baseline: shownText(baseline, 120),
      now: shownText(now, 120),
    }));
}

function metricWords(cases: readonly CaseData[]): Partial<Record<MetricName, MetricWords>> {
  const names = new Set(cases.flatMap(({ metrics }) => metrics.map(({ metric }) => metric)));
  return Object.fromEntries(
    [...names].map((name) => {
      const { unit, definition } = metricDefinition(name);
      return [name, { title: titleOf(name), unit: unit === 'count' ? '' : unit, definition }];
    }),
  );
}
