import { isSkipped } from '../compare/incomplete.js';
import type { CaseComparison, Comparison, RunVerdict, Verdict } from '../compare/verdict.js';
import { cutText } from './escape.js';
import { countOf, formatCommit } from './format.js';

/** Display names of the verdicts of a run. */
export const runVerdictWords: Readonly<Record<RunVerdict, string>> = {
  pass: 'pass',
  fail: 'fail',
  'not-compared': 'not compared',
};

/** Whether a run is green: it passes, and everything that was selected was measured. */
export function isGreen(comparison: Comparison): boolean {
  return comparison.verdict === 'pass' && unmeasuredWords(comparison).length === 0;
}

/** The first line of every report; untrusted parts are not escaped. */
export function headline(comparison: Comparison): string {
  const { absence, verdict } = comparison;
  const why = absence?.kind === 'unavailable' ? [`not compared: ${oneLine(absence.reason)}`] : [];
  const judged = verdict === 'not-compared' && !hasFindings(comparison) ? [] : [judgedWords(comparison)];
  // If the first part counts the cases that passed, it counts the others too.
  const unmeasured = judged.length > 0 && !hasFindings(comparison) ? [] : [unmeasuredWords(comparison).join(', ')];
  return [...judged, ...why, ...unmeasured].filter((part) => part !== '').join('; ');
}

/** The headline of a run that is not compared, without saying so: the reason, and what was measured. */
export function notComparedLine(comparison: Comparison): string {
  const { absence } = comparison;
  const reason = absence?.kind === 'unavailable' ? oneLine(absence.reason) : '';
  return [reason, judgedWords(comparison)].filter((part) => part !== '').join('; ');
}

/** The remedy for an unavailable baseline; empty if the baseline is available or there is no advice. */
export function absenceRemedy({ absence }: Comparison): string {
  return absence?.kind === 'unavailable' ? (absence.remedy ?? '') : '';
}

function hasFindings({ findings }: Comparison): boolean {
  return (['error', 'budget', 'regression', 'leak', 'missing'] as const).some((kind) => findings[kind] > 0);
}

/** Counts of the findings, or of the measured cases if there are none. */
export function judgedWords(comparison: Comparison): string {
  const { findings, failOn, verdict } = comparison;
  const told = [
    findings.error > 0 ? `${countOf(findings.error, 'case')} failed` : '',
    findings.budget > 0 ? countOf(findings.budget, 'budget breach', 'budget breaches') : '',
    findings.regression > 0 ? countOf(findings.regression, 'regression') : '',
    findings.leak > 0 ? countOf(findings.leak, 'leak') : '',
    findings.missing > 0
      ? `${countOf(findings.missing, 'case')} missing${lackWords(comparison.cases.filter(isMissing))}`
      : '',
  ].filter((part) => part !== '');
  if (told.length === 0) return quietHeadline(comparison);
  const tolerated = verdict !== 'fail' ? ` (none of it fails this run: --fail-on ${failOn.join(',') || 'none'})` : '';
  return told.join(', ') + tolerated;
}

function quietHeadline(comparison: Comparison): string {
  const { baseline, absence, cases } = comparison;
  const measuredCases = cases.filter(({ samples }) => samples > 0).length;
  const measured = countOf(measuredCases, 'case');
  const unmeasured = unmeasuredWords(comparison);
  const count = (wanted: Verdict) => cases.filter(({ verdict }) => verdict === wanted).length;
  if (unmeasured.length > 0) {
    const open = (['inconclusive', 'incomparable'] as const).filter((verdict) => count(verdict) > 0);
    const passed = open.reduce((left, verdict) => left - count(verdict), measuredCases);
    return [
      `${countOf(passed, 'case')} passed`,
      ...open.map((verdict) => `${count(verdict)} ${verdict}`),
      ...unmeasured,
    ].join(', ');
  }
  if (baseline === undefined || absence !== undefined) return `${measured} measured, no budget exceeded and no leak`;
  const others = (['inconclusive', 'new', 'incomparable'] as const)
    .map((verdict) => [count(verdict), verdict] as const)
    .filter(([number]) => number > 0)
    .map(([number, verdict]) => `, ${number} ${verdict}`);
  const compared = cases.length - count('new') - count('incomparable') - count('missing') - count('failed');
  if (compared === 0) return `${measured} measured, none comparable with the baseline`;
  return `No memory regression in ${countOf(compared, 'case')}${others.join('')}`;
}

/** Counts of everything selected but not measured, such as `1 skipped: no model`. */
export function unmeasuredWords({ cases }: Comparison): string[] {
  const skipped = cases.filter(isSkipped);
  const passes = cases.reduce((sum, { failedPasses }) => sum + failedPasses.length, 0);
  const metrics = cases.reduce((sum, { unchecked }) => sum + unchecked.length, 0);
  return [
    skipped.length > 0 ? `${skipped.length} skipped${lackWords(skipped)}` : '',
    passes > 0 ? countOf(passes, 'failed pass', 'failed passes') : '',
    metrics > 0 ? `${countOf(metrics, 'metric')} not measured` : '',
  ].filter((part) => part !== '');
}

const services = { model: 'model', qdrant: 'Qdrant' } as const;

function lackWords(cases: readonly CaseComparison[]): string {
  const lacking = [...new Set(cases.flatMap(({ lacks }) => (lacks === undefined ? [] : [`no ${services[lacks]}`])))];
  return lacking.length === 0 ? '' : `: ${lacking.join(', ')}`;
}

function isMissing({ verdict, expected }: CaseComparison): boolean {
  return verdict === 'missing' && expected;
}

/** Characters of a reason in a headline. */
const longestReason = 300;

function oneLine(text: string): string {
  return cutText(text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '), longestReason);
}

/** The commit and the baseline it was compared with, or why there is no comparison. */
export function comparedWith(comparison: Comparison): string {
  const { baseline, commit } = comparison;
  const now = `${formatCommit(commit)}${dirtyWords(comparison)}`;
  return baseline === undefined || comparison.absence !== undefined
    ? `${now}, ${absenceWords(comparison)}`
    : `${now} compared with the baseline of ${baselineName(baseline)}`;
}

/** Why there is no comparison, and what is judged anyway. Untrusted parts are not escaped. */
export function absenceWords({ absence, environmentKey }: Comparison): string {
  const judged = 'budgets and leaks are judged, differences are not';
  switch (absence?.kind) {
    case 'unavailable':
      return `not compared with a baseline: ${judged}`;
    case 'not-requested':
      return `compared with no baseline, as the settings ask: ${judged}`;
    default:
      return `no baseline yet for ${environmentKey}: ${judged}`;
  }
}

/** Suffix for the name of a commit whose work tree had uncommitted changes. */
export function dirtyWords({ dirty }: { readonly dirty: boolean }): string {
  return dirty ? ' with uncommitted changes' : '';
}

function baselineName(baseline: NonNullable<Comparison['baseline']>): string {
  const { commit, startedAt } = baseline;
  const date = startedAt.slice(0, 10);
  return commit === undefined ? date : `${formatCommit(commit)}${dirtyWords(baseline)} (${date})`;
}
