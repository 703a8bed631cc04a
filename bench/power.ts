import type { ThresholdOverrides } from '../src/compare/thresholds.js';
import type { MetricName } from '../src/results/metrics.js';
import { growthRows, growthSummary, growthTable, recordedLeakRows } from './growth.js';
import type { BenchOptions, BenchOutcome } from './outcome.js';
import { randomFrom } from './random.js';
import { type Recording, readRecording } from './recording.js';
import { dealtChange, dealtRounds, planned, regressed, replay } from './replay.js';

const seed = 20261125;

/** The smallest floors the method supports: about three times the spread of a quiet case. */
const methodLimit = {
  heap_delta_mb: { relativePercent: 0, absolute: 0.03 },
  native_delta_mb: { relativePercent: 0, absolute: 0.03 },
  heap_growth_mb: { relativePercent: 0, absolute: 1 },
  native_growth_mb: { relativePercent: 0, absolute: 1 },
} as const satisfies Partial<Record<MetricName, object>>;

/** How often something was reported, out of how many times it could have been. */
export interface Rate {
  readonly told: number;
  readonly of: number;
  readonly extraSamples: number;
}

/**
 * Measures how large a change must be to be detected, and how often an unchanged run raises an alarm. Whole rounds of
 * recorded samples are drawn for either side. Runs are judged as `memory-bench run` judges them, including extra
 * samples.
 */
export async function run({ quick }: BenchOptions): Promise<BenchOutcome> {
  const equalDraws = quick ? 100 : 400;
  const draws = quick ? 20 : 100;
  const rounds = readRecording('rounds');
  const planted = readRecording('planted');
  const loops = readRecording('loops');
  const same = equalRuns(rounds, equalDraws, {});
  const sameAtLimit = equalRuns(rounds, equalDraws, { '**': methodLimit });
  const curve = plantedCases(planted).map((id) => ({
    planted: id.replace('planted/', ''),
    byDefault: detected(planted, rounds, id, 'planted/nothing', draws, {}),
    atLimit: detected(planted, rounds, id, 'planted/nothing', draws, { '**': methodLimit }),
  }));
  const enough = Object.keys(loops.cases).filter(
    (id) => id !== 'loop/nothing' && (loops.cases[id]?.samples.length ?? 0) >= planned,
  );
  const leaks = enough.map((id) => ({
    planted: id.replace('loop/', ''),
    excessSlope: detected(loops, rounds, id, 'loop/nothing', draws, { '**': methodLimit }),
  }));
  const growth = [...growthRows(quick ? 2 : 10), ...recordedLeakRows()];
  const figures = { seed, draws, same, sameAtLimit, curve, leaks, growth };
  return { summary: summaryOf(figures), figures, markdown: markdownOf(figures) };
}

function equalRuns(rounds: Recording, draws: number, thresholds: ThresholdOverrides) {
  const random = randomFrom(seed);
  const alarms = new Map<string, number>();
  let runsWithAlarm = 0;
  let extraSamples = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const { comparison, extraSamples: extra } = replay(dealtRounds(rounds, random), rulesWith(thresholds));
    extraSamples += extra;
    if (regressed(comparison)) runsWithAlarm += 1;
    for (const { id, metrics } of comparison.cases) {
      for (const { metric, role, verdict } of metrics) {
        if (role !== 'primary' || verdict !== 'regression') continue;
        alarms.set(`${metric} of ${id}`, (alarms.get(`${metric} of ${id}`) ?? 0) + 1);
      }
    }
  }
  return {
    runs: { told: runsWithAlarm, of: draws, extraSamples: extraSamples / draws },
    alarms: Object.fromEntries(alarms),
  };
}

/** How often a planted change is detected, in a suite whose other cases are unchanged. */
function detected(
  recording: Recording,
  rounds: Recording,
  changed: string,
  unchanged: string,
  draws: number,
  thresholds: ThresholdOverrides,
): Rate {
  const random = randomFrom(seed + 1);
  let told = 0;
  let extraSamples = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const other = dealtRounds(rounds, random);
    const own = dealtChange(recording, changed, unchanged, random);
    const { comparison, extraSamples: extra } = replay([own, ...other], rulesWith(thresholds));
    extraSamples += extra;
    if (regressed(comparison, changed)) told += 1;
  }
  return { told, of: draws, extraSamples: extraSamples / draws };
}

function rulesWith(thresholds: ThresholdOverrides) {
  return { budgets: {}, thresholds, failOn: [] };
}

function plantedCases({ cases }: Recording): string[] {
  return Object.keys(cases).filter((id) => id !== 'planted/nothing');
}

type Figures = Parameters<typeof markdownOf>[0];

function markdownOf({
  draws,
  same,
  sameAtLimit,
  curve,
  leaks,
  growth,
}: {
  readonly draws: number;
  readonly same: ReturnType<typeof equalRuns>;
  readonly sameAtLimit: ReturnType<typeof equalRuns>;
  readonly curve: readonly { planted: string; byDefault: Rate; atLimit: Rate }[];
  readonly leaks: readonly { planted: string; excessSlope: Rate }[];
  readonly growth: ReturnType<typeof growthRows>;
}): string {
  const alarms = (of: ReturnType<typeof equalRuns>) =>
    Object.entries(of.alarms)
      .map(([what, count]) => `${what} ${percent(count, of.runs.of)}`)
      .join(', ') || 'none';
  return [
    `| equal runs, ${same.runs.of} draws | runs with an alarm | extra samples a run | which |`,
    '| --- | ---: | ---: | --- |',
    `| default floors | ${rate(same.runs)} | ${same.runs.extraSamples.toFixed(1)} | ${alarms(same)} |`,
    `| floors at the method's limit | ${rate(sameAtLimit.runs)} | ${sameAtLimit.runs.extraSamples.toFixed(1)} | ${alarms(sameAtLimit)} |`,
    '',
    `| planted once, ${draws} draws | caught, default floors | extra samples | caught, floors at the limit | extra samples |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...curve.map(
      ({ planted, byDefault, atLimit }) =>
        `| ${planted} | ${rate(byDefault)} | ${byDefault.extraSamples.toFixed(1)} | ${rate(atLimit)} | ${atLimit.extraSamples.toFixed(1)} |`,
    ),
    '',
    '| kept by each iteration | excess slope detected, floors at the limit |',
    '| --- | ---: |',
    ...leaks.map(({ planted, excessSlope }) => `| ${planted} | ${rate(excessSlope)} |`),
    '',
    ...growthTable(growth),
    '',
  ].join('\n');
}

function summaryOf({ same, curve, growth }: Figures): string {
  const caught = (name: string) => curve.find(({ planted }) => planted === name);
  const of = growthSummary(growth);
  const told = [
    `false alarms in ${rate(same.runs)} of equal runs`,
    ...['heap-512KB', 'native-512KB', 'peak-1MB'].map((name) => `${name} ${rate(caught(name)?.byDefault)}`),
    ...['heap-64KB', 'native-64KB'].map((name) => `${name} ${rate(caught(name)?.atLimit)} at the limit`),
    `leaks detected ${of.nowDetected} of ${of.leaks} (old rule ${of.oldDetected})`,
    `false leaks ${of.nowFalse} of ${of.others} (old rule ${of.oldFalse})`,
    `iterations to a verdict ${of.nowIterations} (old rule ${of.oldIterations})`,
  ];
  return told.join(', ');
}

function rate(of: Rate | undefined): string {
  return of === undefined ? 'not recorded' : percent(of.told, of.of);
}

function percent(told: number, of: number): string {
  return `${((100 * told) / of).toFixed(1)} %`;
}
