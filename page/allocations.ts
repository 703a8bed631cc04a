import type { AllocationsData } from '../src/report/html/model-detail.js';
import { element, scrolling, textTable } from './dom.ts';

const words =
  'Objects allocated on the JavaScript heap, freed since or not, by the innermost call that is not inside Node. ' +
  'Counted in a process of its own; not judged. A dash: not among the greatest.';

/** Who allocates the objects of a case. */
export function allocationsView({ compared, rows }: AllocationsData): HTMLElement {
  const header = ['function', 'objects', 'size', ...(compared ? ['baseline', 'difference'] : [])];
  const cells = rows.map(({ where, now, size, baseline, difference }) => [
    element('span', { class: 'place' }, where),
    now,
    size,
    ...(compared ? [baseline, difference] : []),
  ]);
  return element(
    'div',
    {},
    element('p', { class: 'small' }, words),
    scrolling(
      'Most allocations by function',
      textTable(header, cells, (column) => column > 0),
    ),
  );
}
