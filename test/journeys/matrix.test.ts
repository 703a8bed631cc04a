import { afterEach, beforeEach, expect, it } from 'vitest';
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
