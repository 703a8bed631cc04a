import type { NativeCallsData, NativeData } from '../src/report/html/model.js';
import { choice } from './choice.ts';
import { element, scrolling, textTable } from './dom.ts';
import { flameGraph, type OwnerWords } from './flame-graph.ts';
import { type FlameCall, wholeTree } from './flame-tree.ts';
import { longTable } from './long-table.ts';

const owners: Readonly<Record<NativeCallsData['subject'], OwnerWords>> = {
  worker: { own: 'own code', package: 'libraries', node: 'Node and system', whole: 'all of it' },
  command: { own: 'the program', package: 'libraries', node: 'system', whole: 'all of it' },
  qdrant: { own: 'Qdrant', package: 'libraries', node: 'system', whole: 'all of it' },
};

const pictureWords =
  'A bar is a call, and below it stands what it calls; its width is the memory that they had. What is too small to be ' +
  'seen counts for its caller. Allocators and standard libraries, which only pass on what others want, are left out.';

/** Native memory profiles: the totals, a flame graph, and a table of the largest stacks. */
export function nativeView(caseId: string, profiles: readonly NativeData[]): HTMLElement[] {
  return profiles.flatMap(({ profiler, summary, profile, stacks, calls }) => [
    element('p', {}, `${profiler}: ${summary}`),
    ...(calls === undefined ? [] : pictures(caseId, profiler, calls)),
    ...(stacks.length === 0 ? [] : stackTables(profiler, stacks)),
    ...(profile === ''
      ? []
      : [element('p', { class: 'small' }, 'The whole of it is in ', element('code', {}, `profiles/${profile}`), '.')]),
  ]);
}

function pictures(caseId: string, profiler: string, { subject, frames, peak, leaked }: NativeCallsData): HTMLElement[] {
  const sides = [
    { side: 'peak', words: 'At the peak', root: wholeTree(frames, peak, 'all at the peak') },
    ...(leaked === undefined
      ? []
      : [{ side: 'leaked', words: 'Not freed', root: wholeTree(frames, leaked, 'all that was not freed') }]),
  ].filter(({ root }) => root.total > 0);
  const [first] = sides;
  if (first === undefined) return [];
  const pictureOf = ({ words, root }: { readonly words: string; readonly root: FlameCall }) => {
    const what = `${words.toLowerCase()}, by ${profiler}`;
    const label = `Flame graph of the native memory of ${caseId} ${what}; the table below has the greatest in figures.`;
    return [flameGraph(label, root, owners[subject])];
  };
  return [
    choice(`Which native memory, by ${profiler}`, sides, first.side, (chosen) =>
      sides.filter(({ side }) => side === chosen).flatMap(pictureOf),
    ),
    element('p', { class: 'small' }, pictureWords),
  ];
}

function stackTables(profiler: string, stacks: NativeData['stacks']): HTMLElement[] {
  return longTable(stacks, (some, isRest) =>
    stackTable(`${isRest ? 'Further stacks' : 'Stacks'} by ${profiler}`, some),
  );
}

function stackTable(label: string, stacks: NativeData['stacks']): HTMLElement {
  const rows = stacks.map(({ what, amount, calls }) => [
    what,
    amount,
    element('span', {}, ...calls.flatMap((call, index) => (index === 0 ? [call] : [element('br'), `< ${call}`]))),
  ]);
  const header = ['what', 'how much', 'who asked for it, the innermost call first'];
  return scrolling(
    label,
    textTable(header, rows, (column) => column === 1),
  );
}
