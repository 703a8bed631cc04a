import type { CaseResult, IterationSeries, MeasuredSample } from '../../results/schema.js';
import { accusingValues, type GrowthColumns, type GrowthSeriesName } from './series.js';

/** The series of a sample that may accuse, as they are stored; empty where nothing was read after each iteration. */
export function storedSeries({ iterations, qdrantWritten = true }: MeasuredSample): GrowthColumns {
  return iterations === undefined ? {} : seriesIn(iterations, qdrantWritten);
}

/** The series of stored columns that may accuse. Of a command, anonymous memory is that of its process tree. */
export function seriesIn(iterations: Partial<IterationSeries>, qdrantWritten: boolean): GrowthColumns {
  const command = iterations.heapBytes === undefined && iterations.children !== undefined;
  return accusingValues<readonly number[]>(iterations, { command, qdrantWritten });
}

/** A series of a case, of the sample that has most readings of it, follow-ups included; undefined without any. */
export function longestSeries(result: CaseResult | undefined, series: GrowthSeriesName): readonly number[] | undefined {
  const found = (result?.samples ?? []).flatMap((sample) =>
    sample.status === 'measured' ? [storedSeries(sample)[series] ?? []] : [],
  );
  const [longest] = found.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
  return longest;
}
