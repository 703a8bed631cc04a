import type { MappedData, MappedRow } from '../src/report/html/model-detail.js';
import { element, scrolling, shape, textTable } from './dom.ts';
import { key } from './key.ts';

const colours = ['first', 'second', 'third', 'fourth'] as const;
const height = 18;
/** Width of the view box; the drawing itself fills the available width. */
const width = 1000;

/** Composition of each process's memory: a bar of its parts, and all figures in a table. */
export function mappedView(caseId: string, { words, columns, rows }: MappedData): HTMLElement {
  const drawn = rows.filter(({ parts }) => parts.length > 0);
  const most = Math.max(1, ...drawn.map(({ parts }) => sumOf(parts)));
  return element(
    'figure',
    {},
    element('figcaption', {}, words),
    ...(drawn.length === 0 ? [] : [legend(drawn)]),
    ...drawn.map((row) => element('div', { class: 'strip-row' }, element('div', {}, row.who), bar(caseId, row, most))),
    scrolling(
      'What resident memory is made of, in figures',
      textTable(
        ['memory of', ...columns],
        rows.map(({ who, texts }) => [who, ...texts]),
        (column) => column > 0,
      ),
    ),
  );
}

function legend([row]: readonly MappedRow[]): HTMLElement {
  const keys = (row?.parts ?? []).map(({ name }, index) => key({ label: name, colour: colours[index] ?? 'first' }));
  return element('p', { class: 'small keys' }, ...keys);
}

function bar(caseId: string, { who, parts, isBaseline }: MappedRow, most: number): SVGSVGElement {
  let from = 0;
  const rectangles = parts.map(({ mebibytes }, index) => {
    const length = (width * mebibytes) / most;
    const made = shape('rect', { x: from, y: 0, width: length, height, class: colours[index] });
    from += length;
    return made;
  });
  const figures = parts.map(({ name, text }) => `${name} ${text}`).join(', ');
  return shape(
    'svg',
    {
      class: `strip parts${isBaseline ? ' before' : ''}`,
      viewBox: `0 0 ${width} ${height}`,
      height,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': `Memory of ${caseId}, ${who}: ${figures}`,
    },
    ...rectangles,
  );
}

function sumOf(parts: MappedRow['parts']): number {
  return parts.reduce((sum, { mebibytes }) => sum + mebibytes, 0);
}
