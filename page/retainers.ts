import type { RetainersData } from '../src/report/html/model-detail.js';
import { element, scrolling, textTable } from './dom.ts';
import { breakable } from './long-table.ts';

const explanation =
  'From two heap snapshots, before and after the iterations, in a separate process; not judged. Each object counts for the ' +
  'holder with the shortest path to it.';

/** Renders the holders of leaked objects. */
export function retainersView({ words, rows }: RetainersData): HTMLElement {
  const header = ['holder', 'objects', 'size', 'declared at', 'through', 'most of it'];
  const cells = rows.map(({ holder, objects, size, place, through, held }) => [
    element('span', { class: 'place' }, breakable(holder)),
    objects,
    size,
    breakable(place),
    breakable(through),
    held,
  ]);
  const table = textTable(header, cells, (column) => column === 1 || column === 2);
  return element(
    'div',
    {},
    element('p', { class: 'small' }, `${words} ${explanation}`),
    scrolling('Who holds it', table),
  );
}
