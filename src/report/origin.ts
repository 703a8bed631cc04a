import type { Comparison } from '../compare/verdict.js';
import { link } from './blocks.js';
import { changesOf, changeWords, mostNamed } from './changes.js';
import { escapeText } from './escape.js';
import { countOf, formatCommit } from './format.js';
import { absenceRemedy, absenceWords, dirtyWords, judgedWords } from './headline.js';
import type { BaselineProvenance, Provenance } from './provenance.js';
import { runNotes } from './run-notes.js';
import { incomparableReasons, longerThanPlanned } from './summary.js';

/** One sentence: the commit and the baseline it was compared with. */
export function comparedSentence(comparison: Comparison, provenance: Provenance | undefined): string {
  const { baseline, commit, environmentKey } = comparison;
  const now = `${commitLink(commit, provenance)}${dirtyWords(comparison)}`;
  if (baseline === undefined || comparison.absence !== undefined) return notCompared(comparison, now);
  const date = escapeText(baseline.startedAt.slice(0, 10));
  const which =
    baseline.commit === undefined
      ? date
      : `${commitLink(baseline.commit, provenance)}${dirtyWords(baseline)} (${date})`;
  const source = provenance === undefined ? '' : sourceWords(provenance.baseline, environmentKey);
  return `${now} compared with the baseline of ${which}${source === '' ? '' : `, ${source}`}.`;
}

/** The remedy, and below it what was measured anyway. */
function notCompared(comparison: Comparison, now: string): string {
  const remedy = escapeText(absenceRemedy(comparison), longestRemedy);
  const measured = `${now}, ${escapeText(absenceWords(comparison), longestRemedy)}.`;
  if (comparison.absence?.kind !== 'unavailable') return measured;
  const words = escapeText(judgedWords(comparison), longestRemedy);
  return [remedy, `${words}. ${measured}`].filter((line) => line !== '').join('<br>');
}

function sourceWords({ source, commitsBehind }: BaselineProvenance, environmentKey: string): string {
  const behind = commitsBehind === undefined ? '' : `, ${countOf(commitsBehind, 'commit')} back`;
  return {
    'merge-base': 'the merge base',
    ancestor: `an ancestor${behind}`,
    file: `the committed file ${escapeText(environmentKey)}.json`,
    none: '',
  }[source];
}

const longestRemedy = 500;
/** Characters of the sentence on cases measured longer. */
const longestLonger = 600;

/** Further remarks on the comparison, as list items: changed versions first, the machine later. */
export function remarksOf(comparison: Comparison, provenance: Provenance | undefined): string[] {
  const notes = (provenance?.baseline.notes ?? []).map((note) => `Baseline: ${escapeText(note, 300)}`);
  const longer = longerThanPlanned(comparison);
  const reasons = [...incomparableReasons(comparison)].map(
    ([reason, ids]) => `Not comparable: ${escapeText(reason)} (${listed(ids.map((id) => escapeText(id)))})`,
  );
  return [
    ...listRemark(
      'Changed',
      changesOf(comparison).map((change) => changeWords(change, typographic, shortText)),
    ),
    ...[...reasons.slice(0, mostNamed), ...andMore(reasons)],
    ...[...notes.slice(0, mostNamed), ...andMore(notes)],
    ...listRemark('Measured elsewhere', contextChanges(comparison)),
    ...runNotes(comparison).map((note) => escapeText(sentence(note), longestLonger)),
    ...(longer === '' ? [] : [escapeText(longer, longestLonger)]),
  ].map((remark) => `- ${remark}`);
}

const typographic = { arrow: '→', minus: '−' };

/** Rows of the table; the rest is counted. */
const mostRows = 100;

/** Table rows of the changed versions that the remarks only count, limited to a readable number. */
export function furtherChanges(comparison: Comparison): string[][] {
  const further = changesOf(comparison).slice(mostNamed);
  const rows = further
    .slice(0, mostRows)
    .map(({ name, baseline, now }) => [name, baseline ?? '–', now ?? '–'].map(shortText));
  return further.length > mostRows ? [...rows, [`and ${further.length - mostRows} more`, '', '']] : rows;
}

function contextChanges({ differences }: Comparison): string[] {
  return differences
    .filter(({ kind }) => kind === 'context')
    .map((difference) => changeWords(difference, typographic, shortText));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function listRemark(label: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${label}: ${listed(items)}`];
}

function shortText(text: string): string {
  return escapeText(text, 80);
}

/** Links to the full results, in small print. */
export function footerOf({ baseline }: Comparison, provenance: Provenance | undefined): string {
  const links =
    provenance === undefined
      ? []
      : [
          link('run', provenance.runUrl),
          link('results and report.html', provenance.resultsUrl),
          link('profiles', provenance.profilesUrl),
        ].filter(isLink);
  const commit = baseline?.commit === undefined ? [] : [`baseline ${commitLink(baseline.commit, provenance)}`];
  const places = links.length === 0 ? [] : [...links, ...commit];
  return `<sub>${[...places, 'MiB are bytes / 1024²', 'more memory has a plus sign'].join(' · ')}</sub>`;
}

/** Link to the job summary, which has the parts that a comment leaves out. */
export function runLink(provenance: Provenance | undefined): string {
  const run = link('the run', provenance?.runUrl);
  return isLink(run) ? `: see ${run}` : '';
}

/** A commit by its first digits, linked if the repository is known. */
export function commitLink(sha: string | undefined, provenance: Provenance | undefined): string {
  // Only a full hash is a commit: a results document may contain anything.
  if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha)) {
    return sha === undefined ? formatCommit(sha) : `commit ${escapeText(formatCommit(sha))}`;
  }
  const url = provenance?.repositoryUrl === undefined ? undefined : `${provenance.repositoryUrl}/commit/${sha}`;
  return link(`\`${formatCommit(sha)}\``, url);
}

function isLink(text: string): boolean {
  return text.startsWith('[');
}

function listed(items: readonly string[]): string {
  return [...items.slice(0, mostNamed), ...andMore(items)].join(', ');
}

function andMore({ length }: readonly string[]): string[] {
  return length > mostNamed ? [`and ${length - mostNamed} more`] : [];
}
