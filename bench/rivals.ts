import type { Rules } from '../src/compare/compare.js';
import { judgeSeries } from '../src/compare/growth/judge-series.js';
import { defaultTolerances, ratchetAmount } from '../src/compare/growth/series.js';
import { hodgesLehmannShift, mannWhitneyGreater } from '../src/compare/rank-test.js';
import { mean, median, standardDeviation } from '../src/compare/statistics.js';
import { studentUpperTail } from '../src/compare/student.js';
import type { MetricName } from '../src/results/metrics.js';
import { processesOf } from './growth.js';
import type { BenchOptions, BenchOutcome } from './outcome.js';
import { randomFrom } from './random.js';
import { metricOf, type RecordedSample, type Recording, readRecording } from './recording.js';
import { dealtChange, dealtRounds, planned, regressed, replay } from './replay.js';

const seed = 4_711;

/** A rule that takes the values of one metric before and now, and returns whether it raises an alarm. */
type Rule = (before: readonly number[], now: readonly number[]) => boolean;

/** Default rules of other tools, as far as a rule on two sides can express them. They get the resident set's peak. */
const rules: Readonly<Record<string, { readonly rule: Rule; readonly metrics: readonly MetricName[] }>> = {
  'github-action-benchmark, alert-threshold 200 %': {
    rule: (before, now) => mean(now) > 2 * mean(before),
    metrics: ['peak_rss_mb'],
  },
  'pytest-benchmark, compare-fail=mean:5%': {
    rule: (before, now) => mean(now) > 1.05 * mean(before),
    metrics: ['peak_rss_mb'],
  },
  'asv, factor 1.1 and Mann-Whitney p < .002 (five a side cannot reach it; asv looks at intervals then)': {
    rule: (before, now) => median(now) > 1.1 * median(before) && 2 * mannWhitneyGreater(before, now) < 0.002,
    metrics: ['peak_rss_mb'],
  },
  'asv, factor 1.1 alone': { rule: (before, now) => median(now) > 1.1 * median(before), metrics: ['peak_rss_mb'] },
  'like Bencher, t-test 0.99': {
    // A boundary for the newest value: the mean plus a number of standard deviations of the history.
    rule: (before, now) => {
      const scale = standardDeviation(before);
      return studentUpperTail((mean(now) - mean(before)) / scale, before.length - 1) < 0.01;
    },
    metrics: ['peak_rss_mb'],
  },
  'like criterion: t-test p < .05 and more than 1 %': {
    rule: (before, now) => mean(now) > 1.01 * mean(before) && 2 * welch(before, now) < 0.05,
    metrics: ['peak_rss_mb'],
  },
  'the seed: greater of start and end, more than 5 %': {
    rule: (before, now) => mean(now) > 1.05 * mean(before),
    metrics: ['current_rss_mb'],
  },
  'our metrics, median more than 5 % apart': {
    rule: (before, now) => median(now) > 1.05 * median(before) && hodgesLehmannShift(before, now, 0.99).shift > 0,
    metrics: ['peak_delta_mb', 'rss_delta_mb', 'heap_delta_mb', 'native_delta_mb'],
  },
};

const wanted = [
  'heap-64KB',
  'heap-512KB',
  'heap-4MB',
  'heap-64MB',
  'native-512KB',
  'native-4MB',
  'native-64MB',
  'peak-1MB',
  'peak-4MB',
  'peak-64MB',
];

/**
 * Judges the same recorded samples by the rules of other tools: how often a planted change is detected, and how often
 * an unchanged run raises an alarm. Every rule gets five samples per side; memory-bench takes more while it is
 * inconclusive.
 */
export async function run({ quick }: BenchOptions): Promise<BenchOutcome> {
  const draws = quick ? 100 : 400;
  const rounds = readRecording('rounds');
  const planted = readRecording('planted');
  const lines = Object.entries(rules).map(([name, { rule, metrics }]) => ({
    name,
    falseAlarms: share(draws, (random) =>
      equalRun(rounds, random).some(([a, b]) => alarms(rounds, a, b, rule, metrics)),
    ),
    caught: Object.fromEntries(
      wanted.map((change) => [
        change,
        share(draws, (random) => alarms(planted, ...sidesOf(planted, change, random), rule, metrics)),
      ]),
    ),
  }));
  const ours = {
    name: 'memory-bench, default floors',
    falseAlarms: share(quick ? 20 : 100, (random) => ourAlarm(rounds, random)),
    caught: Object.fromEntries(
      wanted.map((change) => [
        change,
        share(quick ? 20 : 100, (random) => oursCatches(planted, rounds, change, random)),
      ]),
    ),
  };
  const all = [...lines, ours];
  const growth = growthOfLoops();
  return {
    summary: `false alarms in runs of ${Object.keys(rounds.cases).length} equal cases: ours ${percent(ours.falseAlarms)}, others ${lines.map(({ name, falseAlarms }) => `${name.split(',')[0]} ${percent(falseAlarms)}`).join(', ')}`,
    figures: { seed, draws, all, growth },
    markdown: [
      `| judged by | runs with a false alarm | ${wanted.join(' | ')} |`,
      `| --- | ${['', ...wanted].map(() => '---:').join(' | ')} |`,
      ...all.map(
        ({ name, falseAlarms, caught }) =>
          `| ${name} | ${percent(falseAlarms)} | ${wanted.map((change) => percent(caught[change] ?? 0)).join(' | ')} |`,
      ),
      '',
      '| loop | processes | over the seed’s growth ratio of 50 % | a leak by its envelope |',
      '| --- | ---: | ---: | ---: |',
      ...growth.map(
        ({ loop, processes, byRatio, byEnvelope }) => `| ${loop} | ${processes} | ${byRatio} | ${byEnvelope} |`,
      ),
      '',
    ].join('\n'),
  };
}

/** The seed's limit on an ingestion loop. */
const seedsGrowthPercent = 50;

/** The recorded loops by the seed's growth ratio and by memory-bench's rule, process by process. */
function growthOfLoops() {
  return ['loops', 'innocent'].flatMap((name) => {
    const recording = readRecording(name);
    return Object.entries(recording.cases).map(([id, { samples }]) => ({
      loop: id.replace('loop/', ''),
      processes: samples.length,
      byRatio: samples.filter((sample) => (metricOf(recording, sample, 'growth_percent') ?? 0) > seedsGrowthPercent)
        .length,
      byEnvelope: leakingProcesses(recording, id),
    }));
  });
}

/** Number of processes whose heap or native memory has the shape of a leak over its whole recording. */
function leakingProcesses(recording: Recording, id: string): number {
  const options = { tolerance: defaultTolerances.heap, ratchet: ratchetAmount('heap'), horizonReached: true };
  const leaks = (readings: readonly number[] | undefined) =>
    readings !== undefined && judgeSeries(readings, options).shape === 'leak';
  const heap = processesOf(recording, id, 'heapSteps');
  const native = processesOf(recording, id, 'nativeSteps');
  return heap.filter((readings, at) => leaks(readings) || leaks(native[at])).length;
}

type Sides = readonly [before: readonly RecordedSample[], now: readonly RecordedSample[]];

function alarms(
  recording: Recording,
  before: readonly RecordedSample[],
  now: readonly RecordedSample[],
  rule: Rule,
  metrics: readonly MetricName[],
): boolean {
  return metrics.some((metric) => {
    const [was, is] = [before, now].map((side) => side.flatMap((sample) => metricOf(recording, sample, metric) ?? []));
    return was !== undefined && is !== undefined && was.length > 1 && is.length > 0 && rule(was, is);
  });
}

function equalRun(rounds: Recording, random: () => number): Sides[] {
  return dealtRounds(rounds, random).map(({ baseline, now }) => [baseline, now.slice(0, planned)]);
}

function sidesOf(planted: Recording, change: string, random: () => number): Sides {
  const { baseline, now } = dealtChange(planted, `planted/${change}`, 'planted/nothing', random);
  return [baseline, now.slice(0, planned)];
}

function ourAlarm(rounds: Recording, random: () => number): boolean {
  return regressed(replay(dealtRounds(rounds, random), defaults).comparison);
}

function oursCatches(planted: Recording, rounds: Recording, change: string, random: () => number): boolean {
  const own = dealtChange(planted, `planted/${change}`, 'planted/nothing', random);
  return regressed(replay([own, ...dealtRounds(rounds, random)], defaults).comparison, own.id);
}

const defaults: Rules = { budgets: {}, thresholds: {}, failOn: [] };

function share(draws: number, happens: (random: () => number) => boolean): number {
  const random = randomFrom(seed);
  let count = 0;
  for (let draw = 0; draw < draws; draw += 1) if (happens(random)) count += 1;
  return count / draws;
}

/** One-sided p of Welch's t-test (1947) that `now` exceeds `before`. */
function welch(before: readonly number[], now: readonly number[]): number {
  const [a, b] = [standardDeviation(before) ** 2 / before.length, standardDeviation(now) ** 2 / now.length];
  const degrees = (a + b) ** 2 / (a ** 2 / (before.length - 1) + b ** 2 / (now.length - 1));
  return studentUpperTail((mean(now) - mean(before)) / Math.sqrt(a + b), degrees);
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
