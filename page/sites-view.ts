import type { SiteData, SitesData, SitesSide } from '../src/report/html/model.js';
import { choice } from './choice.ts';
import { element, scrolling, textTable } from './dom.ts';
import { flameGraph } from './flame-graph.ts';
import { flameTree } from './flame-tree.ts';
import { breakable, longTable } from './long-table.ts';

const sides = [
  { side: 'kept', words: 'Kept after the iterations' },
  { side: 'allocated', words: 'Allocated during the iterations' },
] as const;
type Side = (typeof sides)[number]['side'];

const owners = {
  own: 'own code',
  package: 'package',
  node: 'Node and native code',
  whole: 'all objects, all Buffers',
} as const;

const pictureWords =
  'A bar is a call, and below it stands what it calls; its width is the memory that came about there. What is too small ' +
  'to be seen counts for its caller. Recorded in a separate process: it explains, and is not judged.';

/** Where the memory of a case comes from, kept or allocated, as a flame graph and a table. */
export function sitesView(caseId: string, sites: SitesData): HTMLElement {
  return choice<Side>('Which memory', sides, sites.first, (side) => sideView(caseId, sites, side));
}

function sideView(caseId: string, data: SitesData, side: Side): HTMLElement[] {
  const { sites } = data[side];
  return [
    ...pictureOf(caseId, data, data[side], side),
    ...(sites.length === 0 ? [element('p', {}, 'No function has a KiB of it.')] : siteTables(data, sites)),
  ];
}

function pictureOf(caseId: string, data: SitesData, { calls }: SitesSide, side: Side): HTMLElement[] {
  if (calls === undefined || calls.depth.length === 0) return [];
  const root = flameTree(data.frames, calls, `all that was ${side}`);
  const label = `Flame graph of what ${caseId} ${side}; the table below has the greatest in figures.`;
  return root.total === 0 ? [] : [flameGraph(label, root, owners), element('p', { class: 'small' }, pictureWords)];
}

function siteTables({ compared, before }: SitesData, sites: readonly SiteData[]): HTMLElement[] {
  const told =
    compared || !before
      ? []
      : [element('p', { class: 'small' }, 'The baseline does not know where its memory came from.')];
  return [
    ...longTable(sites, (some, isRest) =>
      siteTable(isRest ? 'Where the rest comes from' : 'Where the memory comes from', some, compared),
    ),
    ...told,
  ];
}

function siteTable(label: string, sites: readonly SiteData[], compared: boolean): HTMLElement {
  const amounts = compared ? ['baseline', 'now', 'difference'] : ['now'];
  const header = ['function', ...amounts, 'what', 'file and line', 'called by'];
  const rows = sites.map((site) => [
    site.function,
    ...(compared ? [site.baseline, site.now, site.difference] : [site.now]),
    site.kind,
    breakable(site.place),
    breakable(site.caller),
  ]);
  const table = textTable(header, rows, (column) => column > 0 && column <= amounts.length);
  table.className = 'sites';
  return scrolling(label, table);
}
