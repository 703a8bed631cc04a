import { type Allocator, mostSites, type Site } from '../../results/schema.js';
import type { StackFrame } from '../worker/protocol.js';
import type { Located } from './places.js';
import type { StackBytes } from './stacks.js';

/** Sites with fewer bytes are left out. */
const leastBytes = 1024;

/** Objects allocated by a stack of calls, innermost first. */
export interface StackAllocations extends StackBytes {
  readonly count: number;
}

/** Bytes by function. */
export function sitesOf(
  kind: Site['kind'],
  stacks: readonly StackBytes[],
  locate: (frame: StackFrame) => Located,
): Site[] {
  return byFunction(stacks, locate).map(({ where, of }) => ({ ...where, kind, bytes: sum(of, ({ bytes }) => bytes) }));
}

/** Objects by function, the most first, for as many functions as a document names. */
export function allocatorsOf(stacks: readonly StackAllocations[], locate: (frame: StackFrame) => Located): Allocator[] {
  return byFunction(stacks, locate)
    .map(({ where, of }) => ({ ...where, count: sum(of, ({ count }) => count), bytes: sum(of, ({ bytes }) => bytes) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostSites);
}

/**
 * Stacks grouped by function: the innermost call that is not inside Node. If that call is in a package, the nearest
 * call of the user's code is named as well.
 */
function byFunction<Stack extends StackBytes>(
  stacks: readonly Stack[],
  locate: (frame: StackFrame) => Located,
): { readonly where: Where; readonly of: readonly Stack[] }[] {
  const found = new Map<string, { readonly where: Where; readonly of: Stack[] }>();
  for (const one of stacks) {
    const where = whereOf(one.stack.map(locate));
    if (where === undefined) continue;
    const key = JSON.stringify(where);
    const known = found.get(key);
    if (known === undefined) found.set(key, { where, of: [one] });
    else known.of.push(one);
  }
  return [...found.values()];
}

function sum<Stack>(stacks: readonly Stack[], amountOf: (stack: Stack) => number): number {
  return stacks.reduce((total, stack) => total + amountOf(stack), 0);
}

type Where = Omit<Site, 'kind' | 'bytes'>;

/** The sites to report, largest first. */
export function greatest(sites: readonly Site[]): Site[] {
  return sites
    .filter(({ bytes }) => bytes >= leastBytes)
    .map((site) => ({ ...site, bytes: Math.round(site.bytes) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, mostSites);
}

/** The function that a stack belongs to; undefined for allocations of the recording itself. */
function whereOf(calls: readonly Located[]): Where | undefined {
  const site = calls.find(({ owner }) => owner !== 'inside');
  if (site?.owner === 'recorder') return undefined;
  if (site === undefined) return { file: '', line: 0, function: nativeName };
  const caller = site.owner === 'package' ? calls.find(({ owner }) => owner === 'own') : undefined;
  return caller === undefined ? site.place : { ...site.place, caller: caller.place };
}

/** Names memory that no function of the scenario, or of its dependencies, was seen to request. */
export const nativeName = 'Node and native code';

/** The site of ArrayBuffers whose creator was not seen. */
export function straySite(bytes: number): Site {
  return { file: '', line: 0, function: nativeName, kind: 'buffer', bytes };
}
