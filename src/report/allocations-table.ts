import type { AllocatorDifference, CaseComparison, MetricComparison } from '../compare/verdict.js';
import { joinBlocks, table } from './blocks.js';
import { escapeText } from './escape.js';
import { formatDifference, formatValue } from './format.js';
import { siteWords } from './where.js';

/** What a reader looks at before the full list, which the HTML report has. */
const mostRows = 5;
/** Two places, each a path and a name. */
const longestPlace = 600;

/**
 * Who allocates more objects than before, or fewer, in Markdown: where their number differs, or a peak has become worse.
 * Empty where nobody asks, and where the baseline does not know.
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

/** Baseline, now and difference; a dash where a function is not among the greatest. */
export function allocationFigures({ baseline, now, difference }: AllocatorDifference): string[] {
  const count = (value: number | undefined) => (value === undefined ? '–' : formatValue('allocation_count', value));
  return [count(baseline), count(now), formatDifference('allocation_count', difference)];
}

/** Garbage is what peaks are often made of. */
function asksForAllocations({ metric, role, verdict, difference, floor }: MetricComparison): boolean {
  // Counted once, so that no verdict is sure; but a count hardly varies.
  if (metric === 'allocation_count') return Math.abs(difference ?? 0) > (floor ?? Number.POSITIVE_INFINITY);
  const isOfGarbage = metric.includes('peak') || metric === 'heap_allocated_mb';
  return isOfGarbage && role === 'primary' && verdict === 'regression';
}
