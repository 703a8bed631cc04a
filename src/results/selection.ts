import { matchesGlob } from './glob.js';
import type { Selection } from './schema.js';

/** The named suites: the rule of each, its samples per case, and whether allocations are counted as well. */
export const suites = {
  smoke: { rule: 'cases tagged `smoke`', repeats: 3, countAllocations: false },
  standard: { rule: 'every case but those tagged `slow`', repeats: 5, countAllocations: true },
  full: { rule: 'every case', repeats: 5, countAllocations: true },
} as const;

export type SuiteName = keyof typeof suites;

export function isSuiteName(name: string): name is SuiteName {
  return Object.hasOwn(suites, name);
}

/** The fields of a case that decide whether it is selected. */
export interface Selectable {
  readonly id: string;
  readonly tags: readonly string[];
  /** Its scenario file, or `builtin`. */
  readonly source: string;
}

/** Whether a selection includes a case. A baseline case that is selected but was not measured is missing. */
export function selects(selection: Selection, candidate: Selectable): boolean {
  const { suite, filter, tags, skipTags } = selection;
  return (
    isFrom(selection.scenarios, candidate.source) &&
    inSuite(suite, candidate.tags) &&
    (filter === undefined || new RegExp(filter).test(candidate.id)) &&
    (tags.length === 0 || tags.some((tag) => candidate.tags.includes(tag))) &&
    !skipTags.some((tag) => candidate.tags.includes(tag))
  );
}

function isFrom(scenarios: readonly string[], source: string): boolean {
  const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
  return scenarios.some(
    (path) =>
      path === source || (source !== 'builtin' && (path === folder || (path !== '' && matchesGlob(path, source)))),
  );
}

function inSuite(suite: string, tags: readonly string[]): boolean {
  if (suite === 'smoke') return tags.includes('smoke');
  if (suite === 'standard') return !tags.includes('slow');
  return true;
}
