import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMassifFile } from '../../../src/measure/native/massif-file.js';
import { type MassifProfile, mostBranches } from '../../../src/results/native-schema.js';
import { needs } from '../../requires/needs.js';
import { compileC, profiled } from './profiled.js';

async function massifOf(source: string, subject: MassifProfile['subject'], ...given: string[]) {
  const { profile, profilesFolder } = await profiled([compileC(source), ...given], 'massif', subject);
  if (profile.profiler !== 'massif') throw new Error('another profiler has answered');
  expect(readdirSync(profilesFolder)).toEqual(['some__case.massif.out']);
  return { profile, text: readFileSync(join(profilesFolder, profile.profile), 'utf8') };
}

describe('a program in C under massif', needs('cc', 'valgrind'), () => {
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
      level: 0,
    });
    expect(profile.tree[1]).toMatchObject({ function: 'main', file: 'keeps.c', bytes: 10_000_000, level: 1 });
    expect(profile.tree[2]).toMatchObject({ bytes: 4_000_000, function: 'give_back', level: 0 });
  });

  it('has the same by calls, the outermost first, and every byte of the peak', () => {
    const { frames, peak } = profile.trees ?? { frames: [], peak: undefined };
    expect(peak?.bytes.reduce((sum, bytes) => sum + bytes, 0)).toBe(profile.peakBytes);
    const names = peak?.frame.map((index) => frames[index]?.function);
    const at = names?.indexOf('main') ?? -1;
    expect(names?.slice(at, at + 2)).toEqual(['main', 'keep_for_ever']);
    expect(frames.find((call) => call.function === 'keep_for_ever')).toMatchObject({
      owner: 'program',
      file: 'keeps.c',
    });
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

describe('a tree with more branches than are kept', () => {
  const line = '#-----------';
  const fileOf = (tree: string) =>
    `desc: (none)\ncmd: ./program\ntime_unit: i\n${line}\nsnapshot=0\n${line}\ntime=0\nmem_heap_B=9\nmem_heap_extra_B=0\nmem_stacks_B=0\nheap_tree=peak\n${tree}\n`;
  interface Grown {
    readonly bytes: number;
    readonly children: readonly Grown[];
  }
  const grown: fc.Memo<Grown> = fc.memo((depth) =>
    depth === 1
      ? fc.record({ bytes: fc.nat({ max: 1_000 }), children: fc.constant<readonly Grown[]>([]) })
      : fc
          .record({ own: fc.nat({ max: 50 }), children: fc.array(grown(depth - 1), { maxLength: 4 }) })
          .map(({ own, children }) => ({ bytes: children.reduce((sum, { bytes }) => sum + bytes, own), children })),
  );
  const written = ({ bytes, children }: Grown, depth: number, at: string): string[] => [
    `${' '.repeat(depth)}n${children.length}: ${bytes} 0x${at}: work_${at} (in /lib/some.so)`,
    ...children.flatMap((child, index) => written(child, depth + 1, `${at}${index}`)),
  ];

  it('keeps the greatest, each below its own', () => {
    fc.assert(
      fc.property(grown(6), (root) => {
        const { tree } = parseMassifFile(fileOf(written(root, 0, 'A').join('\n')), '/');
        expect(tree.length).toBeLessThanOrEqual(mostBranches);
        for (const [index, branch] of tree.entries()) {
          const parent = tree.slice(0, index).findLast(({ level }) => level < branch.level);
          expect(branch.level).toBe(parent === undefined ? 0 : parent.level + 1);
          if (parent !== undefined) expect(branch.function.startsWith(parent.function)).toBe(true);
          if (parent !== undefined) expect(branch.bytes).toBeLessThanOrEqual(parent.bytes);
        }
      }),
    );
  });
});

describe('what the kernel maps at the start of a program', () => {
  it('is told as such, having no call', () => {
    const figures = 'time=0\nmem_heap_B=8192\nmem_heap_extra_B=0\nmem_stacks_B=0';
    const tree = 'n1: 8192 (page allocation syscalls) mmap/mremap/brk, --alloc-fns, etc.\n n0: 8192 0x0: ???';
    const line = '#-----------';
    const head = `desc: --pages-as-heap=yes\ncmd: ./program\ntime_unit: i\n${line}\nsnapshot=0\n${line}\n`;
    const { tree: branches } = parseMassifFile(`${head}${figures}\nheap_tree=peak\n${tree}\n`, '/');
    expect(branches).toMatchObject([{ function: '(mapped when the program was started)', bytes: 8192, level: 0 }]);
  });
});

describe('a program that brings its own malloc, as a server under massif', needs('cc', 'valgrind'), () => {
  let profile: MassifProfile;
  beforeAll(async () => {
    ({ profile } = await massifOf('own-malloc.c', 'qdrant', 'fork'));
  });

  it('has its pages, told by who mapped them, although a child of it has ended as well', () => {
    expect(profile.counts).toBe('pages');
    expect(profile.peakBytes).toBeGreaterThan(24_000_000);
    const mapped = profile.tree.find(({ function: name }) => name === 'map_pages');
    expect(mapped).toMatchObject({ file: 'own-malloc.c', level: 0 });
    expect((mapped?.bytes ?? 0) / 24_000_000).toBeCloseTo(1, 2);
  });

  it('has nobody in its tree who only passes on what others want', () => {
    const names = profile.tree.map((branch) => branch.function);
    expect(names).toContain('main');
    expect(names.filter((name) => /mmap/.test(name))).toEqual([]);
  });
});
