import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseHeaptrackText } from '../../../src/measure/native/heaptrack-text.js';
import type { HeaptrackProfile } from '../../../src/results/native-schema.js';
import { needs } from '../../requires/needs.js';
import { compileC, profiled } from './profiled.js';

describe('a program in C under heaptrack', needs('cc', 'heaptrack'), () => {
  let profile: HeaptrackProfile;
  let file: string;
  let text: string;
  beforeAll(async () => {
    const found = await profiled([compileC('keeps.c')], 'heaptrack');
    if (found.profile.profiler !== 'heaptrack') throw new Error('another profiler has answered');
    profile = found.profile;
    expect(readdirSync(found.profilesFolder)).toEqual(['some__case.heaptrack.gz']);
    file = join(found.profilesFolder, profile.profile);
    text = execFileSync('heaptrack_print', ['--merge-backtraces=0', '--print-leaks=1', `--file=${file}`], {
      encoding: 'utf8',
    });
  });

  it('has what it never freed, with the function and the line that took it', () => {
    expect(profile.leakedBytes).toBeGreaterThan(9_990_000);
    expect(profile.leakedBytes).toBeLessThan(10_200_000);
    const [stack] = profile.leaked;
    expect(stack).toMatchObject({ bytes: 10_000_000, calls: 1000 });
    expect(stack?.frames.slice(0, 2)).toMatchObject([
      { function: 'keep_for_ever', file: 'keeps.c', line: 6 },
      { function: 'main', file: 'keeps.c' },
    ]);
  });

  it('has its peak, what was given back again included', () => {
    expect(profile.peakBytes).toBeGreaterThan(13_990_000);
    expect(profile.peakBytes).toBeLessThan(14_200_000);
    expect(profile.peak.map(({ frames }) => frames[0]?.function).slice(0, 2)).toEqual(['keep_for_ever', 'give_back']);
  });

  it('has the same by calls, the outermost first, as of its own program', () => {
    const { frames, peak, leaked } = profile.trees ?? { frames: [], peak: undefined, leaked: undefined };
    const callsOf = (tree: typeof peak) =>
      tree?.depth.map((depth, at) => ({ depth, bytes: tree.bytes[at], ...frames[tree.frame[at] ?? -1] }));
    const main = { function: 'main', owner: 'program', object: 'keeps', depth: 1 };
    const keeping = {
      function: 'keep_for_ever',
      owner: 'program',
      file: 'keeps.c',
      line: 6,
      depth: 2,
      bytes: 10_000_000,
    };
    expect(callsOf(leaked)?.slice(1, 3)).toMatchObject([main, keeping]);
    const names = callsOf(peak)?.map((call) => call.function);
    expect(names).toEqual(expect.arrayContaining(['main', 'keep_for_ever', 'give_back']));
  });

  it('has its calls, and which of them were for a moment', () => {
    expect(profile.allocationCalls).toBeGreaterThanOrEqual(2001);
    expect(profile.allocationCalls).toBeLessThan(2020);
    expect(profile.temporaryCalls).toBeGreaterThanOrEqual(1000);
    expect(profile.temporaryCalls).toBeLessThan(1020);
    expect(profile.calls[0]?.calls).toBe(1000);
  });

  it('leaves a file that heaptrack reads, and nothing of the machine in the results', () => {
    expect(text).toContain('total memory leaked: 10.');
    expect(JSON.stringify(profile)).not.toMatch(/\/(?:tmp|home|usr)\//);
  });

  it.each([
    ['without its totals', (whole: string) => whole.replace(/^total memory leaked: .*$/m, '')],
    ['without a section', (whole: string) => whole.replace('MEMORY LEAKS', 'SOMETHING ELSE')],
    [
      'with a number in another unit',
      (whole: string) => whole.replace(/^total memory leaked: .*$/m, 'total memory leaked: 10Q'),
    ],
    [
      'with a stack that begins in another way',
      (whole: string) => whole.replace(/ leaked over (\d+) calls/, ' lost in $1'),
    ],
    ['with a frame in another form', (whole: string) => whole.replaceAll('  keep_for_ever', 'keep_for_ever')],
  ])('is not read from a text %s', (_, change) => {
    expect(parseHeaptrackText(text).leaked[0]).toMatchObject({ bytes: 10_000_000, calls: 1000 });
    expect(change(text)).not.toBe(text);
    expect(() => parseHeaptrackText(change(text))).toThrow();
  });
});

describe('a program that brings its own malloc, under heaptrack', needs('cc', 'heaptrack'), () => {
  it('has taken nothing through malloc', async () => {
    const { profile } = await profiled([compileC('own-malloc.c')], 'heaptrack');
    expect(profile.peakBytes).toBeLessThan(200_000);
  });
});

describe('a script that another program takes the place of', () => {
  it('is not taken for that program by heaptrack', needs('heaptrack', 'perl'), async () => {
    // Enough calls that heaptrack has written some before the other one begins.
    const script = `my @kept = map { 'x' x 1000 } 1 .. 20_000; exec 'sleep', '1'`;
    const told = /^heaptrack followed perl, and what was measured is sleep, .* name sleep itself$/;
    await expect(profiled(['perl', '-e', script], 'heaptrack')).rejects.toThrow(told);
  });

  it('may leave heaptrack nothing, which is said', needs('heaptrack'), async () => {
    const shell = profiled(['sh', '-c', 'exec sleep 1'], 'heaptrack');
    await expect(shell).rejects.toThrow(/^heaptrack wrote nothing\. .*replaced itself by another program/);
  });

  it(
    'has nothing that massif follows, which is said without the folders of the machine',
    needs('valgrind'),
    async () => {
      const nothing = profiled(['sh', '-c', 'exec sleep 1'], 'massif');
      await expect(nothing).rejects.toThrow(/^massif left nothing to read: it writes when .* name that one$/);
    },
  );
});
