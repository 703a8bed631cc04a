import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareResults } from '../../src/compare/compare.js';
import { failOnKinds } from '../../src/compare/verdict.js';
import { UsageError } from '../../src/errors.js';
import { findBaseline, mergeBaseline, saveBaseline } from '../../src/results/baseline.js';
import { writeResults } from '../../src/results/store.js';
import { thinForBaseline } from '../../src/results/thin.js';
import {
  anyResults,
  createCase,
  createEnvironment,
  createFailedSample,
  createHeaptrack,
  createKeepingSamples,
  createLeakFit,
  createMapped,
  createNativeTrees,
  createQdrantMemory,
  createResults,
  createSample,
  createSelection,
  createSitesSample,
} from '../builders.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-bench-baseline-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const key = createEnvironment().key;

describe('finding a baseline', () => {
  it('reads the file of the environment from a folder', async () => {
    await writeResults(join(folder, `${key}.json`), createResults());
    const found = await findBaseline({ path: folder, required: false }, key);
    expect(found).toEqual({
      place: join(folder, `${key}.json`),
      pending: false,
      absence: undefined,
      results: createResults(),
    });
  });

  it('does not take the file of another environment from a folder', async () => {
    await writeResults(join(folder, 'another-key.json'), createResults());
    expect((await findBaseline({ path: folder, required: false }, key)).results).toBeUndefined();
  });

  it('refuses a named folder without the file of the environment', async () => {
    await writeResults(join(folder, 'another-key.json'), createResults());
    await expect(findBaseline({ path: folder, required: true }, key)).rejects.toThrow(
      `there is no baseline at ${join(folder, `${key}.json`)}`,
    );
  });

  it('reads a file whatever its environment', async () => {
    const path = join(folder, 'main.json');
    await writeResults(path, createResults());
    expect((await findBaseline({ path, required: true }, 'another-key')).results).toEqual(createResults());
  });

  it('reads a file that is not called .json', async () => {
    const path = join(folder, 'baseline');
    await writeResults(path, createResults());
    expect((await findBaseline({ path, required: true }, key)).results).toEqual(createResults());
  });

  it('takes a folder whose name ends in .json for a folder', async () => {
    const path = join(folder, 'baselines.json');
    await mkdir(path);
    await writeResults(join(path, `${key}.json`), createResults());
    const found = await findBaseline({ path, required: true }, key);
    expect(found).toEqual({
      place: join(path, `${key}.json`),
      pending: false,
      absence: undefined,
      results: createResults(),
    });
  });

  it('is content without one where none was named', async () => {
    const found = await findBaseline({ path: join(folder, 'baselines'), required: false }, key);
    expect(found.results).toBeUndefined();
  });

  it('refuses a named file that is not there', async () => {
    const path = join(folder, 'main.json');
    await expect(findBaseline({ path, required: true }, key)).rejects.toThrow(UsageError);
  });

  it('refuses a named folder that is not there', async () => {
    const path = join(folder, 'basilines');
    await expect(findBaseline({ path, required: true }, key)).rejects.toThrow(UsageError);
  });

  it('refuses one that does not fit the schema, even where none was named', async () => {
    await writeFile(join(folder, `${key}.json`), '{}');
    await expect(findBaseline({ path: folder, required: false }, key)).rejects.toThrow(UsageError);
  });
});

describe('saving a baseline', () => {
  it('makes a file of the environment in a folder that was not there', async () => {
    const path = join(folder, 'baselines');
    const written = await saveBaseline({ path, required: false }, createResults());
    expect(written).toEqual({
      path: join(path, `${key}.json`),
      replaced: 1,
      kept: 0,
      unsettled: { samples: 0, cases: [] },
    });
    expect(await readdir(path)).toEqual([`${key}.json`]);
  });

  it('makes a file that was named and was not there', async () => {
    const path = join(folder, 'main.json');
    expect((await saveBaseline({ path, required: true }, createResults())).path).toBe(path);
    expect(await readdir(folder)).toEqual(['main.json']);
  });

  it('leaves the baselines of other environments alone', async () => {
    await writeFile(join(folder, 'other.json'), 'other');
    await saveBaseline({ path: folder, required: false }, createResults());
    expect((await readdir(folder)).sort()).toEqual([`${key}.json`, 'other.json']);
  });

  it('replaces one that cannot be read any more', async () => {
    const path = join(folder, 'main.json');
    await writeFile(path, '{"schemaVersion": 0}');
    const place = { path, required: false, replaceable: true };
    expect((await findBaseline(place, key)).results).toBeUndefined();
    expect(await saveBaseline(place, createResults())).toMatchObject({ replacedUnreadable: true });
    expect((await findBaseline({ path, required: true }, key)).results).toEqual(createResults());
  });

  it('is not called a first run where the one before cannot be read', async () => {
    const path = join(folder, 'main.json');
    await writeFile(path, 'broken');
    const { absence } = await findBaseline({ path, required: false, replaceable: true }, key);
    expect(absence).toMatchObject({
      kind: 'unavailable',
      reason: `the baseline ${path} cannot be read`,
      expected: false,
    });
  });

  it('writes what finding reads', async () => {
    const place = { path: folder, required: false };
    await saveBaseline(place, createResults());
    expect((await findBaseline(place, key)).results).toEqual(createResults());
  });
});

describe('saving a baseline over an earlier one', () => {
  const place = () => ({ path: folder, required: false });

  it('keeps the cases that were not selected, and says how many', async () => {
    await saveBaseline(place(), createResults({ cases: [createCase({ id: 'a' }), createCase({ id: 'b' })] }));
    const changed = createCase({ id: 'a', description: 'changed' });
    const now = createResults({ cases: [changed], selection: createSelection({ filter: '^a' }) });
    expect(await saveBaseline(place(), now)).toEqual({
      path: join(folder, `${key}.json`),
      replaced: 1,
      kept: 1,
      unsettled: { samples: 0, cases: [] },
    });
    const { results } = await findBaseline(place(), key);
    expect(results?.cases.map(({ id, description }) => [id, description])).toEqual([
      ['a', 'changed'],
      ['b', createCase().description],
    ]);
  });
});

describe('a merged baseline', () => {
  const measured = (id: string, description = 'earlier') => createCase({ id, description });
  const failed = (id: string) =>
    createCase({ id, description: 'now', samples: [createSample(), createFailedSample({}, 1)] });
  const merge = (
    earlier: ReturnType<typeof createCase>[] | undefined,
    now: ReturnType<typeof createCase>[],
    selection = {},
  ) => {
    const { results, replaced, kept } = mergeBaseline(
      earlier && createResults({ cases: earlier }),
      createResults({ cases: now, selection: createSelection(selection) }),
    );
    return { cases: results.cases.map(({ id, description }) => `${id} ${description}`), replaced, kept };
  };

  it('has the new samples of a case that was measured', () => {
    expect(merge([measured('a')], [measured('a', 'now')])).toEqual({ cases: ['a now'], replaced: 1, kept: 0 });
  });

  it('has no case that was selected and is there no longer', () => {
    expect(merge([measured('a'), measured('gone')], [measured('a', 'now')]).cases).toEqual(['a now']);
  });

  it('has the earlier samples of a case that failed', () => {
    expect(merge([measured('a')], [failed('a')])).toEqual({ cases: ['a earlier'], replaced: 0, kept: 1 });
  });

  it('has the earlier samples of a case that was skipped', () => {
    const skipped = createCase({ id: 'a', samples: [], skipped: 'needs qdrant' });
    expect(merge([measured('a')], [skipped])).toEqual({ cases: ['a earlier'], replaced: 0, kept: 1 });
  });

  it('has no case that failed and was not there before', () => {
    expect(merge(undefined, [failed('a')])).toEqual({ cases: [], replaced: 0, kept: 0 });
  });

  it('has a case of which only the pass over allocations failed', () => {
    const samples = [createSample(), { ...createFailedSample(), pass: 'allocations' as const }];
    expect(merge([measured('a')], [createCase({ id: 'a', description: 'now', samples })]).cases).toEqual(['a now']);
  });

  it('has its cases by id', () => {
    const { cases } = merge([measured('a'), measured('c')], [measured('b', 'now')], { filter: '^b' });
    expect(cases).toEqual(['a earlier', 'b now', 'c earlier']);
  });
});

describe('samples that never settled', () => {
  const unsettled = createSample({ unsettled: ['after'], metrics: { rss_delta_mb: -22.4 } });

  it('are left out of a baseline, and counted', () => {
    const samples = [unsettled, createSample({ index: 1 }), createSample({ index: 2 })];
    const merged = mergeBaseline(undefined, createResults({ cases: [createCase({ id: 'a', samples })] }));
    expect(merged.results.cases[0]?.samples).toEqual([createSample({ index: 1 }), createSample({ index: 2 })]);
    expect(merged.unsettled).toEqual({ samples: 1, cases: [] });
  });

  it('leave a case without a settled sample out', () => {
    const cases = [createCase({ id: 'a', samples: [unsettled] }), createCase({ id: 'b', samples: [createSample()] })];
    const merged = mergeBaseline(undefined, createResults({ cases }));
    expect(merged.results.cases.map(({ id }) => id)).toEqual(['b']);
    expect(merged.unsettled).toEqual({ samples: 0, cases: ['a'] });
  });

  it('leave a case with the settled samples that the baseline has of it', () => {
    const earlier = createResults({ cases: [createCase({ id: 'a', samples: [createSample()] })] });
    const now = createResults({ cases: [createCase({ id: 'a', samples: [unsettled] })] });
    expect(mergeBaseline(earlier, now)).toMatchObject({ results: { cases: earlier.cases }, replaced: 0, kept: 1 });
  });

  it('do not take the readings over time of a case with them', () => {
    const iterations = { durationMs: [1], rssBytes: [1] };
    const samples = [unsettled, createSample({ index: 1, iterations }), createSample({ index: 2, iterations })];
    const { results } = mergeBaseline(undefined, createResults({ cases: [createCase({ id: 'a', samples })] }));
    const kept = thinForBaseline(results).cases[0]?.samples ?? [];
    expect(kept.map((sample) => 'iterations' in sample)).toEqual([true, false]);
  });
});

describe('a thinned document', () => {
  const overTime = {
    iterations: { durationMs: [1], rssBytes: [1] },
    timeline: { atMs: [0], workerRssBytes: [1], qdrantRssBytes: [null], phases: [] },
  };
  const thinned = (...samples: Parameters<typeof createSample>[0][]) => {
    const results = createResults({
      cases: [createCase({ samples: samples.map((sample, index) => createSample({ index, ...sample })) })],
    });
    return thinForBaseline(results).cases[0]?.samples ?? [];
  };

  it('keeps readings over time of the first sample', () => {
    expect(thinned(overTime)[0]).toMatchObject(overTime);
  });

  it('drops readings over time of all others', () => {
    const [, second] = thinned(overTime, overTime);
    expect(second).not.toHaveProperty('timeline');
    expect(second).not.toHaveProperty('iterations');
  });

  it('keeps what memory is made of, and what Qdrant’s allocator told, of the first sample alone', () => {
    const told = { mapped: createMapped(), qdrantMemory: createQdrantMemory(1) };
    const [first, second] = thinned(told, told);
    expect(first).toMatchObject(told);
    expect(second).not.toHaveProperty('mapped');
    expect(second).not.toHaveProperty('qdrantMemory');
  });

  it('keeps the metrics and the leak fit of all samples', () => {
    const leak = createLeakFit('leak', 1024);
    const [, second] = thinned({}, { ...overTime, metrics: { rss_delta_mb: 3 }, leak });
    expect(second).toMatchObject({ metrics: { rss_delta_mb: 3 }, leak });
  });

  it('keeps the readings around the iterations of all samples, which growth is compared by', () => {
    const [first, second] = createKeepingSamples({ heapBytes: 1024 }, 2);
    const [, kept] = first && second ? thinned(first, second) : [];
    expect(kept).toMatchObject({ readings: second?.readings });
    expect(kept).not.toHaveProperty('iterations');
  });

  it('keeps the lists of where memory comes from, and not the calls', () => {
    const sample = createSitesSample(20);
    const { trees, ...lists } = sample.sites ?? { trees: undefined };
    expect(trees).toBeDefined();
    const [kept] = thinned(sample);
    expect(kept).toMatchObject({ sites: lists });
    expect(kept).not.toHaveProperty('sites.trees');
  });

  it('keeps what had native memory, and not the calls', () => {
    const { trees, ...lists } = createHeaptrack({ trees: createNativeTrees() });
    const [kept] = thinned(createSample({ pass: 'native', native: createHeaptrack({ trees }) }));
    expect(kept).toMatchObject({ native: lists });
    expect(kept).not.toHaveProperty('native.trees');
  });

  it('keeps failed samples', () => {
    const results = createResults({ cases: [createCase({ samples: [createFailedSample({}, 3)] })] });
    expect(thinForBaseline(results)).toEqual(results);
  });

  it('keeps the readings of the first sample that was measured, and of every follow-up', () => {
    const iterations = { durationMs: [1], rssBytes: [1] };
    const samples = [
      createFailedSample({}, 0),
      createSample({ pass: 'memory', index: 1, iterations }),
      createSample({ pass: 'memory', index: 2, iterations }),
      createSample({ pass: 'leak', index: 1, iterations }),
    ];
    const [thinned] = thinForBaseline(createResults({ cases: [createCase({ samples })] })).cases;
    const kept = thinned?.samples.map((sample) => sample.status === 'measured' && sample.iterations !== undefined);
    expect(kept).toEqual([false, true, false, true]);
  });

  it('is judged like the whole one', () => {
    const rules = { budgets: {}, thresholds: {}, failOn: failOnKinds };
    fc.assert(
      fc.property(anyResults, (results) => {
        const thinned = compareResults(results, thinForBaseline(results), rules);
        expect(thinned).toEqual(compareResults(results, results, rules));
      }),
    );
  });
});
