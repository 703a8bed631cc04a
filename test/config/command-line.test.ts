import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommandLine, type Request } from '../../src/config/command-line.js';
import type { Config } from '../../src/config/config.js';
import { UsageError } from '../../src/errors.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memory-bench-command-line-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parse = (...given: string[]): Promise<Request> => parseCommandLine(given, '1.2.3', folder);

async function configOf(...given: string[]): Promise<Config> {
  const request = await parse(...given);
  if (!('config' in request)) throw new Error(`it was taken for ${request.kind}`);
  return request.config;
}

async function textOf(...given: string[]): Promise<string> {
  const request = await parse(...given);
  if (request.kind !== 'text') throw new Error(`it was taken for ${request.kind}`);
  return request.text;
}

async function refusal(...given: string[]): Promise<UsageError> {
  try {
    await parse(...given);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('the command line was accepted');
}

describe('a command', () => {
  it.each(['run', 'list', 'doctor'])('%s is understood', async (name) => {
    expect((await parse(name)).kind).toBe(name);
  });

  it('compare is given two documents', async () => {
    expect(await parse('compare', 'main.json', 'pr.json')).toMatchObject({
      kind: 'compare',
      baseline: 'main.json',
      results: 'pr.json',
    });
  });
});

describe('report', () => {
  it('shows the last run, beside its results, where nothing else is asked for', async () => {
    expect(await parse('report')).toMatchObject({
      kind: 'report',
      results: join(folder, '.memory-bench', 'results.json'),
      page: join(folder, '.memory-bench', 'report.html'),
      open: false,
      config: { baselineRequired: false },
    });
  });

  it('is told which results, compared with what, and where the page goes', async () => {
    const flags = ['--baseline', 'main.json', '--out', 'page.html', '--open', '--fail-on', 'leak'];
    expect(await parse('report', 'kept/pr.json', ...flags)).toMatchObject({
      results: join(folder, 'kept', 'pr.json'),
      page: join(folder, 'page.html'),
      open: true,
      config: { baseline: join(folder, 'main.json'), baselineRequired: true, failOn: ['leak'] },
    });
  });
});

describe('init', () => {
  it('is asked for nothing', async () => {
    const nothing = { force: false, dryRun: false, action: undefined };
    expect(await parse('init')).toEqual({ kind: 'init', workingDirectory: folder, ...nothing });
  });

  it('understands its flags', async () => {
    const given = ['--force', '--dry-run', '--action', 'octo-org/memory-bench-action@v1.2'];
    expect(await parse('init', ...given)).toMatchObject({
      force: true,
      dryRun: true,
      action: 'octo-org/memory-bench-action@v1.2',
    });
  });

  it.each(['memory-bench-action', 'a/b', 'a/b/c@v1', 'a/b@', "a/b@v1'\n"])('refuses the action %j', async (action) => {
    expect((await refusal('init', '--action', action)).message).toContain('Give owner/repo@ref');
  });
});

describe('the flags of run', () => {
  it('are all understood', async () => {
    const flags = [
      ['--suite', 'full'],
      ['--filter', '^search/'],
      ['--repeats', '7'],
      ['--profile', 'stable'],
      ['--require', 'qdrant,model'],
      ['--qdrant-url', 'http://localhost:6333'],
      ['--qdrant-api-key', 'secret'],
      ['--model', 'other'],
      ['--baseline', '/main.json'],
      ['--update-baseline'],
      ['--out', '/reports'],
      ['--profiler', 'massif'],
      ['--resume'],
      ['--fail-on', 'budget,leak'],
      ['--json'],
      ['--cache-dir', '/cache'],
    ];
    expect(await configOf('run', ...flags.flat())).toMatchObject({
      suite: 'full',
      filter: '^search/',
      repeats: 7,
      profile: 'stable',
      require: ['qdrant', 'model'],
      qdrant: { kind: 'url', url: 'http://localhost:6333', apiKey: 'secret' },
      model: 'other',
      baseline: '/main.json',
      baselineRequired: true,
      updateBaseline: true,
      out: '/reports',
      profiler: 'massif',
      resume: true,
      failOn: ['budget', 'leak'],
      json: true,
      cacheDir: '/cache',
    });
  });

  it('take several tags', async () => {
    const { tags, skipTags } = await configOf('run', '--tag', 'a', 'b', '--skip-tag', 'c');
    expect([tags, skipTags]).toEqual([['a', 'b'], ['c']]);
  });

  it('take variables of the measured process, one after the other or each with its flag', async () => {
    const { env } = await configOf('run', '--env', 'A=1', 'B=-2', '--env', 'C=a=b');
    expect(env).toEqual({ A: '1', B: '-2', C: 'a=b' });
  });

  it('take several scenario paths', async () => {
    expect((await configOf('run', '--scenarios', '/a', '/b')).scenarios).toEqual(['/a', '/b']);
  });

  it('take blanks in a comma list', async () => {
    expect((await configOf('run', '--fail-on', 'budget, leak')).failOn).toEqual(['budget', 'leak']);
  });

  it('let nothing fail the run with none', async () => {
    expect((await configOf('run', '--fail-on', 'none')).failOn).toEqual([]);
  });
});

describe('help', () => {
  it('has examples', async () => {
    expect(await textOf('--help')).toMatch(/Examples:\n {2}memory-bench init/);
  });

  it.each(['0', '1', '2', '3', '70', '130'])('has the exit status %s', async (status) => {
    const [, statuses] = (await textOf('--help')).split('Exit status:');
    expect(statuses).toMatch(new RegExp(`\\b${status} `));
  });

  it('names every command', async () => {
    for (const name of ['run', 'list', 'compare', 'doctor'])
      expect(await textOf('--help')).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });

  it('is what one gets who asks for nothing', async () => {
    expect(await textOf()).toContain('Examples:');
  });

  it('of a command has its flags', async () => {
    expect(await textOf('run', '--help')).toContain('--update-baseline');
  });

  it('gives way to the version', async () => {
    expect((await textOf('--version')).trim()).toBe('1.2.3');
  });
});

describe('a mistake is refused', () => {
  it.each([
    ['an unknown command', ['measure'], 'measure'],
    ['an unknown flag', ['run', '--fast'], '--fast'],
    ['an unknown flag before the command', ['--fast', 'run'], '--fast'],
    ['an argument too many', ['run', 'search'], 'too many arguments'],
    ['a flag without its value', ['run', '--filter'], '--filter'],
    ['a document too few', ['compare', 'main.json'], 'results'],
    ['a typo in a suite', ['run', '--suite', 'standart'], 'Did you mean "standard"?'],
    ['a typo in a profile', ['run', '--profile', 'stabel'], 'Did you mean "stable"?'],
    ['a typo in a source', ['run', '--qdrant', 'dokcer'], 'Did you mean "docker"?'],
    ['a typo in a kind', ['run', '--fail-on', 'budget,leaks'], 'Did you mean "leak"?'],
    ['a typo in a service', ['run', '--require', 'qdrnt'], 'Did you mean "qdrant"?'],
    ['a typo in a flag', ['run', '--fliter', 'x'], 'Did you mean --filter?'],
    ['a variable without a value', ['run', '--env', 'MALLOC_ARENA_MAX'], 'NAME=VALUE'],
    ['a suite there is not', ['run', '--suite', 'big'], 'smoke, standard, full'],
    ['a profiler for a profile', ['run', '--profile', 'heaptrack'], 'use --profiler heaptrack'],
    ['a profiler there is not', ['run', '--profiler', 'perf'], 'heaptrack, massif'],
    ['a profile there is not', ['run', '--profile', 'fast'], 'default, stable, production'],
    ['a kind there is not', ['run', '--fail-on', 'smell'], 'budget, regression, leak, error, missing'],
    ['a kind beside none', ['run', '--fail-on', 'none,leak'], 'budget, regression, leak, error, missing'],
    ['no kind', ['run', '--fail-on', ''], 'budget, regression, leak, error, missing'],
    ['a service there is not', ['run', '--require', 'redis'], 'qdrant, model'],
    ['no samples', ['run', '--repeats', '0'], 'whole number from 1'],
    ['fewer than no samples', ['run', '--repeats', '-1'], 'whole number from 1'],
    ['half a sample', ['run', '--repeats', '1.5'], 'whole number from 1'],
    ['a word for a number', ['run', '--repeats', 'many'], 'whole number from 1'],
    ['a pattern that is none', ['run', '--filter', '('], 'no regular expression'],
    ['a flag of another command', ['list', '--repeats', '3'], '--repeats'],
  ])('%s', async (_, given, told) => {
    expect((await refusal(...given)).message).toContain(told);
  });

  it('and help is named', async () => {
    expect((await refusal('run', '--fast')).remedy).toContain('--help');
  });

  it('without the word error, which the door says', async () => {
    expect((await refusal('measure')).message).not.toMatch(/^error/);
  });
});
