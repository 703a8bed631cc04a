import { element } from './dom.ts';

/** Rows shown unfolded. */
const mostUnfolded = 8;

/** A table of the most important rows, with the rest folded below it. */
export function longTable<Row>(
  rows: readonly Row[],
  tableOf: (some: readonly Row[], isRest: boolean) => HTMLElement,
): HTMLElement[] {
  const rest = rows.slice(mostUnfolded);
  const seen = tableOf(rows.slice(0, mostUnfolded), false);
  if (rest.length === 0) return [seen];
  return [seen, element('details', {}, element('summary', {}, `${rest.length} more`), tableOf(rest, true))];
}

/** A path that may wrap after a slash, but not inside a name. */
export function breakable(path: string): HTMLElement {
  const parts = (path === '' ? '–' : path).split(/(?<=\/)/);
  return element('span', {}, ...parts.flatMap((part, index) => (index === 0 ? [part] : [element('wbr'), part])));
}
