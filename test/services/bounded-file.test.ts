import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBoundedFile } from '../../src/services/bounded-file.js';
import { temporaryFolder } from '../processes.js';

describe('a file of bounded size', () => {
  const fileWith = (content: string) => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, content);
    return path;
  };

  it('is read whole up to its limit', async () => {
    expect(await readBoundedFile(fileWith('ö'.repeat(512)), 1024)).toBe('ö'.repeat(512));
    expect(await readBoundedFile(fileWith(''), 1024)).toBe('');
  });

  it('is refused beyond', async () => {
    await expect(readBoundedFile(fileWith('x'.repeat(1024 ** 2 + 1)), 1024 ** 2)).rejects.toThrow('larger than 1 MiB');
  });

  it('is refused as a link, a pipe or a folder', async () => {
    const folder = temporaryFolder();
    const [link, pipe] = [join(folder, 'link'), join(folder, 'pipe')];
    symlinkSync('/dev/zero', link);
    execFileSync('mkfifo', [pipe]);
    for (const path of [link, pipe, folder]) {
      await expect(readBoundedFile(path, 1024)).rejects.toThrow('no regular file');
    }
  });

  it('is an error where there is none', async () => {
    await expect(readBoundedFile(join(temporaryFolder(), 'none'), 1024)).rejects.toThrow('ENOENT');
  });
});
