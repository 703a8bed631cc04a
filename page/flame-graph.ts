import { element } from './dom.ts';
import { allBelow, callersOf, type FlameCall } from './flame-tree.ts';
import { bytesText } from './words.ts';

const rowHeight = 22;

/** What the colours stand for. */
export type OwnerWords = Readonly<Record<FlameCall['owner'], string>>;

const hint =
  'Point at a bar, or walk over them with the arrow keys, to read it. A click or Enter zooms in, Escape out.';

/**
 * Calls as bars, each as wide as the bytes that came about below it, what it calls beneath. One bar is reached by the
 * Tab key, the others from there by the arrow keys.
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
    // Through the object model: the security policy allows no style attributes.
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
    // Above what is zoomed into there is one bar a row.
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
  return element('div', {}, element('div', { class: 'tools' }, legend(owners), out), picture, readout);
}

/** Of a path of C++ or Rust the end, which says most: a function, and the type or module it is of. */
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
