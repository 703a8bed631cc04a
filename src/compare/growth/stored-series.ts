import type { CaseResult, IterationSeries, MeasuredSample } from '../../results/schema.js';
import { accusingValues, type GrowthColumns, type GrowthSeriesName } from './series.js';

/** The stored series of a sample that may accuse; empty if nothing was read after each iteration. */
export function storedSeries({ iterations, qdrantWritten = true }: MeasuredSample): GrowthColumns {
  return iterations === undefined ? {} : seriesIn(iterations, qdrantWritten);
}

/** The series of stored columns that may accuse. For a command, anonymous memory is that of its process tree. */
export function seriesIn(iterations: Partial<IterationSeries>, qdrantWritten: boolean): GrowthColumns {
  const command = iterations.heapBytes === undefined && iterations.children !== undefined;
  return accusingValues<readonly number[]>(iterations, { command, qdrantWritten });
}

/** A series of a case, from the sample with the most readings of it, including follow-ups; undefined if none has it. */
export function longestSeries(result: CaseResult | undefined, series: GrowthSeriesName): readonly number[] | undefined {
  const found = (result?.samples ?? []).flatMap((sample) =>
    sample.status === 'measured' ? [storedSeries(sample)[series] ?? []] : [],
  );
  const [longest] = found.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
  return longest;
}
