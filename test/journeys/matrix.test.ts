import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journey, once } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const legs = [{ size: 'small' }, { size: 'large' }];

it('two legs of a matrix share one comment, with a section each, also when they end at once', async () => {
  const pull = await journey.openPull();
  const run = await journey.github.startRun({ event: 'pull_request', pull });
  const visits = await Promise.all(legs.map((matrix) => journey.check(pull, { run, matrix, inputs: once })));
  for (const { step } of visits) expect(step.outcome, step.log).toBe('success');
  const [comment, ...others] = journey.github.comments(pull);
  expect(others).toEqual([]);
  for (const { size } of legs) expect(comment?.body).toContain(`size ${size}`);
  journey.github.expectNoViolations();
});

it('legs with keys of their own have comments of their own', async () => {
  const pull = await journey.openPull();
  const run = await journey.github.startRun({ event: 'pull_request', pull });
  for (const matrix of legs) {
    await journey.check(pull, { run, matrix, inputs: { ...once, 'comment-key': matrix.size } });
  }
  expect(journey.github.comments(pull).map(({ body }) => body.split('\n')[0])).toEqual([
    '<!-- memory-bench:small -->',
    '<!-- memory-bench:large -->',
  ]);
});

it('each leg is compared with its own baseline', async () => {
  const push = await journey.github.startRun({ event: 'push' });
  await journey.push({ run: push, commit: false, matrix: { size: 'small' } });
  await journey.push({ run: push, commit: false, matrix: { size: 'large' }, pipeline: 'grown' });
  const pull = await journey.openPull();
  const run = await journey.github.startRun({ event: 'pull_request', pull });
  const small = await journey.check(pull, { run, matrix: { size: 'small' } });
  const large = await journey.check(pull, { run, matrix: { size: 'large' }, pipeline: 'grown' });
  expect([small, large].map(({ step }) => step.outputs.verdict)).toEqual(['pass', 'pass']);
});

it('two packages of one repository share one comment, with a section each', async () => {
  const pull = await journey.openPull();
  const run = await journey.github.startRun({ event: 'pull_request', pull });
  for (const name of ['memory-search', 'memory-ingest']) {
    await journey.check(pull, { run, inputs: { ...once, 'artifact-name': name } });
  }
  const [comment, ...others] = journey.github.comments(pull);
  expect(others).toEqual([]);
  expect(comment?.body.match(/^## .*$/gm)).toEqual([
    expect.stringContaining('(memory-ingest)'),
    expect.stringContaining('(memory-search)'),
  ]);
});

describe('a reusable workflow that is called from a matrix, where the matrix is null', () => {
  it('warns that the names are taken, in the log and in the report, and says what to set', async () => {
    const run = await journey.github.startRun({ event: 'push' });
    await journey.push({ run, commit: false, inputs: once });
    const { step } = await journey.push({ run, commit: false, inputs: once });
    expect(step.outcome, step.log).toBe('success');
    const warnings = step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(warnings).toEqual([
      expect.stringMatching(/-results-.*already exists[\s\S]*pass the caller's matrix in the input matrix/),
      expect.stringMatching(/-baseline-.*already exists[\s\S]*pass the caller's matrix in the input matrix/),
    ]);
    expect(step.summary).toMatch(/another job or step of this run uses the same names/);
  });

  it('has a baseline and a section for each leg that is named by hand', async () => {
    const [first, second] = ['{"node": 20}', '{"node": 22}'];
    const push = await journey.github.startRun({ event: 'push' });
    await journey.push({ run: push, commit: false, inputs: { ...once, matrix: first } });
    await journey.push({ run: push, commit: false, inputs: { ...once, matrix: second }, pipeline: 'grown' });
    const pull = await journey.openPull();
    const run = await journey.github.startRun({ event: 'pull_request', pull });
    const visits = [
      await journey.check(pull, { run, inputs: { ...once, matrix: first } }),
      await journey.check(pull, { run, inputs: { ...once, matrix: second }, pipeline: 'grown' }),
    ];
    expect(visits.map(({ step }) => step.outputs.verdict)).toEqual(['pass', 'pass']);
    for (const { step } of visits) expect(step.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    const [comment, ...others] = journey.github.comments(pull);
    expect(others).toEqual([]);
    for (const leg of [/^## .*node[ -]20/m, /^## .*node[ -]22/m]) expect(comment?.body).toMatch(leg);
  });

  it('refuses a matrix that is no leg, before anything is measured', async () => {
    const { step } = await journey.push({ inputs: { ...once, matrix: '["node-20", "node-22"]' } });
    expect(step.exitCode).toBe(2);
    expect(step.annotations[0]?.message).toMatch(/the input matrix is a JSON list\n.*plain text/);
  });
});
