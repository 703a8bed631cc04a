import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findProfiler } from '../../../src/measure/native/profiler-program.js';
import { temporaryFolder } from '../../processes.js';
import { needs } from '../../requires/needs.js';

const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
});

/** A folder with a program that is not the one it is named after. */
function folderWith(name: string, content: string): string {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  chmodSync(join(folder, name), 0o755);
  return folder;
}

describe('a profiler', () => {
  it('that is installed is found with all its parts: heaptrack', needs('heaptrack'), async () => {
    expect(await findProfiler('heaptrack')).toMatchObject({ preload: expect.stringMatching(/preload\.so$/) });
  });

  it('that is installed is found with all its parts: massif', needs('valgrind'), async () => {
    expect(await findProfiler('massif')).toMatchObject({ valgrind: expect.stringMatching(/\/valgrind$/) });
  });

  it.each([
    ['heaptrack', 'apt-get install heaptrack'],
    ['massif', 'apt-get install valgrind'],
  ] as const)('that is not on PATH is told with the line that installs it: %s', async (profiler, line) => {
    process.env.PATH = temporaryFolder();
    await expect(findProfiler(profiler)).rejects.toMatchObject({
      message: expect.stringContaining('is not installed: it is not on PATH'),
      remedy: expect.stringContaining(line),
    });
  });

  it('whose parts stand elsewhere is looked for where its script says', async () => {
    process.env.PATH = folderWith('heaptrack', '#!/bin/sh\nLIB_REL_PATH="../elsewhere"\n');
    await expect(findProfiler('heaptrack')).rejects.toThrow('/elsewhere/libheaptrack_preload.so');
  });

  it('that does not start is not there', async () => {
    process.env.PATH = folderWith('valgrind', '#!/bin/sh\nexit 1\n');
    await expect(findProfiler('massif')).rejects.toThrow('valgrind, which has massif, is not installed');
  });
});
