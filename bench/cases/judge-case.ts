import type { Observation } from './observation.js';
import { type HardCase, type Range, type Series, seriesNames, type Truth } from './table.js';

/** How a report compares with the truth. */
export interface Judgement {
  /** Whether the verdict of leak detection is right, whatever it is attributed to. */
  readonly verdictRight: boolean;
  /** Each mistake, in words; empty if the whole report is right. */
  readonly mistakes: readonly string[];
}

/** Verdicts that attribute growth to a series, which then has to be the right one. */
const growing = ['leak', 'suspected', 'slowing'];

/** Compares the report on a case with its truth. */
export function judgeCase({ truth }: Pick<HardCase, 'truth'>, observed: Observation): Judgement {
  // A case without growth need not be followed up: no finding counts as `stable`.
  const said = observed.verdict === 'none' ? 'stable' : observed.verdict;
  const verdictRight = truth.verdicts.some((verdict) => verdict === said);
  const mistakes = [
    ...(verdictRight ? [] : [`${observed.verdict} instead of ${truth.verdicts.join(' or ')}`]),
    ...(verdictRight && growing.includes(said) ? wrongSeries(truth, observed) : []),
    ...wrongComparison(truth, observed),
    ...Object.entries(truth.metrics ?? {}).flatMap(([metric, range]) => wrongMetric(metric, range, observed)),
    ...observed.errors.map((message) => `failed: ${message.split('\n')[0]}`),
  ];
  return { verdictRight, mistakes };
}

function wrongSeries({ rates }: Truth, { series, rate }: Observation): string[] {
  if (rates === undefined) return [];
  const range = isSeries(series) ? rates[series] : undefined;
  if (range === undefined)
    return [`attributed to ${series ?? 'nothing'} instead of ${Object.keys(rates).join(' or ')}`];
  return isWithin(rate, range) ? [] : [`a rate of ${rate} instead of ${range.join(' to ')}`];
}

function wrongComparison({ comparison }: Truth, observed: Observation): string[] {
  if (comparison === undefined || observed.comparison === comparison) return [];
  return [`${observed.comparison} instead of ${comparison}`];
}

function wrongMetric(metric: string, range: Range, { metrics }: Observation): string[] {
  return isWithin(metrics[metric], range) ? [] : [`${metric} of ${metrics[metric]} instead of ${range.join(' to ')}`];
}

function isWithin(value: number | undefined, [least, greatest]: Range): boolean {
  return value !== undefined && least <= value && value <= greatest;
}

function isSeries(name: string | undefined): name is Series {
  return seriesNames.some((each) => each === name);
}
