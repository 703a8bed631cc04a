import type { MeasuredSample, Site, Sites } from '../results/schema.js';
import { mostUnnamed, pairSites } from './pair-sites.js';
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
  const partners = pairSites(now, before);
  const unnamed = mostUnnamed(before.map(({ bytes }) => bytes));
  return now
    .map((site) => differenceOf(site, partners.get(site), unnamed))
    .sort((a, b) => b.difference - a.difference || b.now - a.now);
}

function differenceOf({ bytes, ...site }: Site, partner: Site | undefined, unnamed: number): SiteDifference {
  const difference = partner === undefined ? Math.max(0, bytes - unnamed) : bytes - partner.bytes;
  return { ...site, now: bytes, baseline: partner?.bytes ?? 0, difference };
}
