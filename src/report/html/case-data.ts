import { isIncomplete } from '../../compare/incomplete.js';
import type { CaseComparison } from '../../compare/verdict.js';
import type { CaseResult } from '../../results/schema.js';
import { shownText } from '../escape.js';
import { unseenWords } from '../leak-words.js';
import { metricOf, overviewColumns, overviewFigure, verdictWords } from '../summary.js';
import { detailData } from './detail-data.js';
import { growthData } from './growth-data.js';
import { type CaseSources, metricsData } from './metric-data.js';
import type { CaseData, ErrorData, FigureData, Tone } from './model.js';
import { nativeData } from './native-data.js';
import { rounded } from './rounding.js';
import { sitesData } from './sites-data.js';
import { timelinePair } from './timeline-data.js';

/** Characters of a stack or a log. */
const longestLog = 4_000;
const mostErrors = 10;

/** A case as the page shows it. The baseline is left out if the case was not compared. */
export function caseData(sources: CaseSources): CaseData {
  const { judged, result } = sources;
  const baseline = wasCompared(judged) ? sources.baseline : undefined;
  return {
    id: shownText(judged.id),
    description: shownText(judged.description, 500),
    tone: toneOf(judged),
    verdicts: verdictWords(judged).split(', '),
    remarks: remarksOf(judged),
    figures: overviewColumns.map((column) => figureOf(judged, column)),
    metrics: metricsData({ ...sources, baseline }),
    errors: errorsOf(judged),
    timeline: timelinePair(result, baseline),
    native: nativeData(judged),
    growth: growthData(judged.leak, result, baseline),
    sites: sitesData({ ...sources, baseline }),
    detail: detailData(judged, result, baseline),
  };
}

/** Whether a case was compared. A baseline from a different environment or of a changed case is not shown. */
function wasCompared({ metrics }: CaseComparison): boolean {
  return metrics.some(({ baseline }) => baseline !== undefined);
}

function toneOf(judged: CaseComparison): Tone {
  const { verdict, breaches, leak } = judged;
  if (verdict === 'regression' || verdict === 'failed' || breaches.length > 0 || leak?.verdict === 'leak') return 'bad';
  if (verdict === 'missing' && !isIncomplete(judged)) return 'bad';
  if (isIncomplete(judged) || verdict === 'inconclusive' || (leak !== undefined && leak.verdict !== 'stable'))
    return 'uncertain';
  return verdict === 'improvement' ? 'good' : 'neutral';
}

function remarksOf({ reason, unchecked, failedPasses, leak }: CaseComparison): string[] {
  return [
    ...(leak?.unseen === undefined ? [] : [unseenWords(leak.unseen)]),
    ...(reason === undefined ? [] : [shownText(reason, 300)]),
    ...failedPasses.map(({ pass, error }) => `the pass ${pass} failed: ${shownText(error.message, 300)}`),
    ...unchecked.map(({ metric, reason: why }) => `${metric} could not be measured: ${shownText(why, 300)}`),
  ];
}

function figureOf(judged: CaseComparison, column: (typeof overviewColumns)[number]): FigureData | null {
  const text = overviewFigure(judged, column);
  const [compared] = column.metrics.flatMap((metric) => metricOf(judged, metric) ?? []);
  return text === undefined || compared === undefined ? null : { value: rounded(compared.now.median), text };
}

function errorsOf({ errors }: CaseComparison): ErrorData[] {
  return errors.slice(0, mostErrors).map(({ kind, message, stack, log }) => ({
    what: `${kind}: ${shownText(message, 1_000)}`,
    // The end of a log says more than its beginning.
    more: [stack?.slice(0, longestLog), log?.slice(-longestLog)]
      .flatMap((text) => (text === undefined || text.trim() === '' ? [] : [shownText(text, longestLog)]))
      .join('\n\n'),
  }));
}

/** The cases of a document by their id. */
export function casesById(cases: readonly CaseResult[] | undefined): ReadonlyMap<string, CaseResult> {
  return new Map(cases?.map((result) => [result.id, result]));
}
