import { describe, expect, it } from 'vitest';
import type { AllocatorDifference, CaseComparison } from '../../src/compare/verdict.js';
import { allocationsTable } from '../../src/report/allocations-table.js';
import { createAllocatorDifference, createCaseComparison, createMetricComparison } from '../builders.js';
import { tablesOf } from './markdown-reader.js';

const counted = createMetricComparison({ metric: 'allocation_count', difference: 5000, floor: 500 });

function tabled(functions: AllocatorDifference[], overrides: Partial<CaseComparison> = {}): string {
  return allocationsTable(
    createCaseComparison({ metrics: [counted], allocations: { compared: true, functions }, ...overrides }),
  );
}

describe('who allocates more than before', () => {
  const more = createAllocatorDifference({ now: 12_400, baseline: 55, difference: 12_345 });

  it('is told with both counts and the difference', () => {
    const [header, , row] = tablesOf(tabled([more])).at(0) ?? [];
    expect(header).toEqual(['most allocations', 'baseline', 'now', 'difference']);
    expect(row).toEqual(['src/store.ts:6 (load)', '55', '12,400', '+12,345']);
  });

  it('is told by the greatest difference, five at most, without what is equal', () => {
    const functions = [0, 3, -9, 5, 7, 1, 2].map((difference) =>
      createAllocatorDifference({ function: `f${difference}`, difference }),
    );
    const rows = (tablesOf(tabled(functions)).at(0) ?? []).slice(2);
    expect(rows.map((row) => row.at(-1))).toEqual(['-9', '+7', '+5', '+3', '+2']);
  });

  it('is told where a peak has become worse', () => {
    const metrics = [createMetricComparison({ metric: 'peak_delta_mb', verdict: 'regression', difference: 9 })];
    expect(tabled([more], { metrics })).toContain('+12,345');
  });

  it.each([
    ['their number hardly differs', { metrics: [{ ...counted, difference: 400 }] }],
    ['another metric has become worse', { metrics: [createMetricComparison({ verdict: 'regression' })] }],
    ['the baseline does not know', { allocations: { compared: false, functions: [more] } }],
    ['nobody counted', { allocations: undefined }],
  ])('is not told where %s', (_, overrides) => {
    expect(tabled([more], overrides)).toBe('');
  });

  it('cannot break out of its cell', () => {
    const evil = createAllocatorDifference({
      function: '|<img src=x>\n# a',
      caller: { file: '<b>', line: 1, function: '' },
    });
    const text = tabled([evil]);
    expect(text).not.toMatch(/<img|<b>/);
    expect(text.split('\n')).toHaveLength(3);
  });
});
