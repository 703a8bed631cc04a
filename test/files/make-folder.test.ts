import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import { makeFolder } from '../../src/files/make-folder.js';
import { ensureCachedFolder } from '../../src/services/cache-folder.js';
import { temporaryFolder } from '../processes.js';

const isFolder = (path: string) => statSync(path).isDirectory();

describe('making a folder', () => {
  it('makes those above it as well', async () => {
    const path = join(temporaryFolder(), 'a', 'b', 'c');
    await makeFolder(path);
    expect(isFolder(path)).toBe(true);
  });

  it('leaves one that exists as it is', async () => {
    const path = temporaryFolder();
    await makeFolder(path);
    expect(isFolder(path)).toBe(true);
  });

  it('may be done by several at once', async () => {
    const path = join(temporaryFolder(), 'a', 'b', 'c', 'd');
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(path)));
    expect(isFolder(path)).toBe(true);
  });

  it.each(['tab\there', 'line\nend', `"'`, 'größte→', '\u2028', ' ', '-x', '%41'])(
    'takes the name %j',
    async (name) => {
      const path = join(temporaryFolder(), name, 'inside');
      await makeFolder(path);
      expect(isFolder(path)).toBe(true);
    },
  );

  it('fails where a file is in the way', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(makeFolder(file)).rejects.toThrow(/exists and is not a folder/);
    await expect(makeFolder(join(file, 'inside'))).rejects.toThrow(EnvironmentError);
  });

  it('fails for a name that no folder can have', async () => {
    await expect(makeFolder(join(temporaryFolder(), 'x'.repeat(300)))).rejects.toThrow(EnvironmentError);
    await expect(makeFolder(`${temporaryFolder()}/a\0b`)).rejects.toThrow(EnvironmentError);
  });

  it('fails where a symbolic link leads in a circle', async () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(link, link);
    await expect(makeFolder(join(link, 'inside'))).rejects.toThrow(EnvironmentError);
  });
});

// Node's recursive mkdir never returns below /proc.
describe.runIf(process.platform === 'linux')('a folder of the kernel', () => {
  it.each(['/proc/x/y', '/proc/self/x', '/proc/sys/x', '/sys/x', '/dev/x/y', '/dev/fd/x'])(
    'is refused: %s',
    async (path) => {
      await expect(makeFolder(path)).rejects.toThrow(
        /cannot create the folder .*: \/(proc|sys|dev) belongs to the kernel/,
      );
    },
  );

  it('is refused behind a symbolic link', async () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync('/proc', link);
    await expect(makeFolder(join(link, 'a', 'b'))).rejects.toThrow(/belongs to the kernel/);
  });

  it('is refused as a cache', async () => {
    const cached = { folder: '/proc/x/model', required: [], write: async (folder: string) => folder };
    await expect(ensureCachedFolder(cached)).rejects.toThrow(/belongs to the kernel/);
  });

  it('is not meant where only the name is alike', async () => {
    const path = join(temporaryFolder(), 'proc', 'x');
    mkdirSync(join(path, '..'));
    await makeFolder(path);
    expect(isFolder(path)).toBe(true);
  });
});
