import type { CaseData } from '../src/report/html/model.js';
import { allocationsView } from './allocations.ts';
import { allocatorView } from './allocator-chart.ts';
import { element } from './dom.ts';
import { mappedView } from './mapped-bars.ts';
import { retainersView } from './retainers.ts';

/** The parts that explain a case beyond its metrics, as far as they are known. */
export function detailParts({ id, detail: { allocator, mapped, allocations, retainers } }: CaseData): HTMLElement[] {
  return [
    ...(retainers === undefined ? [] : part('Who holds it', retainersView(retainers))),
    ...(allocator === undefined ? [] : part('Qdrant’s allocator', allocatorView(id, allocator))),
    ...(mapped === undefined ? [] : part('What resident memory is made of', mappedView(id, mapped))),
    ...(allocations === undefined ? [] : part('Most allocations by function', allocationsView(allocations))),
  ];
}

function part(title: string, content: HTMLElement): HTMLElement[] {
  return [element('h3', {}, title), content];
}
