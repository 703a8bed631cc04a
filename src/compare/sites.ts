import type { MeasuredSample, Site, Sites } from '../results/schema.js';
import type { CaseComparison, Comparison, SiteDifference, SitesComparison } from './verdict.js';

/** As many as anybody follows up. */
const mostDifferences = 5;
/** A difference that is worth a line: sampling alone makes some. */
const leastBytes = 32 * 1024;
const leastShare = 0.03;

/** The cases whose memory asks for an explanation, or all that were measured. */
export function casesToExplain({ cases }: Comparison, all: boolean): string[] {
  return cases.filter((judged) => judged.samples > 0 && (all || isWorse(judged))).map(({ id }) => id);
}

function isWorse({ breaches, leak, metrics }: CaseComparison): boolean {
  const regressed = metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
  return regressed || breaches.length > 0 || leak?.verdict === 'leak';
}

/** Where the memory of a case comes from, and, where its baseline knows as well, where more of it comes from than did. */
export function compareSites(
  now: readonly MeasuredSample[],
  baseline: readonly MeasuredSample[],
): SitesComparison | undefined {
  const all = sitesBeside(now, baseline);
  return all && { compared: all.compared, kept: differences(all.kept), allocated: differences(all.allocated) };
}

/** All sites that are known of a case, each beside what the baseline has of it, the greatest difference first. */
export function sitesBeside(
  now: readonly MeasuredSample[],
  baseline: readonly MeasuredSample[],
): SitesComparison | undefined {
  const here = sitesIn(now);
  if (here === undefined) return undefined;
  const before = sitesIn(baseline);
  return {
    compared: before !== undefined,
    kept: beside(here.alive, before?.alive ?? []),
    allocated: beside(here.allocated, before?.allocated ?? []),
  };
}

function sitesIn(samples: readonly MeasuredSample[]): Sites | undefined {
  return samples.find((sample) => sample.sites !== undefined)?.sites;
}

/** The sites with more bytes than before that matter. */
function differences(all: readonly SiteDifference[]): SiteDifference[] {
  const grown = all.filter(({ difference }) => difference >= leastBytes);
  const sum = grown.reduce((total, { difference }) => total + difference, 0);
  return grown.filter(({ difference }) => difference >= leastShare * sum).slice(0, mostDifferences);
}

function beside(now: readonly Site[], before: readonly Site[]): SiteDifference[] {
  const partners = pair(now, before);
  return now
    .map((site) => differenceOf(site, partners.get(site)))
    .sort((a, b) => b.difference - a.difference || b.now - a.now);
}

function differenceOf({ bytes, ...site }: Site, partner: Site | undefined): SiteDifference {
  return { ...site, now: bytes, baseline: partner?.bytes ?? 0, difference: bytes - (partner?.bytes ?? 0) };
}

/**
 * Which site of before is which of now. Lines move when code above them changes: the same function in the same file is
 * the same site; where one has several, those on the same line belong together first, the others in their order.
 */
function pair(now: readonly Site[], before: readonly Site[]): Map<Site, Site> {
  const partners = new Map<Site, Site>();
  for (const [key, sites] of groups(now)) {
    const others = groups(before).get(key) ?? [];
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

function groups(sites: readonly Site[]): Map<string, Site[]> {
  const found = new Map<string, Site[]>();
  for (const site of [...sites].sort((a, b) => a.line - b.line)) {
    const { kind, file, function: name, caller } = site;
    const key = JSON.stringify([kind, file, name, caller?.file, caller?.function]);
    found.set(key, [...(found.get(key) ?? []), site]);
  }
  return found;
}
