import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCase, createResults, createSelection } from '../builders.ts';
import { READ_ONLY } from '../stand-in/github.ts';
import { runScript } from '../stand-in/script-job.ts';
import { Journey, once, type VisitOptions } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

async function forkedPull() {
  return journey.openPull('patch', await journey.github.fork('mallory'));
}

const readOnly = (): VisitOptions => ({ token: journey.github.token(READ_ONLY) });
const readOnlyOnce = (): VisitOptions => ({ ...readOnly(), inputs: once });

describe('a pull request from a fork', () => {
  it('is measured and judged, does not fail for its token, and leaves the comment to the other half', async () => {
    const { run: base } = await journey.push({ inputs: once });
    const pull = await forkedPull();
    const { step } = await journey.check(pull, readOnlyOnce());
    expect(step.outcome, step.log).toBe('success');
    expect(journey.github.comments(pull)).toEqual([]);
    expect(step.annotations).toContainEqual(expect.objectContaining({ level: 'notice' }));
    expect(step.summary).toContain(base.headSha.slice(0, 7));
    expect(step.outputs).toMatchObject({ 'baseline-sha': base.headSha, 'comment-url': '' });
    journey.github.expectNoViolations();
  });

  it('is commented on after its run, with a baseline that the trusted half found itself', async () => {
    const { run: base } = await journey.push();
    const pull = await forkedPull();
    const inputs = { sites: 'changed' };
    const { run } = await journey.check(pull, { ...readOnly(), pipeline: 'grown', inputs });
    const { step } = await journey.comment(run);
    expect(step.outcome, step.log).toBe('success');
    const [comment] = journey.github.comments(pull);
    expect(comment?.body).toMatch(/regression/i);
    const profiles = journey.github.artifacts.find(({ name }) => name.includes('-profiles-'));
    expect(comment?.body).toMatch(new RegExp(`\\[profiles\\]\\(\\S+/artifacts/${profiles?.id}\\)`));
    expect(comment?.body).toContain(base.headSha.slice(0, 7));
    expect(step.outputs).toEqual({
      'comment-url': expect.stringContaining(`#issuecomment-${comment?.id}`),
      'pull-request': String(pull.number),
    });
    journey.github.expectNoViolations();
  });

  it('is commented on with what the last attempt measured', async () => {
    const pull = await forkedPull();
    const first = await journey.github.startRun({ event: 'pull_request', pull });
    await journey.check(pull, { ...readOnlyOnce(), run: first, pipeline: 'throwing' });
    const second = journey.github.rerun(first);
    await journey.check(pull, { ...readOnlyOnce(), run: second });
    await journey.comment(second);
    expect(journey.github.comments(pull)[0]?.body).toMatch(/1 case measured/);
  });

  it('is not commented on once its head has moved on', async () => {
    const pull = await forkedPull();
    const { run } = await journey.check(pull, readOnlyOnce());
    await journey.commit('patch', pull.head.repository);
    const { step } = await journey.comment(run);
    expect(step.outcome).toBe('success');
    expect(journey.github.comments()).toEqual([]);
  });
});

describe('the trusted half', () => {
  const handover = {
    handoverVersion: 1,
    leg: '',
    commentKey: 'default',
    comment: 'auto',
    failOn: ['budget'],
    budgets: {},
    thresholds: {},
  };

  /** `longest` pads the files with spaces, which JSON does not mind; `copies` multiplies the case of results. */
  async function commentAfterUpload(files: Record<string, string>, { longest = 0, copies = 1 } = {}) {
    const pull = await forkedPull();
    const run = await journey.github.startRun({ event: 'pull_request', pull });
    const script = `const { writeFileSync } = await load('node:fs');
      const files = ${JSON.stringify(files)};
      const results = JSON.parse(files['results.json']);
      if (${copies} > 1) {
        results.cases = Array.from({ length: ${copies} }, (_, index) => ({ ...results.cases[0], id: 'a-case/' + index }));
        files['results.json'] = JSON.stringify(results);
      }
      for (const [name, content] of Object.entries(files)) writeFileSync(name, content.padEnd(${longest}));
      return (await artifacts()).uploadArtifact('memory-bench-results-made-up-attempt1', Object.keys(files), '.');`;
    await runScript(journey.github, script, { run, token: journey.github.token(READ_ONLY) });
    journey.github.finishRun(run);
    return { ...(await journey.comment(run)), pull };
  }

  it('tells of as many cases as a comment takes, in no more time than an honest filter needs', async () => {
    const [one] = createResults().cases;
    const results = createResults({
      selection: createSelection({ filter: '^([^]|[^]|[^]|[^])*\\u0000' }),
      cases: [{ ...createCase(one), budgets: { rss_delta_mb: 1 } }],
    });
    const { step, pull } = await commentAfterUpload(
      { 'results.json': JSON.stringify(results), 'handover.json': JSON.stringify(handover) },
      { copies: 2_000 },
    );
    expect(step.outcome, step.log).toBe('success');
    const [comment] = journey.github.comments(pull);
    expect(comment?.body).toContain('2000 budget breaches');
    expect(comment?.body).toMatch(/more (findings|rows|not shown)|not shown/);
    expect(Buffer.byteLength(comment?.body ?? '')).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(comment?.body ?? '')).toBeGreaterThan(30_000);
  });

  it('refuses results that are none, and writes nothing', async () => {
    const { step } = await commentAfterUpload({ 'results.json': '{"schemaVersion":1}', 'handover.json': '{}' });
    expect(step.outcome).toBe('failure');
    expect(step.annotations[0]?.message).toMatch(/not a results document/);
    expect(journey.github.comments()).toEqual([]);
  });

  it('does not unpack a file that is larger than any honest one', async () => {
    const { step } = await commentAfterUpload(
      { 'results.json': '{}', 'handover.json': '{}' },
      { longest: 65 * 1024 * 1024 },
    );
    expect(step.outcome).toBe('failure');
    expect(step.annotations[0]?.message).toMatch(/cannot be used/);
  });

  it('has nothing to say of a run that was no pull request’s', async () => {
    const { run } = await journey.push({ inputs: once });
    const { step } = await journey.comment(run);
    expect(step.outcome).toBe('success');
    expect(journey.github.comments()).toEqual([]);
  });
});
