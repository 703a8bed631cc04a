import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { readResults, writeResults } from '../../src/results/store.js';
import { createResults } from '../builders.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-bench-store-'));
  path = join(folder, 'results.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('writing results', () => {
  it('can be read back', async () => {
    const results = createResults();
    await writeResults(path, results);
    expect(await readResults(path, 'results')).toEqual(results);
  });

  it('makes the folders that are missing', async () => {
    const deep = join(folder, 'a', 'b', 'results.json');
    await writeResults(deep, createResults());
    expect((await readResults(deep, 'results')).schemaVersion).toBe(1);
  });

  it('takes the place of the old document', async () => {
    await writeResults(path, createResults());
    await writeResults(path, createResults({ cases: [] }));
    expect((await readResults(path, 'results')).cases).toEqual([]);
  });

  it('leaves nothing else in the folder', async () => {
    await writeResults(path, createResults());
    expect(await readdir(folder)).toEqual(['results.json']);
  });

  it('ends with a line break, for editors and git', async () => {
    await writeResults(path, createResults());
    expect(await readFile(path, 'utf8')).toMatch(/}\n$/);
  });
});

describe('reading', () => {
  it('names the file that is not there', async () => {
    const error = await thrown(readResults(path, 'results'));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringContaining(path) });
  });

  it('says how to make a baseline that is not there', async () => {
    const error = await thrown(readResults(path, 'baseline'));
    expect(error).toMatchObject({ remedy: expect.stringContaining('--update-baseline') });
  });

  it('names the file that is not JSON', async () => {
    await writeFile(path, 'not JSON');
    const error = await thrown(readResults(path, 'results'));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringContaining(`${path} is not JSON`) });
  });

  it('refuses a folder', async () => {
    expect(await thrown(readResults(folder, 'results'))).toBeInstanceOf(UsageError);
  });
});
