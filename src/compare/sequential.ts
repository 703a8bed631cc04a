import type { Extension } from '../results/schema.js';
import type { Watched } from './growth/follow-up.js';
import { leastSamples } from './judge-metric.js';
import type { CaseComparison, Comparison } from './verdict.js';

/** A case that needs more samples than planned, and why. */
export interface CaseToExtend {
  readonly caseId: string;
  readonly extension: Extension;
}

/**
 * The cases that need more samples: a regression seen once, which must still exist with samples taken after it was
 * suspected, or a difference whose interval straddles its floor. Excludes cases with `mostSamples` or more. Settled
 * cases are not measured longer than needed.
 */
export function casesToExtend({ cases }: Comparison, mostSamples: number): CaseToExtend[] {
  return cases.flatMap((judged) => {
    if (judged.samples >= mostSamples || judged.samples === 0 || judged.errors.length > 0) return [];
    const extension = extensionOf(judged);
    return extension === undefined ? [] : [{ caseId: judged.id, extension }];
  });
}

function extensionOf(judged: CaseComparison): Extension | undefined {
  const { samples, extensions } = judged;
  const regressions = primaryMetrics(judged, 'regression');
  const open = primaryMetrics(judged, 'inconclusive');
  if (regressions.length > 0) {
    const last = extensions.at(-1);
    // One confirmed regression fails the case, so its other open metrics change nothing.
    const seenBefore = last?.reason === 'confirm' && regressions.some((metric) => last.about.includes(metric));
    return seenBefore ? undefined : { after: samples, reason: 'confirm', about: regressions };
  }
  return open.length > 0 ? { after: samples, reason: 'decide', about: open } : undefined;
}

/** The number of follow-ups a case needs, and the series they watch. */
export interface FollowUpsWanted {
  readonly count: number;
  readonly watched: readonly Watched[];
  /** Whether a second one may take fewer iterations. */
  readonly confirmsShortly: boolean;
}

/** The follow-ups of suspected leaks, by case; cases that need none are left out. */
export function followUpsWanted({ cases }: Comparison): Map<string, FollowUpsWanted> {
  return new Map(
    cases.flatMap(({ id, leak, errors }): [string, FollowUpsWanted][] =>
      leak === undefined || leak.followUps === 0 || errors.length > 0
        ? []
        : [[id, { count: leak.followUps, watched: leak.watched, confirmsShortly: leak.confirmsShortly }]],
    ),
  );
}

/** Excludes metrics with too few samples in the baseline: more samples now would decide nothing. */
function primaryMetrics({ metrics }: CaseComparison, wanted: 'regression' | 'inconclusive'): string[] {
  return metrics
    .filter(({ role, verdict }) => role === 'primary' && verdict === wanted)
    .filter(({ baseline }) => (baseline?.samples ?? 0) >= leastSamples)
    .map(({ metric }) => metric);
}
