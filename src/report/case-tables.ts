import type { CaseComparison, MetricComparison } from '../compare/verdict.js';
import { metricNames } from '../results/metrics.js';
import type { CaseResult } from '../results/schema.js';
import { allocationsTable } from './allocations-table.js';
import { fold, joinBlocks, table } from './blocks.js';
import { escapeCell, escapeText } from './escape.js';
import { formatDifference, formatPercent, formatValue } from './format.js';
import { unseenWords } from './leak-words.js';
import { mappedTable } from './mapped-table.js';
import { metricOf, overviewColumns, overviewFigure, verdictWords } from './summary.js';

/** The overview row of a case. */
export function overviewRow(judged: CaseComparison): string[] {
  const figures = overviewColumns.map((column) => overviewFigure(judged, column) ?? '–');
  return [escapeText(judged.id), ...figures, verdictWords(judged)];
}

/** The overview table of such rows. */
export function overviewTable(rows: readonly (readonly string[])[]): string {
  const header = ['case', ...overviewColumns.map(({ title }) => title), 'verdict'];
  return table(header, rows, (column) => column > 0 && column <= overviewColumns.length);
}

/** A fold with every metric of a case and the tables that explain them; undefined if it has no metrics. */
export function caseFold(judged: CaseComparison, result?: CaseResult): string | undefined {
  const rows = metricNames.flatMap((name) => metricRow(metricOf(judged, name)));
  if (rows.length === 0) return undefined;
  const header = ['metric', 'baseline', 'now', 'difference', 'samples now', 'verdict'];
  const body = table(header, rows, (column) => column >= 1 && column <= 4);
  // In italics, so that the start of the text cannot open a list or a code block.
  const description = escapeText(judged.description, 500);
  return fold(
    `${escapeText(judged.id)}: ${verdictWords(judged)}`,
    joinBlocks([
      description === '' ? '' : `<em>${description}</em>`,
      body,
      unseenLine(judged),
      allocationsTable(judged),
      mappedTable(result),
    ]),
  );
}

/** Leaks that detection could have missed in a stable case. */
function unseenLine({ leak }: CaseComparison): string {
  return leak?.unseen === undefined ? '' : `Leaks: ${unseenWords(leak.unseen)}.`;
}

function metricRow(compared: MetricComparison | undefined): string[][] {
  if (compared === undefined) return [];
  const { metric, now, baseline, difference, differencePercent, verdict } = compared;
  const percent = escapeCell(formatPercent(differencePercent));
  return [
    [
      metric,
      baseline === undefined ? '–' : formatValue(metric, baseline.median),
      formatValue(metric, now.median),
      difference === undefined ? '–' : `${formatDifference(metric, difference)}${percent && ` (${percent})`}`,
      `${formatValue(metric, now.min)} … ${formatValue(metric, now.max)}`,
      // Supporting metrics are compared, not judged.
      compared.role === 'primary' ? verdict : '',
    ],
  ];
}
