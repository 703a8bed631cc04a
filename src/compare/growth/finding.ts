import type { CaseResult, MeasuredSample } from '../../results/schema.js';
import { median } from '../statistics.js';
import type { LeakFinding, UnseenLeak } from '../verdict.js';
import { iterationsIn, judgeAll } from './follow-up.js';
import type { SeriesGrowth } from './judge-series.js';
import { plannedIterations, plannedNamesOf, type ScreenedSeries, screen, unseenBytes } from './screening.js';
import { type GrowthSeriesName, isCount, tolerancesFor } from './series.js';
import { storedSeries } from './stored-series.js';

/** Share of the planned processes that have to show the growth that a follow-up saw. */
const mostOfThem = 2 / 3;
/** Follow-ups of which two have to agree where the planned processes do not. */
const mostFollowUps = 3;
/** A process that is confirmed by another grows at least half as fast. */
const sameRate = 0.5;
/** Growth that is no warming up, in tolerances, where `run` threw before the horizon. */
const farBeyond = 10;
/** The bound of a measurement that sees little, in tolerances. */
const lowPower = 4;
/** Iterations of a program that cannot be followed up, from which on the count of its processes says enough. */
const leastChildIterations = 10;
const everyTime = 0.9;

/** A follow-up, judged. */
interface Followed {
  readonly sample: MeasuredSample;
  readonly growth: ReadonlyMap<GrowthSeriesName, SeriesGrowth>;
  readonly iterations: number;
}

/**
 * What the planned samples and the follow-ups of a case say of leaks; undefined where they are not looked for. `baseline`
 * is the comparable case of the baseline, whose growth is innocent where it did not leak.
 */
export function leakFinding(result: CaseResult, baseline: CaseResult | undefined): LeakFinding | undefined {
  if (result.leaks === false) return undefined;
  const planned = memorySamples(result);
  if (planned.length === 0 || Math.max(...planned.map(plannedIterations)) === 0) return undefined;
  const leaks = result.leaks ?? {};
  const innocent = wasInnocent(baseline) ? memorySamples(baseline) : [];
  const screened = screen(planned, leaks, innocent);
  const followed = result.samples.flatMap((sample): Followed[] => {
    if (sample.status !== 'measured' || sample.pass !== 'leak') return [];
    const series = storedSeries(sample);
    return [{ sample, growth: judgeAll(series, leaks, true), iterations: iterationsIn(series) }];
  });
  const growth = planned.flatMap(({ metrics }) => metrics.growth_percent ?? []);
  return {
    ...verdictOf({ result, planned, screened, followed, beyondBaseline: innocent.length > 0 }),
    growthPercent: growth.length === 0 ? undefined : median(growth),
  };
}

interface Evidence {
  readonly result: CaseResult;
  readonly planned: readonly MeasuredSample[];
  readonly screened: readonly ScreenedSeries[];
  readonly followed: readonly Followed[];
  readonly beyondBaseline: boolean;
}

type Finding = Omit<LeakFinding, 'growthPercent'>;

function verdictOf(evidence: Evidence): Finding {
  const { screened, followed } = evidence;
  const suspicious = screened.filter(({ isSuspicious }) => isSuspicious);
  const [first] = followed;
  if (first === undefined || first.iterations === 0) return withoutFollowUp(evidence, suspicious);
  const carrying = grownIn(first, evidence);
  const [main] = carrying;
  if (main === undefined) return cleared(evidence, first);
  const finding = {
    ...figuresOf(main.series, main.growth, first, evidence),
    others: carrying.slice(1).map(({ series, growth }) => ({ series, rate: growth.rate })),
    unseen: undefined,
  };
  if (main.growth.shape === 'slowing') return { ...finding, verdict: 'slowing', reason: undefined, followUps: 1 };
  const cut = cutReason(first, main.growth, evidence);
  if (cut !== undefined) return { ...finding, verdict: 'suspected', reason: cut, followUps: 1 };
  if (plannedAgree(main.series, evidence)) return { ...finding, verdict: 'leak', reason: undefined, followUps: 1 };
  const others = followed.slice(1);
  const agreeing = others.filter(({ growth }) => (growth.get(main.series)?.rate ?? 0) >= sameRate * main.growth.rate);
  if (agreeing.length > 0) {
    return { ...finding, verdict: 'leak', reason: undefined, followUps: followed.length };
  }
  const wanted = Math.min(mostFollowUps, followed.length + 1);
  const reason = `only 1 of ${followed.length} followed processes grows like this`;
  return { ...finding, verdict: 'suspected', reason, followUps: wanted };
}

/** Series that grow in a follow-up, memory first, fastest first; slowing ones only where nothing leaks. */
function grownIn({ growth, sample, iterations }: Followed, { result }: Evidence) {
  const leaks = result.leaks === false ? undefined : result.leaks?.toleranceBytes;
  const tolerances = tolerancesFor(leaks);
  const short = sample.followUp?.ended === 'memory' || sample.followUp?.ended === 'threw';
  const found = [...growth].flatMap(([series, judged]) => {
    const shape = judged.shape;
    if (shape === 'leak' || shape === 'slowing' || shape === 'open') return [{ series, growth: judged }];
    // Too much, too soon for a shape: the safety limit ended it.
    const readings = storedSeries(sample)[series] ?? [];
    const rate = ((readings.at(-1) ?? 0) - (readings[0] ?? 0)) / Math.max(1, readings.length - 1);
    const steep = short && rate > farBeyond * tolerances[series] && risesThroughout(readings);
    return steep ? [{ series, growth: { ...judged, shape: 'leak' as const, rate, kept: rate * iterations } }] : [];
  });
  const worst = (['leak', 'open', 'slowing'] as const).find((shape) =>
    found.some(({ growth: { shape: is } }) => is === shape),
  );
  return found
    .filter(({ growth: { shape } }) => shape === worst)
    .sort((a, b) => Number(isCount(a.series)) - Number(isCount(b.series)) || b.growth.rate - a.growth.rate);
}

/** Whether each third of the readings ends higher than it began. */
function risesThroughout(readings: readonly number[]): boolean {
  const third = Math.floor((readings.length - 1) / 3);
  if (third < 1) return false;
  return [0, 1, 2].every((part) => (readings[(part + 1) * third] ?? 0) > (readings[part * third] ?? 0));
}

/** Why growth in a follow-up is not certain; undefined where it went the distance. */
function cutReason({ sample, iterations }: Followed, growth: SeriesGrowth, { planned }: Evidence): string | undefined {
  const { ended = 'horizon', message = '' } = sample.followUp ?? {};
  const after = `after ${iterations} iterations`;
  if (ended === 'time') return `the follow-up ran out of time ${after}; a higher timeoutMs allows more`;
  if (ended === 'threw') {
    const needed = 2 * Math.max(...planned.map(plannedIterations));
    const far = growth.shape === 'leak' && iterations >= Math.min(needed, 100);
    return far ? undefined : `run threw ${after}: ${message.split('\n')[0] ?? ''}`;
  }
  if (growth.shape === 'open') return `it grows in rare steps, too few in ${iterations} iterations to be certain`;
  return undefined;
}

function plannedAgree(series: GrowthSeriesName, { screened }: Evidence): boolean {
  const names = plannedNamesOf(series);
  return screened.some((found) => names.includes(found.series) && found.share >= mostOfThem);
}

function withoutFollowUp(evidence: Evidence, suspicious: readonly ScreenedSeries[]): Finding {
  const { screened, planned, followed, result } = evidence;
  const byRate = [...suspicious].sort(
    (a, b) => Number(isCount(a.series)) - Number(isCount(b.series)) || b.rate - a.rate,
  );
  const cannot = followed.some(({ sample }) => sample.followUp?.ended === 'cannot');
  const children = byRate.find((found) => found.series === 'children' && cannot && risesEveryTime(found, planned));
  const open = cannot ? byRate.filter(({ series }) => !hasEndedIn(series, evidence)) : byRate;
  const main = open[0] ?? children;
  if (main === undefined) {
    const widest = [...screened].sort(
      (a, b) => Number(isCount(a.series)) - Number(isCount(b.series)) || b.rate - a.rate,
    )[0];
    return {
      ...screenedFigures(widest, planned),
      verdict: 'stable',
      reason: undefined,
      followUps: 0,
      others: [],
      unseen: unseenIn(evidence),
    };
  }
  const figures = { ...screenedFigures(main, planned), unseen: undefined };
  const others = open.slice(1).map(({ series, rate }) => ({ series, rate }));
  if (children !== undefined) return { ...figures, others, verdict: 'leak', reason: undefined, followUps: 1 };
  const failed = result.samples.find((sample) => sample.pass === 'leak' && sample.status === 'failed');
  const reason =
    failed?.status === 'failed'
      ? `the follow-up failed: ${failed.error.message.split('\n')[0] ?? ''}`
      : cannot
        ? 'the program decides how many iterations it makes, and made too few; let it make more, and raise `iterations`'
        : 'it was not followed up';
  return { ...figures, others, verdict: 'suspected', reason, followUps: 1 };
}

function risesEveryTime({ rates }: ScreenedSeries, planned: readonly MeasuredSample[]): boolean {
  return (
    planned.length > 1 &&
    Math.min(...planned.map(plannedIterations)) >= leastChildIterations &&
    rates.every((rate) => rate >= everyTime)
  );
}

/** Whether most of the planned samples show a series that has come to rest, or slows down. */
function hasEndedIn(series: GrowthSeriesName, { planned, result }: Evidence): boolean {
  const shapes = planned.flatMap(
    (sample) => judgeAll(storedSeries(sample), result.leaks ?? {}, true).get(series)?.shape ?? [],
  );
  const ended = shapes.filter((shape) => shape !== 'leak' && shape !== 'open');
  return shapes.length > 0 && ended.length / shapes.length >= mostOfThem;
}

/** No series of the follow-up can leak any more. */
function cleared(evidence: Evidence, first: Followed): Finding {
  const kept = [...first.growth].sort(
    ([a, one], [b, two]) => Number(isCount(a)) - Number(isCount(b)) || two.kept - one.kept,
  );
  const main = kept.find(([, { shape }]) => shape === 'ratchet') ?? kept[0];
  if (main === undefined) return withoutFollowUp(evidence, []);
  const [series, growth] = main;
  const verdict = growth.shape === 'ratchet' ? ('ratchet' as const) : ('stable' as const);
  const figures = figuresOf(series, growth, first, evidence);
  return { ...figures, verdict, reason: undefined, followUps: 1, others: [], unseen: unseenAfter(first, evidence) };
}

function figuresOf(
  series: GrowthSeriesName,
  growth: SeriesGrowth,
  { iterations }: Followed,
  { planned, followed }: Evidence,
) {
  const { rate, rateLower, rateUpper, lateRate, kept } = growth;
  return {
    series,
    rate,
    rateLower,
    rateUpper,
    lateRate,
    kept,
    iterations,
    processes: planned.length + followed.length,
  };
}

function screenedFigures(screened: ScreenedSeries | undefined, planned: readonly MeasuredSample[]) {
  const iterations = Math.max(...planned.map(plannedIterations));
  const { series = 'heap', rate = 0, rates = [rate] } = screened ?? {};
  return {
    series,
    rate,
    rateLower: Math.min(...rates),
    rateUpper: Math.max(...rates),
    lateRate: rate,
    kept: rate * iterations,
    iterations,
    processes: planned.length,
  };
}

function unseenIn({ screened, planned, result, beyondBaseline }: Evidence): UnseenLeak | undefined {
  const bytes = unseenBytes(screened);
  if (bytes === undefined) return undefined;
  return unseenOf(bytes, Math.max(...planned.map(plannedIterations)), result, beyondBaseline);
}

function unseenAfter({ growth, iterations }: Followed, { result }: Evidence): UnseenLeak | undefined {
  const bounds = (['heap', 'external', 'malloc', 'tree', 'reported'] as const).flatMap(
    (name) => growth.get(name)?.lateUpper ?? [],
  );
  return bounds.length === 0 ? undefined : unseenOf(Math.max(0, ...bounds), iterations, result, false);
}

function unseenOf(bytes: number, iterations: number, { leaks }: CaseResult, beyondBaseline: boolean): UnseenLeak {
  const tolerance = tolerancesFor(leaks === false ? undefined : leaks?.toleranceBytes).heap;
  return { bytes, iterations, beyondBaseline, isLow: bytes > lowPower * tolerance };
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
