import { element } from './dom.ts';
import type { Line } from './plot.ts';

/** The name of a line beside a piece of it. */
export function key({ label, colour, dash }: Pick<Line, 'label' | 'colour' | 'dash'>): HTMLElement {
  const look = `swatch ${colour}${dash === undefined ? '' : ' dashed'}`;
  return element('span', { class: 'key' }, element('span', { class: look, 'aria-hidden': 'true' }), label);
}
