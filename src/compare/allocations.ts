import type { Allocator, MeasuredSample } from '../results/schema.js';
import { mostUnnamed, pairSites } from './pair-sites.js';
import type { AllocationsComparison, AllocatorDifference } from './verdict.js';

/** The functions that allocate a case's objects, beside those of its baseline if that recorded them. */
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

/** The functions of both sides: most allocations now first, then those that only the baseline names. */
function differences(now: readonly Allocator[], before: readonly Allocator[]): AllocatorDifference[] {
  const partners = pairSites(now, before);
  const paired = new Set(partners.values());
  const gone = before.filter((allocator) => !paired.has(allocator));
  const [unnamedNow, unnamedBefore] = [mostUnnamed(now.map(countIn)), mostUnnamed(before.map(countIn))];
  return [
    ...now.map((allocator) => differenceOf(allocator, partners.get(allocator)?.count, unnamedBefore)),
    ...gone.map(({ count, ...place }): AllocatorDifference => {
      // Not named now, so it allocates at most as many objects as the smallest named function. Its bytes are unknown.
      return {
        ...place,
        bytes: undefined,
        now: undefined,
        baseline: count,
        difference: Math.min(0, unnamedNow - count),
      };
    }),
  ];
}

function countIn({ count }: Allocator): number {
  return count;
}

function differenceOf(
  { count, ...place }: Allocator,
  baseline: number | undefined,
  unnamed: number,
): AllocatorDifference {
  const difference = baseline === undefined ? Math.max(0, count - unnamed) : count - baseline;
  return { ...place, now: count, baseline, difference };
}
