import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import { ensureCachedFolder } from '../../src/services/cache-folder.js';
import { temporaryFolder } from './model/model-fixtures.js';

/** A cached folder with two files, one of them nested; `log` counts how often it was written. */
async function cachedFolder(parent?: string) {
  const folder = join(parent ?? (await temporaryFolder()), 'models', 'thing');
  const log: string[] = [];
  const write = async (temporary: string) => {
    log.push(temporary);
    await writeFile(join(temporary, 'a.txt'), 'alpha');
    await mkdir(join(temporary, 'deep'));
    await writeFile(join(temporary, 'deep', 'b.txt'), 'beta');
    return temporary;
  };
  return { folder, required: ['a.txt'], write, log };
}

async function contentOf(folder: string): Promise<string> {
  return (await readFile(join(folder, 'a.txt'), 'utf8')) + (await readFile(join(folder, 'deep', 'b.txt'), 'utf8'));
}

describe('ensureCachedFolder', () => {
  test('returns the sha256 of every file', async () => {
    expect(await ensureCachedFolder(await cachedFolder())).toEqual({
      'a.txt': '8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8',
      'deep/b.txt': 'f44e64e75f3948e9f73f8dfa94721c4ce8cbb4f265c4790c702b2d41cfbf2753',
    });
  });

  test('does not write an intact folder again', async () => {
    const cached = await cachedFolder();
    await ensureCachedFolder(cached);
    await ensureCachedFolder(cached);
    expect(cached.log).toHaveLength(1);
  });

  test('keeps the part of the temporary directory that was named', async () => {
    const cached = await cachedFolder();
    const write = async (temporary: string) => {
      await mkdir(join(temporary, 'inner'));
      return cached.write(join(temporary, 'inner'));
    };
    await ensureCachedFolder({ ...cached, write });
    expect(await contentOf(cached.folder)).toBe('alphabeta');
    expect(await readdir(join(cached.folder, '..'))).toEqual(['thing']);
  });

  test('makes a folder that others may read', async () => {
    const cached = await cachedFolder();
    await ensureCachedFolder(cached);
    const usual = join(cached.folder, '..');
    expect((await stat(cached.folder)).mode).toBe((await stat(usual)).mode);
  });

  test.each<[string, (folder: string) => Promise<void>]>([
    ['a file was altered', (folder) => writeFile(join(folder, 'a.txt'), 'alphb')],
    ['a nested file is missing', (folder) => rm(join(folder, 'deep', 'b.txt'))],
    [
      'a file became a directory',
      async (folder) => {
        await rm(join(folder, 'a.txt'));
        await mkdir(join(folder, 'a.txt', 'odd'), { recursive: true });
      },
    ],
    ['the manifest is missing', (folder) => rm(join(folder, 'manifest.json'))],
    ['the manifest is cut short', (folder) => writeFile(join(folder, 'manifest.json'), '{"files":{')],
    ['the manifest leaves out a required file', (folder) => writeFile(join(folder, 'manifest.json'), '{"files":{}}')],
    [
      'the folder became a file',
      async (folder) => {
        await rm(folder, { recursive: true });
        await writeFile(folder, 'odd');
      },
    ],
  ])('mends the folder when %s', async (_, damage) => {
    const cached = await cachedFolder();
    const hashes = await ensureCachedFolder(cached);
    await damage(cached.folder);
    expect(await ensureCachedFolder(cached)).toEqual(hashes);
    expect(await contentOf(cached.folder)).toBe('alphabeta');
    expect(await readdir(join(cached.folder, '..'))).toEqual(['thing']);
    await ensureCachedFolder(cached);
    expect(cached.log).toHaveLength(2);
  });

  test('two that write at the same time both end with the folder of the first', async () => {
    const cached = await cachedFolder();
    let waiting: (() => void) | undefined;
    const write = async (temporary: string) => {
      const ready = await cached.write(temporary);
      await new Promise<void>((go) => {
        if (waiting === undefined) waiting = go;
        else {
          waiting();
          go();
        }
      });
      return ready;
    };
    const both = [ensureCachedFolder({ ...cached, write }), ensureCachedFolder({ ...cached, write })];
    const [first, second] = await Promise.all(both);
    expect(first).toEqual(second);
    expect(cached.log).toHaveLength(2);
    expect(await readdir(join(cached.folder, '..'))).toEqual(['thing']);
  });

  test('leaves nothing behind when writing fails halfway', async () => {
    const cached = await cachedFolder();
    const write = async (temporary: string) => {
      await cached.write(temporary);
      throw new EnvironmentError('no luck');
    };
    await expect(ensureCachedFolder({ ...cached, write })).rejects.toThrow('no luck');
    expect(await readdir(join(cached.folder, '..'))).toEqual([]);
  });

  test('leaves the temporary directory of a running process alone', async () => {
    const cached = await cachedFolder();
    await mkdir(`${cached.folder}.tmp-Ab12Cd`, { recursive: true });
    await ensureCachedFolder(cached);
    expect((await readdir(join(cached.folder, '..'))).sort()).toEqual(['thing', 'thing.tmp-Ab12Cd']);
  });

  test('removes the temporary directory of a process that was killed long ago', async () => {
    const cached = await cachedFolder();
    await mkdir(join(`${cached.folder}.tmp-Ab12Cd`, 'content'), { recursive: true });
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await utimes(`${cached.folder}.tmp-Ab12Cd`, yesterday, yesterday);
    await ensureCachedFolder(cached);
    expect(await readdir(join(cached.folder, '..'))).toEqual(['thing']);
  });

  test('names the folder and the flag when the cache cannot be written', async () => {
    const parent = join(await temporaryFolder(), 'a-file');
    await writeFile(parent, '');
    const cached = await cachedFolder(parent);
    const failure = await ensureCachedFolder(cached).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect(failure).toMatchObject({
      message: expect.stringContaining(join(parent, 'models')),
      remedy: expect.stringContaining('--cache-dir'),
    });
  });
});
