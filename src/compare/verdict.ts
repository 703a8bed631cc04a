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

/** The result of comparing a case, or one of its metrics, with its baseline. */
export type Verdict =
  | 'regression'
  | 'improvement'
  | 'unchanged'
  /** The interval of the difference straddles the threshold: more samples are needed. */
  | 'inconclusive'
  /** Not in the baseline. */
  | 'new'
  /** In the baseline and selected, but not measured now. */
  | 'missing'
  /** Failed while it was measured. */
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

/** Verdict of a run. `not-compared`: nothing failed, but the baseline was unavailable or none of it was comparable. */
export type RunVerdict = 'pass' | 'fail' | 'not-compared';

/** One metric of one case, now and in the baseline. */
export interface MetricComparison {
  readonly metric: MetricName;
  readonly role: MetricRole;
  readonly now: Spread;
  readonly baseline: Spread | undefined;
  /** Median now minus the baseline's median, in the metric's unit. */
  readonly difference: number | undefined;
  /** The difference in percent of the baseline's median; undefined if that is 0. */
  readonly differencePercent: number | undefined;
  /** Hodges-Lehmann estimate of the shift, with its interval: the noise band. */
  readonly shift: Shift | undefined;
  /** The largest difference that does not count, by threshold and noise, in the metric's unit. */
  readonly floor: number | undefined;
  /** Two-sided p-value of the difference if the code is equal, not yet adjusted for the other judged metrics. */
  readonly chance: number | undefined;
  /** The two levels the metric jumps between, if it does. */
  readonly levels: TwoLevels | undefined;
  readonly threshold: Threshold;
  readonly verdict: Verdict;
}

/** A metric's samples as one number and its noise. */
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

/** A metric that a budget or the baseline expects, but that could not be measured. */
export interface UncheckedMetric {
  readonly metric: MetricName;
  readonly reason: string;
  /** Whether it has a budget, which is now unchecked. */
  readonly budgeted: boolean;
}

/** An explaining pass that failed, so that its part of the report is missing. */
export interface FailedPass {
  readonly pass: Exclude<Pass, 'memory'>;
  readonly error: SampleError;
}

/** Readings taken while memory was still moving. */
export interface UnsettledReadings {
  /** Names of the readings, such as `before`. */
  readonly readings: readonly string[];
  /** Samples that have one. */
  readonly samples: number;
  /** Whether the case is judged without these samples, because enough others settled. */
  readonly leftOut: boolean;
}

/** The result of leak detection for a case. Rates are per iteration: bytes for memory, a number for counts. */
export interface LeakFinding {
  readonly verdict: LeakVerdict;
  /** Why a leak is only suspected, or how the follow-up ended early; undefined if nothing needs explaining. */
  readonly reason: string | undefined;
  /** The series that carries the growth; if nothing grows, the one that grows most. */
  readonly series: GrowthSeriesName;
  readonly rate: number;
  /** Lower end of the 95 % confidence interval of the rate. */
  readonly rateLower: number;
  /** Upper end of that interval. */
  readonly rateUpper: number;
  /** Over the last quarter of the iterations. */
  readonly lateRate: number;
  /** Kept over all iterations, in the unit of the series. */
  readonly kept: number;
  /** Other series that keep growing too, fastest first. */
  readonly others: readonly { readonly series: GrowthSeriesName; readonly rate: number }[];
  /** Iterations of the longest series that was judged. */
  readonly iterations: number;
  /** Processes that were judged. */
  readonly processes: number;
  /** Suspicious series, which a follow-up watches. */
  readonly watched: readonly Watched[];
  /** Follow-ups the case needs in total for a verdict, including those already taken. */
  readonly followUps: number;
  /** Whether a second follow-up, which only confirms the first, may take fewer iterations. */
  readonly confirmsShortly: boolean;
  /** The smallest leak that would have been detected; undefined unless `stable`, or with too few samples. */
  readonly unseen: UnseenLeak | undefined;
  /** Growth of the resident set as the seed reports it, median over the samples; undefined if it was not measured. */
  readonly growthPercent: number | undefined;
}

/** Growth too small for leak detection to have detected. */
export interface UnseenLeak {
  /** Upper 95 % bound of the growth of JavaScript and native memory, in bytes per iteration. */
  readonly bytes: number;
  readonly iterations: number;
  /** Whether growth that the baseline has too is excluded. */
  readonly beyondBaseline: boolean;
  /** Whether more iterations would show much smaller leaks. */
  readonly isLow: boolean;
}

/** A function or line that memory comes from, compared with the baseline. */
export interface SiteDifference extends Omit<Site, 'bytes'> {
  /** Bytes over all measured iterations. */
  readonly now: number;
  /** 0 if it is not among the baseline's largest sites, or the baseline has no record. */
  readonly baseline: number;
  /** More bytes than in the baseline; at least this many if it is not among the baseline's largest sites. */
  readonly difference: number;
}

/** Where the memory of a case comes from: a few sites, the greatest difference first. Explains, and is not judged. */
export interface SitesComparison {
  /** Whether the baseline has a record too. If not, a difference is the whole amount now. */
  readonly compared: boolean;
  /** Iterations that were recorded; undefined in documents of earlier versions. */
  readonly iterations: number | undefined;
  /** Bytes alive after those iterations, over all known sites: JavaScript objects, and Buffers and ArrayBuffers. */
  readonly keptBytes: { readonly objects: number; readonly buffers: number };
  /** Sites of memory alive after the measured iterations; for a leak, most bytes first. */
  readonly kept: readonly SiteDifference[];
  /** Sites of memory allocated during the iterations, freed since or not. */
  readonly allocated: readonly SiteDifference[];
}

/** A function that allocates objects, with its counts now and before. */
export interface AllocatorDifference extends Omit<Allocator, 'count' | 'bytes'> {
  /** Size of the objects, in bytes; undefined if the function is not among the largest now. */
  readonly bytes: number | undefined;
  /** Undefined if it is not among the largest now. */
  readonly now: number | undefined;
  /** Undefined if it was not among the baseline's largest, or the baseline has no record. */
  readonly baseline: number | undefined;
  /** More objects than in the baseline (below 0: fewer); at least this many if only one side names the function. */
  readonly difference: number;
}

/** The functions that allocate the objects in `allocation_count`. Explains, and is not judged. */
export interface AllocationsComparison {
  /** Whether the baseline has a record too. If not, a difference is the whole amount now. */
  readonly compared: boolean;
  /** Most allocations now first. */
  readonly functions: readonly AllocatorDifference[];
}

/** The figures of a profile of native memory, in bytes. */
export interface NativeTotals {
  readonly peakBytes: number;
  readonly leakedBytes?: number;
  readonly allocationCalls?: number;
}

/** The findings of a native memory profiler for a case, or why it failed. Explains, and is not judged. */
export type NativeFinding =
  /** `baseline`: the baseline's totals, if it was profiled too. */
  | { readonly kind: 'profile'; readonly now: Native; readonly baseline: NativeTotals | undefined }
  | { readonly kind: 'failed'; readonly message: string };

/** One case, judged. */
export interface CaseComparison {
  readonly id: string;
  readonly description: string;
  readonly verdict: Verdict;
  /** Why it is missing, incomparable or was skipped. */
  readonly reason: string | undefined;
  /** False for a case that was skipped because a service is missing and that is not in the baseline either. */
  readonly expected: boolean;
  /** The missing service that caused the case to be skipped. */
  readonly lacks: CaseResult['lacks'];
  readonly samples: number;
  /** When more samples than planned were taken, and why. */
  readonly extensions: readonly Extension[];
  readonly metrics: readonly MetricComparison[];
  /** The hard limits in force, in the metrics' own units. */
  readonly budgets: CaseResult['budgets'];
  readonly breaches: readonly Breach[];
  readonly unchecked: readonly UncheckedMetric[];
  /** Explaining passes that failed; the case is judged without them. */
  readonly failedPasses: readonly FailedPass[];
  /** Undefined if memory had settled before every reading. */
  readonly unsettled: UnsettledReadings | undefined;
  /** Whether a command's peak was polled: without a high-water mark to reset, short spikes are missed. */
  readonly peakPolled: boolean;
  readonly leak: LeakFinding | undefined;
  /** Undefined if it was not recorded. */
  readonly sites: SitesComparison | undefined;
  /** The holders of the objects that a leak keeps; undefined if not recorded. */
  readonly retainers: Retainers | undefined;
  /** Undefined if it was not recorded. */
  readonly allocations: AllocationsComparison | undefined;
  /** One for each requested profiler of native memory. */
  readonly native: readonly NativeFinding[];
  readonly errors: readonly SampleError[];
}

/** A difference between the environments of the baseline and this run. */
export interface EnvironmentDifference {
  readonly kind: 'identity' | 'subject' | 'context';
  readonly name: string;
  readonly baseline: string;
  readonly now: string;
}

/** A package whose version differs, or that only one side has. */
export interface PackageDifference {
  readonly name: string;
  /** Whether it is or was a direct dependency of the workspace. */
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
  /** Why nothing was compared; undefined if at least one case was comparable. */
  readonly absence: BaselineAbsence | undefined;
  readonly differences: readonly EnvironmentDifference[];
  /** Changed packages, direct dependencies of the workspace first. Excludes those in `differences`. */
  readonly packages: readonly PackageDifference[];
  readonly cases: readonly CaseComparison[];
  /** Baseline cases that this run's selection excludes. */
  readonly deselected: readonly string[];
  /** Work that the time limit cut short. */
  readonly cutShort: readonly NonNullable<Results['cutShort']>[number][];
  /** The number of findings of each kind, whether or not they make the verdict fail. */
  readonly findings: Readonly<Record<FailOn, number>>;
  readonly failOn: readonly FailOn[];
  readonly verdict: RunVerdict;
  /** Whether the run fails: always for `fail`; for `not-compared` if `failOn` has `baseline` and one was expected. */
  readonly fails: boolean;
}
