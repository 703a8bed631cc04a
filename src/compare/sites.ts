import type { MeasuredSample, Site, Sites } from '../results/schema.js';
import { mostUnnamed, pairSites } from './pair-sites.js';
import type { CaseComparison, Comparison, LeakFinding, SiteDifference, SitesComparison } from './verdict.js';

/** As many as a reader will follow up. */
const mostDifferences = 5;
/** Smallest difference worth a line: sampling alone causes smaller ones. */
const leastBytes = 32 * 1024;
const leastShare = 0.03;

/** The cases whose memory needs an explanation, or with `all` every measured case. */
export function casesToExplain({ cases }: Comparison, all: boolean): string[] {
  return cases.filter((judged) => judged.samples > 0 && (all || isWorse(judged))).map(({ id }) => id);
}

/** Cases that leak or may leak. */
export function leakingCases({ cases }: Comparison): string[] {
  return cases.filter(({ leak }) => isLeaking(leak)).map(({ id }) => id);
}

/** Whether memory keeps growing, proven or not. */
export function isLeaking(leak: LeakFinding | undefined): boolean {
  return leak?.verdict === 'leak' || leak?.verdict === 'suspected';
}

function isWorse({ breaches, leak, metrics }: CaseComparison): boolean {
  const regressed = metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
  return regressed || breaches.length > 0 || isLeaking(leak);
}

/**
 * Sites that explain a case: by default, those with more bytes than in the baseline. With `leaking`, the kept sites are
 * those with the most bytes now. A baseline that leaks too keeps as much, so a difference would hide the leak.
 */
export function compareSites(
  now: readonly MeasuredSample[],
  baseline: readonly MeasuredSample[],
  leaking = false,
): SitesComparison | undefined {
  const all = sitesBeside(now, baseline, leaking);
  if (all === undefined) return undefined;
  const kept = leaking ? greatest(all.kept, (site) => site.now) : greatest(all.kept, (site) => site.difference);
  return { ...all, kept, allocated: greatest(all.allocated, (site) => site.difference) };
}

/** All known sites of a case beside the baseline's, greatest difference first; with `leaking`, most kept first. */
export function sitesBeside(
  now: readonly MeasuredSample[],
  baseline: readonly MeasuredSample[],
  leaking = false,
): SitesComparison | undefined {
  const here = sitesIn(now);
  if (here === undefined) return undefined;
  const before = sitesIn(baseline);
  const kept = beside(here.alive, before?.alive ?? []);
  return {
    compared: before !== undefined,
    iterations: here.iterations,
    keptBytes: keptBytes(here.alive),
    kept: leaking ? kept.sort((a, b) => b.now - a.now) : kept,
    allocated: beside(here.allocated, before?.allocated ?? []),
  };
}

function keptBytes(alive: readonly Site[]): SitesComparison['keptBytes'] {
  const sum = (kind: Site['kind']) =>
    alive.filter((site) => site.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
  return { objects: sum('heap'), buffers: sum('buffer') };
}

function sitesIn(samples: readonly MeasuredSample[]): Sites | undefined {
  return samples.find((sample) => sample.sites !== undefined)?.sites;
}

/** The sites large enough to report, by these bytes. */
function greatest(all: readonly SiteDifference[], bytesOf: (site: SiteDifference) => number): SiteDifference[] {
  const known = all.filter((site) => bytesOf(site) >= leastBytes);
  const sum = known.reduce((total, site) => total + bytesOf(site), 0);
  return known.filter((site) => bytesOf(site) >= leastShare * sum).slice(0, mostDifferences);
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
