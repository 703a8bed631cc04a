import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/report/finding-list.js';
import { firstScreen, type Rivals } from '../../src/report/first-screen.js';

const row: Entry = {
  cells: ['🔴 **regression**<br>case<br>metric', '+1', '1', '1', '1'],
  text: '',
  caseId: 'case',
  failing: true,
  good: false,
};
const item = (length: number): Entry => ({ ...row, cells: undefined, text: 'x'.repeat(length) });
const rivalsOf = (overrides: Partial<Rivals> = {}): Rivals => ({
  heading: '## memory-bench',
  compared: 'compared',
  remarks: [],
  entries: [],
  where: '',
  hasChart: false,
  ...overrides,
});
const rows = (count: number) => Array.from({ length: count }, () => row);

describe('the first screen', () => {
  it('has the chart and as many findings as there is room for beside it', () => {
    const withChart = firstScreen(rivalsOf({ entries: rows(20), hasChart: true }));
    const without = firstScreen(rivalsOf({ entries: rows(20) }));
    expect(withChart.chart).toBe(true);
    expect(withChart.entries).toBeGreaterThanOrEqual(3);
    expect(without.entries).toBeGreaterThan(withChart.entries + 2);
  });

  it('has no chart where there is none', () => {
    expect(firstScreen(rivalsOf({ entries: rows(1) })).chart).toBe(false);
  });

  it('rather has two findings than a chart', () => {
    const entries = [item(1_500), item(1_500), item(1_500)];
    expect(firstScreen(rivalsOf({ entries, hasChart: true }))).toMatchObject({ entries: 2, chart: false });
  });

  it('has what changed first, and no more remarks than a few lines', () => {
    expect(firstScreen(rivalsOf({ remarks: ['a', 'b', 'c'] })).remarks).toBe(3);
    expect(firstScreen(rivalsOf({ remarks: ['x'.repeat(2_000), 'b'] })).remarks).toBe(1);
    expect(firstScreen(rivalsOf({ remarks: Array.from({ length: 20 }, () => 'a') })).remarks).toBe(6);
  });

  it('takes a link for its words', () => {
    const address = `https://github.com/${'x'.repeat(2_000)}`;
    const entries = rows(20);
    expect(firstScreen(rivalsOf({ compared: `[words](${address})`, entries }))).toEqual(
      firstScreen(rivalsOf({ compared: 'words', entries })),
    );
  });

  it('always has the worst finding, and never more than there are', () => {
    const entry = fc.oneof(fc.constant(row), fc.nat(3_000).map(item));
    const rivals = fc.record({
      heading: fc.string({ maxLength: 500 }),
      compared: fc.string({ maxLength: 500 }),
      remarks: fc.array(fc.string({ maxLength: 1_000 })),
      entries: fc.array(entry, { minLength: 1 }),
      where: fc.string({ maxLength: 2_000 }),
      hasChart: fc.boolean(),
    });
    fc.assert(
      fc.property(rivals, (given) => {
        const { remarks, entries, chart } = firstScreen(given);
        expect(entries).toBeGreaterThanOrEqual(1);
        expect(entries).toBeLessThanOrEqual(given.entries.length);
        expect(remarks).toBeLessThanOrEqual(given.remarks.length);
        if (!given.hasChart) expect(chart).toBe(false);
      }),
    );
  });

  it('has more room for findings the less else there is', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(1_500), (count, length) => {
        const entries = rows(20);
        const remarks = Array.from({ length: count }, () => 'remark');
        const crowded = firstScreen(rivalsOf({ entries, remarks, where: 'x'.repeat(length) }));
        expect(crowded.entries).toBeLessThanOrEqual(firstScreen(rivalsOf({ entries })).entries);
      }),
    );
  });
});
