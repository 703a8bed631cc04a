import { twoLevelsOf } from '../src/compare/noise.js';
import { median, standardDeviation } from '../src/compare/statistics.js';
import { floorOf, thresholdFor } from '../src/compare/thresholds.js';
import { type MetricName, metricNames, roleAmong } from '../src/results/metrics.js';
import { compareUnderLoad } from './loaded.js';
import type { BenchOptions, BenchOutcome } from './outcome.js';
import { metricOf, type Recording, readRecording } from './recording.js';

/** The spread of a metric of a case between equal processes. */
export interface Noise {
  readonly caseId: string;
  readonly metric: MetricName;
  readonly samples: number;
  readonly median: number;
  readonly sd: number;
  readonly range: number;
  /** The floor in standard deviations. */
  readonly floorInSds: number;
  /** Whether the metric jumps between two levels further apart than its floor. */
  readonly twoLevels: boolean;
}

/**
 * With `loaded`, compares equal samples taken with and without load. Otherwise reports how much each judged metric
 * differs between equal processes, case by case, in the recorded samples.
 */
export async function run({ loaded }: BenchOptions): Promise<BenchOutcome> {
  if (loaded) return compareUnderLoad();
  const recording = readRecording('rounds');
  const all = Object.keys(recording.cases).flatMap((caseId) => noiseOf(recording, caseId));
  const isRecorded = (metric: MetricName) => all.some((noise) => noise.metric === metric);
  const primary = metricNames.filter((metric) => roleAmong(metric, isRecorded) === 'primary');
  const rows = primary.flatMap((metric) => {
    const of = all.filter((noise) => noise.metric === metric);
    if (of.length === 0) return [];
    const sds = of.map(({ sd }) => sd);
    const widest = of.reduce((worst, noise) => (noise.sd > worst.sd ? noise : worst));
    const jumping = of.filter(({ twoLevels }) => twoLevels).map(({ caseId }) => caseId);
    return [
      `| ${metric} | ${median(sds).toFixed(4)} | ${widest.sd.toFixed(3)} (${widest.caseId}) | ${thresholdFor('', metric, {}).absolute} | ${jumping.join(', ') || '–'} |`,
    ];
  });
  const samples = Math.max(...all.map((noise) => noise.samples));
  const markdown = [
    `${samples} processes a case, ${Object.keys(recording.cases).length} cases, ${recording.firstAt} to ${recording.lastAt}.`,
    '',
    '| metric | sd, median over the cases | widest | floor | two levels beyond the floor |',
    '| --- | ---: | --- | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
  const sdOf = (metric: MetricName) =>
    median(all.filter((noise) => noise.metric === metric).map(({ sd }) => sd)).toFixed(3);
  return {
    summary: `sd between ${samples} equal processes, median over the cases: heap_delta ${sdOf('heap_delta_mb')}, native_delta ${sdOf('native_delta_mb')}, peak_delta ${sdOf('peak_delta_mb')}, anon_delta ${sdOf('anon_delta_mb')} MiB`,
    figures: all,
    markdown,
  };
}

function noiseOf(recording: Recording, caseId: string): Noise[] {
  return metricNames.flatMap((metric) => {
    const values = (recording.cases[caseId]?.samples ?? []).flatMap(
      (sample) => metricOf(recording, sample, metric) ?? [],
    );
    if (values.length < 2) return [];
    const middle = median(values);
    const floor = floorOf(thresholdFor(caseId, metric, {}), middle);
    const sd = standardDeviation(values);
    return [
      {
        caseId,
        metric,
        samples: values.length,
        median: middle,
        sd,
        range: Math.max(...values) - Math.min(...values),
        floorInSds: sd === 0 ? Number.POSITIVE_INFINITY : floor / sd,
        twoLevels: twoLevelsOf(values, values, floor) !== undefined,
      },
    ];
  });
}
