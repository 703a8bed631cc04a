import { type GrowthSeriesName, isCount, memorySeries } from '../../compare/growth/series.js';
import { longestSeries } from '../../compare/growth/stored-series.js';
import type { LeakFinding } from '../../compare/verdict.js';
import { bytesPerMebibyte } from '../../results/mebibytes.js';
import type { CaseResult } from '../../results/schema.js';
import { leakEvidence, leakSentence, rateWords, seriesWords } from '../leak-words.js';
import type { GrowthData, GrowthLine, GrowthSeriesData } from './model.js';
import { rounded } from './rounding.js';

/** Most points of a line: more than the iterations that follow up a suspected leak. */
const mostPoints = 500;

/** Memory after each iteration of a case, from the sample that was followed longest. */
export function growthData(
  finding: LeakFinding | undefined,
  result: CaseResult | undefined,
  baseline: CaseResult | undefined,
): GrowthData | undefined {
  if (finding === undefined) return undefined;
  // An axis has one unit, so a growing count is drawn alone.
  const drawn = isCount(finding.series) ? [finding.series] : memorySeries;
  const series = drawn.flatMap((name) => seriesOf(name, finding, result, baseline));
  if (series.length === 0) return undefined;
  return {
    summary: `${finding.verdict}: ${leakSentence(finding)} (${leakEvidence(finding)})`,
    unit: isCount(finding.series) ? '' : 'MiB',
    series,
  };
}

function seriesOf(
  name: GrowthSeriesName,
  finding: LeakFinding,
  result: CaseResult | undefined,
  baseline: CaseResult | undefined,
): GrowthSeriesData[] {
  const readings = longestSeries(result, name);
  const carries = name === finding.series;
  if (readings === undefined || readings.length < 2) return [];
  const earlier = longestSeries(baseline, name);
  const unit = isCount(name) ? 1 : bytesPerMebibyte;
  return [
    {
      label: seriesWords(name),
      accusing: carries,
      now: lineOf(readings, unit),
      baseline: earlier && earlier.length > 1 ? lineOf(earlier, unit) : undefined,
      fit:
        carries && finding.verdict !== 'stable'
          ? { line: lastQuarterLine(readings, unit), text: `${rateWords(name, finding.lateRate)} per iteration` }
          : undefined,
    },
  ];
}

function lineOf(readings: readonly number[], unit: number): GrowthLine {
  const first = readings[0] ?? 0;
  const stride = Math.ceil(readings.length / mostPoints);
  const points = readings.flatMap((value, index) =>
    index % stride === 0 ? [{ iteration: index + 1, amount: rounded((value - first) / unit) }] : [],
  );
  return { iterations: points.map(({ iteration }) => iteration), amounts: points.map(({ amount }) => amount) };
}

/** A line from the first to the last reading of the last quarter. */
function lastQuarterLine(readings: readonly number[], unit: number): GrowthLine {
  const start = Math.floor((readings.length * 3) / 4);
  const at = (index: number) => rounded(((readings[index] ?? 0) - (readings[0] ?? 0)) / unit);
  return { iterations: [start + 1, readings.length], amounts: [at(start), at(readings.length - 1)] };
}
