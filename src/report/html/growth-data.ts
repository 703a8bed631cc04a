import { measuredIn } from '../../compare/judge-metric.js';
import { median } from '../../compare/statistics.js';
import type { LeakFinding } from '../../compare/verdict.js';
import { heldBytes } from '../../results/held-bytes.js';
import { bytesPerMebibyte } from '../../results/mebibytes.js';
import type { CaseResult, IterationSeries, MeasuredSample, TrendFit } from '../../results/schema.js';
import { countOf, formatSlope } from '../format.js';
import type { GrowthData, GrowthLine, GrowthSeriesData } from './model.js';
import { rounded } from './rounding.js';

/** Points of a line: as many iterations as a suspicion is followed up with, and more. */
const mostPoints = 500;

const fitted = ['heap', 'native', 'tree', 'reported', 'qdrant', 'anon'] as const;
type Fitted = (typeof fitted)[number];

const labels: Readonly<Record<Fitted, string>> = {
  heap: 'JavaScript heap and external',
  native: 'live native bytes',
  tree: 'anonymous memory of the processes',
  reported: 'what the program reports',
  qdrant: 'Qdrant, live bytes',
  anon: 'resident anonymous memory',
};

interface Grown {
  readonly iterations: IterationSeries;
  readonly leak: NonNullable<MeasuredSample['leak']>;
}

/** Memory after each iteration of a case whose growth is watched: of the sample whose slope is the median. */
export function growthData(
  finding: LeakFinding | undefined,
  result: CaseResult | undefined,
  baseline: CaseResult | undefined,
): GrowthData | undefined {
  if (finding === undefined) return undefined;
  const now = medianSample(result, finding.series);
  if (now === undefined) return undefined;
  const before = medianSample(baseline, finding.series);
  return { summary: summaryOf(finding), series: fitted.flatMap((name) => seriesOf(name, finding, now, before)) };
}

function summaryOf({ verdict, series, slopeBytes, lowerBytes, upperBytes, samples }: LeakFinding): string {
  const band = `${formatSlope(lowerBytes)} to ${formatSlope(upperBytes)}`;
  return `${verdict}: ${labels[series]} ${formatSlope(slopeBytes)} (99 % sure: ${band}), median of ${countOf(samples, 'sample')}`;
}

function medianSample(result: CaseResult | undefined, series: Fitted): Grown | undefined {
  const grown = measuredIn(result)
    .flatMap(({ iterations, leak }) => (iterations === undefined || leak === undefined ? [] : [{ iterations, leak }]))
    .sort((a, b) => (a.leak[series]?.lateSlopeBytes ?? 0) - (b.leak[series]?.lateSlopeBytes ?? 0));
  return grown[Math.floor((grown.length - 1) / 2)];
}

function seriesOf(
  name: Fitted,
  finding: LeakFinding,
  now: Grown,
  before: Grown | undefined,
): readonly GrowthSeriesData[] {
  const readings = readingsOf(name, now.iterations);
  if (readings === undefined || readings.length < 2) return [];
  const fit = now.leak[name];
  const earlier = before && readingsOf(name, before.iterations);
  return [
    {
      label: labels[name],
      accusing: name === finding.series,
      now: lineOf(readings, readings[0] ?? 0),
      baseline: earlier && earlier.length > 1 ? lineOf(earlier, earlier[0] ?? 0) : undefined,
      fit: fit && { line: fittedLine(readings, fit), text: formatSlope(fit.lateSlopeBytes) },
    },
  ];
}

/** For commands the anonymous memory is the tree's, by which they are judged. */
function readingsOf(name: Fitted, iterations: IterationSeries): readonly number[] | undefined {
  const ofCommand = iterations.heapBytes === undefined;
  if (name === 'tree') return ofCommand ? iterations.anonBytes : undefined;
  if (name === 'anon') return ofCommand ? undefined : iterations.anonBytes;
  return {
    heap: heldBytes(iterations),
    native: iterations.nativeBytes,
    reported: iterations.reportedBytes,
    qdrant: iterations.qdrantBytes,
  }[name];
}

function lineOf(readings: readonly number[], first: number): GrowthLine {
  const stride = Math.ceil(readings.length / mostPoints);
  const points = readings.flatMap((bytes, index) =>
    index % stride === 0 ? [{ iteration: index + 1, mebibytes: rounded((bytes - first) / bytesPerMebibyte) }] : [],
  );
  return {
    iterations: points.map(({ iteration }) => iteration),
    mebibytes: points.map(({ mebibytes }) => mebibytes),
  };
}

/** The Theil-Sen line of the last half, which decides: its intercept is the median of what the slope leaves. */
function fittedLine(readings: readonly number[], { lateSlopeBytes }: TrendFit): GrowthLine {
  const start = readings.length - Math.max(1, Math.floor(readings.length / 2));
  const late = readings.slice(start);
  const intercept = median(late.map((bytes, index) => bytes - lateSlopeBytes * index));
  const at = (index: number) => rounded((intercept + lateSlopeBytes * index - (readings[0] ?? 0)) / bytesPerMebibyte);
  return { iterations: [start + 1, readings.length], mebibytes: [at(0), at(late.length - 1)] };
}
