// What the comment half makes of what a fork's run may have made up.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCase, createResults, createSample, createSamples } from '../builders.ts';
import type { Pull } from '../stand-in/state.ts';
import { Journey } from './journey.ts';
import { madeUpBaseline, madeUpRun } from './made-up.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

async function forkedPull(branch = 'patch', base = 'main') {
  const fork = await journey.github.fork('mallory');
  await journey.github.commit({ branch, files: { 'src/pipeline.js': '// patch\n' }, repository: fork });
  return journey.github.openPull({ head: branch, base, fork });
}

const bodyOf = (pull: Pull) => journey.github.comments(pull)[0]?.body ?? '';
const headingOf = (pull: Pull) => /^## .*$/m.exec(bodyOf(pull))?.[0] ?? '';
const grown = createCase({ samples: createSamples({ rss_delta_mb: [500, 500, 500, 500, 500] }) });
const two = [createCase(), createCase({ id: 'dropped' })];

describe('the comment half never improves a verdict', () => {
  it('passes what passes, by the rules of the default branch', async () => {
    const baseline = await madeUpBaseline(journey);
    const pull = await forkedPull();
    const { step } = await journey.comment(await madeUpRun(journey, pull, [{}]));
    expect(step.outcome, step.log).toBe('success');
    expect(headingOf(pull)).toBe('## ✅ memory-bench: No memory regression in 1 case');
    expect(bodyOf(pull)).toContain(
      `Judged by the rules of the default branch (baseline of [\`${baseline.slice(0, 7)}\`]`,
    );
    journey.github.expectNoViolations();
  });

  it('reports a case that the pull request dropped as missing', async () => {
    await madeUpBaseline(journey, { cases: two });
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{}]));
    expect(headingOf(pull)).toMatch(/^## ❌ .*1 case missing/u);
    expect(bodyOf(pull)).toContain('dropped');
  });

  it('lists a case that the pull request no longer selects, and is not green', async () => {
    await madeUpBaseline(journey, { cases: two });
    const pull = await forkedPull();
    const selection = { ...createResults().selection, filter: 'single' };
    await journey.comment(await madeUpRun(journey, pull, [{ results: { selection } }]));
    expect(headingOf(pull)).toMatch(/^## ⚠️ .*1 case of the baseline not measured/u);
    expect(bodyOf(pull)).toContain('Not measured, though the baseline has it: dropped');
  });

  it('is not green where a case was changed so that it cannot be compared', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    await journey.comment(
      await madeUpRun(journey, pull, [{ results: { cases: [createCase({ definitionHash: 'f' })] } }]),
    );
    expect(headingOf(pull)).toMatch(/^## ⚠️ .*1 case not comparable/u);
  });

  it('is not green without a baseline, and says whose rules apply', async () => {
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{}]));
    expect(headingOf(pull)).toMatch(/^## ⚠️ /u);
    expect(bodyOf(pull)).toContain('come from the pull request');
  });

  it('is red where the job itself failed', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    const handover = { failed: true, findings: { missing: 2, leak: 0 } };
    await journey.comment(await madeUpRun(journey, pull, [{ handover }], { conclusion: 'failure' }));
    expect(headingOf(pull)).toMatch(/^## ❌ .*; the job itself failed: 2 missing/u);
  });

  it('is not green where the run failed for another reason, and names the job', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{}], { conclusion: 'failure' }));
    expect(headingOf(pull)).toMatch(/^## ⚠️ .*; the run ended with failure/u);
    expect(bodyOf(pull)).toContain('did not succeed: memory');
  });

  it.each([
    ['wants no comment', { comment: 'never' }],
    ['goes into a comment of its own that is not to be written', { comment: 'never', commentKey: 'decoy' }],
    ['is of another commit', {}, 'f'.repeat(40)],
    ['cannot be read', { leg: 5 }],
  ])('is not green where the only job that says it failed %s', async (_, handover, commit?: string) => {
    const base = await madeUpBaseline(journey);
    const pull = await forkedPull();
    const decoy = { name: 'decoy', handover: { failed: true, leg: 'decoy', ...handover } };
    const jobs = [{}, commit === undefined ? decoy : { ...decoy, commit: base }];
    await journey.comment(await madeUpRun(journey, pull, jobs, { conclusion: 'failure' }));
    expect(headingOf(pull)).toMatch(/^## ⚠️ .*; the run ended with failure/u);
  });

  it('is red where a job that says it failed has the section of one that says it did not', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    const jobs = [{}, { name: 'decoy', handover: { failed: true } }];
    await journey.comment(await madeUpRun(journey, pull, jobs, { conclusion: 'failure' }));
    expect(bodyOf(pull)).toMatch(/^## ❌ .*; the job itself failed/mu);
    expect(bodyOf(pull)).not.toContain('✅');
  });

  it.each([1, 2])('is not green where a case was measured with %i samples instead of five', async (count) => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    const cases = [createCase({ samples: createSamples({ rss_delta_mb: [500, 510].slice(0, count) }) })];
    await journey.comment(await madeUpRun(journey, pull, [{ results: { cases } }]));
    expect(headingOf(pull)).toMatch(/^## ⚠️ .*1 case measured with fewer samples than the baseline/u);
  });

  it('is red where a case has no sample of the memory pass', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    const cases = [createCase({ samples: [createSample({ pass: 'sites', metrics: {} })] })];
    await journey.comment(await madeUpRun(journey, pull, [{ results: { cases } }]));
    expect(headingOf(pull)).toMatch(/^## ❌ .*1 case missing/u);
  });

  it('is not green where the baseline has no measured case', async () => {
    await madeUpBaseline(journey, { cases: [] });
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{}]));
    expect(headingOf(pull)).toMatch(/^## ⚠️ .*not compared: the baseline has no measured case/u);
  });

  it('names the commit that GitHub knows, whatever the results say', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{ commit: 'f'.repeat(40) }]));
    expect(bodyOf(pull)).toContain(pull.head.sha.slice(0, 7));
    expect(bodyOf(pull)).not.toContain('fffffff');
  });

  it('leaves the section of the same run and attempt alone', async () => {
    await madeUpBaseline(journey, { cases: two });
    const pull = await journey.openPull();
    const run = await madeUpRun(journey, pull, [{ results: { cases: two } }]);
    const section = `<!-- memory-bench:section leg="" run="${run.id}" attempt="1" sha="a" -->`;
    const body = `<!-- memory-bench:default -->\n${section}\n## ❌ memory-bench: 1 case missing\n<!-- memory-bench:end -->`;
    journey.github.writeComment(pull, 'github-actions[bot]', body);
    const { step } = await journey.comment(run);
    expect(step.outcome, step.log).toBe('success');
    expect(journey.github.comments(pull).map((comment) => comment.body)).toEqual([body]);
  });

  it('corrects the comment of an earlier commit where the run left no results', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{}]));
    await journey.commit('patch', pull.head.repository);
    await journey.comment(await madeUpRun(journey, pull, [], { conclusion: 'failure' }));
    expect(headingOf(pull)).toMatch(/^## ❌ .*was not measured, the run ended with failure/u);
    expect(bodyOf(pull)).not.toContain('✅');
  });

  it('does not pass an earlier attempt’s results off as those of an attempt that failed', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    const first = await madeUpRun(journey, pull, [{}]);
    await journey.comment(first);
    const second = journey.github.rerun(first);
    await journey.comment(await madeUpRun(journey, pull, [], { run: second, conclusion: 'failure' }));
    expect(headingOf(pull)).toMatch(/^## ⚠️ .*the run ended with failure/u);
  });

  it('corrects an earlier comment although the pull request wants none', async () => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{}]));
    await journey.commit('patch', pull.head.repository);
    const results = { cases: [grown] };
    await journey.comment(await madeUpRun(journey, pull, [{ results, handover: { comment: 'never' } }]));
    expect(headingOf(pull)).toMatch(/^## ❌ .*1 regression/u);
  });
});

describe('the rules of the default branch', () => {
  it.each([
    [
      'a threshold',
      { thresholds: { '**': { rss_delta_mb: { absolute: 1000 } } } },
      'changes thresholds: anon_delta_mb',
    ],
    ['fail-on', { failOn: [] }, 'changes fail-on: '],
  ])('apply where the pull request changes %s, and both verdicts are shown', async (_, handover, words) => {
    await madeUpBaseline(journey);
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{ results: { cases: [grown] }, handover }]));
    expect(headingOf(pull)).toMatch(/^## ❌ .*1 regression/u);
    expect(bodyOf(pull)).toContain(words);
    expect(bodyOf(pull)).toMatch(
      /By the rules of the default branch: \*\*fail\*\* \(1 regression\)\. By those of the pull request: pass/,
    );
  });

  it('apply where the pull request raises a budget of the scenario', async () => {
    await madeUpBaseline(journey, { cases: [createCase({ budgets: { rss_delta_mb: 5 } })] });
    const pull = await forkedPull();
    const cases = [createCase({ budgets: { rss_delta_mb: 500 } })];
    await journey.comment(await madeUpRun(journey, pull, [{ results: { cases } }]));
    expect(headingOf(pull)).toMatch(/^## ❌ .*1 budget breach/u);
    expect(bodyOf(pull)).toContain('changes budgets: rss_delta_mb 5.00 MiB → 500.0 MiB');
  });

  it('are said to be missing in a baseline of an earlier version', async () => {
    const sha = await madeUpBaseline(journey, {}, { withRules: false });
    const pull = await forkedPull();
    await journey.comment(await madeUpRun(journey, pull, [{}]));
    expect(bodyOf(pull)).toContain('come from the pull request: the baseline (of');
    expect(bodyOf(pull)).toContain(sha.slice(0, 7));
  });
});

describe('two pull requests with one head', () => {
  async function pulls(secondBase: string) {
    const first = await forkedPull();
    const { ref, repository } = first.head;
    return [first, await journey.github.openPull({ head: ref, base: secondBase, fork: repository })] as const;
  }
  const commented = () => journey.github.comments().map(({ issueNumber }) => issueNumber);

  it.each([0, 1])('have the run of each commented on the one it was for (%s)', async (index) => {
    await journey.github.commit({ branch: 'release', files: { 'a.txt': 'a' } });
    await madeUpBaseline(journey);
    const both = await pulls('release');
    const pull = both[index];
    if (pull === undefined) throw new Error('no such pull request');
    const { step } = await journey.comment(await madeUpRun(journey, pull, [{}]));
    expect(step.outcome, step.log).toBe('success');
    expect(commented()).toEqual([pull.number]);
    expect(step.outputs['pull-request']).toBe(String(pull.number));
  });

  it('are told apart by the base that was merged, also once the bases have moved on', async () => {
    await journey.github.commit({ branch: 'release', files: { 'a.txt': 'a' } });
    await journey.commit('main');
    const [first] = await pulls('release');
    const run = await madeUpRun(journey, first, [{}]);
    await journey.commit('main');
    await journey.commit('release');
    await journey.comment(run);
    expect(commented()).toEqual([first.number]);
  });

  it('have no comment where either could be meant, and the log says why', async () => {
    await journey.github.commit({ branch: 'release', files: { 'a.txt': 'a' } });
    const [first] = await pulls('release');
    const run = await madeUpRun(journey, first, [{ commit: first.head.sha }]);
    const { step } = await journey.comment(run);
    expect(step.outcome).toBe('success');
    expect(commented()).toEqual([]);
    expect(step.annotations[0]?.message).toMatch(/#\d+, #\d+ have the same head/);
  });

  it('have no comment on the open one for the run of the closed one', async () => {
    await journey.github.commit({ branch: 'release', files: { 'a.txt': 'a' } });
    const [first, second] = await pulls('release');
    const run = await madeUpRun(journey, first, [{}]);
    first.state = 'closed';
    const { step } = await journey.comment(run);
    expect(commented()).toEqual([]);
    expect(step.annotations[0]?.message).toContain(`#${first.number}, which is closed`);
    await journey.comment(await madeUpRun(journey, second, [{}]));
    expect(commented()).toEqual([second.number]);
  });
});

describe('the pull request of a run', () => {
  it('is commented on after it was closed and opened again', async () => {
    const pull = await forkedPull();
    pull.state = 'closed';
    const run = await madeUpRun(journey, pull, [{}]);
    pull.state = 'open';
    await journey.comment(run);
    expect(journey.github.comments(pull)).toHaveLength(1);
  });

  it('is not commented on with results of its base', async () => {
    const base = await madeUpBaseline(journey);
    const pull = await forkedPull();
    const { step } = await journey.comment(await madeUpRun(journey, pull, [{ commit: base }]));
    expect(step.outcome).toBe('success');
    expect(journey.github.comments()).toEqual([]);
    expect(step.annotations[0]?.message).toContain(`the results are of commit ${base.slice(0, 7)}`);
  });

  it('is commented on with results of a commit that GitHub does not know', async () => {
    const pull = await forkedPull();
    const { step } = await journey.comment(await madeUpRun(journey, pull, [{ commit: 'd'.repeat(40) }]));
    expect(step.outcome, step.log).toBe('success');
    expect(journey.github.comments(pull)).toHaveLength(1);
  });
});
