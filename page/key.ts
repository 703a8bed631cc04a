import { element } from './dom.ts';
import type { Line } from './plot.ts';

/** A legend entry: a swatch of a line and its name. */
export function key({ label, colour, dash }: Pick<Line, 'label' | 'colour' | 'dash'>): HTMLElement {
  const look = `swatch ${colour}${dash === undefined ? '' : ' dashed'}`;
  return element('span', { class: 'key' }, element('span', { class: look, 'aria-hidden': 'true' }), label);
}
