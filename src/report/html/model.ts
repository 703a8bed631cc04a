import type { MetricName } from '../../results/metrics.js';
import type { DetailData } from './model-detail.js';

/**
 * The data embedded in a report page: figures to draw, and text that is ready for display. Nothing in it is HTML.
 */
export interface PageData {
  /** The verdict in words. */
  readonly verdict: string;
  readonly tone: Tone;
  readonly headline: string;
  /** The remedy for an unavailable baseline; empty if there is one. */
  readonly remedy: string;
  /** The commit and the baseline it was compared with. */
  readonly compared: string;
  readonly hasBaseline: boolean;
  /** Further remarks, as sentences. */
  readonly notes: readonly string[];
  readonly findings: readonly FindingData[];
  readonly changes: readonly ChangeData[];
  /** Titles of the figures in the overview. */
  readonly columns: readonly string[];
  /** Titles, units and definitions of the metrics that occur. */
  readonly metrics: Readonly<Partial<Record<MetricName, MetricWords>>>;
  /** The runs of the histories, oldest first; the last is this one. */
  readonly runs: readonly string[];
  /** Worst first. */
  readonly cases: readonly CaseData[];
}

/** How urgently something needs attention. */
export type Tone = 'bad' | 'uncertain' | 'good' | 'neutral';

export interface FindingData {
  readonly tone: Tone;
  readonly kind: string;
  readonly caseId: string;
  readonly what: string;
  readonly detail: string;
  /** Where the memory comes from, one line per site. */
  readonly where: readonly string[];
}

/** A difference between baseline and now: a version, a variable, the machine. */
export interface ChangeData {
  readonly kind: string;
  readonly name: string;
  readonly baseline: string;
  readonly now: string;
}

export interface MetricWords {
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
}

export interface CaseData {
  readonly id: string;
  readonly description: string;
  readonly tone: Tone;
  /** The verdict and its additions, such as `over budget` and `leak`. */
  readonly verdicts: readonly string[];
  readonly remarks: readonly string[];
  /** One for each column of the overview. */
  readonly figures: readonly (FigureData | null)[];
  readonly metrics: readonly MetricData[];
  readonly errors: readonly ErrorData[];
  readonly timeline: TimelinePair | undefined;
  readonly growth: GrowthData | undefined;
  readonly sites: SitesData | undefined;
  readonly detail: DetailData;
  readonly native: readonly NativeData[];
}

export interface FigureData {
  readonly value: number;
  readonly text: string;
}

/** One metric of one case: its verdict, every sample, and its history. */
export interface MetricData {
  readonly metric: MetricName;
  /** The verdict; empty for a supporting metric. */
  readonly verdict: string;
  readonly now: SideData;
  readonly baseline: SideData | undefined;
  readonly difference: string;
  /** The interval of the difference: the noise band. */
  readonly band: { readonly lower: number; readonly upper: number; readonly text: string } | undefined;
  /** The threshold: the greatest difference that counts as unchanged. */
  readonly floor: FigureData | undefined;
  /** The hard limit in force. */
  readonly budget: BudgetData | undefined;
  /** Its median in each of the runs; null if the run has none to compare with. Empty without a history. */
  readonly history: readonly (number | null)[];
}

export interface BudgetData extends FigureData {
  readonly exceeded: boolean;
}

export interface SideData {
  readonly values: readonly number[];
  readonly median: number;
  readonly text: string;
  /** Minimum and maximum, as text. */
  readonly range: string;
}

export interface ErrorData {
  readonly what: string;
  /** Stack and last lines of the log. */
  readonly more: string;
}

/** Readings over time of one sample, now and in the baseline. */
export interface TimelinePair {
  /** Owner of the memory that is not the server's: the worker, or the processes of a command. */
  readonly subject: string;
  readonly now: TimelineData;
  readonly baseline: TimelineData | undefined;
}

export interface TimelineData {
  readonly seconds: readonly number[];
  readonly subject: readonly (number | null)[];
  readonly qdrant: readonly (number | null)[];
  readonly phases: readonly { readonly name: string; readonly seconds: number }[];
  /** The worker's own readings after its memory had settled. */
  readonly settled: readonly SettledData[];
}

/** One settled reading, in MiB. */
export interface SettledData {
  readonly seconds: number;
  readonly heap: number;
  readonly external: number;
}

/** Where the memory of a case comes from. */
export interface SitesData {
  /** Whether the baseline has sites too. */
  readonly compared: boolean;
  /** Whether there is a baseline. */
  readonly before: boolean;
  /** The side that explains the case, shown first. */
  readonly first: 'kept' | 'allocated';
  /** The functions of the calls. */
  readonly frames: FramesData;
  /** Memory that is alive after the measured iterations. */
  readonly kept: SitesSide;
  /** Memory that was allocated, freed since or not. */
  readonly allocated: SitesSide;
}

export interface SitesSide {
  /** Greatest difference first; without a baseline, most bytes first. */
  readonly sites: readonly SiteData[];
  /** Undefined if only the list is known. */
  readonly calls: CallData | undefined;
}

/** Owner of code: the user, a package, or Node and compiled code. */
export type Owner = 'own' | 'package' | 'node';

export interface SiteData {
  readonly kind: 'objects' | 'Buffers';
  readonly owner: Owner;
  readonly function: string;
  /** File and line; empty for native code. */
  readonly place: string;
  /** For a site in a package, the user's function that called it; empty if unknown. */
  readonly caller: string;
  readonly baseline: string;
  readonly now: string;
  readonly difference: string;
}

/** Functions as columns, with their files stored separately, because a report has thousands of functions. */
export interface FramesData {
  readonly files: readonly FileData[];
  readonly function: readonly string[];
  /** Index of each function's file. */
  readonly file: readonly number[];
  /** 0 if unknown. */
  readonly line: readonly number[];
}

export interface FileData {
  readonly owner: Owner;
  /** Empty for Node and for code without a source. For native code without a source, the library. */
  readonly path: string;
}

/** Calls in pre-order, as columns. */
export interface CallData {
  /** 0 for the group of all objects or all Buffers. The caller is the last call before it with a smaller depth. */
  readonly depth: readonly number[];
  readonly frame: readonly number[];
  /** Bytes of the call itself. */
  readonly bytes: readonly number[];
}

/** Memory after each iteration of one sample, with its fitted line. */
export interface GrowthData {
  readonly summary: string;
  /** Unit of all amounts; empty for counts. */
  readonly unit: 'MiB' | '';
  readonly series: readonly GrowthSeriesData[];
}

export interface GrowthSeriesData {
  readonly label: string;
  /** Whether the leak was detected by this series. */
  readonly accusing: boolean;
  readonly now: GrowthLine;
  readonly baseline: GrowthLine | undefined;
  /** The line of the last quarter of the iterations, with its rate; undefined if nothing grows. */
  readonly fit: { readonly line: GrowthLine; readonly text: string } | undefined;
}

/** Amounts above the first reading. */
export interface GrowthLine {
  readonly iterations: readonly number[];
  readonly amounts: readonly number[];
}

/** Result of a native memory profiler for a case, as text that is ready for display. */
export interface NativeData {
  readonly profiler: string;
  readonly summary: string;
  /** Name of the profiler's own file; empty if there is none. */
  readonly profile: string;
  readonly stacks: readonly NativeStackData[];
  /** Undefined if only the stacks are known. */
  readonly calls: NativeCallsData | undefined;
}

/** Native memory by calls. The only call at depth 0 represents all of it. */
export interface NativeCallsData {
  /** The profiled process. */
  readonly subject: 'worker' | 'command' | 'qdrant';
  /** The functions of the calls. Owner `own` is the program, `node` the system. */
  readonly frames: FramesData;
  readonly peak: CallData;
  /** Memory that was never freed; undefined if the profiler does not report it. */
  readonly leaked: CallData | undefined;
}

export interface NativeStackData {
  readonly what: string;
  /** Bytes, or calls. */
  readonly amount: string;
  /** Innermost first. */
  readonly calls: readonly string[];
}
