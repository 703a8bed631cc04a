import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Baselines } from './baseline/lookup.ts';

let baselines: Baselines;

beforeEach(async () => {
  baselines = await Baselines.start();
});

afterEach(() => baselines.end());

describe('a read that is sent again', () => {
  it('is answered from before where nothing changed, and costs nothing of the limit', async () => {
    const { api } = await baselines.lookUp({ lookup: { source: 'none' } });
    const read = () => api.rest.repos.listCommits({ ...api.at, per_page: 5 });
    const first = (await read()).data;
    const { left } = api.usage();
    const again = (await read()).data;
    expect(again).toEqual(first);
    expect(api.usage()).toMatchObject({ requests: 2, notModified: 1, left });
    expect(baselines.github.requests('repos/list-commits').map(({ status }) => status)).toEqual([200, 304]);
    baselines.github.expectNoViolations();
  });

  it('has what changed', async () => {
    const { api } = await baselines.lookUp({ lookup: { source: 'none' } });
    const read = async () => (await api.rest.repos.listCommits({ ...api.at, per_page: 5 })).data.length;
    expect(await read()).toBe(1);
    await baselines.commit();
    expect(await read()).toBe(2);
    expect(api.usage().notModified).toBe(0);
  });

  it('of several pages has all pages again', async () => {
    const pull = await baselines.pull();
    for (let index = 0; index < 5; index += 1) baselines.github.writeComment(pull, 'alice', `Comment ${index}`);
    const { api } = await baselines.lookUp({ lookup: { source: 'none' } });
    const read = () =>
      api.paginate(api.rest.issues.listComments, { ...api.at, issue_number: pull.number, per_page: 2 });
    const first = await read();
    expect(await read()).toEqual(first);
    expect(api.usage()).toMatchObject({ requests: 6, notModified: 3 });
  });

  it('of a list with a count has its items again', async () => {
    await baselines.measured();
    const { api } = await baselines.lookUp({ lookup: { source: 'none' } });
    const read = () => api.paginate(api.rest.actions.listArtifactsForRepo, { ...api.at, per_page: 1 });
    const first = await read();
    expect(first).toHaveLength(1);
    expect(await read()).toEqual(first);
  });
});
