import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMassifFile } from '../../../src/measure/native/massif-file.js';
import type { MassifNode, MassifProfile } from '../../../src/results/native-schema.js';
import { compileC, profiled } from './profiled.js';

async function massifOf(source: string, subject: MassifProfile['subject']) {
  const { profile, profilesFolder } = await profiled(compileC(source), 'massif', subject);
  if (profile.profiler !== 'massif') throw new Error('another profiler has answered');
  expect(readdirSync(profilesFolder)).toEqual(['some__case.massif.out']);
  return { profile, text: readFileSync(join(profilesFolder, profile.profile), 'utf8') };
}

describe('a program in C under massif', () => {
  let profile: MassifProfile;
  let text: string;
  beforeAll(async () => {
    ({ profile, text } = await massifOf('keeps.c', 'command'));
  });

  it('has its peak, in blocks of malloc', () => {
    expect(profile.counts).toBe('heap');
    // Massif adds what malloc needs itself, and takes a peak that is 1 % off for one.
    expect(profile.peakBytes).toBeGreaterThan(13_800_000);
    expect(profile.peakBytes).toBeLessThan(14_100_000);
  });

  it('has the functions that had it, callers below them', () => {
    expect(profile.tree[0]).toMatchObject({
      bytes: 10_000_000,
      function: 'keep_for_ever',
      file: 'keeps.c',
      line: 6,
      children: [{ function: 'main', file: 'keeps.c', bytes: 10_000_000 }],
    });
    expect(profile.tree[1]).toMatchObject({ bytes: 4_000_000, function: 'give_back' });
  });

  it('has a series that reaches the peak and goes on in time', () => {
    const { bytes, instructions } = profile.snapshots;
    expect(bytes.length).toBe(instructions.length);
    expect(Math.max(...bytes)).toBe(profile.peakBytes);
    expect([...instructions].sort((a, b) => a - b)).toEqual(instructions);
  });

  it.each([
    ['that is empty', () => ''],
    ['of another program', () => 'events: Ir\n'],
    ['without snapshots', (whole: string) => whole.slice(0, whole.indexOf('#-----------'))],
    ['that breaks off in a tree', (whole: string) => whole.slice(0, whole.indexOf('keep_for_ever') - 4)],
    ['without a figure', (whole: string) => whole.replace(/^mem_heap_B=\d+$/m, 'mem_heap_B=many')],
    ['with a kind of tree there is not', (whole: string) => whole.replace('heap_tree=peak', 'heap_tree=best')],
    [
      'with a branch too few',
      (whole: string) => whole.replace(/(heap_tree=peak\nn)(\d+)/, (_, head, count) => `${head}${Number(count) + 1}`),
    ],
    ['in another unit of time', (whole: string) => whole.replace('time_unit: i', 'time_unit: ms')],
  ])('is not read from a file %s', (_, change) => {
    expect(parseMassifFile(text, '/').peakBytes).toBe(profile.peakBytes);
    expect(change(text)).not.toBe(text);
    expect(() => parseMassifFile(change(text), '/')).toThrow();
  });
});

describe('what the kernel maps at the start of a program', () => {
  it('is told as such, having no call', () => {
    const figures = 'time=0\nmem_heap_B=8192\nmem_heap_extra_B=0\nmem_stacks_B=0';
    const tree = 'n1: 8192 (page allocation syscalls) mmap/mremap/brk, --alloc-fns, etc.\n n0: 8192 0x0: ???';
    const line = '#-----------';
    const head = `desc: --pages-as-heap=yes\ncmd: ./program\ntime_unit: i\n${line}\nsnapshot=0\n${line}\n`;
    const { tree: branches } = parseMassifFile(`${head}${figures}\nheap_tree=peak\n${tree}\n`, '/');
    expect(branches).toMatchObject([{ function: '(mapped when the program was started)', bytes: 8192, children: [] }]);
  });
});

describe('a program that brings its own malloc, as a server under massif', () => {
  let profile: MassifProfile;
  beforeAll(async () => {
    ({ profile } = await massifOf('own-malloc.c', 'qdrant'));
  });

  it('has its pages, told by who mapped them, although a child of it has ended as well', () => {
    expect(profile.counts).toBe('pages');
    expect(profile.peakBytes).toBeGreaterThan(24_000_000);
    const mapped = profile.tree.find(({ function: name }) => name === 'map_pages');
    expect(mapped).toMatchObject({ file: 'own-malloc.c', children: [{ function: 'main' }] });
    expect((mapped?.bytes ?? 0) / 24_000_000).toBeCloseTo(1, 2);
  });

  it('has nobody in its tree who only passes on what others want', () => {
    const names = (branches: readonly MassifNode[]): string[] =>
      branches.flatMap((branch) => [branch.function, ...names(branch.children)]);
    expect(names(profile.tree)).toContain('main');
    expect(names(profile.tree).filter((name) => /mmap/.test(name))).toEqual([]);
  });
});
