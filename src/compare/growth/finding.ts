import type { CaseResult, MeasuredSample } from '../../results/schema.js';
import { median } from '../statistics.js';
import type { LeakFinding, UnseenLeak } from '../verdict.js';
import { judgeWatched } from './follow-up.js';
import { growthPower } from './power.js';
import { type PlannedSample, type Suspicion, screen } from './screen.js';
import {
  accusingValues,
  changesBetween,
  type GrowthSeriesName,
  type GrowthTolerances,
  type GrowthValues,
  isCount,
  tolerancesFor,
} from './series.js';
import { storedSeries } from './stored-series.js';
import {
  confirmsShortly,
  type FollowUp,
  followUpsWanted,
  type GrowthEvidence,
  growthVerdict,
  type SuspectedReason,
} from './verdict.js';

/** Handles are counted only after the iterations, and every process has some to begin with. */
const usualHandles = 8;
/** Share of the planned processes whose growth must have ended if no follow-up is possible. */
const mostOfThem = 2 / 3;
/**
 * Garbage in a process tree cannot be collected. A Node program that keeps nothing fills its young generation first, a
 * semi-space of 1 MiB: one that starts 14 child processes grew by 0.94 to 0.97 MiB.
 */
const uncollectedBytes = 1152 * 1024;

/**
 * The leak finding from the planned samples and follow-ups of a case; undefined if leaks are not looked for. `baseline`
 * is the comparable case of the baseline. Its growth is innocent if it was stable without a follow-up.
 */
export function leakFinding(result: CaseResult, baseline: CaseResult | undefined): LeakFinding | undefined {
  if (result.leaks === false) return undefined;
  const samples = memorySamples(result);
  const planned = plannedIn(result);
  if (planned.length === 0) return undefined;
  const tolerances = tolerancesFor(result.leaks?.toleranceBytes);
  const innocent = wasInnocent(baseline) ? plannedIn(baseline) : [];
  const found = screen(planned, tolerances, innocent.length === 0 ? undefined : { samples: innocent });
  const evidence = evidenceOf(result, planned, found, tolerances);
  const growth = samples.flatMap(({ metrics }) => metrics.growth_percent ?? []);
  const judged = findingOf(evidence, result);
  const isStable = judged.verdict === 'stable';
  return {
    ...judged,
    watched: evidence.suspicions.map(({ series, tolerance, burst, rate }) => ({ series, tolerance, burst, rate })),
    unseen: isStable ? unseenIn(evidence, planned, tolerances, innocent.length > 0) : undefined,
    growthPercent: growth.length === 0 ? undefined : median(growth),
  };
}

function evidenceOf(
  result: CaseResult,
  planned: readonly PlannedSample[],
  found: readonly Suspicion[],
  tolerances: GrowthTolerances,
): GrowthEvidence {
  const followUps = result.samples.flatMap((sample): FollowUp[] =>
    sample.status === 'measured' && sample.followUp !== undefined
      ? [{ ended: sample.followUp.ended, columns: storedSeries(sample) }]
      : [],
  );
  const failed = result.samples.some(({ pass, status }) => pass === 'leak' && status === 'failed');
  const cannot = followUps.some(({ ended }) => ended === 'cannot');
  return {
    suspicions: withWorkerHeaps(cannot ? found.filter((each) => isEvident(each, planned)) : found, tolerances),
    planned: Math.max(...planned.map(({ iterations }) => iterations)),
    samples: planned.length,
    followUps: followUps.filter(({ ended, columns }) => ended === 'cannot' || Object.keys(columns).length > 0),
    noFollowUp: failed,
  };
}

/** Adds the heaps of worker threads. Judged passes count them as anonymous memory; a follow-up separates them. */
function withWorkerHeaps(suspicions: readonly Suspicion[], tolerances: GrowthTolerances): Suspicion[] {
  const other = suspicions.find(({ series }) => series === 'other');
  const own: Suspicion[] =
    other === undefined ? [] : [{ ...other, series: 'workerHeap', tolerance: tolerances.workerHeap }];
  return [...suspicions, ...own];
}

/** Whether growth that cannot be followed up exceeds a program's garbage, and did not end within the planned samples. */
function isEvident(suspicion: Suspicion, planned: readonly PlannedSample[]): boolean {
  const iterations = Math.max(...planned.map((sample) => sample.iterations));
  const isGarbage = suspicion.series === 'tree' && suspicion.rate * iterations <= uncollectedBytes;
  return !isGarbage && !hasEnded(suspicion, planned);
}

/** Whether growth stopped, or slowed down, within most of the planned samples. */
function hasEnded(suspicion: Suspicion, planned: readonly PlannedSample[]): boolean {
  const shapes = planned.flatMap(({ columns }) => judgeWatched(columns ?? {}, suspicion, true)?.shape ?? []);
  const ended = shapes.filter((shape) => shape !== 'leak' && shape !== 'open');
  return shapes.length > 0 && ended.length / shapes.length >= mostOfThem;
}

function findingOf(evidence: GrowthEvidence, result: CaseResult) {
  const { verdict, carrier, others, reason, iterations, processes } = growthVerdict(evidence);
  const taken = result.samples.filter(({ pass }) => pass === 'leak').length;
  const { series = 'heap', rate = 0, rateLower = 0, rateUpper = 0, lateRate = 0, kept = 0 } = carrier ?? {};
  return {
    verdict,
    reason: reason && reasonWords(reason, evidence, result),
    series,
    rate,
    rateLower,
    rateUpper,
    lateRate,
    kept,
    others: others.map((other) => ({ series: other.series, rate: other.rate })),
    iterations,
    processes,
    followUps: taken + followUpsWanted(evidence),
    confirmsShortly: confirmsShortly(evidence),
  };
}

function reasonWords(reason: SuspectedReason, { followUps }: GrowthEvidence, result: CaseResult): string {
  const [first] = followUps;
  const done = Math.max(0, ...Object.values(first?.columns ?? {}).map(({ length }) => length));
  const failure = result.samples.find((sample) => sample.pass === 'leak' && sample.status === 'failed');
  if (reason === 'cannot' && failure?.status === 'failed') {
    return `the follow-up failed: ${firstLine(failure.error.message)}`;
  }
  const message = messageOfFollowUp(result);
  switch (reason) {
    case 'not-followed':
      return 'it was not followed up with more iterations';
    case 'time':
      return `the follow-up ran out of time after ${done} iterations: raise timeoutMs`;
    case 'threw':
      return `the follow-up stopped after ${done} iterations: ${message}`;
    case 'cannot':
      return message === ''
        ? 'it could not be followed up with more iterations'
        : `${message}: let it make more of them and raise iterations to match`;
    case 'one-process':
      return 'only one process shows it';
    case 'few-steps':
      return `it grows in rare steps, too few of them in ${done} iterations`;
  }
}

function messageOfFollowUp({ samples }: CaseResult): string {
  const taken = samples.find((sample) => sample.status === 'measured' && sample.followUp !== undefined);
  return taken?.status === 'measured' ? firstLine(taken.followUp?.message ?? '') : '';
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function unseenIn(
  { suspicions, followUps }: GrowthEvidence,
  planned: readonly PlannedSample[],
  tolerances: GrowthTolerances,
  beyondBaseline: boolean,
): UnseenLeak | undefined {
  const [first] = followUps;
  const bounds = suspicions.flatMap((suspicion) => {
    if (first === undefined || isCount(suspicion.series)) return [];
    const growth = judgeWatched(first.columns, suspicion, true);
    return growth === undefined ? [] : [{ bytes: growth.lateUpper, tolerance: suspicion.tolerance }];
  });
  if (first !== undefined && bounds.length > 0) {
    const iterations = Math.max(...Object.values(first.columns).map(({ length }) => length));
    const bytes = Math.max(0, ...bounds.map((bound) => bound.bytes));
    const isLow = bounds.some((bound) => bound.bytes > bound.tolerance);
    return { bytes, iterations, beyondBaseline: false, isLow };
  }
  const power = growthPower(planned, tolerances);
  if (power === undefined) return undefined;
  const { bytesPerIteration, iterations, low } = power;
  return { bytes: bytesPerIteration, iterations, beyondBaseline, isLow: low };
}

/** The samples of the memory pass. A stored baseline keeps `iterations` of its first sample only; all have as many. */
function plannedIn(result: CaseResult | undefined): PlannedSample[] {
  const samples = memorySamples(result);
  const most = Math.max(0, ...samples.map(iterationsOf));
  return most === 0 ? [] : samples.map((sample) => plannedOf(sample, iterationsOf(sample) || most));
}

function iterationsOf({ iterations }: MeasuredSample): number {
  return iterations?.durationMs.length ?? 0;
}

function plannedOf(sample: MeasuredSample, iterations: number): PlannedSample {
  const columns = storedSeries(sample);
  // A worker's columns without heap were read without a garbage collection, so they may not accuse.
  const collected = sample.readings === undefined || columns.heap !== undefined;
  return { iterations, changes: settledChanges(sample, iterations), columns: collected ? columns : undefined };
}

function settledChanges({ readings, metrics, qdrantWritten = true }: MeasuredSample, iterations: number): GrowthValues {
  const changes: Partial<Record<GrowthSeriesName, number>> = {};
  if (readings !== undefined) {
    const options = { command: false, qdrantWritten };
    const [before, after] = [readings.before, readings.after].map((reading) =>
      accusingValues<number>(reading, options),
    );
    Object.assign(changes, changesBetween(before ?? {}, after ?? {}));
    const { handles } = readings.after;
    if (handles !== undefined && handles >= Math.max(usualHandles, iterations))
      changes.handles = handles - usualHandles / 2;
  }
  const { qdrant_allocated_delta_mb: qdrant } = metrics;
  if (!qdrantWritten && qdrant !== undefined) changes.qdrant = qdrant * 1024 ** 2;
  return changes;
}

function memorySamples(result: CaseResult | undefined): MeasuredSample[] {
  return (result?.samples ?? []).flatMap((sample) =>
    sample.status === 'measured' && sample.pass === 'memory' ? [sample] : [],
  );
}

/**
 * Whether equal growth in the baseline clears a suspicion. It does not if only a follow-up cleared the baseline: within
 * the planned iterations, a leak grows like a cache that fills or like uncollected garbage.
 */
function wasInnocent(baseline: CaseResult | undefined): boolean {
  return baseline?.leakVerdict === 'stable' && !baseline.samples.some(({ pass }) => pass === 'leak');
}
