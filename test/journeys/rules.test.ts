// What a run of the action itself says of the rules it was judged by, and of what is checked out.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestTrigger, pushTrigger } from '../stand-in/runner/triggers.ts';
import { Journey, once, scenarioFile } from './journey.ts';
import { readStored } from './stored.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

describe('rules that a pull request of the repository changes', () => {
  it('are named in the comment, with both verdicts, and its own decide', async () => {
    const { step: pushed } = await journey.push();
    const baseline = journey.github.artifacts.find(({ name }) => name.includes('-baseline-'));
    if (baseline === undefined) throw new Error(pushed.log);
    expect(JSON.parse(await readStored(journey.github, baseline, 'baseline.json'))).toMatchObject({
      rules: { budgets: {}, thresholds: {}, failOn: expect.arrayContaining(['regression']) },
    });
    const pull = await journey.openPull();
    const floors = Object.fromEntries(
      [
        'peak_rss_mb',
        'peak_delta_mb',
        'rss_delta_mb',
        'native_delta_mb',
        'cold_rss_delta_mb',
        'cold_peak_delta_mb',
      ].map((metric) => [metric, { absolute: 900 }]),
    );
    const inputs = { thresholds: JSON.stringify({ '**': floors }) };
    const { step } = await journey.check(pull, { pipeline: 'grown', inputs });
    expect(step.outputs.verdict, step.log).toBe('pass');
    const body = journey.github.comments(pull)[0]?.body;
    expect(body).toMatch(
      /The pull request changes thresholds: .*native_delta_mb 0\.10 MiB and 5 % → 900\.0 MiB and 5 %/,
    );
    expect(body).toMatch(/By the rules of the default branch: \*\*fail\*\* \(1 regression\)/);
    expect(step.summary).toContain('The pull request changes thresholds');
  });
});

describe('what is checked out', () => {
  /** A checkout of some commit with the scenario in it. */
  function checkout(): { readonly folder: string; readonly sha: string } {
    const folder = journey.folder();
    mkdirSync(join(folder, 'bench'));
    writeFileSync(join(folder, 'bench', 'index.mjs'), scenarioFile('lean'));
    const git = (...given: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...given], { cwd: folder, encoding: 'utf8' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'base');
    return { folder, sha: git('rev-parse', 'HEAD').trim() };
  }

  it('is not reported as the pull request’s where it is another commit, in either half', async () => {
    const pull = await journey.openPull();
    const { folder, sha } = checkout();
    const { step, run } = await journey.check(pull, { workspace: folder, inputs: once });
    expect(step.outcome, step.log).toBe('success');
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(`commit ${sha.slice(0, 7)}`) }),
    );
    await journey.comment(run);
    expect(journey.github.comments(pull)).toEqual([]);
  });

  it.each([
    ['pull_request_target', /pull_request_target.*\n.*`comment` action/],
    ['issue_comment', /token and secrets.*\n.*`comment` action/],
    ['workflow_run', /token and secrets.*\n.*`comment` action/],
  ])('is refused on %s, before anything is measured', async (event, words) => {
    const pull = await journey.openPull();
    const { folder } = checkout();
    const run = await journey.github.startRun({ event });
    const { payload } = await pullRequestTrigger(journey.github, pull);
    const trigger = { ...(await pushTrigger(journey.github)), event, payload };
    const job = journey.job(run, trigger, { workspace: folder, inputs: once });
    const step = await job.main();
    await job.end();
    expect(step.exitCode, step.log).toBe(3);
    expect(step.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(words)]);
    expect(step.groups).toEqual([]);
    expect(journey.github.comments(pull)).toEqual([]);
    expect(journey.github.requests()).toEqual([]);
  });
});

it('a locked conversation is a notice that says so, not a missing permission', async () => {
  const pull = await journey.openPull();
  const message = 'Unable to create comment because issue is locked.';
  journey.github.fault('issues/create-comment', { status: 403, message, times: 10 });
  const { step } = await journey.check(pull, { inputs: once });
  expect(step.outcome, step.log).toBe('success');
  const notices = step.annotations.filter(({ level }) => level === 'notice').map((notice) => notice.message);
  expect(notices).toEqual([expect.stringContaining(`#${pull.number} is locked`)]);
  expect(notices.join()).not.toContain('permission');
});
