import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IterationColumns, Reading } from '../../../src/measure/worker/protocol.js';
import { koffiPath } from '../../../src/services/packages.js';
import { repositoryRoot } from '../../processes.js';

const mebibyte = 1024 ** 2;
let before: Reading;
let columns: IterationColumns;

beforeAll(() => {
  const path = join(repositoryRoot, 'test', 'fixtures', 'account', 'kept.mjs');
  const output = execFileSync(process.execPath, [path, koffiPath(repositoryRoot) ?? ''], { encoding: 'utf8' });
  ({ before, columns } = JSON.parse(output));
});

/** The values of a column as changes since the reading before. */
function since(name: 'externalBytes' | 'heapBytes' | 'childBytes' | 'descriptors' | 'handles' | 'children'): number[] {
  const first = before[name === 'heapBytes' ? 'heapLiveBytes' : name] ?? Number.NaN;
  return (columns[name] ?? []).map((value) => value - first);
}

describe('the columns of the leak pass', () => {
  it('are of the same length, without the call that threw', () => {
    expect(columns.durationMs).toHaveLength(4);
    const lengths = Object.values(columns).map((column: readonly number[]) => column.length);
    expect([...new Set(lengths)]).toEqual([4]);
  });

  it('have all columns of the contract', () => {
    const classes = ['heapBytes', 'externalBytes', 'mallocBytes', 'workerHeapBytes', 'otherBytes', 'childBytes'];
    const counts = ['descriptors', 'threads', 'handles', 'children'];
    const expected = ['durationMs', 'rssBytes', 'anonBytes', 'nativeBytes', ...classes, ...counts];
    expect(Object.keys(columns).sort()).toEqual(expected.sort());
  });

  it('show a WebAssembly memory that grows in external memory, and not in the heap', () => {
    for (const [index, bytes] of since('externalBytes').entries()) {
      expect(Math.abs(bytes - (index + 1) * 65_536)).toBeLessThan(32 * 1024);
    }
    // Loading what starts processes takes some heap.
    for (const bytes of since('heapBytes')) expect(Math.abs(bytes)).toBeLessThan(0.5 * mebibyte);
  });

  it('count child processes and their anonymous memory', () => {
    expect(since('children')).toEqual([1, 2, 3, 4]);
    for (const [index, bytes] of since('childBytes').entries()) {
      expect(bytes).toBeGreaterThan((index + 1) * 8 * mebibyte);
    }
  });

  it('count open descriptors', () => {
    const moved = since('descriptors');
    expect(moved.every((count, index) => count >= index + 1)).toBe(true);
    expect((moved[3] ?? 0) - (moved[2] ?? 0)).toBe((moved[2] ?? 0) - (moved[1] ?? 0));
  });

  it('count unref’ed timers after the last iteration of each block, and not those that are cleared', () => {
    const moved = since('handles');
    expect(moved[0]).toBe(0);
    expect(moved[2]).toBe(moved[1]);
    // Three timers, two message ports, the process and its pipe for each call; the first call starts some for good.
    expect(moved[1]).toBeGreaterThanOrEqual(14);
    expect((moved[3] ?? 0) - (moved[1] ?? 0)).toBe(14);
  });
});
