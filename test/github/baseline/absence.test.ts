import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.js';
import { GitHubError } from '../../../src/github/api.js';
import { createResults } from '../../builders.ts';
import { Baselines, baselineName } from './lookup.ts';

let baselines: Baselines;

beforeEach(async () => {
  baselines = await Baselines.start();
});

afterEach(() => baselines.end());

const runsListing = 'actions/list-workflow-runs-for-repo';
const artifactsListing = 'actions/list-workflow-run-artifacts';

/** The baseline of another environment of the same job. */
const elsewhere = baselineName.replace(/\d+c/, '64c');

const file = createResults({ commit: { sha: 'f'.repeat(40), dirty: false } });
const committed = async () => ({ results: file, absence: undefined, place: 'baselines/key.json', pending: false });

describe('a lookup that fails', () => {
  it.each([
    ['repos/compare-commits-with-basehead', 403, 'looking up the merge base', '`contents: read`'],
    ['repos/list-commits', 403, /^listing the commits before [0-9a-f]{7}$/, '`contents: read`'],
    [runsListing, 403, 'listing workflow runs', '`actions: read`'],
    [artifactsListing, 403, 'listing artifacts', '`actions: read`'],
    [artifactsListing, 404, 'listing artifacts', '`actions: read`'],
    [artifactsListing, 401, 'listing artifacts', '`github-token`'],
    [artifactsListing, 500, 'listing artifacts', 'Rerun'],
    [artifactsListing, 503, 'listing artifacts', 'Rerun'],
  ])('makes the baseline unavailable: %s %i', async (operation, status, doing, remedy) => {
    await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault(operation, { status, times: 20 });
    const { found } = await baselines.lookUp({ pull });
    const { absence } = found;
    // What a request is refused for stays: only errors of the server are tried again.
    expect(baselines.github.requests(operation)).toHaveLength(status < 500 ? 1 : 3);
    if (absence?.kind !== 'unavailable') throw new Error(`the absence is ${JSON.stringify(absence)}`);
    const [, words] = new RegExp(`^GitHub answered ${status} when (.+)$`).exec(absence.reason) ?? [];
    expect(words).toEqual(typeof doing === 'string' ? doing : expect.stringMatching(doing));
    expect(absence.remedy).toContain(remedy);
    expect(absence.expected).toBe(true);
    expect(found.provenance.notes).toEqual([expect.stringContaining('could not be looked up')]);
  });

  it('says so where GitHub breaks the connection', async () => {
    await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault(artifactsListing, { kind: 'disconnect', times: 20 });
    const { found } = await baselines.lookUp({ pull });
    expect(found.absence).toMatchObject({
      kind: 'unavailable',
      reason: 'GitHub did not answer when listing artifacts',
      expected: true,
    });
  });

  it('ends at once where the rate limit is exhausted, and says until when', async () => {
    await baselines.measured();
    const pull = await baselines.pull();
    const resetsAt = new Date(Date.now() + 1_800_000);
    baselines.github.leaveRequests(0, resetsAt);
    const { found, api } = await baselines.lookUp({ pull });
    const time = `${resetsAt.toISOString().slice(11, 16)} UTC`;
    expect(found.absence).toEqual({
      kind: 'unavailable',
      reason: 'GitHub answered 403 when looking up the merge base',
      remedy: `The rate limit of 1,000 requests an hour is exhausted until ${time}. Rerun the job later.`,
      expected: true,
    });
    expect(api.usage()).toMatchObject({ requests: 1, left: 0, limit: 1000 });
  });

  it('where GitHub knows no common ancestor is unavailable, not a first run', async () => {
    await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault('repos/compare-commits-with-basehead', { status: 404, times: 20 });
    const { found } = await baselines.lookUp({ pull });
    expect(found.absence).toMatchObject({ kind: 'unavailable', expected: true });
    expect(found.absence).toMatchObject({ reason: expect.stringContaining('no common ancestor of main') });
  });

  it('is compared with the committed file, with a warning', async () => {
    await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault(artifactsListing, { status: 403 });
    const { found, warnings } = await baselines.lookUp({ pull, lookup: { committed } });
    expect(found).toMatchObject({ results: file, absence: undefined, provenance: { source: 'file' } });
    expect(warnings).toEqual([
      expect.stringMatching(/committed baseline, because GitHub answered 403.*`actions: read`/),
    ]);
  });
});

describe('a baseline that exists and cannot be used', () => {
  it.each([
    ['is not JSON', '{', /cannot be used: .* is not JSON/],
    ['has a newer format', JSON.stringify({ ...createResults(), schemaVersion: 2 }), /format version 2/],
    ['fits no schema', '{"schemaVersion":1}', /is not a results document of memory-bench$/],
  ])('makes it unavailable: it %s', async (_, content, reason) => {
    await baselines.commit();
    await baselines.github.storeArtifact(await baselines.run(), baselineName, { 'baseline.json': content });
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(reason), expected: true });
  });

  it('makes it unavailable: it has expired', async () => {
    await baselines.measured();
    for (const artifact of baselines.github.artifacts) baselines.github.expire(artifact);
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toMatchObject({ reason: expect.stringMatching(/^the baseline of .{7} has expired$/) });
    expect(found.absence).toMatchObject({ kind: 'unavailable', expected: true });
  });

  it('makes it unavailable: its digest is another', async () => {
    await baselines.measured();
    for (const artifact of baselines.github.artifacts) artifact.digest = `sha256:${'0'.repeat(64)}`;
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('its digest is') });
  });

  it('makes it unavailable: its download fails', async () => {
    const { headSha } = await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault('actions/download-artifact', { status: 503, times: 20 });
    const { found } = await baselines.lookUp({ pull });
    const reason = `GitHub answered 503 when downloading the baseline of ${headSha.slice(0, 7)}`;
    expect(found.absence).toMatchObject({ kind: 'unavailable', reason, expected: true });
  });

  it('is passed over for an older one, with a warning', async () => {
    const run = await baselines.measured();
    await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault('actions/download-artifact', { status: 404 });
    const { found, warnings } = await baselines.lookUp({ pull });
    expect(found.results?.commit?.sha).toBe(run.headSha);
    expect(warnings).toEqual([expect.stringMatching(/was passed over: .*404/)]);
  });

  it('ends the search after four', async () => {
    for (let index = 0; index < 8; index += 1) await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault('actions/download-artifact', { status: 404, times: 20 });
    const { found } = await baselines.lookUp({ pull });
    expect(baselines.github.requests('actions/download-artifact')).toHaveLength(4);
    expect(found.provenance.notes).toContainEqual(expect.stringMatching(/older runs were not looked at/));
  });
});

describe('a baseline of another environment', () => {
  it('is not expected to be there for this one', async () => {
    await baselines.commit();
    const run = await baselines.run();
    await baselines.store(run, {}, elsewhere);
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toEqual({
      kind: 'unavailable',
      reason: expect.stringMatching(
        new RegExp(`^the baseline of ${run.headSha.slice(0, 7)} was measured in another environment: .*-64c-`),
      ),
      remedy: expect.stringContaining('main'),
      expected: false,
    });
  });

  it('decides before an older one of this environment that has expired', async () => {
    await baselines.measured();
    for (const artifact of baselines.github.artifacts) baselines.github.expire(artifact);
    await baselines.commit();
    await baselines.store(await baselines.run(), {}, elsewhere);
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toMatchObject({ kind: 'unavailable', expected: false });
  });

  it('is not what a leg of a matrix has', async () => {
    await baselines.commit();
    await baselines.store(await baselines.run(), {}, `${elsewhere}-node-22-0a1b2c`);
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toEqual({ kind: 'first-run' });
  });
});

describe('a first run', () => {
  it('has no trusted run before it', async () => {
    const { found, api } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found).toMatchObject({ absence: { kind: 'first-run' }, provenance: { notes: [] } });
    expect(api.usage().requests).toBeLessThan(6);
    baselines.github.expectNoViolations();
  });

  it('has runs before it that left no baseline, which a note says', async () => {
    await baselines.commit();
    await baselines.run();
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toEqual({ kind: 'first-run' });
    expect(found.provenance.notes).toEqual(['1 run left no baseline']);
  });

  it('says where its search ended', async () => {
    for (let index = 0; index < 25; index += 1) {
      await baselines.commit();
      await baselines.run();
    }
    const { world } = baselines.github.server;
    const other = await baselines.run({ event: 'pull_request' });
    const artifact = await baselines.store(other);
    for (let index = 0; index < 150; index += 1) world.artifacts.push({ ...artifact, id: world.nextId() });
    const { found, api } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toEqual({ kind: 'first-run' });
    expect(found.provenance.notes).toContainEqual(expect.stringMatching(/the search ended after .* runs/));
    expect(api.usage().requests).toBeLessThan(40);
  });

  it('is not one where the branch had a baseline more than 50 commits ago', async () => {
    await baselines.measured();
    for (let index = 0; index < 52; index += 1) await baselines.commit();
    const { found } = await baselines.lookUp({ pull: await baselines.pull() });
    expect(found.absence).toMatchObject({ kind: 'unavailable', expected: true });
    expect(found.absence).toMatchObject({
      reason: expect.stringMatching(/none of the baselines of main is of the 50 commits/),
    });
  });

  it('is not one where only later commits have baselines', async () => {
    const pull = await baselines.pull();
    const measured = pull.mergeCommitSha ?? '';
    await baselines.measured();
    const { found } = await baselines.lookUp({ pull, measured });
    expect(found.absence).toMatchObject({ kind: 'unavailable', expected: true });
  });
});

describe('the committed file', () => {
  it('that is missing makes a first run', async () => {
    const { found } = await baselines.lookUp({ lookup: { source: 'file' } });
    expect(found.absence).toEqual({ kind: 'first-run' });
    expect(baselines.github.requests()).toEqual([]);
  });

  it('that GitHub refuses to send makes the baseline unavailable', async () => {
    const refused = async () => {
      const reading = { doing: 'reading baselines/key.json from main', permission: 'contents: read' };
      throw new GitHubError(reading, Object.assign(new Error('no'), { status: 403, response: { headers: {} } }));
    };
    const { found } = await baselines.lookUp({ lookup: { source: 'file', committed: refused } });
    expect(found.absence).toEqual({
      kind: 'unavailable',
      reason: 'GitHub answered 403 when reading baselines/key.json from main',
      remedy: 'Give the job the permission `contents: read`.',
      expected: true,
    });
  });

  it('that cannot be used is an error', async () => {
    const broken = async () => {
      throw new UsageError('the baseline is not JSON');
    };
    await expect(baselines.lookUp({ lookup: { source: 'file', committed: broken } })).rejects.toThrow(UsageError);
  });

  it('that the pull request removes is read from the base branch', async () => {
    const pull = await baselines.pull();
    const { found } = await baselines.lookUp({ pull, lookup: { committedOnBase: committed } });
    expect(found).toMatchObject({ results: file, absence: undefined, provenance: { source: 'file' } });
  });

  it('is not asked for where the lookup has failed already', async () => {
    await baselines.measured();
    const pull = await baselines.pull();
    baselines.github.fault(artifactsListing, { status: 403 });
    const { found } = await baselines.lookUp({ pull, lookup: { committedOnBase: committed } });
    expect(found.absence).toMatchObject({ kind: 'unavailable' });
  });

  it('is not looked for where none is requested', async () => {
    const { found } = await baselines.lookUp({ lookup: { source: 'none', committed } });
    expect(found.absence).toEqual({ kind: 'not-requested' });
    expect(baselines.github.requests()).toEqual([]);
  });
});
