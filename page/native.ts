import type { NativeData } from '../src/report/html/model.js';
import { element, scrolling, textTable } from './dom.ts';

/** What profilers of native memory found: figures, and who had most. */
export function nativeView(profiles: readonly NativeData[]): HTMLElement[] {
  return profiles.flatMap(({ profiler, summary, profile, stacks }) => [
    element('p', {}, `${profiler}: ${summary}`),
    ...(stacks.length === 0 ? [] : [stackTable(profiler, stacks)]),
    ...(profile === ''
      ? []
      : [element('p', { class: 'small' }, 'The whole of it is in ', element('code', {}, `profiles/${profile}`), '.')]),
  ]);
}

function stackTable(profiler: string, stacks: NativeData['stacks']): HTMLElement {
  const rows = stacks.map(({ what, amount, calls }) => [
    what,
    amount,
    element('span', {}, ...calls.flatMap((call, index) => (index === 0 ? [call] : [element('br'), `< ${call}`]))),
  ]);
  const table = textTable(
    ['what', 'how much', 'who asked for it, the innermost call first'],
    rows,
    (column) => column === 1,
  );
  return scrolling(`Stacks by ${profiler}`, table);
}
