import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, ExitCode } from '../../src/errors.js';
import { replaceWhole, writeWhole } from '../../src/files/write-whole.js';
import { keepSecret } from '../../src/output/secrets.js';
import { temporaryFolder } from '../processes.js';
import { needs } from '../requires/needs.js';
import { mountSmallDisk } from '../small-disk.js';

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('writing a file whole', () => {
  it('leaves the file and nothing else', async () => {
    const folder = temporaryFolder();
    await writeWhole(join(folder, 'a', 'report.md'), 'text');
    expect(readdirSync(join(folder, 'a'))).toEqual(['report.md']);
    expect(readFileSync(join(folder, 'a', 'report.md'), 'utf8')).toBe('text');
  });

  it('leaves one whole text where several write at once', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'results.json');
    const texts = Array.from({ length: 20 }, (_, index) => `${index} `.repeat(50_000));
    await Promise.all(texts.map((text) => writeWhole(path, text)));
    expect(texts).toContain(readFileSync(path, 'utf8'));
    expect(readdirSync(folder)).toEqual(['results.json']);
  });

  it('leaves known secrets out', async () => {
    keepSecret('ghs_abcdefghijklmnop');
    const path = join(temporaryFolder(), 'report.md');
    await writeWhole(path, 'token ghs_abcdefghijklmnop');
    expect(readFileSync(path, 'utf8')).toBe('token ***');
  });

  it('keeps the old file and removes the draft where writing fails', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'results.json');
    await writeWhole(path, 'old');
    const error = await thrown(
      replaceWhole(path, async (draft) => {
        writeFileSync(draft, 'half');
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      }),
    );
    expect(error).toMatchObject({ exitCode: ExitCode.environment, message: expect.stringMatching(/ENOSPC/) });
    expect(readdirSync(folder)).toEqual(['results.json']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('fails where the place is taken by a folder, which stays', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'results.json', 'inside'), { recursive: true });
    expect(await thrown(writeWhole(join(folder, 'results.json'), 'text'))).toBeInstanceOf(EnvironmentError);
    expect(readdirSync(folder)).toEqual(['results.json']);
    expect(readdirSync(join(folder, 'results.json'))).toEqual(['inside']);
  });

  it('makes a folder anew that has been removed meanwhile', async () => {
    const folder = join(temporaryFolder(), 'out');
    await writeWhole(join(folder, 'results.json'), 'first');
    await rm(folder, { recursive: true });
    await writeWhole(join(folder, 'results.json'), 'second');
    expect(readFileSync(join(folder, 'results.json'), 'utf8')).toBe('second');
  });

  it('removes old drafts of killed processes, and no others', async () => {
    const folder = temporaryFolder();
    const [old, young, foreign] = ['report.md.12-0123abcd.tmp', 'report.md.13-0123abcd.tmp', 'report.md.tmp'];
    for (const name of [old, young, foreign]) writeFileSync(join(folder, name), '');
    utimesSync(join(folder, old), 0, 0);
    await writeWhole(join(folder, 'report.md'), 'text');
    expect(readdirSync(folder).sort()).toEqual(['report.md', young, foreign].sort());
  });
});

describe('writing to a full disk', needs('mount'), () => {
  it('fails with a typed error, keeps the old file and leaves no draft', async () => {
    const folder = mountSmallDisk(temporaryFolder(), 64);
    const path = join(folder, 'results.json');
    await writeWhole(path, 'old');
    const error = await thrown(writeWhole(path, 'x'.repeat(1_000_000)));
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/could not write .*results\.json: ENOSPC/),
      remedy: expect.stringContaining('--out'),
    });
    expect(readdirSync(folder)).toEqual(['results.json']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});
