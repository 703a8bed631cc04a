import { mebibytes } from '../results/mebibytes.js';
import type { MetricName } from '../results/metrics.js';
import { metricDefinition } from '../results/metrics.js';

/** A value in its metric's unit: `246.1 MiB`, `91,959`, `1.6 s`. */
export function formatValue(metric: MetricName, value: number): string {
  return withUnit(metric, formatNumber(metric, value));
}

/** A difference with its sign, plus for more: `+20.14 MiB`. */
export function formatDifference(metric: MetricName, difference: number): string {
  return withUnit(
    metric,
    signed(difference, (value) => formatNumber(metric, value)),
  );
}

/** From one value to another, with the unit once: `37.4 → 280.4 MiB`. */
export function formatChange(metric: MetricName, from: number, to: number): string {
  return `${formatNumber(metric, from)} → ${formatValue(metric, to)}`;
}

/** Two ends of a difference, with the unit once: `+19.6 to +20.4 MiB`. */
export function formatBand(metric: MetricName, lower: number, upper: number): string {
  return `${signed(lower, (value) => formatNumber(metric, value))} to ${formatDifference(metric, upper)}`;
}

/** Percent with its sign; empty from 1,000 % on, which a baseline near zero gives. */
export function formatPercent(percent: number | undefined): string {
  if (percent === undefined || Math.abs(percent) >= 1000) return '';
  return `${signed(percent, (value) => value.toFixed(1))} %`;
}

/** Confidence of an interval: `99 % CI`. A value below 100 % is not rounded up to it. */
export function formatConfidence(confidence: number): string {
  const percent = Math.round(confidence * 100);
  return `${percent === 100 ? Math.floor(confidence * 1_000) / 10 : percent} % CI`;
}

/** Bytes per iteration, in the unit that reads best. */
export function formatSlope(bytesPerIteration: number): string {
  const kibibytes = bytesPerIteration / 1024;
  return Math.abs(kibibytes) >= 1024
    ? `${signed(kibibytes / 1024, (value) => value.toFixed(2))} MiB/iteration`
    : `${signed(kibibytes, (value) => value.toFixed(1))} KiB/iteration`;
}

/** The first seven digits of a commit, or `this run` outside a work tree. */
export function formatCommit(sha: string | undefined): string {
  return sha === undefined ? 'this run' : sha.slice(0, 7);
}

/** Singular or plural: `1 case`, `2 cases`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

function formatNumber(metric: MetricName, value: number): string {
  const { unit, class: kind } = metricDefinition(metric);
  const number =
    unit === 'count'
      ? Math.round(value).toLocaleString('en-US')
      : value.toFixed((kind === 'change' || kind === 'slope') && Math.abs(value) < 10 ? 2 : 1);
  // A value displayed as 0 has no sign.
  return Number(number) === 0 ? number.replace('-', '') : number;
}

function withUnit(metric: MetricName, number: string): string {
  const { unit } = metricDefinition(metric);
  return unit === 'count' ? number : `${number} ${unit}`;
}

function signed(value: number, format: (magnitude: number) => string): string {
  const magnitude = format(Math.abs(value));
  if (Number(magnitude.replaceAll(',', '')) === 0) return magnitude;
  return value > 0 ? `+${magnitude}` : `-${magnitude}`;
}

/** Bytes in the unit that reads best. */
export function bytesWords(bytes: number): string {
  if (Math.abs(bytes) < 1024) return `${Math.round(bytes)} bytes`;
  return Math.abs(bytes) < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${mebibytes(bytes).toFixed(1)} MiB`;
}

/** Ids named in a sentence; the rest is counted. */
const mostNamed = 5;

/** Case ids as a list in a sentence, not escaped: `a, b and 3 more`. */
export function namedIds(ids: readonly string[]): string {
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  return `${ids.slice(0, mostNamed).join(', ')}${more}`;
}
