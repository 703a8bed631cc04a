import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseResults } from '../../src/results/store.js';
import { runScript } from '../stand-in/script-job.ts';
import type { Artifact, Pull } from '../stand-in/state.ts';
import { Journey, once, scenarioFile, type VisitOptions } from './journey.ts';
import { readStored } from './stored.ts';

let journey: Journey;

const push = (options: Parameters<Journey['push']>[0] = {}) =>
  journey.push({ ...options, inputs: { ...once, ...options.inputs } });
const check = (pull: Pull, options: VisitOptions = {}) =>
  journey.check(pull, { ...options, inputs: { ...once, ...options.inputs } });

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const key = 'linux-x64-glibc-2c-none-default';
const baselineName = `memory-bench-baseline-${key}`;

function baselines(): readonly Artifact[] {
  return journey.github.artifacts.filter(({ name }) => name.startsWith(baselineName));
}

function newestBaseline(): Artifact {
  const artifact = baselines().at(-1);
  if (artifact === undefined) throw new Error('no baseline was stored');
  return artifact;
}

/** The baseline a run stored, as a file of a repository has it. */
async function committedFile(): Promise<Record<string, string>> {
  return { [`baselines/${key}.json`]: await readStored(journey.github, newestBaseline(), 'baseline.json') };
}

describe('the resolver', () => {
  it('takes the nearest ancestor where the merge base has none', async () => {
    const { run } = await push();
    await journey.commit('main');
    await journey.commit('main');
    const { step } = await check(await journey.openPull());
    expect(step.outputs).toMatchObject({ 'baseline-source': 'ancestor', 'baseline-sha': run.headSha });
    expect(step.summary).toMatch(/2 commits/);
    journey.github.expectNoViolations();
  });

  it('compares with what was merged into the test merge, not with where the branch began', async () => {
    const pull = await journey.openPull();
    const { run } = await push({ pipeline: 'grown' });
    const { step } = await check(pull, { pipeline: 'grown' });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'baseline-sha': run.headSha });
  });

  it('takes the committed file where the artifact has expired, and says so', async () => {
    await push();
    const files = await committedFile();
    journey.github.expire(newestBaseline());
    const { step } = await check(await journey.openPull(), { files });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'baseline-source': 'file' });
    expect(step.summary).toMatch(/expired/);
  });

  it('ignores what a fork’s branch called main has uploaded', async () => {
    const { run } = await push();
    const fork = await journey.github.fork('mallory');
    const sha = await journey.commit('main', fork);
    const poisonedPull = await journey.github.openPull({ head: 'main', fork });
    const poisoned = await journey.github.startRun({ event: 'pull_request', pull: poisonedPull });
    const script = `const { writeFileSync } = await load('node:fs');
      writeFileSync('baseline.json', '{}');
      return (await artifacts()).uploadArtifact('${baselineName}', ['baseline.json'], '.');`;
    await runScript(journey.github, script, { run: poisoned });
    expect(newestBaseline().run.headSha).toBe(sha);
    await journey.github.mergePull(poisonedPull);

    const { step } = await check(await journey.openPull());
    expect(step.outputs).toMatchObject({ 'baseline-source': 'ancestor', 'baseline-sha': run.headSha });
    journey.github.expectNoViolations();
  });

  it('passes over a baseline that is none, with a warning', async () => {
    const { run } = await push();
    const script = `const { writeFileSync } = await load('node:fs');
      writeFileSync('baseline.json', 'no JSON');
      return (await artifacts()).uploadArtifact('${baselineName}', ['baseline.json'], '.');`;
    await journey.commit('main');
    const broken = await journey.github.startRun({ event: 'push' });
    await runScript(journey.github, script, { run: broken });
    journey.github.finishRun(broken);

    const { step } = await check(await journey.openPull('other'));
    expect(step.outputs).toMatchObject({ 'baseline-source': 'ancestor', 'baseline-sha': run.headSha });
    expect(step.summary).toMatch(/not JSON/);
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('not JSON') }),
    );
  });

  it('waits for the run that measures the base commit', async () => {
    const pull = await journey.openPull();
    const sha = await journey.commit('main');
    const basis = await journey.github.startRun({ event: 'push' });
    const checking = check(pull);
    await push({ run: basis, commit: false });
    const { step } = await checking;
    expect(step.outputs).toMatchObject({ 'baseline-source': 'merge-base', 'baseline-sha': sha });
  });

  it('does without where baseline is none', async () => {
    await push();
    const { step } = await check(await journey.openPull(), { inputs: { baseline: 'none' }, pipeline: 'grown' });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'baseline-source': 'none' });
  });
});

describe('the refresh', () => {
  it('remembers the runs before', async () => {
    const first = await push();
    await push();
    const third = await journey.schedule({ inputs: once });
    expect(third.step.outcome, third.step.log).toBe('success');
    const stored = parseResults(await readStored(journey.github, newestBaseline(), 'baseline.json'), '', 'baseline');
    expect(stored.history?.map(({ cases }) => Object.keys(cases))).toEqual([['index'], ['index']]);
    expect(stored.history?.at(-1)?.sha).toBe(first.run.headSha);
  });

  it('says so where the history could not be carried over, and advances all the same', async () => {
    await push();
    journey.github.fault('actions/list-workflow-run-artifacts', { status: 403, times: 2 });
    const { step } = await push();
    expect(step.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/starts without the history .* GitHub answered 403 when listing artifacts/),
      }),
    );
    expect(baselines()).toHaveLength(2);
  });

  it('is left to the default branch', async () => {
    await journey.commit('experiment');
    const { step } = await journey.dispatch('experiment', { inputs: once });
    expect(step.outcome).toBe('success');
    expect(baselines()).toEqual([]);
  });

  it('is made by any branch where update-baseline is always', async () => {
    await journey.commit('release');
    await push({ branch: 'release', inputs: { 'update-baseline': 'always' } });
    expect(baselines().map(({ run }) => run.headBranch)).toEqual(['release']);
  });

  it('writes the file to the repository where that is asked for', async () => {
    const { step, run } = await push({ inputs: { 'baseline-commit': 'true' } });
    expect(step.outcome, step.log).toBe('success');
    const { git } = journey.github.repository;
    const head = (await git.ref('heads/main')) ?? '';
    const names = (await git.tree(head, { path: 'baselines' })).map(({ path }) => path);
    expect(names).toEqual([`${key}.json`]);
    expect((await git.commits([head]))[0]?.parents).toEqual([run.headSha]);
    journey.github.expectNoViolations();
  });

  it('proposes the file where the branch is protected, and renews its proposal', async () => {
    journey.github.protect('main');
    const inputs = { 'baseline-commit': 'true' };
    await push({ inputs });
    const { step, run } = await push({ inputs });
    expect(step.outcome, step.log).toBe('success');
    const [proposal, ...others] = journey.github.server.world.pulls;
    expect(others).toEqual([]);
    expect(proposal?.title).toBe('Refresh the memory baseline');
    const { git } = journey.github.repository;
    const proposed = (await git.tree(proposal?.head.sha ?? '', { path: 'baselines' })).find(
      ({ path }) => path === `${key}.json`,
    );
    const stored = parseResults((await git.blob(proposed?.sha ?? '')).toString('utf8'), '', 'baseline');
    expect(stored.commit?.sha).toBe(run.headSha);
    journey.github.expectNoViolations();
  });
});

describe('the merge queue', () => {
  it('compares a group with its base, and comments nowhere', async () => {
    const { run } = await push();
    const pull = await journey.openPull();
    const { step } = await journey.mergeGroup(pull, { inputs: once });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'baseline-sha': run.headSha, 'comment-url': '' });
    expect(journey.github.comments()).toEqual([]);
    journey.github.expectNoViolations();
  });
});

describe('the tree that is measured', () => {
  /** A checkout of a commit of the repository. */
  function checkOut(sha: string): string {
    const workspace = journey.folder();
    const git = (...given: string[]) => execFileSync('git', given, { cwd: workspace, stdio: 'ignore' });
    git('init', '--initial-branch=main');
    git('fetch', journey.github.repository.git.store.directory, sha);
    git('checkout', 'FETCH_HEAD');
    return workspace;
  }

  const withScenario = () =>
    journey.github.commit({ branch: 'main', files: { 'bench/index.mjs': scenarioFile('lean') } });

  it('is that of the head itself, which is compared with where the branch began', async () => {
    const { run } = await push();
    const pull = await journey.openPull();
    await push({ pipeline: 'grown' });
    const workspace = checkOut(pull.head.sha);
    mkdirSync(join(workspace, 'bench'));
    writeFileSync(join(workspace, 'bench', 'index.mjs'), scenarioFile('lean'));
    const { step } = await check(pull, { workspace });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'baseline-sha': run.headSha });
    const results = parseResults(readFileSync(step.outputs['results-path'] ?? '', 'utf8'), '', 'results');
    expect(results.commit?.sha).toBe(pull.head.sha);
  });

  it('makes the baseline where it is the commit of the run, also after an earlier run in it', async () => {
    const workspace = checkOut(await withScenario());
    mkdirSync(join(workspace, 'packages', 'other', '.memory-bench'), { recursive: true });
    writeFileSync(join(workspace, 'packages', 'other', '.memory-bench', 'results.json'), '{}');
    const { step } = await journey.dispatch('main', { inputs: once, workspace });
    expect(step.outcome, step.log).toBe('success');
    expect(baselines()).toHaveLength(1);
  });

  it('makes no baseline where the workflow checked out another commit than it was started for', async () => {
    const sha = await withScenario();
    const workspace = checkOut(sha);
    const head = await journey.commit('main');
    const { step } = await journey.dispatch('main', { inputs: once, workspace });
    expect(step.outcome, step.log).toBe('success');
    expect(baselines()).toEqual([]);
    const words = `${sha.slice(0, 7)} was measured, and the run is of ${head.slice(0, 7)}`;
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(words) }),
    );
  });

  it('makes no baseline where files were changed', async () => {
    const workspace = checkOut(await withScenario());
    writeFileSync(join(workspace, 'README.md'), 'changed');
    const { step } = await push({ commit: false, workspace });
    expect(step.outcome, step.log).toBe('success');
    expect(baselines()).toEqual([]);
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('README.md') }),
    );
  });
});
