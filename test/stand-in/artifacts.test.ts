import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHub, READ_ONLY } from './github.ts';
import { returned, runScript, type ScriptOptions } from './script-job.ts';

let github: GitHub;
let scratch: string;

beforeAll(async () => {
  github = await GitHub.start();
  scratch = await mkdtemp(join(tmpdir(), 'artifact-test-'));
});

afterAll(async () => {
  await github.close();
  await rm(scratch, { recursive: true, force: true });
});

const FIND_BY = "{ repositoryOwner: 'acme', repositoryName: 'search', token: core.getInput('github-token') }";

function upload(name: string, content: string, options: ScriptOptions = {}, settings = '{}') {
  const script = `const { writeFileSync } = await load('node:fs');
    writeFileSync('results.json', ${JSON.stringify(content)});
    const client = await artifacts();
    return client.uploadArtifact('${name}', ['results.json'], '.', ${settings});`;
  return runScript(github, script, options);
}

async function uploaded(name: string, content = '{"rss":1}', options: ScriptOptions = {}) {
  returned(await upload(name, content, options));
  const artifact = github.artifacts.findLast((candidate) => candidate.name === name);
  if (artifact === undefined) throw new Error(`${name} is not there`);
  return artifact;
}

describe('artifacts', () => {
  it('shows an upload in the REST listing with its size and digest', async () => {
    const run = await github.startRun({ event: 'push' });
    const { id, size, digest } = await uploaded('shown', '{"rss":1}', { run });
    const script = `const api = await octokit();
      const { data } = await api.rest.actions.listWorkflowRunArtifacts({ owner: 'acme', repo: 'search', run_id: ${run.id} });
      return data.artifacts.map(({ id, name, size_in_bytes, digest, expired }) => ({ id, name, size_in_bytes, digest, expired }));`;
    const [shown] = [returned(await runScript(github, script))].flat();
    expect(shown).toEqual({ id, name: 'shown', size_in_bytes: size, digest, expired: false });
    github.expectNoViolations();
  });

  it('gives another run the same bytes by findBy', async () => {
    const run = await github.startRun({ event: 'push' });
    const content = JSON.stringify({ samples: Array.from({ length: 5000 }, (_, index) => index * 7919) });
    const { id } = await uploaded('bytes', content, { run });
    const script = `const client = await artifacts();
      const findBy = { ...${FIND_BY}, workflowRunId: ${run.id} };
      const { artifact } = await client.getArtifact('bytes', { findBy });
      const { digestMismatch } = await client.downloadArtifact(artifact.id, { findBy, path: '${scratch}', expectedHash: artifact.digest });
      return [artifact.id, digestMismatch];`;
    expect(returned(await runScript(github, script))).toEqual([id, false]);
    expect(await readFile(join(scratch, 'results.json'), 'utf8')).toBe(content);
    github.expectNoViolations();
  });

  it('gives a later step of the same run its artifact through the results service', async () => {
    const run = await github.startRun({ event: 'push' });
    const { id } = await uploaded('same-run', '{"rss":2}', { run });
    const script = `const client = await artifacts();
      const { artifacts: found } = await client.listArtifacts();
      await client.downloadArtifact(found[0].id, { path: '${join(scratch, 'same-run')}' });
      return found.map(({ id }) => id);`;
    expect(returned(await runScript(github, script, { run }))).toEqual([id]);
    expect(await readFile(join(scratch, 'same-run', 'results.json'), 'utf8')).toBe('{"rss":2}');
    github.expectNoViolations();
  });

  it('finds the artifacts of one name in all runs, newest first', async () => {
    const older = await uploaded('by-name');
    const newer = await uploaded('by-name');
    const script = `const api = await octokit();
      const { data } = await api.rest.actions.listArtifactsForRepo({ owner: 'acme', repo: 'search', name: 'by-name' });
      return data.artifacts.map(({ id, workflow_run }) => [id, workflow_run.id]);`;
    const expected = [newer, older].map(({ id, run }) => [id, run.id]);
    expect(returned(await runScript(github, script))).toEqual(expected);
    github.expectNoViolations();
  });

  it('answers 410 to the download of an expired artifact, which is still listed', async () => {
    const artifact = await uploaded('expired');
    github.expire(artifact);
    const script = `const api = await octokit();
      const at = { owner: 'acme', repo: 'search', artifact_id: ${artifact.id} };
      const { data } = await api.rest.actions.getArtifact(at);
      const status = await api.rest.actions.downloadArtifact({ ...at, archive_format: 'zip' }).catch((error) => error.status);
      return [data.expired, status];`;
    expect(returned(await runScript(github, script))).toEqual([true, 410]);
    github.expectNoViolations();
  });

  it('keeps an artifact for as many days as it was uploaded with', async () => {
    const own = await GitHub.start();
    try {
      const script = `const { writeFileSync } = await load('node:fs');
        writeFileSync('a.txt', 'a');
        return (await (await artifacts()).uploadArtifact('short', ['a.txt'], '.', { retentionDays: 3 })).id;`;
      returned(await runScript(own, script));
      own.passDays(4);
      const ask = `const api = await octokit();
        return (await api.rest.actions.listArtifactsForRepo({ owner: 'acme', repo: 'search' })).data.artifacts.map(({ expired }) => expired);`;
      expect(returned(await runScript(own, ask))).toEqual([true]);
    } finally {
      await own.close();
    }
  });

  it('refuses a second artifact of the same name in one run', async () => {
    const run = await github.startRun({ event: 'push' });
    await uploaded('twice', '1', { run });
    const { outputs } = await upload('twice', '2', { run });
    expect(JSON.parse(outputs.error ?? '').message).toContain('an artifact with this name already exists');
    github.expectNoViolations();
  });

  it('takes the same name again from another attempt of the run', async () => {
    const run = await github.startRun({ event: 'push' });
    await uploaded('attempts', '1', { run });
    const again = await uploaded('attempts', '2', { run: github.rerun(run) });
    expect(again.run).toMatchObject({ id: run.id, attempt: 2 });
    github.expectNoViolations();
  });

  it('takes an upload from a job whose token may only read', async () => {
    const artifact = await uploaded('from-a-fork', '{}', { token: github.token(READ_ONLY) });
    expect(artifact.finalized).toBe(true);
    github.expectNoViolations();
  });

  it('retries an upload whose service failed once', async () => {
    github.fault('ArtifactService/CreateArtifact', { status: 503 });
    await uploaded('retried');
    expect(
      github
        .requests('ArtifactService/CreateArtifact')
        .slice(-2)
        .map(({ status }) => status),
    ).toEqual([503, 200]);
    github.expectNoViolations();
  });

  it('has forgotten a deleted artifact', async () => {
    const run = await github.startRun({ event: 'push' });
    const { id } = await uploaded('deleted', '{}', { run });
    const script = `const client = await artifacts();
      await client.deleteArtifact('deleted');
      return (await client.listArtifacts()).artifacts.length;`;
    expect(returned(await runScript(github, script, { run }))).toBe(0);
    expect(github.artifacts.map((artifact) => artifact.id)).not.toContain(id);
    github.expectNoViolations();
  });
});
