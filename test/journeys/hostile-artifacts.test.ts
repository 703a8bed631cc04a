import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createResults } from '../builders.ts';
import { READ_ONLY } from '../stand-in/github.ts';
import { runScript } from '../stand-in/script-job.ts';
import { Journey } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const results = JSON.stringify(createResults());

function handover(overrides: object = {}): string {
  const usual = { handoverVersion: 1, leg: '', commentKey: 'default', comment: 'auto', failOn: ['budget'] };
  return JSON.stringify({ ...usual, budgets: {}, thresholds: {}, ...overrides });
}

/** The comment action after a run of a fork that uploaded these artifacts, by name: two files each, as text. */
async function commentAfter(uploads: Readonly<Record<string, readonly [results: string, handover: string]>>) {
  const pull = await journey.openPull('patch', await journey.github.fork('mallory'));
  const run = await journey.github.startRun({ event: 'pull_request', pull });
  const script = `const { mkdirSync, writeFileSync } = await load('node:fs');
    const client = await artifacts();
    for (const [name, [results, handover]] of Object.entries(${JSON.stringify(uploads)})) {
      mkdirSync(name);
      writeFileSync(name + '/results.json', results);
      writeFileSync(name + '/handover.json', handover);
      const files = ['results.json', 'handover.json'].map((file) => name + '/' + file);
      await client.uploadArtifact('memory-bench-results-' + name + '-attempt1', files, name);
    }`;
  const uploaded = await runScript(journey.github, script, { run, token: journey.github.token(READ_ONLY) });
  expect(uploaded.outcome, uploaded.log).toBe('success');
  journey.github.finishRun(run);
  const { step } = await journey.comment(run);
  return { step, bodies: journey.github.comments(pull).map(({ body }) => body) };
}

describe('artifacts of a fork', () => {
  it('that cannot be used, whatever the reason, do not stop the others', async () => {
    const { step, bodies } = await commentAfter({
      deep: ['['.repeat(1_000), handover()],
      wide: [`[${'{},'.repeat(20_000)}0]`, handover()],
      text: ['\ud800', handover()],
      glob: [results, handover({ budgets: { '*(a*)*(a*)*(a*)*(a*)': { rss_delta_mb: 1 } } })],
      proto: [results, '{"__proto__":{"a":1}}'],
      good: [results, handover({ leg: 'good' })],
    });
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('(good)');
    expect(step.outcome).toBe('failure');
    const [annotation] = step.annotations;
    for (const name of ['deep', 'wide', 'text', 'glob', 'proto']) {
      expect(annotation?.message).toContain(
        name === 'glob' || name === 'proto' ? 'handover' : `results-${name}-attempt1`,
      );
    }
  });

  it('write four comments at most, and the log says which are left out', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const uploads = names.map((name) => [name, [results, handover({ commentKey: name })]] as const);
    const { step, bodies } = await commentAfter(Object.fromEntries(uploads));
    expect(bodies).toHaveLength(4);
    const left = step.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
    expect(left).toHaveLength(2);
    for (const message of left) expect(message).toMatch(/attempt1 is left out: a run writes at most 4 comments/);
  });

  it('can share one comment, however many they are', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const uploads = names.map((name) => [name, [results, handover({ leg: name })]] as const);
    const { bodies } = await commentAfter(Object.fromEntries(uploads));
    expect(bodies).toHaveLength(1);
    for (const name of names) expect(bodies[0]).toContain(`(${name})`);
  });

  it('with half a character in their leg are written once', async () => {
    const { step, bodies } = await commentAfter({ a: [results, handover({ leg: 'node \ud800' })] });
    expect(step.outcome, step.log).toBe('success');
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('(node \ufffd)');
  });
});
