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

/** Handles are counted after the iterations only, and a process has some of its own. */
const usualHandles = 8;
/** Share of the planned processes whose growth has to have ended where there can be no follow-up. */
const mostOfThem = 2 / 3;

/**
 * What the planned samples and the follow-ups of a case say of leaks; undefined where they are not looked for. `baseline`
 * is the comparable case of the baseline: its growth is innocent where it did not leak.
 */
export function leakFinding(result: CaseResult, baseline: CaseResult | undefined): LeakFinding | undefined {
  if (result.leaks === false) return undefined;
  const samples = memorySamples(result);
  const planned = samples.map(plannedOf).filter(({ iterations }) => iterations > 0);
  if (planned.length === 0) return undefined;
  const tolerances = tolerancesFor(result.leaks?.toleranceBytes);
  const innocent = wasInnocent(baseline) ? memorySamples(baseline).map(plannedOf) : [];
  const found = screen(planned, tolerances, innocent.length === 0 ? undefined : { samples: innocent });
  const evidence = evidenceOf(result, planned, found, tolerances);
  const growth = samples.flatMap(({ metrics }) => metrics.growth_percent ?? []);
  return {
    ...findingOf(evidence, result),
    watched: evidence.suspicions.map(({ series, tolerance, burst }) => ({ series, tolerance, burst })),
    unseen: unseenIn(evidence, planned, tolerances, innocent.length > 0),
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
    suspicions: withWorkerHeaps(cannot ? found.filter((each) => !hasEnded(each, planned)) : found, tolerances),
    planned: Math.max(...planned.map(({ iterations }) => iterations)),
    samples: planned.length,
    followUps: followUps.filter(({ ended, columns }) => ended === 'cannot' || Object.keys(columns).length > 0),
    uncollected: planned.every(({ columns }) => columns?.tree !== undefined) && followUps.length === 0,
    noFollowUp: failed,
  };
}

/** In judged passes the heaps of worker threads are part of the anonymous memory; a follow-up tells them apart. */
function withWorkerHeaps(suspicions: readonly Suspicion[], tolerances: GrowthTolerances): Suspicion[] {
  const other = suspicions.find(({ series }) => series === 'other');
  const own: Suspicion[] =
    other === undefined ? [] : [{ ...other, series: 'workerHeap', tolerance: tolerances.workerHeap }];
  return [...suspicions, ...own];
}

/** Whether growth came to rest, or slowed down, within most of the planned samples. */
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
  const message = messageOfFollowUp(result);
  switch (reason) {
    case 'not-followed':
    case 'uncollected':
      return 'it was not followed up with more iterations';
    case 'time':
      return `the follow-up ran out of time after ${done} iterations; a higher timeoutMs allows more`;
    case 'threw':
      return `the follow-up broke after ${done} iterations: ${message}`;
    case 'cannot':
      return message === ''
        ? 'it could not be followed up with more iterations'
        : `${message}; let it make more, and raise \`iterations\``;
    case 'one-process':
      return 'only one process shows it';
    case 'few-steps':
      return `it grows in rare steps, too few in ${done} iterations to be certain`;
  }
}

function messageOfFollowUp({ samples }: CaseResult): string {
  const taken = samples.find(({ pass }) => pass === 'leak');
  const message = taken?.status === 'failed' ? taken.error.message : (taken?.followUp?.message ?? '');
  return message.split('\n')[0] ?? '';
}

function unseenIn(
  { suspicions, followUps }: GrowthEvidence,
  planned: readonly PlannedSample[],
  tolerances: GrowthTolerances,
  beyondBaseline: boolean,
): UnseenLeak | undefined {
  const [first] = followUps;
  const bounds = suspicions.flatMap((suspicion) =>
    first === undefined || isCount(suspicion.series)
      ? []
      : (judgeWatched(first.columns, suspicion, true)?.lateUpper ?? []),
  );
  if (first !== undefined && bounds.length > 0) {
    const iterations = Math.max(...Object.values(first.columns).map(({ length }) => length));
    return { bytes: Math.max(0, ...bounds), iterations, beyondBaseline: false, isLow: false };
  }
  const power = growthPower(planned, tolerances);
  if (power === undefined) return undefined;
  const { bytesPerIteration, iterations, low } = power;
  return { bytes: bytesPerIteration, iterations, beyondBaseline, isLow: low };
}

function plannedOf(sample: MeasuredSample): PlannedSample {
  const iterations = sample.iterations?.durationMs.length ?? 0;
  const columns = storedSeries(sample);
  // A plain reading of a worker knows no series that may accuse; what it has of them is read without a collection.
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

function wasInnocent(baseline: CaseResult | undefined): boolean {
  const verdict = baseline?.leakVerdict;
  return verdict === 'stable' || verdict === 'ratchet' || verdict === 'slowing';
}
