import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journey } from './journey.ts';
import { readStored } from './stored.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const mark = '<!-- memory-bench:default -->';

describe('the first pull request', () => {
  it('is told that there is no baseline yet, and passes', async () => {
    const pull = await journey.openPull();
    const { step } = await journey.check(pull);
    expect(step.outcome, step.log).toBe('success');
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'baseline-source': 'none', 'baseline-sha': '' });
    const [comment, ...others] = journey.github.comments(pull);
    expect(others).toEqual([]);
    expect(comment?.body.startsWith(mark)).toBe(true);
    expect(comment?.body).toContain('no baseline yet');
    expect(step.outputs['comment-url']).toContain(`#issuecomment-${comment?.id}`);
    expect(step.summary).toContain('no baseline yet');
    journey.github.expectNoViolations();
  });

  it('finds the report in pictures among what was uploaded', async () => {
    await journey.check(await journey.openPull());
    const uploaded = journey.github.artifacts.find(({ name }) => name.includes('-results-'));
    if (uploaded === undefined) throw new Error('no results were uploaded');
    expect(await readStored(journey.github, uploaded, 'report.html')).toContain('id="report-data"');
  });

  it('fails where a budget is exceeded, baseline or not', async () => {
    const pull = await journey.openPull();
    const definition = 'budgets: { native_delta_mb: 5 },';
    const { step } = await journey.check(pull, { pipeline: 'grown', definition });
    expect([step.outcome, step.exitCode]).toEqual(['failure', 1]);
    expect(step.outputs).toMatchObject({ verdict: 'fail', breaches: '1', regressions: '0' });
    expect(step.annotations).toContainEqual(expect.objectContaining({ level: 'error', file: 'bench/index.mjs' }));
    journey.github.expectNoViolations();
  });
});

describe('a push to the default branch', () => {
  it('stores what it measured, and the next pull request is compared with it', async () => {
    const { step: pushed, run } = await journey.push();
    expect(pushed.outcome, pushed.log).toBe('success');
    expect(journey.github.comments()).toEqual([]);
    expect(journey.github.artifacts.map(({ name }) => name)).toContain(
      'memory-bench-baseline-linux-x64-glibc-2c-none-default',
    );

    const pull = await journey.openPull();
    const first = await journey.check(pull);
    expect(first.step.outputs).toMatchObject({
      verdict: 'pass',
      'baseline-source': 'merge-base',
      'baseline-sha': run.headSha,
    });

    await journey.commit('feature');
    const second = await journey.check(pull);
    expect(journey.github.comments(pull)).toHaveLength(1);
    expect(second.step.outputs['comment-url']).toBe(first.step.outputs['comment-url']);
    expect(journey.github.comments(pull)[0]?.body).toContain(pull.head.sha.slice(0, 7));
    journey.github.expectNoViolations();
  });
});

describe('a regression', () => {
  it('fails the job, says so in the comment, and stays out of the baseline of others', async () => {
    const inputs = { sites: 'changed' };
    const { run } = await journey.push({ inputs });
    const pull = await journey.openPull();
    const { step } = await journey.check(pull, { pipeline: 'grown', inputs, tracked: true });
    expect([step.outcome, step.exitCode]).toEqual(['failure', 1]);
    expect(step.outputs).toMatchObject({ verdict: 'fail', regressions: '1', 'baseline-sha': run.headSha });
    const body = journey.github.comments(pull)[0]?.body;
    expect(body).toMatch(/regression/i);
    expect(body).toMatch(/\+2[01]\.\d+ MiB/);
    expect(body).toMatch(/Buffers kept at .*bench\/index\.mjs:5/);
    const place = { level: 'error', file: 'bench/index.mjs', line: 5 };
    expect(step.annotations).toContainEqual(expect.objectContaining(place));
    const profiles = journey.github.artifacts.filter(
      ({ name, run: { event } }) => name.includes('-profiles-') && event === 'pull_request',
    );
    expect(profiles.map(({ name }) => name)).toEqual([
      'memory-bench-profiles-linux-x64-glibc-2c-none-default-attempt1',
    ]);
    for (const profile of profiles) {
      expect(body).toMatch(new RegExp(`\\[profiles\\]\\(\\S+/artifacts/${profile.id}\\)`));
      expect(JSON.parse(await readStored(journey.github, profile, 'index.alive.heapprofile'))).toHaveProperty('head');
    }
    const baselines = journey.github.artifacts.filter(({ name }) => name.includes('-baseline-'));
    expect(baselines.map((artifact) => artifact.run.event)).toEqual(['push']);
    journey.github.expectNoViolations();
  });

  it('on the default branch is red, and the baseline advances all the same', async () => {
    await journey.push();
    const red = await journey.push({ pipeline: 'grown' });
    expect(red.step.exitCode).toBe(1);
    const pull = await journey.openPull();
    const { step } = await journey.check(pull, { pipeline: 'grown' });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'baseline-sha': red.run.headSha });
  });
});

describe('a leak', () => {
  it('fails the job without a baseline, beside the variable that holds it', async () => {
    const pull = await journey.openPull();
    const inputs = { repeats: '2', sites: 'changed' };
    const { step } = await journey.check(pull, { pipeline: 'leaking', inputs, tracked: true });
    expect(step.outputs).toMatchObject({ verdict: 'fail', leaks: '1' });
    const place = { level: 'error', file: 'bench/index.mjs', line: 2 };
    expect(step.annotations).toContainEqual(expect.objectContaining(place));
    expect(journey.github.comments(pull)[0]?.body).toMatch(/grows by 16\.\d KiB per iteration/);
  });
});

describe('a broken scenario', () => {
  it('is told without a mention, link or tag of it getting through', async () => {
    const pull = await journey.openPull();
    const { step } = await journey.check(pull, { pipeline: 'throwing' });
    expect(step.exitCode).toBe(1);
    const body = journey.github.comments(pull)[0]?.body ?? '';
    expect(body).toContain('the index is broken');
    expect(body).not.toMatch(/@everyone|<img|\]\(https:\/\/evil/);
    expect(step.summary).not.toMatch(/@everyone|<img|\]\(https:\/\/evil/);
  });
});

describe('comment: changes', () => {
  it('stays silent where nothing changed, speaks where something did, and sets that right later', async () => {
    await journey.push();
    const pull = await journey.openPull();
    const inputs = { comment: 'changes' };
    await journey.check(pull, { inputs });
    expect(journey.github.comments(pull)).toEqual([]);
    await journey.check(pull, { inputs, pipeline: 'grown' });
    expect(journey.github.comments(pull)[0]?.body).toMatch(/regression/i);
    await journey.check(pull, { inputs });
    expect(journey.github.comments(pull)).toHaveLength(1);
    expect(journey.github.comments(pull)[0]?.body).toMatch(/No memory regression/);
  });
});
