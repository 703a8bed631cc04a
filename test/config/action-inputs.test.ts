import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readActionInputs, readCommentInputs } from '../../src/config/action-inputs.js';
import { UsageError } from '../../src/errors.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-bench-inputs-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The variables of a step with these inputs. */
function createInputs(inputs: Readonly<Record<string, string>> = {}): Record<string, string> {
  const variables = Object.entries({ 'github-token': 'secret', ...inputs }).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  );
  return {
    GITHUB_WORKSPACE: folder,
    RUNNER_TOOL_CACHE: join(folder, 'tools'),
    GITHUB_SHA: 'a'.repeat(40),
    ...Object.fromEntries(variables),
  };
}

async function refusal(inputs: Readonly<Record<string, string>>): Promise<string> {
  const error: unknown = await readActionInputs(createInputs(inputs)).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`it was not refused: ${String(error)}`);
  return `${error.message}\n${error.remedy}`;
}

describe('the input profiler', () => {
  it('names a profiler of native memory, and none of its own accord', async () => {
    expect((await readActionInputs(createInputs({ profiler: 'heaptrack' }))).config.profiler).toBe('heaptrack');
    expect((await readActionInputs(createInputs())).config.profiler).toBeUndefined();
    expect(await refusal({ profiler: 'perf' })).toContain('heaptrack, massif');
  });
});

describe('an action without inputs', () => {
  it('measures as at a desk, on the Node of PATH, and takes the official release of Qdrant first', async () => {
    const { config } = await readActionInputs(createInputs());
    expect(config).toMatchObject({
      workingDirectory: folder,
      suite: 'standard',
      repeats: 5,
      model: 'all-MiniLM-L6-v2',
      nodePath: 'node',
      commit: 'a'.repeat(40),
      qdrant: { kind: 'auto', version: '1.16.3', order: ['release', 'embedded', 'docker'] },
      cacheDir: join(folder, 'tools', 'memory-bench'),
      failOn: ['budget', 'regression', 'leak', 'error', 'missing', 'baseline'],
    });
  });

  it('compares, refreshes and comments by itself', async () => {
    const { baseline, comment, summary, artifacts, leg } = await readActionInputs(createInputs());
    expect({ baseline, comment, summary, artifacts, leg }).toEqual({
      baseline: { source: 'auto', branches: [], update: 'auto', commit: false, waitMs: 600_000 },
      comment: { when: 'auto', key: 'default' },
      summary: true,
      artifacts: { prefix: 'memory-bench', retentionDays: undefined },
      leg: '',
    });
  });
});

describe('inputs', () => {
  it('win over the configuration file', async () => {
    await writeFile(join(folder, 'memory-bench.config.json'), JSON.stringify({ suite: 'full', repeats: 9 }));
    const { config } = await readActionInputs(createInputs({ suite: 'smoke' }));
    expect(config).toMatchObject({ suite: 'smoke', repeats: 9 });
  });

  it('are relative to the working directory', async () => {
    const { config } = await readActionInputs(
      createInputs({ 'working-directory': 'packages/api', scenarios: 'bench\nbuiltin', 'baseline-path': 'kept' }),
    );
    expect(config.workingDirectory).toBe(join(folder, 'packages/api'));
    expect(config.scenarios[0]).toBe(join(folder, 'packages/api/bench'));
    expect(config.baseline).toBe(join(folder, 'packages/api/kept'));
  });

  it('lay budgets and thresholds over those of the file', async () => {
    const file = { budgets: { 'a/*': { peak_rss_mb: 1 }, 'b/*': { peak_rss_mb: 2 } } };
    await writeFile(join(folder, 'memory-bench.config.json'), JSON.stringify(file));
    const inputs = createInputs({
      budgets: '"b/*": { peak_rss_mb: 3 }',
      thresholds: '"**":\n  rss_delta_mb:\n    absolute: 4',
    });
    const { config } = await readActionInputs(inputs);
    expect(config.budgets).toEqual({ 'a/*': { peak_rss_mb: 1 }, 'b/*': { peak_rss_mb: 3 } });
    expect(config.thresholds).toEqual({ '**': { rss_delta_mb: { absolute: 4 } } });
  });

  it('lay variables of the measured process over those of the file', async () => {
    await writeFile(join(folder, 'memory-bench.config.yml'), 'env:\n  MALLOC_ARENA_MAX: 4\n  FAST: true\n');
    const { config } = await readActionInputs(createInputs({ env: 'MALLOC_ARENA_MAX=2\n\nNODE_ENV=production' }));
    expect(config.env).toEqual({ MALLOC_ARENA_MAX: '2', FAST: 'true', NODE_ENV: 'production' });
  });

  it('leave the time to the file, and without either to an hour', async () => {
    expect((await readActionInputs(createInputs())).config.timeLimitMs).toBe(3_600_000);
    await writeFile(join(folder, 'memory-bench.config.yml'), 'timeoutMinutes: 5');
    expect((await readActionInputs(createInputs())).config.timeLimitMs).toBe(300_000);
  });

  it('may say that nothing fails the step', async () => {
    expect((await readActionInputs(createInputs({ 'fail-on': 'none' }))).config.failOn).toEqual([]);
  });

  it('tell the legs of a matrix apart', async () => {
    const matrix = '{"node": 22, "os": "ubuntu-24.04", "include": {"a": [1]}}';
    const { leg } = await readActionInputs(createInputs({ matrix }));
    expect(leg).toBe('node 22, os ubuntu-24.04, include {"a":[1]}');
  });

  it('have no leg outside of a matrix', async () => {
    expect((await readActionInputs(createInputs({ matrix: 'null' }))).leg).toBe('');
  });

  it.each([
    ['suite', 'standart', /Did you mean "standard"\?/],
    ['fail-on', 'regresion', /Did you mean "regression"\?/],
    ['env', 'MALLOC_ARENA_MAX', /NAME=VALUE/],
    ['env', 'PATH=/bin', /PATH/],
    ['suite', 'all', /suite.*"all"[\s\S]*smoke, standard, full/],
    ['qdrant', 'cloud', /qdrant.*"cloud"[\s\S]*auto, embedded, release, docker, url, none/],
    ['baseline', 'git', /auto, artifact, file, none/],
    ['update-baseline', 'yes', /auto, always, never/],
    ['comment', 'yes', /auto, always, changes, never/],
    ['fail-on', 'regression,slow', /"slow"[\s\S]*budget, regression, leak, error, missing/],
    ['repeats', '0', /repeats.*whole number from 1/s],
    ['repeats', 'many', /repeats/],
    ['timeout-minutes', '0', /timeout-minutes/],
    ['retention-days', '1.5', /retention-days/],
    ['summary', 'yes', /summary[\s\S]*true/],
    ['comment-key', 'a b', /comment-key/],
    ['comment-key', '-->', /comment-key/],
    ['artifact-name', 'a/b', /artifact-name/],
    ['qdrant-version', 'latest', /latest.*version/],
    ['qdrant-url', 'localhost', /http/],
    ['qdrant', 'url', /no URL was given/],
    ['budgets', '{', /budgets is not YAML/],
    ['budgets', '"**": { peak_rss: 3 }', /budgets has a mistake[\s\S]*did you mean "peak_rss_mb"/],
    ['thresholds', '"**": { rss_delta_mb: 3 }', /thresholds has a mistake/],
    ['github-token', '', /github-token is empty/],
  ])('refuse %s: %s, and say what is legal', async (name, value, message) => {
    expect(await refusal({ [name]: value })).toMatch(message);
  });
});

describe('the comment action', () => {
  it('comments always, with the baseline of the default branch', () => {
    expect(readCommentInputs(createInputs())).toEqual({
      baseline: { source: 'auto', branches: [], path: 'baselines' },
      when: 'always',
      artifacts: { prefix: 'memory-bench' },
      token: 'secret',
    });
  });

  it('refuses a mode it does not have', () => {
    expect(() => readCommentInputs(createInputs({ comment: 'never' }))).toThrow(/comment.*"never"/);
  });
});
