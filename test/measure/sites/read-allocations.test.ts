import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/errors.js';
import { allocatorsOf } from '../../../src/measure/sites/aggregate.js';
import { placesOf } from '../../../src/measure/sites/places.js';
import { allocationStacks, readAllocations } from '../../../src/measure/sites/read-allocations.js';
import type { AllocationRecord, StackFrame } from '../../../src/measure/worker/protocol.js';
import { mostSites } from '../../../src/results/schema.js';
import { temporaryFolder } from '../../processes.js';

const frame = (functionName: string, url = `file:///app/${functionName}.mjs`): StackFrame => ({
  functionName,
  url,
  line: 7,
  column: 1,
});
const locate = placesOf([], '/app');

/** `load` calls `parse`, which calls into Node; a package allocates on its own account. */
const record: AllocationRecord = {
  functions: [
    frame('(root)', ''),
    frame('load'),
    frame('parse', 'node:json'),
    frame('read', 'file:///app/node_modules/undici/body.js'),
  ],
  nodes: [
    { function: 0, count: 5, bytes: 50 },
    { function: 1, parent: 0, count: 2, bytes: 20 },
    { function: 2, parent: 1, count: 30, bytes: 300 },
    { function: 3, parent: 1, count: 7, bytes: 70 },
    { function: 1, parent: 3, count: 0, bytes: 0 },
  ],
};

function recorded(content: unknown): string {
  const path = join(temporaryFolder(), 'record.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('the calls of an allocation pass', () => {
  it('that allocated something are told with who called them, innermost first', () => {
    const stacks = allocationStacks(record);
    const names = stacks.map(({ stack }) => stack.map(({ functionName }) => functionName).join(' '));
    expect(names).toEqual(['(root)', 'load (root)', 'parse load (root)', 'read load (root)']);
    expect(stacks.map(({ count }) => count)).toEqual([5, 2, 30, 7]);
  });

  it('are summed by function, the most objects first', async () => {
    const load = { file: 'load.mjs', line: 7, function: 'load' };
    expect(await readAllocations(recorded(record), { sources: [] }, '/app')).toEqual([
      { ...load, count: 32, bytes: 320 },
      { file: 'node_modules/undici/body.js', line: 7, function: 'read', caller: load, count: 7, bytes: 70 },
      { file: '', line: 0, function: 'Node and native code', count: 5, bytes: 50 },
    ]);
  });

  it.each([
    ['is not there', '/no/such/record.json'],
    ['is another', recorded({ alive: {} })],
    ['has a count that is none', recorded({ functions: [], nodes: [{ function: 0, count: null, bytes: 1 }] })],
  ])('are an error of ours where the record %s', async (_, path) => {
    await expect(readAllocations(path, { sources: [] }, '/app')).rejects.toThrow(EnvironmentError);
  });

  it('never come to more than were counted, whatever the tree', () => {
    const nodes = fc.array(
      fc.record({ function: fc.nat({ max: 30 }), parent: fc.option(fc.nat({ max: 40 }), { nil: undefined }) }),
      { maxLength: 40 },
    );
    const functions = Array.from({ length: 28 }, (_, index) => frame(`f${index}`));
    fc.assert(
      fc.property(nodes, (drawn) => {
        const counted = drawn.map((node, index) => ({ ...node, count: index, bytes: 8 * index }));
        const allocators = allocatorsOf(allocationStacks({ functions, nodes: counted }), locate);
        const total = counted.reduce((sum, { count }) => sum + count, 0);
        expect(allocators.length).toBeLessThanOrEqual(mostSites);
        expect(allocators.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(total);
      }),
    );
  });
});
