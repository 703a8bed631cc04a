import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/verdict.js';
import type { Results } from '../../src/results/schema.js';
import {
  type CommandResult,
  caseOf,
  errorOf,
  type FinishedRun,
  fixture,
  judgedCase,
  judgedSamplesOf,
  memoryBench,
  repositoryRoot,
  runFixtures,
  temporaryFolder,
} from '../processes.js';
import { needs } from '../requires/needs.js';

const flags = ['--repeats', '3'];

let baselines: string;
let lean: FinishedRun;
let grown: FinishedRun;
beforeAll(async () => {
  baselines = temporaryFolder();
  lean = await runFixtures(fixture('comparing/lean'), [...flags, '--baseline', baselines, '--update-baseline']);
  grown = await runFixtures(fixture('comparing/grown'), [...flags, '--baseline', baselines]);
});

const resultsOf = ({ out }: FinishedRun) => join(out, 'results.json');

async function compareAsJson(...given: string[]): Promise<CommandResult & { comparison: Comparison }> {
  const result = await memoryBench(['compare', ...given, '--json']);
  return { ...result, comparison: JSON.parse(result.stdout) };
}

describe('a run with --update-baseline', () => {
  it('writes a baseline named after the environment', () => {
    expect(readdirSync(baselines)).toEqual([`${lean.results.environment.key}.json`]);
  });

  it('says where', () => {
    expect(lean.stdout).toContain(join(baselines, `${lean.results.environment.key}.json`));
  });

  it('ends with 0, though there was no baseline to compare with', () => {
    expect(lean.code).toBe(0);
    expect(lean.stdout).toContain('no baseline yet');
  });
});

describe('a run that retains 20 MiB more than its baseline', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    ({ comparison } = await compareAsJson(resultsOf(lean), resultsOf(grown)));
  });

  it('ends with 1', () => {
    expect(grown.code).toBe(1);
  });

  it('is a regression of about that size', () => {
    const metrics = judgedCase(comparison, 'index').metrics.filter(({ verdict }) => verdict === 'regression');
    expect(metrics.map(({ metric }) => metric)).toContain('native_delta_mb');
    for (const { difference } of metrics.filter(({ metric }) => /^(native|rss)_delta_mb$/.test(metric))) {
      expect(difference).toBeGreaterThan(19);
      expect(difference).toBeLessThan(21.5);
    }
  });

  it('leaves the case that did not change as it is', () => {
    expect(judgedCase(comparison, 'steady').verdict).toBe('unchanged');
  });

  it('is told in the table, with both medians and the difference', () => {
    expect(grown.stdout).toMatch(/^regression {2}index {2}native_delta_mb 1\.0. MiB -> 21\.0 MiB: \+20\.0 MiB/m);
    expect(grown.stdout).toMatch(/^FAIL {2}1 regression$/m);
  });

  it('is measured longer than planned, to see it again', () => {
    const { samples, extensions } = caseOf(grown, 'index');
    expect(samples.filter(({ pass }) => pass === 'memory')).toHaveLength(6);
    expect(extensions).toMatchObject([{ after: 3, reason: 'confirm' }]);
    expect(grown.stdout).toContain('index: 3 more samples taken to confirm the regression (');
  });

  it('measures the case that did not change no longer than planned', () => {
    const { samples, extensions } = caseOf(grown, 'steady');
    expect(samples.filter(({ pass }) => pass === 'memory')).toHaveLength(3);
    expect(extensions).toBeUndefined();
  });

  it('takes no sample more than --max-repeats', async () => {
    const given = [...flags, '--max-repeats', '3', '--filter', 'index', '--baseline', baselines];
    const hasty = await runFixtures(fixture('comparing/grown'), given);
    expect(hasty.code).toBe(1);
    const { samples } = caseOf(hasty, 'index');
    expect(samples.filter(({ pass }) => pass === 'memory')).toHaveLength(3);
  });

  it('does not touch the baseline', () => {
    const kept: Results = JSON.parse(readFileSync(join(baselines, `${lean.results.environment.key}.json`), 'utf8'));
    expect(kept.startedAt).toBe(lean.results.startedAt);
  });

  it('is an improvement the other way round', async () => {
    const back = await compareAsJson(resultsOf(grown), resultsOf(lean));
    expect(back.code).toBe(0);
    expect(judgedCase(back.comparison, 'index').verdict).toBe('improvement');
  });
});

describe('a run of the same code as its baseline', () => {
  it('ends with 0 and has no regression', async () => {
    const again = await runFixtures(fixture('comparing/lean'), [...flags, '--baseline', baselines]);
    expect(again.code).toBe(0);
    const { comparison } = await compareAsJson(resultsOf(lean), resultsOf(again));
    expect(comparison.findings.regression).toBe(0);
  });
});

describe('compare', () => {
  it('of results with themselves ends with 0 and finds every case unchanged', async () => {
    const { code, comparison } = await compareAsJson(resultsOf(grown), resultsOf(grown));
    expect(code).toBe(0);
    expect(comparison.cases.map(({ verdict }) => verdict)).toEqual(['unchanged', 'unchanged']);
  });

  it('refuses documents that have no case in common, which would pass for having compared nothing', async () => {
    const path = join(temporaryFolder(), 'others.json');
    const others = lean.results.cases.map((result) => ({ ...result, id: `other/${result.id}` }));
    writeFileSync(path, JSON.stringify({ ...lean.results, cases: others }));
    const result = await memoryBench(['compare', path, resultsOf(lean)]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('have no case in common');
  });

  it('takes the file of the environment from a folder', async () => {
    expect((await memoryBench(['compare', baselines, resultsOf(lean)])).code).toBe(0);
  });

  it('ends with 1 where there is a regression', async () => {
    expect((await memoryBench(['compare', resultsOf(lean), resultsOf(grown)])).code).toBe(1);
  });

  it('ends with 0 where --fail-on does not name what was found, and still tells it', async () => {
    const result = await memoryBench(['compare', resultsOf(lean), resultsOf(grown), '--fail-on', 'leak,budget']);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^regression {2}index/m);
  });

  it('ends with 0 where a threshold of the configuration allows the change', async () => {
    const cwd = temporaryFolder();
    const allowed = { absolute: 50 };
    const changed = ['rss_delta_mb', 'native_delta_mb', 'peak_rss_mb', 'peak_delta_mb', 'cold_rss_delta_mb'];
    const metrics = Object.fromEntries([...changed, 'cold_peak_delta_mb'].map((metric) => [metric, allowed]));
    writeFileSync(join(cwd, 'memory-bench.config.json'), JSON.stringify({ thresholds: { index: metrics } }));
    const result = await memoryBench(['compare', resultsOf(lean), resultsOf(grown)], { cwd });
    expect(result.stdout).not.toMatch(/^regression/m);
    expect(result.code).toBe(0);
  });

  /** Compares equal results under a configuration with budgets. */
  async function compareUnder(budgets: object): Promise<CommandResult> {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'memory-bench.config.json'), JSON.stringify({ budgets }));
    return memoryBench(['compare', resultsOf(lean), resultsOf(lean)], { cwd });
  }

  it('ends with 1 where a budget of the configuration is exceeded, although nothing has changed', async () => {
    const result = await compareUnder({ 'ind*': { native_delta_mb: 0.5 } });
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/^budget {2}index {2}native_delta_mb/m);
  });

  it('ends with 0 where a budget of the configuration is kept', async () => {
    expect((await compareUnder({ 'ind*': { native_delta_mb: 5 } })).code).toBe(0);
  });

  it('refuses a glob of the configuration that names no case, and lists the cases', async () => {
    const result = await compareUnder({ 'nothing/*': { native_delta_mb: 5 } });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('nothing/*');
    expect(result.stderr).toContain('There are: index, steady');
  });

  it('refuses a baseline with a wrong field and names the path of the field', async () => {
    const [path, broken] = brokenBaseline();
    const result = await memoryBench(['compare', path, resultsOf(lean)]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(path);
    expect(result.stderr).toContain(broken);
  });

  it('refuses results that are not there and names the path', async () => {
    const result = await memoryBench(['compare', resultsOf(lean), 'nowhere.json']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('nowhere.json');
  });
});

/** A project of a user: memory-bench is installed in it, and it has a folder of scenarios. */
function projectWith(scenarios: string): string {
  const folder = temporaryFolder();
  cpSync(scenarios, join(folder, 'scenarios'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(repositoryRoot, join(folder, 'node_modules', 'memory-bench-action'));
  return folder;
}

/** A baseline with text where a number belongs, and the path of that field. */
function brokenBaseline(): readonly [string, string] {
  const results: { cases: { samples: { metrics: Record<string, unknown> }[] }[] } = structuredClone(
    lean.results,
  ) as never;
  const metrics = results.cases[0]?.samples[1]?.metrics;
  if (metrics === undefined) throw new Error('the baseline has too few samples');
  metrics.peak_rss_mb = 'a lot';
  const path = join(temporaryFolder(), 'broken.json');
  writeFileSync(path, JSON.stringify(results));
  return [path, 'cases[0].samples[1].metrics.peak_rss_mb'];
}

describe('a baseline', () => {
  it('with a wrong field ends a run with 2 before anything is measured', async () => {
    const [path, broken] = brokenBaseline();
    const out = temporaryFolder();
    const given = ['run', '--scenarios', fixture('plain'), '--suite', 'smoke', '--baseline', path, '--out', out];
    const result = await memoryBench(given);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(broken);
    expect(result.stderr).toContain('--update-baseline');
    expect(existsSync(join(out, 'results.json'))).toBe(false);
  });

  it('that was named and is not there ends a run with 2', async () => {
    const result = await memoryBench([
      'run',
      '--scenarios',
      fixture('plain'),
      '--suite',
      'smoke',
      '--baseline',
      'b.json',
    ]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('b.json');
    expect(result.stderr).toContain('--update-baseline');
  });

  it('that was named as a folder without a file for this environment ends a run with 2', async () => {
    const folder = temporaryFolder();
    const given = ['run', '--scenarios', fixture('plain'), '--suite', 'smoke', '--baseline', folder];
    const result = await memoryBench(given);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(join(folder, `${lean.results.environment.key}.json`));
    expect(result.stderr).toContain('--update-baseline');
  });

  it('that has cases of other scenario files does not miss them', async () => {
    const run = await runFixtures(fixture('plain'), ['--baseline', baselines]);
    expect(run.code).toBe(0);
    expect(run.stdout).not.toMatch(/^missing/m);
  });
});

describe('a baseline that is updated', () => {
  let first: Results;
  let narrowed: Results;
  let afterFailure: Results;
  let failed: FinishedRun;
  beforeAll(async () => {
    const cwd = temporaryFolder();
    const path = join(cwd, 'baseline.json');
    const update = async (...more: string[]) => {
      const run = await runFixtures(fixture('merging'), ['--baseline', path, '--update-baseline', ...more], { cwd });
      return { run, saved: JSON.parse(readFileSync(path, 'utf8')) as Results };
    };
    ({ saved: first } = await update());
    ({ saved: narrowed } = await update('--filter', '^one$'));
    writeFileSync(join(cwd, 'broken'), '');
    ({ saved: afterFailure, run: failed } = await update());
  });

  const samplesIn = (results: Results, id: string) => caseOf({ results }, id).samples;

  it('by a run of one case keeps the samples of the others', () => {
    expect(narrowed.cases.map(({ id }) => id)).toEqual(['one', 'other']);
    expect(samplesIn(narrowed, 'other')).toEqual(samplesIn(first, 'other'));
  });

  it('by a run of one case has new samples of that one', () => {
    expect(samplesIn(narrowed, 'one')[0]?.startedAt).not.toBe(samplesIn(first, 'one')[0]?.startedAt);
  });

  it('by a run in which a case failed keeps the earlier samples of that case', () => {
    expect(errorOf(failed, 'one').message).toBe('told to break');
    expect(samplesIn(afterFailure, 'one')).toEqual(samplesIn(narrowed, 'one'));
  });

  it('by a run in which a case failed has new samples of the others', () => {
    expect(samplesIn(afterFailure, 'other')[0]?.startedAt).not.toBe(samplesIn(narrowed, 'other')[0]?.startedAt);
  });
});

describe('a project whose scenario file is gone', () => {
  let without: FinishedRun;
  beforeAll(async () => {
    const cwd = projectWith(fixture('comparing/lean'));
    await runFixtures('scenarios', ['--update-baseline'], { cwd });
    rmSync(join(cwd, 'scenarios', 'index.mjs'));
    without = await runFixtures('scenarios', ['--fail-on', 'missing'], { cwd });
  });

  it('fails as missing the case that its baseline has', () => {
    expect(without.code).toBe(1);
    expect(without.stdout).toMatch(/^missing {2}index/m);
  });

  it('goes on measuring the others', () => {
    expect(without.results.cases.map(({ id }) => id)).toEqual(['steady']);
    expect(judgedSamplesOf(without, 'steady')).toHaveLength(1);
  });
});

describe('what a run prints and writes', () => {
  let quiet: FinishedRun;
  beforeAll(async () => {
    quiet = await runFixtures(fixture('comparing/grown'), ['--baseline', baselines, '--json', '--fail-on', 'none']);
  });

  it('is, with --json, one JSON document on standard output and nothing else', () => {
    const comparison: Comparison = JSON.parse(quiet.stdout);
    expect(comparison.cases.map(({ id }) => id)).toEqual(['index', 'steady']);
  });

  it('ends with 0 under --fail-on none', () => {
    expect(quiet.code).toBe(0);
  });

  it('has progress on standard error', () => {
    expect(quiet.stderr).toMatch(/^\[1\/2\] index {2}sample 1\/1/m);
    expect(quiet.stderr).toMatch(/^\[2\/2\] steady {2}sample 1\/1/m);
  });

  it('has the report as Markdown', () => {
    const report = readFileSync(join(grown.out, 'report.md'), 'utf8');
    expect(report).toMatch(/^\| 🔴 \*\*regression\*\*<br>index<br>.*\+2[01]\.\d\u00a0MiB/m);
    expect(report).toMatch(/^\| steady \|.*unchanged \|$/m);
  });

  it('has no escape codes where there is no terminal', () => {
    expect(grown.stdout).not.toContain('\u001b');
    expect(grown.stderr).not.toContain('\u001b');
  });

  it('says where results and report are', () => {
    expect(grown.stdout).toContain(resultsOf(grown));
    expect(grown.stdout).toContain(join(grown.out, 'report.md'));
    expect(grown.stdout).toContain(join(grown.out, 'report.html'));
  });

  it('is shown again by the report command, the same page whatever the verdict', async () => {
    const page = join(grown.out, 'again.html');
    const shown = await memoryBench(['report', resultsOf(grown), '--baseline', baselines, '--out', page]);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toBe(`${page}\n`);
    expect(readFileSync(page, 'utf8')).toBe(readFileSync(join(grown.out, 'report.html'), 'utf8'));
  });
});

describe('colour', needs('script'), () => {
  /** On a terminal of its own, as script(1) makes one. */
  const onTerminal = (env: Record<string, string>) =>
    memoryBench(['compare', resultsOf(lean), resultsOf(grown)], {
      env: { TERM: 'xterm', ...env },
      terminal: true,
    });

  it('is used on a terminal', async () => {
    expect((await onTerminal({})).stdout).toContain('\u001b[31m');
  });

  it('is left out where NO_COLOR is set', async () => {
    expect((await onTerminal({ NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
  });

  it('is left out on a dumb terminal', async () => {
    expect((await onTerminal({ TERM: 'dumb' })).stdout).not.toContain('\u001b[');
  });
});
