import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Artifact, WorkflowRun } from '../../stand-in/state.ts';
import { Baselines, baselineName } from './lookup.ts';

let baselines: Baselines;

beforeEach(async () => {
  baselines = await Baselines.start();
});

afterEach(() => baselines.end());

const seconds = () => `${new Date().toISOString().slice(0, 19)}Z`;

/** Artifacts of the baseline's name that a run claims to have; nothing downloads them. */
function flood(run: WorkflowRun, count: number): void {
  const { world } = baselines.github.server;
  for (let index = 0; index < count; index += 1) {
    const artifact: Artifact = {
      id: world.nextId(),
      name: baselineName,
      run,
      blob: 'none',
      mimeType: 'application/zip',
      createdAt: seconds(),
      expiresAt: world.clock.inDays(90),
      finalized: true,
      size: 1,
      digest: null,
    };
    world.artifacts.push(artifact);
  }
}

/** Commits to a branch that a merge takes over without conflict. */
async function commits(branch: string, count: number): Promise<void> {
  const { github } = baselines;
  for (let index = 0; index < count; index += 1)
    await github.commit({ branch, files: { [`${branch}.md`]: `${index}` } });
}

describe('the baseline of a pull request', () => {
  it('is that of the merge base', async () => {
    const run = await baselines.measured();
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.provenance).toMatchObject({ source: 'merge-base', commitsBehind: 0, notes: [] });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    baselines.github.expectNoViolations();
  });

  it('is that of the nearest ancestor where the merge base has none', async () => {
    await baselines.measured();
    const run = await baselines.measured();
    for (let index = 0; index < 3; index += 1) await baselines.commit();
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.provenance).toMatchObject({ source: 'ancestor', commitsBehind: 3 });
    expect(found.results?.commit?.sha).toBe(run.headSha);
  });

  it('is not hidden by a merge of 60 commits, which counts as one commit', async () => {
    const run = await baselines.measured();
    await commits('long', 60);
    await baselines.commit();
    await baselines.github.mergeBranch('long');
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(found.provenance.commitsBehind).toBe(2);
  });

  it('is found behind merges that fill pages of commits', async () => {
    const run = await baselines.measured();
    for (const branch of ['one', 'two', 'three']) {
      await commits(branch, 50);
      await baselines.github.mergeBranch(branch);
    }
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(found.provenance.commitsBehind).toBe(3);
  });

  it('is not that of a commit that was merged in, however near it is', async () => {
    const run = await baselines.measured();
    await baselines.commit('side');
    const side = await baselines.run({ headBranch: 'side' });
    await baselines.github.mergeBranch('side');
    const poisoned = await baselines.run({ headSha: side.headSha, headBranch: 'main' });
    await baselines.store(poisoned);
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
  });

  it('comes from a red run too', async () => {
    await baselines.commit();
    const run = await baselines.github.startRun({ event: 'push' });
    await baselines.store(run);
    baselines.github.finishRun(run, 'failure');
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
  });

  it('is the newest readable one of the attempts of a run', async () => {
    await baselines.commit();
    const run = await baselines.run();
    await baselines.store(run, { tool: { name: 'memory-bench-action', version: 'first' } });
    await baselines.store(run, { tool: { name: 'memory-bench-action', version: 'second' } });
    await baselines.github.storeArtifact(run, baselineName, { 'baseline.json': '{' });
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.tool.version).toBe('second');
  });

  it('is found where another workflow makes it, among workflows that make none', async () => {
    await baselines.commit();
    const nightly = await baselines.run({ event: 'schedule', workflow: '.github/workflows/nightly.yml' });
    await baselines.store(nightly);
    for (let index = 0; index < 6; index += 1) {
      const sha = await baselines.commit();
      for (let workflow = 0; workflow < 8; workflow += 1) {
        await baselines.run({ headSha: sha, workflow: `.github/workflows/other-${workflow}.yml` });
      }
    }
    const { found, api } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(nightly.headSha);
    expect(api.usage().requests).toBeLessThan(40);
  });

  it('is found for a base with more than a hundred newer runs', async () => {
    await baselines.measured();
    const run = await baselines.measured();
    const pull = await baselines.pull();
    const measured = pull.mergeCommitSha ?? '';
    const newer = await baselines.commit();
    for (let index = 0; index < 130; index += 1) await baselines.run({ headSha: newer });
    const { found, api } = await baselines.lookUp({ pull, measured });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(api.usage().requests).toBeLessThan(40);
  });
});

describe('untrusted runs', () => {
  it('hide no baseline with 501 artifacts of its name', async () => {
    const run = await baselines.measured();
    await baselines.commit();
    await baselines.run();
    const fork = await baselines.github.fork('mallory');
    await baselines.commit();
    const evil = await baselines.run({ event: 'pull_request', headRepository: fork, headBranch: 'main' });
    flood(evil, 501);
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(found.provenance.commitsBehind).toBe(2);
  });

  it('hide no baseline with 501 artifacts where many runs have to be asked', async () => {
    const run = await baselines.measured();
    for (let index = 0; index < 10; index += 1) {
      await baselines.commit();
      await baselines.run();
    }
    const fork = await baselines.github.fork('mallory');
    flood(await baselines.run({ event: 'pull_request', headRepository: fork, headBranch: 'main' }), 501);
    const { found, api } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(api.usage().requests).toBeLessThan(40);
  });

  it('hide no baseline with 150 runs on a branch that is called main', async () => {
    const run = await baselines.measured();
    const fork = await baselines.github.fork('mallory');
    for (let index = 0; index < 150; index += 1) {
      await baselines.run({ event: 'pull_request', headRepository: fork, headBranch: 'main', headSha: run.headSha });
    }
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
  });

  it.each([
    ['a pull request of the repository', { event: 'pull_request' }],
    ['another branch', { event: 'push', headBranch: 'side' }],
    ['a comment workflow', { event: 'workflow_run' }],
  ])('make no baseline: %s', async (_, request) => {
    await baselines.commit();
    await baselines.commit('side');
    const sha = await baselines.commit();
    const run = await baselines.run({ ...request, headSha: sha });
    await baselines.store(run);
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results).toBeUndefined();
    expect(found.absence).toEqual({ kind: 'first-run' });
  });

  it('make no baseline from a fork whose branch is called main', async () => {
    const fork = await baselines.github.fork('mallory');
    const sha = await baselines.commit();
    await baselines.store(await baselines.run({ headRepository: fork, headBranch: 'main', headSha: sha }));
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toEqual({ kind: 'first-run' });
  });
});

describe('a baseline of another tree', () => {
  it.each([
    ['measured at another commit', { sha: 'c'.repeat(40), dirty: false }, /ccccccc was measured, and the run is of/],
    ['measured with changes on top', { sha: '', dirty: true }, /with uncommitted changes/],
  ])('is passed over for an older one, with a warning: %s', async (_, commit, words) => {
    const run = await baselines.measured();
    await baselines.commit();
    const other = await baselines.run({ event: 'workflow_dispatch' });
    await baselines.store(other, { commit: { ...commit, sha: commit.sha === '' ? other.headSha : commit.sha } });
    const { found, warnings } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(found.provenance.notes).toEqual([expect.stringMatching(words)]);
    expect(warnings).toEqual([expect.stringMatching(words)]);
  });

  it('is passed over where it names no commit', async () => {
    await baselines.commit();
    await baselines.store(await baselines.run(), { commit: undefined });
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toMatchObject({ kind: 'unavailable', expected: true });
  });
});

describe('the baseline of a branch', () => {
  it('of a push is that of the commit before', async () => {
    const before = await baselines.measured();
    const now = await baselines.measured();
    const { found } = await baselines.lookUp({ event: 'push', ownRunId: now.id });
    expect(found.results?.commit?.sha).toBe(before.headSha);
    expect(found.provenance.commitsBehind).toBe(1);
  });

  it('of a schedule is the newest one, also of the same commit', async () => {
    const run = await baselines.measured();
    const scheduled = await baselines.run({ event: 'schedule' });
    await baselines.store(scheduled, { tool: { name: 'memory-bench-action', version: 'scheduled' } });
    const { found } = await baselines.lookUp({ event: 'schedule' });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(found.results?.tool.version).toBe('scheduled');
  });
});
