import { element } from './dom.ts';
import { allBelow, callersOf, type FlameCall } from './flame-tree.ts';
import { bytesText } from './words.ts';

const rowHeight = 22;

/** Legend text of each colour. */
export type OwnerWords = Readonly<Record<FlameCall['owner'], string>>;

const hint =
  'Point at a bar, or walk over them with the arrow keys, to read it. A click or Enter zooms in, Escape out.';

/**
 * Calls as bars, with callees below their caller. A bar is as wide as the bytes of the call and its callees. The Tab
 * key reaches one bar; the arrow keys move from there to the others.
 */
export function flameGraph(label: string, root: FlameCall, owners: OwnerWords): HTMLElement {
  const readout = element('p', { class: 'readout', 'aria-live': 'polite' }, hint);
  const out = element('button', { type: 'button', class: 'button', disabled: true }, 'Zoom out');
  const picture = element('div', { class: 'flame', role: 'group', 'aria-label': label });
  const bars = new Map<FlameCall, HTMLButtonElement>();
  let zoomed = root;

  function show(call: FlameCall): void {
    zoomed = call;
    bars.clear();
    for (const shown of [...callersOf(call), ...allBelow(call)]) {
      if (shown.total > 0) bars.set(shown, barOf(shown, call));
    }
    const rows = 1 + Math.max(...[...bars.keys()].map(({ depth }) => depth));
    picture.style.height = `${rows * rowHeight}px`;
    picture.replaceChildren(...bars.values());
    out.disabled = call === root;
    makeReachable(call);
  }

  function barOf(call: FlameCall, whole: FlameCall): HTMLButtonElement {
    const isAbove = call.depth < whole.depth;
    const bar = element(
      'button',
      {
        type: 'button',
        class: `bar ${call.owner}${isAbove ? ' above' : ''}`,
        tabindex: -1,
        'aria-label': `${call.name}: ${bytesText(call.total)}`,
      },
      element('span', {}, call.owner === 'whole' ? `${call.name}: ${bytesText(call.total)}` : shortName(call.name)),
    );
    const [left, width] = isAbove ? [0, 1] : [(call.start - whole.start) / whole.total, call.total / whole.total];
    // Set through the DOM, because the content security policy blocks style attributes.
    bar.style.left = `${(100 * left).toFixed(4)}%`;
    bar.style.width = `max(1px, calc(${(100 * width).toFixed(4)}% - 1px))`;
    bar.style.top = `${call.depth * rowHeight}px`;
    const tell = () => {
      readout.textContent = inWords(call, root, owners);
    };
    bar.addEventListener('pointerenter', tell);
    bar.addEventListener('focus', () => {
      makeReachable(call);
      tell();
    });
    bar.addEventListener('click', () => zoom(call));
    bar.addEventListener('keydown', (event) => {
      if (walk(call, event.key)) event.preventDefault();
    });
    return bar;
  }

  function makeReachable(call: FlameCall): void {
    for (const [other, bar] of bars) bar.tabIndex = other === call ? 0 : -1;
  }

  function zoom(call: FlameCall): void {
    show(call);
    bars.get(call)?.focus();
  }

  function walk(call: FlameCall, key: string): boolean {
    if (key === 'Escape') zoom(root);
    else {
      const target = neighbour(call, key);
      if (target === undefined) return false;
      bars.get(target)?.focus();
    }
    return true;
  }

  function neighbour(call: FlameCall, key: string): FlameCall | undefined {
    if (key === 'Home') return root;
    if (key === 'ArrowUp') return call.caller;
    // Rows above the zoomed call have one bar each.
    if (key === 'ArrowDown') {
      return call.depth < zoomed.depth ? [...callersOf(zoomed), zoomed][call.depth + 1] : call.callees[0];
    }
    const row = [...bars.keys()].filter(({ depth }) => depth === call.depth);
    const at = row.indexOf(call);
    if (key === 'ArrowRight') return row[at + 1];
    return key === 'ArrowLeft' ? row[at - 1] : undefined;
  }

  out.addEventListener('click', () => zoom(root));
  picture.addEventListener('pointerleave', () => {
    readout.textContent = zoomed === root ? hint : inWords(zoomed, root, owners);
  });
  show(root);
  const tools = element('div', { class: 'tools' }, legend(owners), out);
  return element('div', {}, tools, element('div', { class: 'flame-view' }, picture), readout);
}

/** The most telling end of a C++ or Rust path: the function and its type or module. */
function shortName(name: string): string {
  return /^[\w:~]+$/.test(name) ? name.split('::').slice(-2).join('::') : name;
}

function inWords(call: FlameCall, root: FlameCall, owners: OwnerWords): string {
  const share = `${((100 * call.total) / root.total).toFixed(1)} % of all`;
  const holder = callersOf(call).find(({ owner, depth }) => owner === 'whole' && depth > 0);
  const own = call === root ? 'of calls too small to be told' : 'by itself';
  return [
    `${call.name}${call.place === '' ? '' : ` at ${call.place}`}`,
    ...(call.owner === 'whole' ? [] : [owners[call.owner]]),
    `${bytesText(call.total)}${holder === undefined ? '' : ` of ${holder.name}`}, ${share}`,
    ...(call.own > 0 && call.callees.length > 0 ? [`${bytesText(call.own)} ${own}`] : []),
  ].join('; ');
}

function legend(owners: OwnerWords): HTMLElement {
  const kinds = (['own', 'package', 'node', 'whole'] as const).map((owner) =>
    element(
      'span',
      { class: 'key' },
      element('span', { class: `patch ${owner}`, 'aria-hidden': 'true' }),
      owners[owner],
    ),
  );
  return element('p', { class: 'small legend' }, ...kinds);
}
