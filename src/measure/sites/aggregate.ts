import { type Allocator, mostSites, type Site } from '../../results/schema.js';
import type { StackFrame } from '../worker/protocol.js';
import type { Located } from './places.js';
import type { StackBytes } from './stacks.js';

/** Less than this is nobody's concern. */
const leastBytes = 1024;

/** Objects that were allocated below a stack of calls, innermost first. */
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

/** Objects by function, the most first: as many functions as a document names. */
export function allocatorsOf(stacks: readonly StackAllocations[], locate: (frame: StackFrame) => Located): Allocator[] {
  return byFunction(stacks, locate)
    .map(({ where, of }) => ({ ...where, count: sum(of, ({ count }) => count), bytes: sum(of, ({ bytes }) => bytes) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostSites);
}

/**
 * What belongs to which function: the innermost call that is not inside Node; of one in a package the nearest call of the
 * user's own is told as well.
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

/** The sites that matter, the greatest first. */
export function greatest(sites: readonly Site[]): Site[] {
  return sites
    .filter(({ bytes }) => bytes >= leastBytes)
    .map((site) => ({ ...site, bytes: Math.round(site.bytes) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, mostSites);
}

/** Undefined for what the recording itself needs. */
function whereOf(calls: readonly Located[]): Where | undefined {
  const site = calls.find(({ owner }) => owner !== 'inside');
  if (site?.owner === 'recorder') return undefined;
  if (site === undefined) return { file: '', line: 0, function: nativeName };
  const caller = site.owner === 'package' ? calls.find(({ owner }) => owner === 'own') : undefined;
  return caller === undefined ? site.place : { ...site.place, caller: caller.place };
}

/** What no function of the scenario, or of what it loads, was seen to ask for. */
export const nativeName = 'Node and native code';

/** ArrayBuffers that nobody was seen to make. */
export function straySite(bytes: number): Site {
  return { file: '', line: 0, function: nativeName, kind: 'buffer', bytes };
}
