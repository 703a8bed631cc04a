// Comments that GitHub refuses, loses, or attributes to an account that the token cannot name.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WRITE } from '../stand-in/github.ts';
import type { Pull } from '../stand-in/state.ts';
import { Journey } from './journey.ts';
import { type MadeUpJob, madeUpRun } from './made-up.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const commentRun = async (pull: Pull, options: Parameters<Journey['comment']>[1] = {}, jobs: MadeUpJob[] = [{}]) =>
  (await journey.comment(await madeUpRun(journey, pull, jobs), options)).step;
const bodies = (pull: Pull) => journey.github.comments(pull).map(({ body }) => body);
const statuses = (operation: string) => journey.github.requests(operation).map(({ status }) => status);

describe('a token whose account cannot be asked for', () => {
  const unnamed = () => {
    journey.github.fault('graphql', { status: 403, times: 100 });
    return { token: journey.github.token(WRITE, 'our-app[bot]') };
  };

  it('writes one comment', async () => {
    const pull = await journey.openPull();
    const step = await commentRun(pull, unnamed());
    expect(step.outcome, step.log).toBe('success');
    expect(journey.github.comments(pull).map(({ author }) => author)).toEqual(['our-app[bot]']);
    expect(statuses('issues/create-comment')).toEqual([201]);
  });

  it('keeps to one comment for several jobs, and over several commits', async () => {
    const pull = await journey.openPull();
    const options = unnamed();
    const jobs = ['a', 'b'].map((name) => ({ name, handover: { leg: name } }));
    await commentRun(pull, options, jobs);
    expect(bodies(pull)).toHaveLength(1);
    await journey.commit('feature');
    await commentRun(pull, options, jobs);
    expect(bodies(pull)).toEqual([expect.stringMatching(/\| ⚠️ a \|[\s\S]*\| ⚠️ b \|/u)]);
  });

  it('writes one comment although the answer to it was lost', async () => {
    const pull = await journey.openPull();
    journey.github.fault('issues/create-comment', { status: 502, afterwards: true });
    const step = await commentRun(pull, unnamed());
    expect(step.outcome, step.log).toBe('success');
    expect(bodies(pull)).toHaveLength(1);
  });

  it('leaves a comment with our mark that another account wrote alone', async () => {
    const pull = await journey.openPull();
    journey.github.writeComment(pull, 'mallory', '<!-- memory-bench:default -->\nAll is well.');
    await commentRun(pull, unnamed());
    expect(bodies(pull)[0]).toContain('All is well.');
    expect(bodies(pull)).toHaveLength(2);
  });
});

describe('a comment that is deleted', () => {
  const remove = () => journey.github.server.world.comments.splice(0);

  it('between being found and being updated is created anew', async () => {
    const pull = await journey.openPull();
    await commentRun(pull);
    await journey.commit('feature');
    journey.github.fault('issues/update-comment', { status: 404 });
    const deleted = journey.github.nextRequest('issues/update-comment').then(remove);
    const step = await commentRun(pull);
    await deleted;
    expect(step.outcome, step.log).toBe('success');
    expect(bodies(pull)).toHaveLength(1);
  });

  it('right after it was created is not created again', async () => {
    const pull = await journey.openPull();
    let seen = 0;
    const deleted = journey.github
      .nextRequest('issues/create-comment')
      .then(() => journey.github.nextRequest('issues/list-comments'))
      .then(() => {
        seen = remove().length;
      });
    const step = await commentRun(pull);
    await deleted;
    expect(step.outcome, step.log).toBe('success');
    expect([seen, statuses('issues/create-comment')]).toEqual([1, [201]]);
  });
});

describe('a locked conversation', () => {
  const locked = { status: 403, message: 'Unable to create comment because issue is locked.', times: 10 };

  it('is a notice that says so in the comment half', async () => {
    const pull = await journey.openPull();
    journey.github.fault('issues/create-comment', locked);
    const step = await commentRun(pull);
    expect(step.outcome, step.log).toBe('success');
    const [notice] = step.annotations;
    expect(notice).toMatchObject({ level: 'notice', message: expect.stringContaining(`#${pull.number} is locked`) });
    expect(notice?.message).not.toContain('permission');
  });

  it('is not confused with a missing permission', async () => {
    const pull = await journey.openPull();
    const step = await commentRun(pull, {
      token: journey.github.token({ ...WRITE, issues: 'read', 'pull-requests': 'read' }),
    });
    expect(step.outcome).toBe('failure');
    expect(step.annotations.map(({ message }) => message).join()).not.toContain('locked');
  });
});
