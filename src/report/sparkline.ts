import { type GrowthSeriesName, isCount } from '../compare/growth/series.js';
import { longestSeries } from '../compare/growth/stored-series.js';
import { mebibytes } from '../results/mebibytes.js';
import type { Results } from '../results/schema.js';
import { memoryLineOf, peakOf, resample } from './memory-lines.js';

/** Characters of a sparkline. */
export const sparklineWidth = 12;

/** Least first. */
const levels = '▁▂▃▄▅▆▇█';

/** Values as a line of text, one character each, scaled from `least` to `greatest`. */
export function sparkline(values: readonly number[], least: number, greatest: number): string {
  const span = greatest - least;
  return values
    .map((value) => {
      const share = span > 0 ? (value - least) / span : 0;
      return levels[Math.min(levels.length - 1, Math.max(0, Math.floor(share * levels.length)))] ?? '';
    })
    .join('');
}

/**
 * Memory of a case over time, scaled from 0 to its own peak; empty if nothing was recorded. The peak is shown as a
 * figure next to it, so only the shape matters. On the scale of the greatest case, small cases would be flat.
 */
export function timeSparkline(caseId: string, results: Results): string {
  const line = memoryLineOf(caseId, results, 'worker');
  if (line === undefined) return '';
  const values = resample(line, Math.max(1, line.at(-1)?.atMs ?? 0), sparklineWidth);
  return sparkline(values, 0, peakOf([line]));
}

/** Memory in MiB, or a count, after each iteration of a case. */
export interface GrowthLine {
  /** Scaled from least to greatest, because slow growth on a large base would be flat from 0. */
  readonly line: string;
  readonly least: number;
  readonly greatest: number;
}

/** The growing series of a case, from the sample that was followed longest; undefined without one. */
export function growthSparkline(caseId: string, series: GrowthSeriesName, { cases }: Results): GrowthLine | undefined {
  const result = cases.find(({ id }) => id === caseId);
  const bytes = longestSeries(result, series);
  if (bytes === undefined || bytes.length < 2) return undefined;
  const values = means(isCount(series) ? bytes : bytes.map(mebibytes), sparklineWidth);
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  return { line: sparkline(values, least, greatest), least, greatest };
}

/** Means of `most` stretches, or the values themselves if there are fewer. */
function means(values: readonly number[], most: number): number[] {
  const count = Math.min(most, values.length);
  return Array.from({ length: count }, (_, index) => {
    const stretch = values.slice(
      Math.floor((index * values.length) / count),
      Math.floor(((index + 1) * values.length) / count),
    );
    return stretch.reduce((sum, value) => sum + value, 0) / stretch.length;
  });
}
