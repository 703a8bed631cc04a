import { mostSites } from '../results/schema.js';

/** The identity of a function or line that memory comes from. */
export interface NamedSite {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly kind?: string | undefined;
  readonly caller?: { readonly file: string; readonly function: string } | undefined;
}

/**
 * Maps each site of `now` to the same site of `before`. Lines move when code above them changes, so the same function
 * in the same file is the same site. If a function has several sites, those on the same line are paired first, the
 * others in order.
 */
export function pairSites<Site extends NamedSite>(now: readonly Site[], before: readonly Site[]): Map<Site, Site> {
  const partners = new Map<Site, Site>();
  const earlier = groups(before);
  for (const [key, sites] of groups(now)) {
    const others = earlier.get(key) ?? [];
    const sameLine = sites.flatMap((site) => {
      const other = others.find(({ line }) => line === site.line);
      return other === undefined ? [] : [[site, other] as const];
    });
    for (const [site, other] of sameLine) partners.set(site, other);
    const taken = new Set(sameLine.map(([, other]) => other));
    const open = sites.filter((site) => !partners.has(site));
    const free = others.filter((other) => !taken.has(other));
    for (const [index, site] of open.entries()) {
      const other = free[index];
      if (other !== undefined) partners.set(site, other);
    }
  }
  return partners;
}

/** The most that a site outside the list can have: 0 if the list is not full, because then it names all sites. */
export function mostUnnamed(amounts: readonly number[]): number {
  return amounts.length < mostSites ? 0 : amounts.reduce((least, amount) => Math.min(least, amount));
}

function groups<Site extends NamedSite>(sites: readonly Site[]): Map<string, Site[]> {
  const found = new Map<string, Site[]>();
  for (const site of [...sites].sort((a, b) => a.line - b.line)) {
    const { kind, file, function: name, caller } = site;
    const key = JSON.stringify([kind, file, name, caller?.file, caller?.function]);
    found.set(key, [...(found.get(key) ?? []), site]);
  }
  return found;
}
