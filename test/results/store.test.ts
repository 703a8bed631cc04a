import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvironmentError, ExitCode, UsageError } from '../../src/errors.js';
import { readResults, writeResults, writeWhole } from '../../src/results/store.js';
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

/** Does it as a user that file modes hold for: root becomes `nobody` meanwhile. */
async function unprivileged<T>(owned: string, work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  const nobody = 65_534;
  await chown(owned, nobody, nobody);
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

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

  it('takes no notice of the draft of a run that was killed', async () => {
    await writeFile(`${path}.tmp`, 'x'.repeat(1_000_000));
    await writeResults(path, createResults());
    expect(await readResults(path, 'results')).toEqual(createResults());
  });

  it('ends with a line break, for editors and git', async () => {
    await writeResults(path, createResults());
    expect(await readFile(path, 'utf8')).toMatch(/}\n$/);
  });
});

describe('writing to a full disk', () => {
  beforeEach(async () => {
    await writeResults(path, createResults());
    await symlink('/dev/full', `${path}.tmp`);
  });

  it('fails with what broke and what to do', async () => {
    const error = await thrown(writeResults(path, createResults({ cases: [] })));
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(error).toMatchObject({
      exitCode: ExitCode.environment,
      message: expect.stringMatching(/could not write .*results\.json: ENOSPC/),
      remedy: expect.stringContaining('--resume'),
    });
  });

  it('keeps the old document', async () => {
    await thrown(writeResults(path, createResults({ cases: [] })));
    expect(await readResults(path, 'results')).toEqual(createResults());
  });
});

describe('writing where that is not possible', () => {
  it('fails where a folder on the way is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    const error = await thrown(writeWhole(join(folder, 'file', 'report.md'), 'text'));
    expect(error).toBeInstanceOf(EnvironmentError);
  });

  it('fails where the place is taken by a folder, which stays', async () => {
    await mkdir(join(path, 'inside'), { recursive: true });
    expect(await thrown(writeResults(path, createResults()))).toBeInstanceOf(EnvironmentError);
    expect(await readdir(path)).toEqual(['inside']);
  });

  it('fails where the folder must not be written', async () => {
    await chmod(folder, 0o500);
    const error = await unprivileged(folder, () => thrown(writeResults(path, createResults())));
    await chmod(folder, 0o700);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(String(error)).toContain('EACCES');
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
