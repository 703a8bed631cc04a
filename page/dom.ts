type Child = Node | string;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its attributes and children. Strings become text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The SVG counterpart of `element`. */
export function shape<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(svgNamespace, name);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A table in a scroll container for narrow screens. The keyboard can scroll it too. */
export function scrolling(label: string, table: HTMLTableElement): HTMLElement {
  return element('div', { class: 'scroll', role: 'group', 'aria-label': label, tabindex: 0 }, table);
}

/** A table of text cells. The first cell of a row is its heading; `figures` selects the numeric columns. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly Child[])[],
  figures: (column: number) => boolean = () => false,
): HTMLTableElement {
  const align = (column: number) => ({ class: figures(column) ? 'figure' : undefined });
  const headings = header.map((title, column) => element('th', { scope: 'col', ...align(column) }, title));
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      ...cells.map((cell, column) =>
        column === 0 ? element('th', { scope: 'row' }, cell) : element('td', align(column), cell),
      ),
    ),
  );
  return element('table', {}, element('thead', {}, element('tr', {}, ...headings)), element('tbody', {}, ...body));
}
