import { element } from './dom.ts';

/** A group of toggle buttons above the content of the selected side. No buttons if there is only one side. */
export function choice<Side extends string>(
  label: string,
  sides: readonly { readonly side: Side; readonly words: string }[],
  first: Side,
  contentOf: (side: Side) => readonly HTMLElement[],
): HTMLElement {
  const place = element('div');
  const buttons = sides.map(({ side, words }) => {
    const button = element('button', { type: 'button', class: 'button' }, words);
    button.addEventListener('click', () => show(side));
    return { side, button };
  });

  function show(chosen: Side): void {
    for (const { side, button } of buttons) button.setAttribute('aria-pressed', String(side === chosen));
    place.replaceChildren(...contentOf(chosen));
  }

  show(first);
  if (buttons.length < 2) return place;
  const group = element(
    'div',
    { class: 'choice', role: 'group', 'aria-label': label },
    ...buttons.map(({ button }) => button),
  );
  return element('div', {}, group, place);
}
