import type { BaselineAbsence } from '../results/absence.js';
import type { MetricName, MetricRole } from '../results/metrics.js';
import type {
  Allocator,
  CaseResult,
  Extension,
  LeakVerdict,
  Native,
  Pass,
  Results,
  Retainers,
  SampleError,
  Site,
} from '../results/schema.js';
import type { Watched } from './growth/follow-up.js';
import type { GrowthSeriesName } from './growth/series.js';
import type { TwoLevels } from './noise.js';
import type { Shift } from './rank-test.js';
import type { Threshold } from './thresholds.js';

/** What comparing a case, or a metric of it, with its baseline says. */
export type Verdict =
  | 'regression'
  | 'improvement'
  | 'unchanged'
  /** The interval of the difference straddles the threshold: more samples would tell. */
  | 'inconclusive'
  /** Not in the baseline. */
  | 'new'
  /** In the baseline and selected, but not measured now. */
  | 'missing'
  /** Broke while it was measured. */
  | 'failed'
  /** Measured under another identity or definition. */
  | 'incomparable';

/**
 * Kinds of finding that can fail a run. `baseline`: the run should have had a baseline and got none. `skipped`: a
 * selected case, a pass or a metric was not measured.
 */
export const failOnKinds = ['budget', 'regression', 'leak', 'error', 'missing', 'baseline', 'skipped'] as const;
export type FailOn = (typeof failOnKinds)[number];
/** Kinds that fail a run unless the settings say otherwise. */
export const defaultFailOn: readonly FailOn[] = failOnKinds.filter((kind) => kind !== 'skipped');

/** Verdict of a run. `not-compared`: nothing failed, but the baseline could not be had or none of it was comparable. */
export type RunVerdict = 'pass' | 'fail' | 'not-compared';

/** One metric of one case, now and in the baseline. */
export interface MetricComparison {
  readonly metric: MetricName;
  readonly role: MetricRole;
  readonly now: Spread;
  readonly baseline: Spread | undefined;
  /** Median now less median of the baseline, in the metric's unit. */
  readonly difference: number | undefined;
  /** The difference in percent of the baseline's median; undefined where that is 0. */
  readonly differencePercent: number | undefined;
  /** Hodges-Lehmann estimate of the shift, with its interval: the noise band. */
  readonly shift: Shift | undefined;
  /** The greatest difference that is none, by threshold and noise, in the metric's unit. */
  readonly floor: number | undefined;
  /** Two-sided p-value that equal code differs as much, not yet adjusted for what else is judged. */
  readonly chance: number | undefined;
  /** The two levels the metric jumps between, where it does. */
  readonly levels: TwoLevels | undefined;
  readonly threshold: Threshold;
  readonly verdict: Verdict;
}

/** Samples of a metric in one number and its noise. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly samples: number;
}

/** A hard limit that was exceeded. */
export interface Breach {
  readonly metric: MetricName;
  readonly limit: number;
  /** Median over the samples. */
  readonly value: number;
}

/** A metric that a budget or the baseline expects and that could not be had. */
export interface UncheckedMetric {
  readonly metric: MetricName;
  readonly reason: string;
  /** Whether a budget on it holds nothing now. */
  readonly budgeted: boolean;
}

/** A pass that explains and that broke, so that its part of the report is missing. */
export interface FailedPass {
  readonly pass: Exclude<Pass, 'memory'>;
  readonly error: SampleError;
}

/** Readings that were taken although memory still moved. */
export interface UnsettledReadings {
  /** Names of the readings, such as `before`. */
  readonly readings: readonly string[];
  /** Samples that have one. */
  readonly samples: number;
  /** Whether the case is judged without these samples: where enough others settled. */
  readonly leftOut: boolean;
}

/** What leak detection says of a case. Rates are per iteration: bytes for memory, a number for what is counted. */
export interface LeakFinding {
  readonly verdict: LeakVerdict;
  /** Why a leak is only suspected, or how the follow-up ended early; undefined where nothing has to be explained. */
  readonly reason: string | undefined;
  /** The series that carries the growth; where nothing grows, the one that grows most. */
  readonly series: GrowthSeriesName;
  readonly rate: number;
  /** Lower end of the 95 % confidence interval of the rate. */
  readonly rateLower: number;
  /** Upper end of it. */
  readonly rateUpper: number;
  /** Over the last quarter of the iterations. */
  readonly lateRate: number;
  /** Kept over all iterations, in the unit of the series. */
  readonly kept: number;
  /** Other series that grow without end as well, fastest first. */
  readonly others: readonly { readonly series: GrowthSeriesName; readonly rate: number }[];
  /** Iterations of the longest series that was judged. */
  readonly iterations: number;
  /** Processes that were judged. */
  readonly processes: number;
  /** Series that are suspicious, which a follow-up watches. */
  readonly watched: readonly Watched[];
  /** Follow-ups the case needs in all before there is a verdict; those taken included. */
  readonly followUps: number;
  /** Whether a second follow-up, which only confirms the first, may take fewer iterations. */
  readonly confirmsShortly: boolean;
  /** The smallest leak that would have been seen; undefined with other verdicts than `stable`, or too few samples. */
  readonly unseen: UnseenLeak | undefined;
  /** Growth of the resident set as the seed reports it, median over the samples; undefined where it was not measured. */
  readonly growthPercent: number | undefined;
}

/** What leak detection could not have seen. */
export interface UnseenLeak {
  /** Upper 95 % bound of the growth of JavaScript and native memory, in bytes per iteration. */
  readonly bytes: number;
  readonly iterations: number;
  /** Whether growth that the baseline has as well is left out. */
  readonly beyondBaseline: boolean;
  /** Whether more iterations would show much smaller leaks. */
  readonly isLow: boolean;
}

/** A function, or a line, that memory comes from, beside what came from it before. */
export interface SiteDifference extends Omit<Site, 'bytes'> {
  /** Bytes over all measured iterations. */
  readonly now: number;
  /** 0 where the baseline does not have it among its greatest, or knows nothing of it. */
  readonly baseline: number;
  /** At least so many more, should the baseline not have it among its greatest. */
  readonly difference: number;
}

/** Where the memory of a case comes from: a few sites, the greatest difference first. It explains, and is not judged. */
export interface SitesComparison {
  /** Whether the baseline knows as well: else a difference is all there is now. */
  readonly compared: boolean;
  /** Iterations that were recorded; undefined in documents of earlier versions. */
  readonly iterations: number | undefined;
  /** Bytes alive after them, over all known sites: JavaScript objects, and Buffers and ArrayBuffers. */
  readonly keptBytes: { readonly objects: number; readonly buffers: number };
  /** Of what is alive after the measured iterations; of a leak the most bytes first. */
  readonly kept: readonly SiteDifference[];
  /** Of what was allocated during the iterations, freed since or not. */
  readonly allocated: readonly SiteDifference[];
}

/** A function that objects are allocated by, and how many now and before. */
export interface AllocatorDifference extends Omit<Allocator, 'count' | 'bytes'> {
  /** What they take, in bytes; undefined where it is not among the greatest now. */
  readonly bytes: number | undefined;
  /** Undefined where it is not among the greatest now. */
  readonly now: number | undefined;
  /** Undefined where it was not among the greatest in the baseline, or the baseline knows nothing of it. */
  readonly baseline: number | undefined;
  /** At least so many more (below 0: fewer), should it be named on one side only. */
  readonly difference: number;
}

/** Who allocates the objects that `allocation_count` counts. It explains, and is not judged. */
export interface AllocationsComparison {
  /** Whether the baseline knows as well: else a difference is all there is now. */
  readonly compared: boolean;
  /** The most allocations now first. */
  readonly functions: readonly AllocatorDifference[];
}

/** The figures of a profile of native memory, in bytes. */
export interface NativeTotals {
  readonly peakBytes: number;
  readonly leakedBytes?: number;
  readonly allocationCalls?: number;
}

/** What a profiler of native memory found of a case, or why it did not. It explains, and is not judged. */
export type NativeFinding =
  /** `baseline`: the same of the baseline, where that was profiled as well. */
  | { readonly kind: 'profile'; readonly now: Native; readonly baseline: NativeTotals | undefined }
  | { readonly kind: 'failed'; readonly message: string };

/** One case, judged. */
export interface CaseComparison {
  readonly id: string;
  readonly description: string;
  readonly verdict: Verdict;
  /** Why it is missing, incomparable or was skipped. */
  readonly reason: string | undefined;
  /** False for a case that was skipped for want of a service and is not in the baseline either. */
  readonly expected: boolean;
  /** Service that is missing here, for which the case was skipped. */
  readonly lacks: CaseResult['lacks'];
  readonly samples: number;
  /** When more samples than planned were taken, and why. */
  readonly extensions: readonly Extension[];
  readonly metrics: readonly MetricComparison[];
  /** The hard limits in force, in the metrics' own units. */
  readonly budgets: CaseResult['budgets'];
  readonly breaches: readonly Breach[];
  readonly unchecked: readonly UncheckedMetric[];
  /** Passes that explain and that broke; the case is judged without them. */
  readonly failedPasses: readonly FailedPass[];
  /** Undefined where memory had settled before every reading. */
  readonly unsettled: UnsettledReadings | undefined;
  /** Whether a peak of a command was polled: without a high-water mark to reset, short spikes are missed. */
  readonly peakPolled: boolean;
  readonly leak: LeakFinding | undefined;
  /** Undefined where it was not recorded. */
  readonly sites: SitesComparison | undefined;
  /** Who holds the objects that a leak keeps; undefined where it was not recorded. */
  readonly retainers: Retainers | undefined;
  /** Undefined where it was not recorded. */
  readonly allocations: AllocationsComparison | undefined;
  /** One for each profiler of native memory that was asked. */
  readonly native: readonly NativeFinding[];
  readonly errors: readonly SampleError[];
}

/** What differs between the environments of baseline and now. */
export interface EnvironmentDifference {
  readonly kind: 'identity' | 'subject' | 'context';
  readonly name: string;
  readonly baseline: string;
  readonly now: string;
}

/** A package whose version differs, or that only one of the two has. */
export interface PackageDifference {
  readonly name: string;
  /** Whether the workspace itself depends on it, or did. */
  readonly direct: boolean;
  readonly baseline: string | undefined;
  readonly now: string | undefined;
}

/** A whole run, judged. The only input of the reports. */
export interface Comparison {
  readonly environmentKey: string;
  readonly commit: string | undefined;
  /** Whether the work tree had uncommitted changes. */
  readonly dirty: boolean;
  readonly baseline:
    | { readonly commit: string | undefined; readonly dirty: boolean; readonly startedAt: string }
    | undefined;
  /** Why nothing was compared; undefined where at least one case could be. */
  readonly absence: BaselineAbsence | undefined;
  readonly differences: readonly EnvironmentDifference[];
  /** Packages that changed, what the workspace itself depends on first; those that are among `differences` left out. */
  readonly packages: readonly PackageDifference[];
  readonly cases: readonly CaseComparison[];
  /** Cases of the baseline that the selection of this run leaves out. */
  readonly deselected: readonly string[];
  /** Work that the time limit cut short. */
  readonly cutShort: readonly NonNullable<Results['cutShort']>[number][];
  /** Which kinds of finding there are, whether or not they make the verdict fail. */
  readonly findings: Readonly<Record<FailOn, number>>;
  readonly failOn: readonly FailOn[];
  readonly verdict: RunVerdict;
  /** Whether the run fails: always for `fail`; for `not-compared` where `failOn` has `baseline` and one was expected. */
  readonly fails: boolean;
}
