import type { MetricName } from '../../results/metrics.js';
import type { DetailData } from './model-detail.js';

/**
 * What the page of a report is made of, as it is embedded in it: figures to draw, and words that are ready to be shown
 * as text. Nothing in it is HTML.
 */
export interface PageData {
  /** The verdict in words. */
  readonly verdict: string;
  readonly tone: Tone;
  readonly headline: string;
  /** What to do about a baseline that could not be had; empty where there is one. */
  readonly remedy: string;
  /** What was compared with what. */
  readonly compared: string;
  readonly hasBaseline: boolean;
  /** What else there is to know, in sentences. */
  readonly notes: readonly string[];
  readonly findings: readonly FindingData[];
  readonly changes: readonly ChangeData[];
  /** Titles of the figures in the overview. */
  readonly columns: readonly string[];
  /** What the metrics that occur are. */
  readonly metrics: Readonly<Partial<Record<MetricName, MetricWords>>>;
  /** The runs that histories are of, oldest first; the last is this one. */
  readonly runs: readonly string[];
  /** The worst first. */
  readonly cases: readonly CaseData[];
}

/** How much something asks to be looked at. */
export type Tone = 'bad' | 'uncertain' | 'good' | 'neutral';

export interface FindingData {
  readonly tone: Tone;
  readonly kind: string;
  readonly caseId: string;
  readonly what: string;
  readonly detail: string;
  /** Where the memory comes from, a line a site. */
  readonly where: readonly string[];
}

/** What differs between baseline and now: a version, a variable, the machine. */
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
  /** The verdict, and what goes beside it: `over budget`, `leak`. */
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

/** One metric of one case: what is judged of it, every sample, and its past. */
export interface MetricData {
  readonly metric: MetricName;
  /** The verdict; empty for a metric that only explains. */
  readonly verdict: string;
  readonly now: SideData;
  readonly baseline: SideData | undefined;
  readonly difference: string;
  /** The interval of the difference: the noise band. */
  readonly band: { readonly lower: number; readonly upper: number; readonly text: string } | undefined;
  /** The greatest difference that is none. */
  readonly floor: FigureData | undefined;
  /** The hard limit in force. */
  readonly budget: BudgetData | undefined;
  /** Its median in each of the runs; null where that has none to compare with. Empty without a past. */
  readonly history: readonly (number | null)[];
}

export interface BudgetData extends FigureData {
  readonly exceeded: boolean;
}

export interface SideData {
  readonly values: readonly number[];
  readonly median: number;
  readonly text: string;
  /** The least and the greatest, in words. */
  readonly range: string;
}

export interface ErrorData {
  readonly what: string;
  /** Stack and last lines of the log. */
  readonly more: string;
}

/** Readings over time of one sample, now and in the baseline. */
export interface TimelinePair {
  /** Whose memory it is beside the server's: the worker's, or that of the processes of a command. */
  readonly subject: string;
  readonly now: TimelineData;
  readonly baseline: TimelineData | undefined;
}

export interface TimelineData {
  readonly seconds: readonly number[];
  readonly subject: readonly (number | null)[];
  readonly qdrant: readonly (number | null)[];
  readonly phases: readonly { readonly name: string; readonly seconds: number }[];
  /** What the worker read of itself when its memory had settled. */
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
  /** Whether the baseline knows as well. */
  readonly compared: boolean;
  /** Whether there is a baseline. */
  readonly before: boolean;
  /** What explains the case, and is shown first. */
  readonly first: 'kept' | 'allocated';
  /** The functions that calls are of. */
  readonly frames: FramesData;
  /** Of what is alive after the measured iterations. */
  readonly kept: SitesSide;
  /** Of what was allocated, freed since or not. */
  readonly allocated: SitesSide;
}

export interface SitesSide {
  /** The greatest difference first; without a baseline the most bytes. */
  readonly sites: readonly SiteData[];
  /** Undefined where only the list is known. */
  readonly calls: CallData | undefined;
}

/** Whose code it is: the user's own, a package's, or Node's and what is compiled. */
export type Owner = 'own' | 'package' | 'node';

export interface SiteData {
  readonly kind: 'objects' | 'Buffers';
  readonly owner: Owner;
  readonly function: string;
  /** File and line; empty for native code. */
  readonly place: string;
  /** Of a site in a package, who of the user's own called it; empty where nobody is known. */
  readonly caller: string;
  readonly baseline: string;
  readonly now: string;
  readonly difference: string;
}

/** Functions as columns, and their files apart: a report has thousands of them. */
export interface FramesData {
  readonly files: readonly FileData[];
  readonly function: readonly string[];
  /** Which of the files each stands in. */
  readonly file: readonly number[];
  /** 0 where it has none. */
  readonly line: readonly number[];
}

export interface FileData {
  readonly owner: Owner;
  /** Empty for Node, and for code without a source; of native code without one the library. */
  readonly path: string;
}

/** Calls in pre-order, as columns. */
export interface CallData {
  /** 0 for what holds all objects, or all Buffers; a call is below the last one before it that is less deep. */
  readonly depth: readonly number[];
  readonly frame: readonly number[];
  /** Bytes of the call itself. */
  readonly bytes: readonly number[];
}

/** Memory after each iteration, of one sample, with what was fitted to it. */
export interface GrowthData {
  readonly summary: string;
  /** Of all amounts; empty for counts. */
  readonly unit: 'MiB' | '';
  readonly series: readonly GrowthSeriesData[];
}

export interface GrowthSeriesData {
  readonly label: string;
  /** Whether it is what the leak is told by. */
  readonly accusing: boolean;
  readonly now: GrowthLine;
  readonly baseline: GrowthLine | undefined;
  /** The line of the last quarter of the iterations, with its rate; undefined where nothing grows. */
  readonly fit: { readonly line: GrowthLine; readonly text: string } | undefined;
}

/** Amounts above the first reading. */
export interface GrowthLine {
  readonly iterations: readonly number[];
  readonly amounts: readonly number[];
}

/** What a profiler of native memory found of a case, ready to be shown as text. */
export interface NativeData {
  readonly profiler: string;
  readonly summary: string;
  /** Name of the profiler's own file; empty where there is none. */
  readonly profile: string;
  readonly stacks: readonly NativeStackData[];
  /** Undefined where only the stacks are known. */
  readonly calls: NativeCallsData | undefined;
}

/** Who had native memory, by calls; the one call at depth 0 stands for all of it. */
export interface NativeCallsData {
  /** What was profiled. */
  readonly subject: 'worker' | 'command' | 'qdrant';
  /** The functions that calls are of; `own` are those of the program, `node` those of the system. */
  readonly frames: FramesData;
  readonly peak: CallData;
  /** Of what was never freed; undefined where the profiler does not tell it. */
  readonly leaked: CallData | undefined;
}

export interface NativeStackData {
  readonly what: string;
  /** Bytes, or calls. */
  readonly amount: string;
  /** The innermost first. */
  readonly calls: readonly string[];
}
