import { compose, type Room, type Section, wholeRoom } from './section.js';

/** The order in which parts are shortened, least important first. */
const leastFirst: readonly (keyof Room)[] = [
  'details',
  'changes',
  'native',
  'overview',
  'places',
  'charts',
  'entries',
  'remarks',
];

/** A section in Markdown of at most `maxLength` bytes in UTF-8, and so at most as many characters. */
export function shortened(section: Section, maxLength: number): string {
  const fits = (text: string) => lengthOf(text) <= maxLength;
  let room = wholeRoom(section);
  let text = compose(section, room);
  for (const part of leastFirst) {
    if (fits(text)) return text;
    const withCount = (count: number): Room => ({ ...room, [part]: count });
    room = withCount(greatest(room[part], (count) => fits(compose(section, withCount(count)))));
    text = compose(section, room);
  }
  const { heading, compared } = section;
  return [text, `${heading}\n\n${compared}\n`, `${heading}\n`].find(fits) ?? '';
}

/** Upper bound on the length GitHub counts for a text: bytes are never fewer than characters. */
export function lengthOf(text: string): number {
  return Buffer.byteLength(text);
}

/** The greatest count up to `most` that passes; 0 if none does. */
function greatest(most: number, passes: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
