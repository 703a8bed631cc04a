import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findRetainers } from '../../../src/measure/retainers/find-retainers.js';
import { nodeIds, Snapshot } from '../../../src/measure/retainers/snapshot.js';
import { snapshotBefore, snapshotText } from '../../fuzz/samples.js';

const folder = mkdtempSync(join(tmpdir(), 'memory-bench-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
function fileOf(text: string): string {
  files += 1;
  const path = join(folder, `${files}.heapsnapshot`);
  writeFileSync(path, text);
  return path;
}

describe('a heap snapshot', () => {
  it('is read into columns, and names are read from the file', () => {
    const snapshot = new Snapshot(fileOf(snapshotText));
    expect([...snapshot.size]).toEqual([0, 64, 48, 32, 80]);
    expect([...snapshot.edgeTo]).toEqual([1, 2, 3, 4, 1]);
    expect(snapshot.text(snapshot.name[3] ?? 0)).toBe('Map');
    expect(snapshot.locationOf(1)).toEqual({ scriptId: 3, line: 1, column: 2 });
    snapshot.close();
  });

  it('has names with quotes, backslashes and characters of several bytes', () => {
    const snapshot = new Snapshot(fileOf(snapshotText.replace('kept text', String.raw`a\"b\\c\u00e9\n ✓`)));
    expect(snapshot.text(4)).toBe('a"b\\cé\n ✓');
    snapshot.close();
  });

  it('has names that are cut where they are long', () => {
    const snapshot = new Snapshot(fileOf(snapshotText.replace('kept text', 'a'.repeat(5_000))));
    expect(snapshot.text(4)).toBe('a'.repeat(1_024));
    expect(snapshot.text(7)).toBe('table');
    snapshot.close();
  });

  it('has sorted ids', () => {
    expect([...nodeIds(fileOf(snapshotText))]).toEqual([1, 3, 5, 7, 9]);
  });

  it('shows the holder of what came since another one', () => {
    const { grownBytes, holders } = findRetainers(fileOf(snapshotBefore), fileOf(snapshotText), undefined);
    expect(grownBytes).toBe(80);
    expect(holders).toMatchObject([{ name: 'recent', type: 'Map', bytes: 80, objects: 1 }]);
  });

  it.each([
    ['is no snapshot', '{"a":[]}', 'no heap snapshot'],
    ['ends early', snapshotText.slice(0, snapshotText.indexOf('"edges"') - 10), 'ends within'],
    [
      'names more nodes than its file can have',
      snapshotText.replace('"node_count":5', '"node_count":29000000'),
      'file',
    ],
    ['names too many nodes', snapshotText.replace('"node_count":5', '"node_count":99000000'), 'more than can be read'],
    ['names fewer nodes than it has', snapshotText.replace('"node_count":5', '"node_count":4'), 'more entries'],
    ['has an edge to no node', snapshotText.replace('3,7,28', '3,7,70'), 'edge to no node'],
    ['lacks a field', snapshotText.replace('"self_size"', '"size"'), 'no field self_size'],
    ['has a text for a number', snapshotText.replace('"nodes":[6', '"nodes":["6"'), 'no number'],
  ])('that %s is refused', (_, text, reason) => {
    expect(() => new Snapshot(fileOf(text))).toThrow(reason);
  });

  it('that is a link is refused', () => {
    const link = join(folder, 'link.heapsnapshot');
    symlinkSync(fileOf(snapshotText), link);
    expect(() => new Snapshot(link)).toThrow();
  });
});
