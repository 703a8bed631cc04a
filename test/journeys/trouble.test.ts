import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../processes.ts';
import { pullRequestTrigger } from '../stand-in/runner/triggers.ts';
import { Journey, once } from './journey.ts';
import { processesIn } from './leftovers.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const quick = { inputs: once };

describe('a token that may not comment', () => {
  it('is a notice that names the permission, not a failure', async () => {
    const pull = await journey.openPull();
    const token = journey.github.token({ actions: 'read', contents: 'read' });
    const { step } = await journey.check(pull, { ...quick, token });
    expect(step.outcome, step.log).toBe('success');
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('pull-requests: write') }),
    );
  });

  it('fails the step where a comment was asked for always', async () => {
    const pull = await journey.openPull();
    const token = journey.github.token({ actions: 'read', contents: 'read' });
    const { step } = await journey.check(pull, { inputs: { ...once, comment: 'always' }, token });
    expect(step.exitCode).toBe(3);
    expect(step.outputs.verdict).toBe('pass');
  });
});

describe('a GitHub that is unwell', () => {
  it('is waited for when it says for how long', async () => {
    const pull = await journey.openPull();
    journey.github.fault('issues/create-comment', { status: 429, retryAfter: 1 });
    const { step } = await journey.check(pull, quick);
    expect(step.outcome).toBe('success');
    expect(journey.github.comments(pull)).toHaveLength(1);
    expect(journey.github.requests('issues/create-comment').map(({ status }) => status)).toEqual([429, 201]);
  });

  it('is waited for as long as it says while reading, too', async () => {
    const pull = await journey.openPull();
    journey.github.fault('issues/list-comments', { status: 429, retryAfter: 1 });
    const { step } = await journey.check(pull, quick);
    expect(step.outcome).toBe('success');
    expect(
      journey.github
        .requests('issues/list-comments')
        .map(({ status }) => status)
        .slice(0, 2),
    ).toEqual([429, 200]);
  });

  it('that lost the answer to an update loses no update', async () => {
    const pull = await journey.openPull();
    await journey.check(pull, quick);
    await journey.commit('feature');
    journey.github.fault('issues/update-comment', { status: 502, afterwards: true });
    const { step, run } = await journey.check(pull, quick);
    expect(step.outcome, step.log).toBe('success');
    expect(journey.github.comments(pull).map(({ body }) => body.includes(`run="${run.id}"`))).toEqual([true]);
  });

  it('is asked again after an error while reading', async () => {
    const { run } = await journey.push(quick);
    journey.github.fault('actions/list-workflow-run-artifacts', { status: 500 });
    const { step } = await journey.check(await journey.openPull(), quick);
    expect(step.outputs['baseline-sha']).toBe(run.headSha);
  });

  it('is given up after a while, and the baseline with it, which the report says', async () => {
    await journey.push(quick);
    journey.github.fault('actions/list-workflow-run-artifacts', { status: 500, times: 100 });
    const { step } = await journey.check(await journey.openPull(), quick);
    expect(step.outcome).toBe('failure');
    expect(step.outputs['baseline-source']).toBe('none');
    expect(step.summary).toMatch(/^## ⚠️ memory-bench: not compared: .*500/);
  });

  it('that refuses to list artifacts makes a run that is not compared, and says so everywhere', async () => {
    await journey.push(quick);
    journey.github.fault('actions/list-workflow-run-artifacts', { status: 403, times: 100 });
    const pull = await journey.openPull();
    const { step } = await journey.check(pull, quick);
    expect(step.outcome).toBe('failure');
    expect(step.outputs.verdict).toBe('not-compared');
    expect(step.summary).toMatch(/^## ⚠️ memory-bench: not compared: .*403/);
    expect(step.summary).not.toContain('no baseline yet');
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', title: 'memory-bench: not compared' }),
    );
    expect(journey.github.comments(pull)[0]?.body).toMatch(/^## ⚠️ memory-bench: not compared: .*403/m);
  });

  it('that refuses to list artifacts fails no step whose fail-on does not have baseline', async () => {
    await journey.push(quick);
    journey.github.fault('actions/list-workflow-run-artifacts', { status: 403, times: 100 });
    const { step } = await journey.check(await journey.openPull(), { inputs: { ...once, 'fail-on': 'budget, leak' } });
    expect(step.outcome).toBe('success');
    expect(step.outputs.verdict).toBe('not-compared');
  });

  it('that does not answer is not waited for without end', async () => {
    const { run } = await journey.push(quick);
    journey.github.fault('repos/list-commits', { kind: 'hang' });
    const { step } = await journey.check(await journey.openPull(), quick);
    expect(step.outputs['baseline-sha']).toBe(run.headSha);
  });

  it('that lost the answer to a comment gets no second one', async () => {
    const pull = await journey.openPull();
    journey.github.fault('issues/create-comment', { status: 502, afterwards: true });
    const { step } = await journey.check(pull, quick);
    expect(step.outcome).toBe('success');
    expect(journey.github.comments(pull)).toHaveLength(1);
  });

  it('that has no such repository is an error that says so', async () => {
    const pull = await journey.openPull();
    journey.github.fault('repos/compare-commits-with-basehead', { status: 404, times: 10 });
    const { step } = await journey.check(pull, quick);
    expect(step.outcome).toBe('failure');
    expect(step.summary).toMatch(/^## ⚠️ memory-bench: not compared: .*no common ancestor/);
  });
});

describe('a comment', () => {
  it('of a newer run is not overwritten by an older one', async () => {
    const pull = await journey.openPull();
    const older = await journey.github.startRun({ event: 'pull_request', pull });
    await journey.commit('feature');
    await journey.check(pull, quick);
    const told = journey.github.comments(pull)[0]?.body;
    const { step } = await journey.check(pull, { ...quick, run: older });
    expect(step.outcome).toBe('success');
    expect(journey.github.comments(pull).map(({ body }) => body)).toEqual([told]);
    expect(step.annotations).toContainEqual(expect.objectContaining({ level: 'notice' }));
  });

  it('with our mark that somebody else wrote is left alone', async () => {
    const pull = await journey.openPull();
    journey.github.writeComment(pull, 'mallory', '<!-- memory-bench:default -->\nAll is well.');
    await journey.check(pull, quick);
    const later = '<!-- memory-bench:section leg="" run="999999999999999" attempt="1" sha="" -->';
    journey.github.writeComment(
      pull,
      'other[bot]',
      `<!-- memory-bench:default -->\n${later}\n<!-- memory-bench:end -->`,
    );
    await journey.commit('feature');
    await journey.check(pull, quick);
    const [theirs, ours, , ...more] = journey.github.comments(pull);
    expect(more).toEqual([]);
    expect(theirs?.body).toContain('All is well.');
    expect(ours?.author).toBe('github-actions[bot]');
  });

  it('stays within what GitHub takes, however many cases changed', { timeout: 600_000 }, async () => {
    const cases = Array.from({ length: 400 }, (_, index) => `'a-rather-long-label-of-a-case-${index}': { params: {} }`);
    const definition = `cases: { ${cases.join(', ')} }, budgets: { peak_rss_mb: 1 }, leaks: false,`;
    const pull = await journey.openPull();
    // Measuring 400 cases takes minutes; their results are what a run was interrupted after.
    const { step } = await journey.check(pull, {
      definition,
      inputs: { repeats: '1', filter: '-label-of-a-case-1?[0-9]$' },
    });
    const body = journey.github.comments(pull)[0]?.body ?? '';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
    expect(step.annotations.length).toBeLessThanOrEqual(10);
  });
});

describe('bad input', () => {
  it('is told before anything is measured, with the legal values', async () => {
    const { step } = await journey.push({ inputs: { suite: 'everything' } });
    expect(step.exitCode).toBe(2);
    expect(step.annotations).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringMatching(/suite.*\n.*smoke, standard, full/) }),
    ]);
  });

  it('is told where it is YAML with a mistake', async () => {
    const { step } = await journey.push({ inputs: { budgets: '"**": { peak_rss: 3 }' } });
    expect(step.exitCode).toBe(2);
    expect(step.annotations[0]?.message).toContain('budgets');
  });
});

describe('a job that is cancelled', () => {
  const waiting = { pipeline: 'waiting', definition: "needs: ['qdrant']," } as const;

  /** A job that measures, with a server at its side, and where it puts its temporary folders. */
  async function measuring() {
    const pull = await journey.openPull();
    const run = await journey.github.startRun({ event: 'pull_request', pull });
    const temporary = journey.folder();
    const trigger = await pullRequestTrigger(journey.github, pull);
    const env = { TMPDIR: temporary };
    const job = journey.job(run, trigger, { ...waiting, env, inputs: { ...once, qdrant: 'embedded' } });
    const step = job.start('main');
    await step.line(/measuring 1 case/);
    await waitUntil('it measures', () => processesIn([temporary, job.workspace]).length >= 3);
    return { job, step, temporary };
  }

  it('leaves no process and no folder', async () => {
    const { job, step, temporary } = await measuring();
    step.cancel();
    expect((await step.result).outcome).toBe('cancelled');
    const post = await job.post();
    expect(post.outcome, post.log).toBe('success');
    expect(processesIn([temporary, job.workspace])).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    await job.end();
  });

  it('leaves nothing either where main step and guardian were killed outright', async () => {
    const { job, step, temporary } = await measuring();
    const guardian = processesIn([job.workspace]).filter(({ command }) => command.includes('guardian-entry'));
    for (const { pid } of [...guardian, { pid: step.pid ?? 0 }]) process.kill(pid, 'SIGKILL');
    await step.result;
    expect(processesIn([temporary, job.workspace])).not.toEqual([]);
    const post = await job.post();
    expect(post.outcome, post.log).toBe('success');
    await waitUntil('all have ended', () => processesIn([temporary, job.workspace]).length === 0);
    expect(readdirSync(temporary)).toEqual([]);
    await job.end();
  });
});
