import type { ChangeData, FindingData, PageData } from '../src/report/html/model.js';
import { element, scrolling, textTable } from './dom.ts';
import { anchorOf } from './words.ts';

/** A finding as a list item. With `linked`, it starts with a link to its case. */
export function findingItem({ tone, kind, caseId, what, detail, where }: FindingData, linked = false): HTMLElement {
  const about = linked ? [element('a', { href: `#${anchorOf({ id: caseId })}` }, caseId), ' '] : [];
  return element(
    'li',
    { class: tone },
    element('span', { class: `badge ${tone}` }, kind),
    ' ',
    ...about,
    element('span', { class: 'what' }, what),
    ...(detail === '' ? [] : [' ', element('span', { class: 'small' }, detail)]),
    ...(where.length === 0 ? [] : [element('ul', { class: 'where' }, ...where.map((line) => element('li', {}, line)))]),
  );
}

/** Findings shown unfolded. */
const mostUnfolded = 12;

/** The page section of the findings, worst first. */
export function findingsPart({ findings }: PageData): HTMLElement {
  const items = findings.map((finding) => findingItem(finding, true));
  const list = (of: readonly HTMLElement[]) => element('ul', { class: 'findings' }, ...of);
  const rest = items.slice(mostUnfolded);
  return element(
    'section',
    { 'aria-labelledby': 'findings' },
    element('h2', { id: 'findings' }, 'Findings'),
    items.length === 0 ? element('p', {}, 'Nothing to tell.') : list(items.slice(0, mostUnfolded)),
    ...(rest.length === 0 ? [] : [element('details', {}, element('summary', {}, `${rest.length} more`), list(rest))]),
  );
}

/** Changes shown unfolded. */
const mostChanges = 8;

/** The page section of differences other than measurements; undefined if there are none. */
export function changesPart({ changes, notes }: PageData): HTMLElement | undefined {
  if (changes.length === 0 && notes.length === 0) return undefined;
  const rest = changes.slice(mostChanges);
  return element(
    'section',
    { 'aria-labelledby': 'changes' },
    element('h2', { id: 'changes' }, 'What else differs'),
    ...notes.map((note) => element('p', {}, note)),
    ...(changes.length === 0 ? [] : [changeTable('What differs', changes.slice(0, mostChanges))]),
    ...(rest.length === 0
      ? []
      : [
          element('details', {}, element('summary', {}, `${rest.length} more`), changeTable('What else differs', rest)),
        ]),
  );
}

function changeTable(label: string, changes: readonly ChangeData[]): HTMLElement {
  const rows = changes.map(({ name, baseline, now, kind }) => [name, baseline, now, kind]);
  return scrolling(label, textTable(['name', 'baseline', 'now', 'kind'], rows));
}
