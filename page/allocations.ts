import type { AllocationsData, AllocatorRow } from '../src/report/html/model-detail.js';
import { element, scrolling, textTable } from './dom.ts';
import { breakable, longTable } from './long-table.ts';

const words =
  'Objects allocated on the JavaScript heap, freed since or not, by the innermost call that is not inside Node. ' +
  'Counted in a separate process; not judged. A dash: not among the greatest.';

/** Renders the functions that allocate the objects of a case. */
export function allocationsView({ compared, rows }: AllocationsData): HTMLElement {
  const tables = longTable(rows, (some, isRest) =>
    scrolling(isRest ? 'Further allocations by function' : 'Most allocations by function', tableOf(some, compared)),
  );
  return element('div', {}, element('p', { class: 'small' }, words), ...tables);
}

function tableOf(rows: readonly AllocatorRow[], compared: boolean): HTMLTableElement {
  const header = ['function', 'objects', 'size', ...(compared ? ['baseline', 'difference'] : [])];
  const cells = rows.map(({ where, now, size, baseline, difference }) => [
    element('span', { class: 'place' }, breakable(where)),
    now,
    size,
    ...(compared ? [baseline, difference] : []),
  ]);
  return textTable(header, cells, (column) => column > 0);
}
