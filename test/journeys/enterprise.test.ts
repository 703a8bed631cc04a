// Other servers than github.com: GitHub Enterprise Server, which has no artifacts of version 4, and ghe.com, which has.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journey, once } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const server = 'https://github.acme.example';
const onServer = { inputs: once, env: { GITHUB_SERVER_URL: server } };
const artifactOperations = /CreateArtifact|FinalizeArtifact|artifacts?-for-repo|workflow-run-artifacts/;

function artifactRequests(): string[] {
  return journey.github
    .requests()
    .map(({ operation }) => operation)
    .filter((operation) => artifactOperations.test(operation));
}

describe('a GitHub Enterprise Server', () => {
  it('gets a comment and a summary, with one warning that says what does not work, and no artifact', async () => {
    const pull = await journey.openPull();
    const { step } = await journey.check(pull, onServer);
    expect(step.outcome, step.log).toBe('success');
    expect(step.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['warning', expect.stringMatching(/^github\.acme\.example is a GitHub Enterprise Server.*baseline-commit: true/)],
    ]);
    expect(artifactRequests()).toEqual([]);
    const [comment] = journey.github.comments(pull);
    expect(comment?.body).toContain('artifacts of version 4 do not exist on GitHub Enterprise Server');
    expect(comment?.body).toContain(`${server}/acme/search/actions/runs/`);
    expect(step.summary).toContain('memory-bench');
    journey.github.expectNoViolations();
  });

  it('compares with the file that a push has committed', async () => {
    const push = await journey.push({ ...onServer, inputs: { 'baseline-commit': 'true' } });
    expect(push.step.outcome, push.step.log).toBe('success');
    expect(artifactRequests()).toEqual([]);
    const { git } = journey.github.repository;
    const head = (await git.ref('heads/main')) ?? '';
    const [file] = await git.tree(head, { path: 'baselines' });
    const content = (await git.blob(file?.sha ?? '')).toString('utf8');

    const pull = await journey.openPull();
    const files = { [`baselines/${file?.path}`]: content };
    const { step } = await journey.check(pull, { ...onServer, inputs: {}, files, pipeline: 'grown' });
    expect(step.outputs).toMatchObject({ verdict: 'fail', 'baseline-source': 'file', regressions: '1' });
    expect(artifactRequests()).toEqual([]);
  });

  it('refuses a run that asks for baseline artifacts only, and says what works', async () => {
    const { step } = await journey.push({ ...onServer, inputs: { ...once, baseline: 'artifact' } });
    expect(step.outcome, step.log).toBe('failure');
    expect(step.annotations.map(({ message }) => message)).toEqual([expect.stringContaining('baseline-commit: true')]);
    expect(artifactRequests()).toEqual([]);
  });

  it('is no place for the comment action, which says so and ends well', async () => {
    const pull = await journey.openPull();
    const { run } = await journey.check(pull, { ...onServer, inputs: { ...once, comment: 'never' } });
    const { step } = await journey.comment(run, { env: onServer.env });
    expect(step.outcome, step.log).toBe('success');
    expect(step.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['warning', expect.stringMatching(/github\.acme\.example .*the comment action has no results/)],
    ]);
    expect(journey.github.comments(pull)).toEqual([]);
  });
});

describe('ghe.com', () => {
  const env = { GITHUB_SERVER_URL: 'https://acme.ghe.com' };

  it('has artifacts, and is asked at its own API', async () => {
    const { step, run } = await journey.push({ inputs: once, env });
    expect(step.annotations).toEqual([]);
    expect(journey.github.artifacts).not.toEqual([]);
    const pull = await journey.openPull();
    const checked = await journey.check(pull, { inputs: once, env });
    expect(checked.step.outputs['baseline-sha']).toBe(run.headSha);
    expect(journey.github.comments(pull)[0]?.body).toContain('https://acme.ghe.com/acme/search/');
    expect(journey.github.network.proxy.requests.filter((line) => line.includes('github.com'))).toEqual([]);
  });
});
