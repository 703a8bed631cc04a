import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBoundedJson, readBoundedFile } from '../../src/services/bounded-json.js';
import { temporaryFolder } from '../processes.js';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('JSON of bounded depth', () => {
  it('is what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(parseBoundedJson(text, 100)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is read up to its depth and refused beyond', () => {
    expect(() => parseBoundedJson(nested(10), 10)).not.toThrow();
    expect(() => parseBoundedJson(nested(11), 10)).toThrow('nested more than 10 levels deep');
    expect(() => parseBoundedJson('{"a":'.repeat(11), 10)).toThrow('nested more than 10 levels deep');
  });

  it('counts no brackets inside strings', () => {
    const text = JSON.stringify({ name: `${'['.repeat(100)}"\\"${'{'.repeat(100)}` });
    expect(parseBoundedJson(text, 1)).toEqual(JSON.parse(text));
  });

  it('is refused before it is parsed, however long it is', () => {
    expect(() => parseBoundedJson('['.repeat(64 * 1024 ** 2), 100)).toThrow(RangeError);
  });

  it.each(['', '"', '"\\', '[}', ']]]]', '{"a"'])('is an error where it is none: %j', (text) => {
    expect(() => parseBoundedJson(text, 10)).toThrow(SyntaxError);
  });
});

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
