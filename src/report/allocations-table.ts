import type { AllocatorDifference, CaseComparison, MetricComparison } from '../compare/verdict.js';
import { joinBlocks, table } from './blocks.js';
import { escapeText } from './escape.js';
import { formatDifference, formatValue } from './format.js';
import { siteWords } from './where.js';

/** Rows shown here; the HTML report has the full list. */
const mostRows = 5;
/** Characters of two places, each a path and a name. */
const longestPlace = 600;

/**
 * Functions that allocate more or fewer objects than in the baseline, as a Markdown table. Shown if the object count
 * differs or a peak regressed. Empty otherwise, and if the baseline did not count allocations.
 */
export function allocationsTable({ allocations, metrics }: CaseComparison): string {
  if (allocations?.compared !== true || !metrics.some(asksForAllocations)) return '';
  const rows = allocations.functions
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, mostRows)
    .map((allocator) => [escapeText(siteWords(allocator), longestPlace), ...allocationFigures(allocator)]);
  const header = ['most allocations', 'baseline', 'now', 'difference'];
  return joinBlocks([table(header, rows, (column) => column > 0)]);
}

/** Baseline, now and difference. A dash means that the function is not among the greatest. */
export function allocationFigures({ baseline, now, difference }: AllocatorDifference): string[] {
  const count = (value: number | undefined) => (value === undefined ? '–' : formatValue('allocation_count', value));
  return [count(baseline), count(now), formatDifference('allocation_count', difference)];
}

/** Whether a metric calls for the table. Peaks often consist of garbage. */
function asksForAllocations({ metric, role, verdict, difference, floor }: MetricComparison): boolean {
  // Counted once, so there is no reliable verdict; but a count hardly varies.
  if (metric === 'allocation_count') return Math.abs(difference ?? 0) > (floor ?? Number.POSITIVE_INFINITY);
  const isOfGarbage = metric.includes('peak') || metric === 'heap_allocated_mb';
  return isOfGarbage && role === 'primary' && verdict === 'regression';
}
