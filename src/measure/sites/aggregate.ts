import type { Site } from '../../results/schema.js';
import { mostSites } from '../../results/sites-schema.js';
import type { StackFrame } from '../worker/protocol.js';
import type { Located } from './places.js';
import type { StackBytes } from './stacks.js';

/** Less than this is nobody's concern. */
const leastBytes = 1024;

/**
 * Bytes by function: each belongs to the innermost call that is not inside Node; of one in a package the nearest call of
 * the user's own is told as well.
 */
export function sitesOf(
  kind: Site['kind'],
  stacks: readonly StackBytes[],
  locate: (frame: StackFrame) => Located,
): Site[] {
  const sites = new Map<string, Site>();
  for (const { stack, bytes } of stacks) {
    const where = whereOf(stack.map(locate));
    if (where === undefined) continue;
    const key = JSON.stringify(where);
    sites.set(key, { ...where, kind, bytes: (sites.get(key)?.bytes ?? 0) + bytes });
  }
  return [...sites.values()];
}

/** The sites that matter, the greatest first. */
export function greatest(sites: readonly Site[]): Site[] {
  return sites
    .filter(({ bytes }) => bytes >= leastBytes)
    .map((site) => ({ ...site, bytes: Math.round(site.bytes) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, mostSites);
}

/** Undefined for what the recording itself needs. */
function whereOf(calls: readonly Located[]): Omit<Site, 'kind' | 'bytes'> | undefined {
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
