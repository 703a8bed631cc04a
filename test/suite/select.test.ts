import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.js';
import { deskSurroundings, loadConfig } from '../../src/config/load.js';
import { UsageError } from '../../src/errors.js';
import { builtInScenarios } from '../../src/package-root.js';
import { Guardian } from '../../src/services/guardian.js';
import type { DiscoveryScope } from '../../src/suite/discover.js';
import { selectCases, selectionOf } from '../../src/suite/select.js';

let folder: string;
let usual: Config;
let guardian: Guardian;
let scope: Omit<DiscoveryScope, 'workingDirectory' | 'nodePath' | 'env'>;

// Describing a scenario file takes a process each time: one file for all tests.
beforeAll(async () => {
  guardian = new Guardian();
  folder = await mkdtemp(join(tmpdir(), 'memory-bench-select-'));
  scope = { guardian, nodeFlags: [], signal: new AbortController().signal, folder };
  await writeFile(
    join(folder, 'scenarios.mjs'),
    `const run = () => {};
    export const dense = { name: 'search/dense', description: 'searches', tags: ['smoke'], needs: ['model'], run };
    export const ingestion = {
      name: 'ingestion', description: 'stores', run, budgets: { rss_delta_mb: 10, peak_rss_mb: 500 },
      cases: { small: { params: {} }, large: { params: {}, tags: ['slow'] } },
    };
    export const helper = () => 'no scenario';`,
  );
  usual = await loadConfig({ scenarios: ['scenarios.mjs'], suite: 'full' }, deskSurroundings(folder));
});

afterAll(async () => {
  guardian.close();
  await rm(folder, { recursive: true, force: true });
});

const config = (overrides: Partial<Config> = {}): Config => ({ ...usual, ...overrides });

const select = (asked: Config) => selectCases(asked, scope);
const idsOf = async (overrides: Partial<Config>) => (await select(config(overrides))).cases.map(({ id }) => id);

describe('the cases that are selected', () => {
  it('are those of the suite', async () => {
    expect(await idsOf({ suite: 'full' })).toEqual(['search/dense', 'ingestion/small', 'ingestion/large']);
    expect(await idsOf({ suite: 'standard' })).toEqual(['search/dense', 'ingestion/small']);
    expect(await idsOf({ suite: 'smoke' })).toEqual(['search/dense']);
  });

  it('are looked at for leaks, unless the configuration turns that off', async () => {
    const leaksOf = async (leaks: boolean) => (await select(config({ leaks }))).cases.map((each) => each.leaks);
    expect(await leaksOf(true)).toEqual([{}, {}, {}]);
    expect(await leaksOf(false)).toEqual([false, false, false]);
  });

  it('are those the filter lets through', async () => {
    expect(await idsOf({ filter: '^ingestion/' })).toEqual(['ingestion/small', 'ingestion/large']);
  });

  it('are an error where there are none, which names those there are', async () => {
    await expect(select(config({ filter: 'nothing' }))).rejects.toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('search/dense, ingestion/small, ingestion/large') }),
    );
  });
});

it('a tag that no case has is told with the nearest one, where nothing is selected', async () => {
  await expect(select(config({ tags: ['smok'] }))).rejects.toThrow('no case has the tag "smok"; did you mean "smoke"?');
});

describe('the source of a case', () => {
  it('is its file relative to the working directory', async () => {
    const { cases } = await select(config());
    expect(cases.map(({ source }) => source)).toEqual(['scenarios.mjs', 'scenarios.mjs', 'scenarios.mjs']);
  });

  it('is within a selection of the folder that the file is in', async () => {
    expect(await idsOf({ scenarios: [folder] })).toEqual(['search/dense', 'ingestion/small', 'ingestion/large']);
  });
});

describe('what the scenarios need', () => {
  it('is told of those that are not selected as well', async () => {
    const { cases, needs } = await select(config({ filter: '^ingestion/' }));
    expect(cases.flatMap((selected) => selected.needs)).toEqual([]);
    expect([...needs]).toEqual(['model']);
  });
});

describe('the scenario files', () => {
  it('are told, each once, also where none of their cases is selected', async () => {
    const { files } = await select(config({ filter: '^ingestion/' }));
    expect(files).toEqual([join(folder, 'scenarios.mjs')]);
  });
});

describe('the budgets of the configuration', () => {
  it('win over those of the scenario, metric by metric', async () => {
    const budgets = { 'ingestion/*': { rss_delta_mb: 99 } };
    const { cases } = await select(config({ budgets }));
    expect(cases[1]?.budgets).toEqual({ rss_delta_mb: 99, peak_rss_mb: 500 });
  });

  it('are those of the last glob that matches', async () => {
    const budgets = { '**': { rss_delta_mb: 1 }, 'ingestion/small': { rss_delta_mb: 2 } };
    const { cases } = await select(config({ budgets }));
    expect(cases.map((selected) => selected.budgets.rss_delta_mb)).toEqual([1, 2, 1]);
  });

  it('are refused with a glob that names no case', async () => {
    const refused = select(config({ budgets: { ingestion: { rss_delta_mb: 1 } } }));
    await expect(refused).rejects.toThrow('the glob ingestion under budgets in the configuration names no case');
  });

  it.each([
    ['serch/dense', 'search/dense'],
    ['ingestion', 'ingestion/*'],
    ['ingestoin/**', 'ingestion/**'],
  ])('are refused with %s, and %s is suggested', async (glob, suggested) => {
    const refused = select(config({ budgets: { [glob]: { rss_delta_mb: 1 } } }));
    await expect(refused).rejects.toThrow(`did you mean "${suggested}"?`);
  });

  it('may name a case that is not selected this time', async () => {
    const budgets = { 'ingestion/large': { rss_delta_mb: 1 } };
    expect(await idsOf({ suite: 'smoke', budgets })).toEqual(['search/dense']);
  });
});

describe('a run of other scenarios than those of the configuration', () => {
  it('names the globs that apply to none of its cases', async () => {
    const limits = {
      budgets: { '**': { rss_delta_mb: 1 }, 'elsewhere/*': { rss_delta_mb: 1 } },
      thresholds: { '*': { rss_delta_mb: { absolute: 1 } } },
    };
    const { unusedGlobs } = await select(config({ ...limits, isNarrowed: true }));
    expect(unusedGlobs).toEqual(['elsewhere/*', '*']);
  });
});

describe('the thresholds of the configuration', () => {
  it('are refused with a glob that names no case', async () => {
    const refused = select(config({ thresholds: { '*': { rss_delta_mb: { absolute: 1 } } } }));
    await expect(refused).rejects.toThrow(UsageError);
  });
});

describe('the selection of a configuration', () => {
  it('is what the results document keeps', () => {
    const asked = config({ suite: 'smoke', filter: '^a', tags: ['x'], skipTags: ['y'], repeats: 2 });
    expect(selectionOf(asked)).toEqual({
      suite: 'smoke',
      scenarios: ['scenarios.mjs'],
      filter: '^a',
      tags: ['x'],
      skipTags: ['y'],
      repeats: 2,
    });
  });

  it('names scenarios relative to the working directory, and the built-in ones as such', () => {
    const scenarios = [folder, join(folder, 'bench'), join(folder, '..', 'shared.mjs'), builtInScenarios];
    expect(selectionOf(config({ scenarios })).scenarios).toEqual(['', 'bench', '../shared.mjs', 'builtin']);
  });

  it('names globs as they were written', () => {
    expect(selectionOf(config({ scenarios: [join(folder, 'bench/**/*.memory.ts')] })).scenarios).toEqual([
      'bench/**/*.memory.ts',
    ]);
  });

  it('has no filter where there is none', () => {
    expect(selectionOf(config())).not.toHaveProperty('filter');
  });
});
