import { type Allocator, type MeasuredSample, mostSites } from '../results/schema.js';
import { pairSites } from './pair-sites.js';
import type { AllocationsComparison, AllocatorDifference } from './verdict.js';

/** Who allocates the objects of a case, and, where its baseline knows as well, who did. */
export function compareAllocations(
  now: readonly MeasuredSample[],
  baseline: readonly MeasuredSample[],
): AllocationsComparison | undefined {
  const here = allocationsIn(now);
  if (here === undefined) return undefined;
  const before = allocationsIn(baseline);
  return before === undefined
    ? { compared: false, functions: here.map((allocator) => differenceOf(allocator, undefined, 0)) }
    : { compared: true, functions: differences(here, before) };
}

function allocationsIn(samples: readonly MeasuredSample[]): readonly Allocator[] | undefined {
  return samples.find((sample) => sample.allocations !== undefined)?.allocations;
}

/** Every function of either side: the most allocations now first, those that only the baseline names behind. */
function differences(now: readonly Allocator[], before: readonly Allocator[]): AllocatorDifference[] {
  const partners = pairSites(now, before);
  const paired = new Set(partners.values());
  const gone = before.filter((allocator) => !paired.has(allocator));
  return [
    ...now.map((allocator) => differenceOf(allocator, partners.get(allocator)?.count, mostUnnamed(before))),
    ...gone.map(({ count, ...place }): AllocatorDifference => {
      // Fewer objects than any of those that are named, and so fewer bytes as well as anybody knows.
      return { ...place, bytes: undefined, now: undefined, baseline: count, difference: notMoreThan0(now, count) };
    }),
  ];
}

function differenceOf(
  { count, ...place }: Allocator,
  baseline: number | undefined,
  unnamed: number,
): AllocatorDifference {
  const difference = baseline === undefined ? Math.max(0, count - unnamed) : count - baseline;
  return { ...place, now: count, baseline, difference };
}

function notMoreThan0(now: readonly Allocator[], count: number): number {
  return Math.min(0, mostUnnamed(now) - count);
}

/** What a function that is not among the greatest may have allocated at most: a list that is not full has them all. */
function mostUnnamed(named: readonly Allocator[]): number {
  return named.length < mostSites ? 0 : Math.min(...named.map(({ count }) => count));
}
