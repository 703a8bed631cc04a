import type { RuleChange } from '../compare/rules.js';
import type { Comparison } from '../compare/verdict.js';
import { joinBlocks, link } from './blocks.js';
import { escapeText } from './escape.js';
import { countOf, formatCommit, formatValue } from './format.js';
import { headline, runVerdictWords } from './headline.js';
import { commitLink } from './origin.js';
import type { Judgement, Provenance, Reservation } from './provenance.js';
import type { Section } from './section.js';

/** Names that are listed before the rest is counted. */
const mostListed = 8;
/** Changes of one kind that are listed. */
const mostChanges = 12;

/**
 * The section with its judgement. A pass with reservations has no green sign in its heading, and the first remarks name
 * the rules behind the verdict.
 */
export function withJudgement(section: Section, comparison: Comparison, provenance: Provenance): Section {
  const { judgement } = provenance;
  if (judgement === undefined) return section;
  const remarks = [
    ...rulesRemarks(judgement, comparison, provenance),
    ...judgement.reservations.flatMap(({ detail }) => (detail === undefined ? [] : [escapeText(detail, 600)])),
  ].map((remark) => `- ${remark}`);
  return {
    ...section,
    heading: qualifiedHeading(section.heading, judgement.reservations),
    remarks: [...remarks, ...section.remarks],
  };
}

/** `## ✅ …` becomes `## ⚠️ …; 1 case of the baseline not measured`. */
function qualifiedHeading(heading: string, reservations: readonly Reservation[]): string {
  const reasons = reservations.map(({ short }) => `; ${escapeText(short, 120)}`).join('');
  const severe = reservations.some(({ failing }) => failing);
  const signed =
    reservations.length === 0
      ? heading
      : heading.replace(severe ? /^## (?:✅|⚠️)/u : /^## ✅/u, severe ? '## ❌' : '## ⚠️');
  return signed + reasons;
}

function rulesRemarks({ rules, changes, both }: Judgement, comparison: Comparison, provenance: Provenance): string[] {
  const kinds = [
    changeSentence(
      'budgets',
      changes.filter(({ kind }) => kind === 'budget'),
    ),
    changeSentence(
      'thresholds',
      changes.filter(({ kind }) => kind === 'threshold'),
    ),
    changeSentence(
      'fail-on',
      changes.filter(({ kind }) => kind === 'fail-on'),
    ),
    ...changes.map((change) =>
      change.kind === 'leak-detection'
        ? `The pull request turns leak detection off, or raises its tolerance, for ${listed(change.cases)}.`
        : '',
    ),
  ].filter((sentence) => sentence !== '');
  const verdicts =
    both === undefined
      ? []
      : [
          `By the rules of ${branchWords(judgementBranch(rules))}: ${verdictWords(both.baseline)}. By those of the pull request: ${verdictWords(both.pull)}.`,
        ];
  const source = rulesSentence(rules, comparison, provenance);
  return [...(source === '' ? [] : [source]), ...kinds, ...verdicts];
}

function rulesSentence(rules: Judgement['rules'], { baseline }: Comparison, provenance: Provenance): string {
  const commit = baseline?.commit === undefined ? '' : ` (baseline of ${commitLink(baseline.commit, provenance)})`;
  switch (rules.by) {
    case 'baseline':
      return `Judged by the rules of ${branchWords(rules.branch)}${commit}.`;
    case 'stricter-pull':
      return `Judged by the rules of the pull request, which are stricter than those of ${branchWords(rules.branch)}${commit}.`;
    case 'pull':
      return '';
    case 'pull-alone':
      return `Budgets, thresholds and fail-on come from the pull request: ${
        rules.reason === 'no-baseline'
          ? 'there is no baseline'
          : `the baseline${commit.replace('baseline of', 'of')} carries none`
      }.`;
  }
}

function judgementBranch(rules: Judgement['rules']): string | undefined {
  return 'branch' in rules ? rules.branch : undefined;
}

function branchWords(branch: string | undefined): string {
  return branch === undefined ? 'the default branch' : `the branch ${escapeText(branch, 100)}`;
}

function changeSentence(what: string, changes: readonly RuleChange[]): string {
  if (changes.length === 0) return '';
  const words = changes.slice(0, mostChanges).map(changeWords);
  const more = changes.length > mostChanges ? `; and ${changes.length - mostChanges} more` : '';
  return `The pull request changes ${what}: ${words.join('; ')}${more}.`;
}

function changeWords(change: RuleChange): string {
  switch (change.kind) {
    case 'budget': {
      const { metric, baseline, now, cases } = change;
      const limit = (value: number | undefined) => (value === undefined ? 'none' : formatValue(metric, value));
      return `${metric} ${limit(baseline)} → ${limit(now)} (${listed(cases)})`;
    }
    case 'threshold': {
      const { metric, baseline, now, cases } = change;
      const floors = ({ absolute, relativePercent }: typeof now) =>
        `${formatValue(metric, absolute)} and ${relativePercent} %`;
      return `${metric} ${floors(baseline)} → ${floors(now)} (${listed(cases)})`;
    }
    case 'fail-on':
      return `${change.baseline.join(', ') || 'none'} → ${change.now.join(', ') || 'none'}`;
    case 'leak-detection':
      return listed(change.cases);
  }
}

function verdictWords(comparison: Comparison): string {
  const { verdict } = comparison;
  return verdict === 'pass' ? 'pass' : `**${runVerdictWords[verdict]}** (${escapeText(headline(comparison), 200)})`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).map((name) => escapeText(name, 80));
  return [...shown, ...(names.length > mostListed ? [`and ${names.length - mostListed} more`] : [])].join(', ');
}

/** A reservation about baseline cases that were not measured now. */
export function unmeasuredReservation(cases: readonly string[]): Reservation[] {
  if (cases.length === 0) return [];
  const shown = cases.slice(0, mostListed).map((id) => id.slice(0, 80));
  const more = cases.length > mostListed ? [`and ${cases.length - mostListed} more`] : [];
  return [
    {
      short: `${countOf(cases.length, 'case')} of the baseline not measured`,
      detail: `Not measured, though the baseline has it: ${[...shown, ...more].join(', ')}`,
      failing: false,
    },
  ];
}

/** The section of a run that left no results; `runUrl` is GitHub's. */
export function notMeasuredSection(sha: string, conclusion: string, runUrl: string): string {
  return joinBlocks([
    `## ❌ memory-bench: ${formatCommit(sha)} was not measured, the run ended with ${escapeText(conclusion, 40)}`,
    'The run left no results. The verdict on an earlier commit does not hold for this one.',
    `<sub>${link('run', runUrl)}</sub>`,
  ]);
}
