import type { CaseData, PageData } from '../src/report/html/model.js';
import { element, scrolling } from './dom.ts';
import { anchorOf } from './words.ts';

/** Receives the visible cases in display order, so that other parts of the page can follow. */
export type OnChange = (shown: readonly CaseData[]) => void;

interface Column {
  readonly title: string;
  /** Sort key. Cases without one come last in either direction. */
  readonly key: (shown: CaseData) => number | string | undefined;
  readonly figure: boolean;
}

const names = new Intl.Collator('en', { numeric: true });

/** The table of all cases, sortable by its headings and filterable by verdict and text. */
export function overviewPart(data: PageData, onChange: OnChange): HTMLElement {
  const rank = new Map(data.cases.map((shown, index) => [shown, index]));
  const columns: readonly Column[] = [
    { title: 'case', key: ({ id }) => id, figure: false },
    { title: 'verdict', key: (shown) => rank.get(shown), figure: false },
    ...data.columns.map((title, index) => ({
      title,
      key: ({ figures }: CaseData) => figures[index]?.value,
      figure: true,
    })),
  ];
  const rows = new Map(data.cases.map((shown) => [shown, rowOf(shown)]));
  const body = element('tbody');
  const count = element('p', { class: 'small', role: 'status' });
  const filter = filterOf(data.cases, update);
  const sorting = sortingOf(columns, update);

  function update(): void {
    const { column, descending } = sorting.chosen();
    const shown = data.cases.filter(filter.accepts);
    if (column !== undefined) shown.sort((a, b) => compare(column.key(a), column.key(b), descending));
    body.replaceChildren(...shown.flatMap((one) => rows.get(one) ?? []));
    count.textContent = `${shown.length} of ${data.cases.length} cases`;
    onChange(shown);
  }

  update();
  const table = element('table', { class: 'overview' }, element('thead', {}, sorting.row), body);
  return element(
    'section',
    { 'aria-labelledby': 'overview' },
    element('h2', { id: 'overview' }, 'Overview'),
    filter.form,
    count,
    scrolling('Overview of all cases', table),
    element(
      'p',
      { class: 'small' },
      'Medians in MiB, bytes / 1024². A change is the settled reading after the measured iterations less the settled one before.',
    ),
  );
}

function rowOf(shown: CaseData): HTMLTableRowElement {
  return element(
    'tr',
    { class: shown.tone },
    element('th', { scope: 'row' }, element('a', { href: `#${anchorOf(shown)}` }, shown.id)),
    element('td', {}, element('span', { class: `badge ${shown.tone}` }, shown.verdicts.join(', '))),
    ...shown.figures.map((figure) => element('td', { class: 'figure' }, figure?.text ?? '–')),
  );
}

function filterOf(cases: readonly CaseData[], onChange: () => void) {
  const text = element('input', { id: 'filter-text', type: 'search', autocomplete: 'off' });
  const verdicts = [...new Set(cases.flatMap((shown) => shown.verdicts))].sort();
  const number = (verdict: string) => cases.filter((shown) => shown.verdicts.includes(verdict)).length;
  const verdict = element(
    'select',
    { id: 'filter-verdict' },
    element('option', { value: '' }, 'all'),
    ...verdicts.map((name) => element('option', { value: name }, `${name} (${number(name)})`)),
  );
  text.addEventListener('input', onChange);
  verdict.addEventListener('change', onChange);
  return {
    form: element(
      'div',
      { class: 'filter' },
      element('span', {}, element('label', { for: 'filter-text' }, 'Case or description '), text),
      element('span', {}, element('label', { for: 'filter-verdict' }, 'Verdict '), verdict),
    ),
    accepts: ({ id, description, verdicts: own }: CaseData) =>
      (verdict.value === '' || own.includes(verdict.value)) &&
      `${id}\n${description}`.toLowerCase().includes(text.value.trim().toLowerCase()),
  };
}

function sortingOf(columns: readonly Column[], onChange: () => void) {
  let chosen: { column: Column | undefined; descending: boolean } = { column: undefined, descending: false };
  const cells = columns.map((column) => {
    const button = element('button', { type: 'button' }, column.title);
    const cell = element('th', { scope: 'col', class: column.figure ? 'figure' : undefined }, button);
    button.addEventListener('click', () => {
      // Numeric columns sort greatest first on the first click.
      const descending = chosen.column === column ? !chosen.descending : column.figure;
      chosen = { column, descending };
      for (const other of cells) other.removeAttribute('aria-sort');
      cell.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      onChange();
    });
    return cell;
  });
  return { row: element('tr', {}, ...cells), chosen: () => chosen };
}

function compare(a: number | string | undefined, b: number | string | undefined, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : names.compare(String(a), String(b));
  return descending ? -order : order;
}
