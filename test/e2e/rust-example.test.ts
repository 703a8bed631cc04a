import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Native } from '../../src/results/schema.js';
import { folderOf, idsIn, type JudgedRun, measure } from '../example-runs.js';
import { judgedCase, metricOf } from '../processes.js';
import { needs } from '../requires/needs.js';

describe('the example of a daemon in Rust', needs('cargo', 'cc'), () => {
  const iterations = 14;
  // A hundred texts of two hundred words of nine characters, with a space between.
  const plantedBytes = 100 * (200 * 9 + 199);

  beforeAll(() => {
    const { status, stderr } = spawnSync('cargo', ['build', '--release', '--offline', '--locked', '--quiet'], {
      cwd: folderOf('rust-daemon'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('passes, and is told by its own functions and lines under massif', needs('valgrind'), async () => {
    const run = await measure('rust-daemon', 2, '--profiler', 'massif');
    expect(run.comparison).toMatchObject({ verdict: 'pass', findings: { budget: 0, leak: 0, error: 0 } });
    expect(run.code).toBe(0);
    expect(idsIn(run)).toEqual(['index']);
    expect(judgedCase(run.comparison, 'index').leak?.verdict).toBe('stable');
    const native = nativeOf(run);
    const innermost = native?.profiler === 'massif' ? native.tree[0] : undefined;
    expect(innermost).toMatchObject({ function: 'index_daemon::index::Index::put', file: 'src/index.rs' });
    expect(plumbingIn(native)).toEqual([]);
  });

  describe('that leaks', needs('heaptrack'), () => {
    let run: JudgedRun;
    beforeAll(async () => {
      run = await measure('rust-daemon', 2, '--tag', 'broken', '--profiler', 'heaptrack');
    });

    it('is told so, by as much as is planted', () => {
      expect(run.code).toBe(1);
      expect(idsIn(run)).toEqual(['index-leaking']);
      expect(judgedCase(run.comparison, 'index-leaking').leak?.verdict).toBe('leak');
      // The list of the texts takes some as well.
      const kept = (metricOf(run, 'index-leaking', 'reported_delta_mb') ?? 0) * 2 ** 20;
      expect(kept / (iterations * plantedBytes)).toBeGreaterThan(0.98);
      expect(kept / (iterations * plantedBytes)).toBeLessThan(1.05);
    });

    it('is told by its own functions and lines under heaptrack', () => {
      const native = nativeOf(run);
      expect(native?.profiler === 'heaptrack' ? native.peak[0]?.frames.slice(0, 2) : undefined).toMatchObject([
        { function: 'index_daemon::index::Index::remember', file: 'src/index.rs' },
        { function: 'index_daemon::index::Index::put', file: 'src/index.rs' },
      ]);
      expect(plumbingIn(native)).toEqual([]);
    });
  });
});

function nativeOf({ results }: JudgedRun): Native | undefined {
  const { samples } = results.cases[0] ?? { samples: [] };
  return samples.flatMap((sample) => (sample.status === 'measured' ? (sample.native ?? []) : []))[0];
}

/** Names of a flame graph that say nothing of the program; all there are where there is none. */
function plumbingIn(native: Native | undefined): readonly string[] {
  if (native?.trees === undefined) return ['no flame graph'];
  const names = native.trees.frames.map((frame) => frame.function);
  return names.filter((name) => /^<?(?:alloc|core|std)::|^_R|\$|UnknownInlinedFun/.test(name));
}
