import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { beginResults, resumeResults } from '../../src/results/begin.js';
import type { CaseResult, Results } from '../../src/results/schema.js';
import { writeResults } from '../../src/results/store.js';
import {
  createCase,
  createEnvironment,
  createFailedSample,
  createResults,
  createSample,
  createSamples,
  createSelection,
} from '../builders.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-bench-begin-'));
  path = join(folder, 'results.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const commit = { sha: 'a'.repeat(40), dirty: false };
const fresh = (overrides: Partial<Results> = {}) =>
  createResults({ commit, cases: [createCase({ samples: [] })], ...overrides });

/** What is resumed when an earlier run has left these documents' samples. */
async function resume(now: Results, earlier: Results): Promise<Results> {
  await writeResults(path, earlier);
  return (await resumeResults(now, path)).results;
}

async function samplesAfterResume(now: Partial<CaseResult>, earlier: Partial<CaseResult>) {
  const resumed = await resume(
    fresh({ cases: [createCase({ samples: [], ...now })] }),
    fresh({ cases: [createCase(earlier)] }),
  );
  return resumed.cases.flatMap(({ samples }) => samples);
}

describe('a run that begins', () => {
  it('has all cases and no sample', () => {
    const { id, source, description, tags, definitionHash, budgets, growthLimited } = createCase();
    const { tool, selection, environment } = createResults();
    const head = { id, source, description, tags, definitionHash, budgets, growthLimited };
    const { startedAt, ...results } = beginResults({ tool, selection, environment }, [head]);
    expect(results).toEqual({ schemaVersion: 1, tool, selection, environment, cases: [{ ...head, samples: [] }] });
    expect(new Date(startedAt).toISOString()).toBe(startedAt);
  });
});

describe('a run that is resumed', () => {
  it('counts the samples that it does not use', async () => {
    const samples = [...createCase().samples.slice(0, 2), createFailedSample({}, 2)];
    await writeResults(
      path,
      fresh({ cases: [createCase({ id: 'kept', samples }), createCase({ id: 'gone', samples })] }),
    );
    const now = fresh({ cases: [createCase({ id: 'kept', samples: [] })] });
    expect((await resumeResults(now, path)).dropped).toBe(4);
  });

  it('begins anew where there is nothing to go on with', async () => {
    const now = fresh();
    expect(await resumeResults(now, path)).toEqual({ results: now, dropped: 0 });
  });

  it('keeps the measured samples', async () => {
    const samples = createSamples({ rss_delta_mb: [1, 2] });
    expect(await samplesAfterResume({}, { samples })).toEqual(samples);
  });

  it('keeps the sample of the allocation pass', async () => {
    const samples = [createSample({ pass: 'allocations', metrics: { allocation_count: 7 } })];
    expect(await samplesAfterResume({}, { samples })).toEqual(samples);
  });

  it('takes failed samples again', async () => {
    const [first] = createSamples({ rss_delta_mb: [1] });
    const samples = [createFailedSample({}, 1), ...(first ? [first] : [])];
    expect(await samplesAfterResume({}, { samples })).toEqual([first]);
  });

  it('drops samples beyond the number that is asked for now', async () => {
    const now = fresh({ selection: createSelection({ repeats: 2 }) });
    const earlier = fresh({ cases: [createCase({ samples: createSamples({ rss_delta_mb: [1, 2, 3, 4] }) })] });
    const [resumed] = (await resume(now, earlier)).cases;
    expect(resumed?.samples.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('drops the samples of a case that has been changed', async () => {
    expect(await samplesAfterResume({ definitionHash: 'changed' }, {})).toEqual([]);
  });

  it('drops cases that are no longer asked for', async () => {
    const resumed = await resume(fresh(), fresh({ cases: [createCase({ id: 'gone' }), createCase()] }));
    expect(resumed.cases.map(({ id }) => id)).toEqual(['single-document/10KB']);
  });

  it('takes budgets as they are now', async () => {
    const now = fresh({ cases: [createCase({ samples: [], budgets: { rss_delta_mb: 1 } })] });
    const [resumed] = (await resume(now, fresh({ cases: [createCase({ budgets: { rss_delta_mb: 9 } })] }))).cases;
    expect(resumed?.budgets).toEqual({ rss_delta_mb: 1 });
  });

  it('began when the interrupted one did', async () => {
    const earlier = fresh({ startedAt: '2020-01-01T00:00:00.000Z', finishedAt: '2020-01-01T01:00:00.000Z' });
    const resumed = await resume(fresh(), earlier);
    expect(resumed.startedAt).toBe('2020-01-01T00:00:00.000Z');
  });

  it('has not ended, though the one before may have', async () => {
    const resumed = await resume(fresh(), fresh({ finishedAt: '2026-03-01T13:00:00.000Z' }));
    expect(resumed.finishedAt).toBeUndefined();
  });

  it('goes on on a machine of another context', async () => {
    const earlier = fresh({ environment: createEnvironment({ context: { cpu: 'another' } }), cases: [createCase()] });
    expect((await resume(fresh(), earlier)).cases[0]?.samples).toHaveLength(5);
  });
});

describe('the order in which the versions of packages were written', () => {
  it('makes no difference to a run that is resumed', async () => {
    const earlier = fresh({
      environment: createEnvironment({ subject: { fastembed: '2.1.0', node: 'v20.19.0' } }),
      cases: [createCase()],
    });
    expect((await resume(fresh(), earlier)).cases[0]?.samples).toHaveLength(5);
  });
});

describe('a run is not resumed', () => {
  it.each([
    ['at another commit', fresh({ commit: { sha: 'b'.repeat(40), dirty: false } })],
    ['where there was no commit', createResults()],
    ['under another identity', fresh({ environment: createEnvironment({ identity: { profile: 'stable' } }) })],
    [
      'with another version of some package of the workspace',
      fresh({
        environment: createEnvironment({ packages: { direct: { one: '1' }, transitive: {}, scenarios: {} } }),
      }),
    ],
    ['with another version of a package', fresh({ environment: createEnvironment({ subject: { node: 'v99' } }) })],
  ])('%s', async (_, earlier) => {
    await expect(resume(fresh(), earlier)).rejects.toThrow(UsageError);
  });

  it('and the refusal says what to do', async () => {
    const earlier = fresh({ commit: { sha: 'b'.repeat(40), dirty: false } });
    await expect(resume(fresh(), earlier)).rejects.toMatchObject({
      message: expect.stringContaining(path),
      remedy: expect.stringContaining('--resume'),
    });
  });

  it('from a broken document', async () => {
    await writeFile(path, '{"schemaVersion": 1');
    await expect(resumeResults(fresh(), path)).rejects.toThrow(UsageError);
  });
});
