import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/errors.js';
import { heapProfileFile } from '../../../src/measure/sites/heap-profile-file.js';
import { placesOf } from '../../../src/measure/sites/places.js';
import { allocationStacks, readAllocations } from '../../../src/measure/sites/read-allocations.js';
import { readSites } from '../../../src/measure/sites/read-sites.js';
import { stacksOfBuffers } from '../../../src/measure/sites/stacks.js';
import { temporaryFolder } from '../../processes.js';

const callFrame = JSON.stringify({ functionName: 'f', scriptId: '1', url: '', lineNumber: -1, columnNumber: -1 });
const nestedRecord = (depth: number) => {
  const node = `{"callFrame":${callFrame},"selfSize":9,"id":1,"children":[`;
  return `{"alive":${node.repeat(depth)}${']}'.repeat(depth)},"buffers":[],"strayBufferBytes":0}`;
};

function read(record: string) {
  const folder = temporaryFolder();
  const path = join(folder, 'record.json');
  writeFileSync(path, record);
  return readSites(path, { id: 'case', sources: [] }, { workingDirectory: folder, profilesFolder: folder });
}

describe('the record of a sites pass', () => {
  it('is read as deep as V8 follows calls', async () => {
    const { alive } = await read(nestedRecord(130));
    expect(alive).toMatchObject([{ bytes: 130 * 9 }]);
  });

  it.each([
    ['is 20,000 nodes deep', nestedRecord(20_000), 'deeper than 1000 levels'],
    ['is no JSON', '{"alive":', 'JSON'],
    ['has other fields', '{"alive":{}}', 'callFrame'],
    ['has a line that is none', nestedRecord(1).replace('"lineNumber":-1', '"lineNumber":0.5'), 'lineNumber'],
  ])('is an error where it %s', async (_, record, reason) => {
    const reading = read(record);
    await expect(reading).rejects.toThrow(EnvironmentError);
    await expect(reading).rejects.toThrow(reason);
  });

  it('is an error where it is a pipe, and nothing waits for a writer', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'record.json');
    execFileSync('mkfifo', [path]);
    const place = { workingDirectory: folder, profilesFolder: folder };
    await expect(readSites(path, { id: 'case', sources: [] }, place)).rejects.toThrow('no regular file');
  });

  it('is an error where it is larger than 64 MiB', async () => {
    const path = join(temporaryFolder(), 'record.json');
    writeFileSync(path, '');
    truncateSync(path, 8 * 1024 ** 3);
    await expect(readAllocations(path, { sources: [] }, '/')).rejects.toThrow('larger than 64 MiB');
  });

  it('of many buffers, each made elsewhere, becomes a file without a look at every pair', () => {
    const buffers = Array.from({ length: 200_000 }, (_, line) => ({
      stack: [{ functionName: `f${line}`, url: '', line, column: 1 }],
      allocatedBytes: 1,
      aliveBytes: 1,
    }));
    const stacks = stacksOfBuffers(buffers, ({ aliveBytes }) => aliveBytes);
    const { head } = JSON.parse(heapProfileFile(undefined, stacks, placesOf([], '/')));
    expect(head.children[0].children).toHaveLength(200_000);
  });
});

describe('the record of an allocation pass', () => {
  it('is an error where its stacks would fill the memory', () => {
    const frame = { functionName: 'f', url: '', line: 1, column: 1 };
    const nodes = Array.from({ length: 20_000 }, (_, at) => ({
      function: 0,
      count: 1,
      bytes: 1,
      ...(at === 0 ? {} : { parent: at - 1 }),
    }));
    expect(() => allocationStacks({ functions: [frame], nodes })).toThrow('more than 20000000 frames');
  });
});
