import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/package-root.js';
import { heldBytes } from '../src/results/held-bytes.js';
import { type MetricName, metricNames } from '../src/results/metrics.js';
import { type MeasuredSample, type Results, resultsSchema } from '../src/results/schema.js';

const metricName = z.enum(metricNames);

const recordingSchema = z.strictObject({
  what: z.string().describe('The command that was run, again and again'),
  environment: resultsSchema.shape.environment.describe('Where it was measured'),
  firstAt: z.string().describe('When the first sample was taken'),
  lastAt: z.string().describe('When the last one was'),
  metrics: z.array(metricName).describe('What the columns of a sample are'),
  cases: z.record(
    z.string(),
    z.strictObject({
      description: z.string(),
      tags: z.array(z.string()),
      definitionHash: z.string(),
      samples: z
        .array(
          z.strictObject({
            round: z.int().describe('Samples of one round were taken one after the other, once through all cases'),
            values: z.array(z.number().nullable()).describe('One for each metric; null where it could not be had'),
            heapSteps: z.array(z.number()).optional().describe('Growth series, as differences in bytes'),
            nativeSteps: z.array(z.number()).optional(),
          }),
        )
        .describe('In the order in which they were taken'),
    }),
  ),
});

/** Samples of real runs in compact form. The benches judge them again and again. */
export type Recording = z.infer<typeof recordingSchema>;
export type RecordedCase = Recording['cases'][string];
export type RecordedSample = RecordedCase['samples'][number];

const folder = join(packageRoot, 'bench', 'recorded');

/** Reads a committed recording by its name. */
export function readRecording(name: string): Recording {
  return recordingSchema.parse(JSON.parse(readFileSync(recordingPath(name), 'utf8')));
}

/** The file of a recording. */
export function recordingPath(name: string): string {
  return join(folder, `${name}.json`);
}

const digits = 4;

/** Combines the documents of runs, one round each. */
export function recordingOf(what: string, runs: readonly Results[]): Recording {
  const cases: Recording['cases'] = {};
  const moments: string[] = [];
  for (const [round, run] of runs.entries()) {
    for (const { id, description, tags, definitionHash, samples } of run.cases) {
      const recorded = cases[id] ?? { description, tags, definitionHash, samples: [] };
      cases[id] = recorded;
      for (const sample of samples) {
        if (sample.status !== 'measured' || sample.pass !== 'memory') continue;
        recorded.samples.push(recordedSample(sample, round));
        moments.push(sample.startedAt);
      }
    }
  }
  const environment = runs[0]?.environment;
  if (environment === undefined) throw new RangeError('there are no runs to record');
  moments.sort();
  return {
    what,
    environment,
    firstAt: moments[0] ?? '',
    lastAt: moments.at(-1) ?? '',
    metrics: [...metricNames],
    cases,
  };
}

function recordedSample({ metrics, iterations, leak }: MeasuredSample, round: number): RecordedSample {
  const values = metricNames.map((name) => {
    const value = metrics[name];
    return value === undefined ? null : Number(value.toFixed(digits));
  });
  const watched = leak === undefined ? undefined : iterations;
  const held = watched && heldBytes(watched);
  return {
    round,
    values,
    ...(held === undefined ? {} : { heapSteps: stepsOf(held) }),
    ...(watched?.nativeBytes === undefined ? {} : { nativeSteps: stepsOf(watched.nativeBytes) }),
  };
}

function stepsOf(series: readonly number[]): number[] {
  return series.slice(1).map((value, index) => value - (series[index] ?? value));
}

/** Restores a series from its steps, starting at 0. */
export function seriesOf(steps: readonly number[]): number[] {
  const series = [0];
  for (const step of steps) series.push((series.at(-1) ?? 0) + step);
  return series;
}

/** A metric of a recorded sample; undefined if it was not available. */
export function metricOf(recording: Recording, sample: RecordedSample, metric: MetricName): number | undefined {
  return sample.values[recording.metrics.indexOf(metric)] ?? undefined;
}
