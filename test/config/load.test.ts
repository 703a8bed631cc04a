import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deskSurroundings, type Flags, loadConfig as load } from '../../src/config/load.js';
import { UsageError } from '../../src/errors.js';
import { builtInScenarios } from '../../src/package-root.js';

const configFileName = 'memory-bench.config.json';

let folder: string;

const loadConfig = (flags: Flags, workingDirectory: string) => load(flags, deskSurroundings(workingDirectory));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-bench-config-'));
  vi.stubEnv('MEMORY_BENCH_CACHE_DIR', undefined);
  vi.stubEnv('QDRANT_API_KEY', undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function writeConfig(content: object | string, name = configFileName): Promise<void> {
  await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

async function refusal(flags: Flags = {}): Promise<UsageError> {
  try {
    await loadConfig(flags, folder);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('defaults', () => {
  it('are those of our pages', async () => {
    expect(await loadConfig({}, folder)).toMatchObject({
      workingDirectory: folder,
      suite: 'standard',
      scenarios: [builtInScenarios],
      filter: undefined,
      tags: [],
      skipTags: [],
      repeats: 5,
      profile: 'default',
      qdrant: { kind: 'auto', version: '1.16.3' },
      model: 'all-MiniLM-L6-v2',
      require: [],
      baseline: join(folder, 'baselines'),
      baselineRequired: false,
      updateBaseline: false,
      out: join(folder, '.memory-bench'),
      resume: false,
      leaks: true,
      failOn: ['budget', 'regression', 'leak', 'error', 'missing', 'baseline'],
      json: false,
      budgets: {},
      thresholds: {},
    });
  });

  it('are three samples for the smoke suite', async () => {
    expect((await loadConfig({ suite: 'smoke' }, folder)).repeats).toBe(3);
  });

  it('lets a case have four times the planned samples where those do not settle it', async () => {
    expect((await loadConfig({ repeats: 3 }, folder)).maxRepeats).toBe(12);
  });

  it('takes as many at most as it is told, from the flag before the file', async () => {
    await writeConfig({ maxRepeats: 30 });
    expect((await loadConfig({ repeats: 3 }, folder)).maxRepeats).toBe(30);
    expect((await loadConfig({ repeats: 3, maxRepeats: 3 }, folder)).maxRepeats).toBe(3);
  });

  it('lets the planned samples win over a file that allows fewer', async () => {
    await writeConfig({ maxRepeats: 4 });
    expect((await loadConfig({ repeats: 5 }, folder)).maxRepeats).toBe(5);
  });

  it('refuses a flag for fewer at most than are planned', async () => {
    await expect(loadConfig({ repeats: 5, maxRepeats: 4 }, folder)).rejects.toThrow(/at most 4 samples a case, but 5/);
  });

  it('are three samples for a smoke suite that the file asks for', async () => {
    await writeConfig({ suite: 'smoke' });
    expect((await loadConfig({}, folder)).repeats).toBe(3);
  });
});

describe('the configuration file', () => {
  it('wins over defaults', async () => {
    await writeConfig({ suite: 'full', repeats: 9, profile: 'stable', model: 'other', filter: '^a', failOn: ['leak'] });
    expect(await loadConfig({}, folder)).toMatchObject({
      suite: 'full',
      repeats: 9,
      profile: 'stable',
      model: 'other',
      filter: '^a',
      failOn: ['leak'],
    });
  });

  it.each(['./model', '../models/mine', 'models/mine'])(
    'has the model directory %s relative to itself',
    async (model) => {
      await mkdir(join(folder, 'sub'));
      await writeConfig({ model }, 'sub/config.json');
      expect((await loadConfig({ config: 'sub/config.json' }, folder)).model).toBe(join(folder, 'sub', model));
    },
  );

  it('wins over the number of samples of the suite', async () => {
    await writeConfig({ suite: 'smoke', repeats: 7 });
    expect((await loadConfig({}, folder)).repeats).toBe(7);
  });

  it('gives budgets and thresholds', async () => {
    const budgets = { '**': { rss_delta_mb: 100 } };
    const thresholds = { 'search/*': { peak_rss_mb: { absolute: 20 } } };
    await writeConfig({ budgets, thresholds });
    expect(await loadConfig({}, folder)).toMatchObject({ budgets, thresholds });
  });

  it('may say that nothing fails the run', async () => {
    await writeConfig({ failOn: [] });
    expect((await loadConfig({}, folder)).failOn).toEqual([]);
  });

  it('gives what flags give', async () => {
    await writeConfig({
      tags: ['fast'],
      skipTags: ['slow'],
      timeoutMinutes: 0.5,
      env: { MALLOC_ARENA_MAX: 2, FAST: true, NODE_ENV: 'production' },
    });
    expect(await loadConfig({}, folder)).toMatchObject({
      tags: ['fast'],
      skipTags: ['slow'],
      timeLimitMs: 30_000,
      env: { MALLOC_ARENA_MAX: '2', FAST: 'true', NODE_ENV: 'production' },
    });
  });

  it('may name its schema for editors', async () => {
    await writeConfig({ $schema: './schema/config.schema.json' });
    expect((await loadConfig({}, folder)).suite).toBe('standard');
  });

  it('is found under another name that a flag gives', async () => {
    await writeConfig({ suite: 'full' }, 'other.json');
    expect((await loadConfig({ config: 'other.json' }, folder)).suite).toBe('full');
  });
});

describe('a flag', () => {
  it.each<[string, object, Flags, object]>([
    ['suite', { suite: 'full' }, { suite: 'smoke' }, { suite: 'smoke' }],
    ['repeats', { repeats: 9 }, { repeats: 2 }, { repeats: 2 }],
    ['profile', { profile: 'stable' }, { profile: 'production' }, { profile: 'production' }],
    ['model', { model: 'a' }, { model: 'b' }, { model: 'b' }],
    ['filter', { filter: '^a' }, { filter: '^b' }, { filter: '^b' }],
    ['require', { require: ['model'] }, { require: ['qdrant'] }, { require: ['qdrant'] }],
    ['fail-on', { failOn: ['leak'] }, { failOn: [] }, { failOn: [] }],
    ['no-leaks', { leaks: true }, { leaks: false }, { leaks: false }],
    ['tag', { tags: ['a'] }, { tag: ['b'] }, { tags: ['b'] }],
    ['skip-tag', { skipTags: ['a'] }, { skipTag: ['b'] }, { skipTags: ['b'] }],
    [
      'tag, of what the file skips',
      { skipTags: ['broken', 'slow'] },
      { tag: ['broken'] },
      { tags: ['broken'], skipTags: ['slow'] },
    ],
    ['timeout-minutes', { timeoutMinutes: 1 }, { timeoutMinutes: 2 }, { timeLimitMs: 120_000 }],
    ['node-path', { nodePath: '/a' }, { nodePath: '/b' }, { nodePath: '/b' }],
    ['out', { out: '/a' }, { out: '/b' }, { out: '/b' }],
    ['env, name by name', { env: { A: '1', B: '1' } }, { env: ['B=2'] }, { env: { A: '1', B: '2' } }],
  ])('wins over the file: %s', async (_, file, flags, expected) => {
    await writeConfig(file);
    expect(await loadConfig(flags, folder)).toMatchObject(expected);
  });

  it('that is not given leaves leak detection to the file', async () => {
    await writeConfig({ leaks: false });
    expect(await loadConfig({ leaks: true }, folder)).toMatchObject({ leaks: false });
  });

  it('leaves the other fields of the file alone', async () => {
    await writeConfig({ suite: 'full', repeats: 9 });
    expect(await loadConfig({ repeats: 2 }, folder)).toMatchObject({ suite: 'full', repeats: 2 });
  });
});

describe('paths', () => {
  beforeEach(() => mkdir(join(folder, 'ci')));

  it('of scenarios in the file start at the file', async () => {
    await writeConfig({ scenarios: ['bench', '../shared.mjs', '/abs.mjs'] }, 'ci/memory.json');
    expect((await loadConfig({ config: 'ci/memory.json' }, folder)).scenarios).toEqual([
      join(folder, 'ci', 'bench'),
      join(folder, 'shared.mjs'),
      '/abs.mjs',
    ]);
  });

  it('of scenarios in flags start at the working directory', async () => {
    await writeConfig({ scenarios: ['bench'] }, 'ci/memory.json');
    const { scenarios } = await loadConfig({ config: 'ci/memory.json', scenarios: ['own'] }, folder);
    expect(scenarios).toEqual([join(folder, 'own')]);
  });

  it('called builtin are the built-in scenarios, in flags and file', async () => {
    await writeConfig({ scenarios: ['builtin', 'bench'] });
    expect((await loadConfig({}, folder)).scenarios).toEqual([builtInScenarios, join(folder, 'bench')]);
    expect((await loadConfig({ scenarios: ['builtin'] }, folder)).scenarios).toEqual([builtInScenarios]);
  });

  it('of no scenarios at all are the built-in ones', async () => {
    await writeConfig({ scenarios: [] });
    expect((await loadConfig({}, folder)).scenarios).toEqual([builtInScenarios]);
  });

  it('of the baseline in the file start at the file', async () => {
    await writeConfig({ baseline: 'main.json' }, 'ci/memory.json');
    expect(await loadConfig({ config: 'ci/memory.json' }, folder)).toMatchObject({
      baseline: join(folder, 'ci', 'main.json'),
      baselineRequired: true,
    });
  });

  it('of the baseline in a flag start at the working directory', async () => {
    await writeConfig({ baseline: 'main.json' }, 'ci/memory.json');
    expect(await loadConfig({ config: 'ci/memory.json', baseline: 'pr.json' }, folder)).toMatchObject({
      baseline: join(folder, 'pr.json'),
      baselineRequired: true,
    });
  });

  it.each(['out', 'nodePath'])('%s in the file start at the file', async (field) => {
    await writeConfig({ [field]: 'there' }, 'ci/memory.json');
    expect(await loadConfig({ config: 'ci/memory.json' }, folder)).toMatchObject({
      [field]: join(folder, 'ci', 'there'),
    });
  });

  it('of the results start at the working directory', async () => {
    expect((await loadConfig({ out: 'reports' }, folder)).out).toBe(join(folder, 'reports'));
  });

  it('of the cache come from the flag, then the environment', async () => {
    vi.stubEnv('MEMORY_BENCH_CACHE_DIR', '/from/environment');
    expect((await loadConfig({}, folder)).cacheDir).toBe('/from/environment');
    expect((await loadConfig({ cacheDir: 'here' }, folder)).cacheDir).toBe(join(folder, 'here'));
  });
});

describe('a configuration file is refused', () => {
  it('when a flag names it and it is not there', async () => {
    expect((await refusal({ config: 'none.json' })).message).toContain(join(folder, 'none.json'));
  });

  it('when it is not JSON', async () => {
    await writeConfig('{ "suite": ');
    expect((await refusal()).message).toContain(`cannot read the configuration ${join(folder, configFileName)}`);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, /"colour"/],
    ['an unknown metric in a budget', { budgets: { '**': { weight_kg: 1 } } }, /→ at budgets\["\*\*"\]/],
    [
      'an unknown field of a threshold',
      { thresholds: { 'a/*': { rss_delta_mb: { percent: 5 } } } },
      /unknown field "percent"; legal are: relativePercent, absolute\s+→ at thresholds\["a\/\*"\]\.rss_delta_mb/,
    ],
    [
      'a negative threshold',
      { thresholds: { a: { rss_delta_mb: { absolute: -1 } } } },
      /→ at thresholds\.a\.rss_delta_mb\.absolute/,
    ],
    ['a text for a budget', { budgets: { a: { rss_delta_mb: '10' } } }, /→ at budgets\.a\.rss_delta_mb/],
    ['no samples', { repeats: 0 }, /→ at repeats/],
    ['half a sample', { repeats: 2.5 }, /→ at repeats/],
    ['an unknown suite', { suite: 'big' }, /"smoke"\|"standard"\|"full"\s+→ at suite/],
    ['an unknown profile', { profile: 'fast' }, /"default"\|"stable"\|"production"\s+→ at profile/],
    [
      'an unknown kind of finding',
      { failOn: ['leak', 'smell'] },
      /"budget"\|"regression"\|"leak"\|"error"\|"missing"\|"baseline"\|"skipped"\s+→ at failOn\[1\]/,
    ],
    ['an unknown service', { require: ['redis'] }, /"qdrant"\|"model"\s+→ at require\[0\]/],
    ['a typo in a field', { treshold: {} }, /unknown field "treshold"; did you mean "thresholds"\?/],
    [
      'a typo in a metric',
      { budgets: { '**': { rss_delta: 1 } } },
      /"rss_delta"; did you mean "rss_delta_mb"\?\s+→ at budgets\["\*\*"\]/,
    ],
    [
      'a typo in a floor',
      { thresholds: { '**': { rss_delta_mb: { relativPercent: 1 } } } },
      /"relativPercent"; did you mean "relativePercent"\?/,
    ],
    ['a typo in a kind of finding', { failOn: ['regresion'] }, /did you mean "regression"\?\s+→ at failOn\[0\]/],
    ['a typo in the source of Qdrant', { qdrant: 'relaese' }, /did you mean "release"\?\s+→ at qdrant/],
    ['an API key of Qdrant', { qdrant: { url: 'http://localhost', apiKey: 'x' } }, /unknown field "apiKey"/],
    ['a name that no variable can have', { env: { 'A B': '1' } }, /→ at env\["A B"\]/],
    ['no time', { timeoutMinutes: 0 }, /→ at timeoutMinutes/],
    ['one path in place of a list', { scenarios: 'bench' }, /→ at scenarios/],
    [
      'a glob that backtracks',
      { budgets: { '*(a*)*(a*)': { rss_delta_mb: 1 } } },
      /the glob "\*\(a\*\)\*\(a\*\)" cannot be used: `\(` has no meaning in a glob.*a glob can have `\*`/,
    ],
    ['a glob that is left open', { thresholds: { 'a/{b,c': {} } }, /a brace is not closed/],
    ['a filter without an end', { filter: `(${'a'.repeat(500)}` }, /→ at filter/],
    ['more samples than a document holds', { repeats: 401 }, /→ at repeats/],
  ])('for %s, with its place', async (_, content, place) => {
    await writeConfig(content);
    expect((await refusal()).message).toMatch(place);
  });

  it('where it is nested without an end', async () => {
    await writeConfig('['.repeat(100_000));
    expect((await refusal()).message).toMatch(/cannot read the configuration .*nested deeper than 64 levels/);
  });

  it.each([
    [
      'aliases that multiply',
      'a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      /alias/i,
    ],
    ['brackets without an end', '['.repeat(100_000), /cannot read the configuration/],
    ['megabytes', `# ${'a'.repeat(2 ** 20)}`, /more than 1048576 characters/],
  ])('where its YAML has %s', async (_, content, message) => {
    await writeConfig(content, 'memory-bench.config.yml');
    expect((await refusal()).message).toMatch(message);
  });

  it('for a pattern that is none', async () => {
    await writeConfig({ filter: '(' });
    expect((await refusal()).message).toContain('the filter ( is no regular expression');
  });
});

describe('flags are refused', () => {
  it('for a suite there is not, with those there are', async () => {
    expect(await refusal({ suite: 'big' })).toMatchObject({
      message: 'there is no suite big',
      remedy: 'Legal are: smoke, standard, full.',
    });
  });

  it('for more samples than a document holds', async () => {
    expect((await refusal({ repeats: 401 })).message).toBe('repeats is 401; a case can have 400 samples');
    expect((await refusal({ maxRepeats: 1_000 })).message).toBe('max-repeats is 1000; a case can have 400 samples');
  });

  it('for more globs, with those of the file, than another run would read', async () => {
    const globs = (prefix: string) =>
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${prefix}${index}`, { rss_delta_mb: 1 }]));
    await writeConfig({ budgets: globs('a') });
    expect((await refusal({ budgets: globs('b') })).message).toBe('there are 600 globs in budgets; there can be 500');
  });

  it('for a filter that is too long to be compiled', async () => {
    expect((await refusal({ filter: `(${'a'.repeat(500)}` })).message).toBe(
      'the filter has 501 characters; it can have 500',
    );
  });

  it('for a pattern that is none', async () => {
    expect((await refusal({ filter: '[' })).message).toContain('no regular expression');
  });
});

describe('the Qdrant server', () => {
  it('of the file may be named in short', async () => {
    await writeConfig({ qdrant: 'docker' });
    expect((await loadConfig({}, folder)).qdrant).toEqual({ kind: 'docker', version: '1.16.3' });
  });

  it('of the file may be a program, which is relative to it', async () => {
    await mkdir(join(folder, 'ci'));
    await writeConfig({ qdrant: { binary: 'qdrant' } }, 'ci/memory.json');
    expect((await loadConfig({ config: 'ci/memory.json' }, folder)).qdrant).toEqual({
      kind: 'binary',
      path: join(folder, 'ci', 'qdrant'),
    });
  });

  it('of a flag wins over that of the file', async () => {
    await writeConfig({ qdrant: { url: 'http://localhost:6333' } });
    expect((await loadConfig({ qdrant: 'embedded' }, folder)).qdrant).toEqual({ kind: 'embedded' });
  });
});

describe('limits of flags', () => {
  const budgets = { '**': { peak_rss_mb: 300, rss_delta_mb: 20 }, 'search/*': { peak_rss_mb: 200 } };

  it('lie over those of the file metric by metric', async () => {
    await writeConfig({ budgets });
    const config = await loadConfig({ budgets: { '**': { peak_rss_mb: 400 } } }, folder);
    expect(config.budgets['**']).toEqual({ peak_rss_mb: 400, rss_delta_mb: 20 });
  });

  it('come after those of the file, and win over its more special globs', async () => {
    await writeConfig({ budgets });
    const config = await loadConfig({ budgets: { '**': { peak_rss_mb: 400 } } }, folder);
    expect(Object.keys(config.budgets)).toEqual(['search/*', '**']);
  });
});

describe('commands of the file', () => {
  const commands = [{ name: 'job', description: 'Works.', command: ['true'] }];

  it('are all that is measured where the file names no scenarios', async () => {
    await writeConfig({ commands });
    expect(await loadConfig({}, folder)).toMatchObject({ commands, scenarios: [] });
  });

  it('stand beside the scenarios of the file', async () => {
    await writeConfig({ commands, scenarios: ['builtin'] });
    expect(await loadConfig({}, folder)).toMatchObject({ commands, scenarios: [builtInScenarios] });
  });

  it('are left out where a flag names scenarios', async () => {
    await writeConfig({ commands });
    expect(await loadConfig({ scenarios: ['builtin'] }, folder)).toMatchObject({ commands: [], isNarrowed: true });
  });

  it('are told with the nearest name where a field is a typo', async () => {
    await writeConfig({ commands: [{ ...commands[0], handshak: true }] });
    expect((await refusal()).message).toContain('did you mean "handshake"?');
  });
});
