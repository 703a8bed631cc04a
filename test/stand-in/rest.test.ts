import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHub, READ_ONLY } from './github.ts';
import { returned, runScript, scriptJob } from './script-job.ts';

let github: GitHub;

beforeEach(async () => {
  github = await GitHub.start();
});

afterEach(() => github.close());

async function openPull() {
  await github.commit({ branch: 'feature', files: { 'src/search.js': 'export {};\n' } });
  return github.openPull({ head: 'feature' });
}

const AT = "owner: 'acme', repo: 'search'";

describe('comments', () => {
  it('keeps a comment that octokit creates, with the token’s owner as its author', async () => {
    const pull = await openPull();
    const script = `const api = await octokit();
      return (await api.rest.issues.createComment({ ${AT}, issue_number: ${pull.number}, body: 'Hello' })).data.user.login;`;
    expect(returned(await runScript(github, script))).toBe('github-actions[bot]');
    expect(github.comments(pull).map(({ body }) => body)).toEqual(['Hello']);
    github.expectNoViolations();
  });

  it('leads octokit through all pages of a long conversation', async () => {
    const pull = await openPull();
    for (let index = 0; index < 205; index += 1) github.writeComment(pull, 'alice', `Comment ${index}`);
    const script = `const api = await octokit();
      const all = await api.paginate(api.rest.issues.listComments, { ${AT}, issue_number: ${pull.number}, per_page: 100 });
      return all.map(({ body }) => body);`;
    const bodies = returned(await runScript(github, script));
    expect(bodies).toEqual(Array.from({ length: 205 }, (_, index) => `Comment ${index}`));
    expect(github.requests('issues/list-comments')).toHaveLength(3);
    github.expectNoViolations();
  });

  it('updates a comment in its place', async () => {
    const pull = await openPull();
    const { id } = github.writeComment(pull, 'github-actions[bot]', 'before');
    const script = `const api = await octokit();
      await api.rest.issues.updateComment({ ${AT}, comment_id: ${id}, body: 'after' });`;
    returned(await runScript(github, script));
    expect(github.comments(pull)).toMatchObject([{ id, body: 'after' }]);
    github.expectNoViolations();
  });

  it('refuses a comment longer than GitHub takes', async () => {
    const pull = await openPull();
    const script = `const api = await octokit();
      await api.rest.issues.createComment({ ${AT}, issue_number: ${pull.number}, body: 'x'.repeat(65537) });`;
    const { outputs } = await runScript(github, script);
    expect(JSON.parse(outputs.error ?? '')).toMatchObject({ status: 422 });
    github.expectNoViolations();
  });
});

describe('tokens', () => {
  it('answers 403 to a comment written with a read-only token', async () => {
    const pull = await openPull();
    const script = `const api = await octokit();
      await api.rest.issues.createComment({ ${AT}, issue_number: ${pull.number}, body: 'Hello' });`;
    const { outputs } = await runScript(github, script, { token: github.token(READ_ONLY) });
    const error = JSON.parse(outputs.error ?? '');
    expect(error).toMatchObject({ status: 403 });
    expect(error.message).toContain('Resource not accessible by integration');
    github.expectNoViolations();
  });

  it('answers 401 to a token nobody issued', async () => {
    const script = `const api = await octokit(); await api.rest.repos.get({ ${AT} });`;
    const { outputs } = await runScript(github, script, { inputs: { 'github-token': 'made-up' } });
    expect(JSON.parse(outputs.error ?? '')).toMatchObject({ status: 401 });
  });
});

describe('users', () => {
  it('tells whose a personal token is', async () => {
    const script = 'const api = await octokit(); return (await api.rest.users.getAuthenticated()).data.login;';
    expect(returned(await runScript(github, script, { token: github.token(READ_ONLY, 'alice') }))).toBe('alice');
    github.expectNoViolations();
  });

  it('answers 403 to the token of a job, which is no user’s', async () => {
    const script = 'const api = await octokit(); await api.rest.users.getAuthenticated();';
    expect(JSON.parse((await runScript(github, script)).outputs.error ?? '')).toMatchObject({ status: 403 });
  });
});

describe('faults', () => {
  it('shows octokit a 429 with its retry-after', async () => {
    github.fault('repos/get', { status: 429, retryAfter: 17 });
    const script = `const api = await octokit(); await api.rest.repos.get({ ${AT} });`;
    const { outputs } = await runScript(github, script);
    expect(JSON.parse(outputs.error ?? '')).toMatchObject({ status: 429, headers: { 'retry-after': '17' } });
    github.expectNoViolations();
  });

  it('is over after as many requests as it was asked for', async () => {
    github.fault('repos/get', { status: 500, times: 2 });
    const script = `const api = await octokit();
      const statuses = [];
      for (let attempt = 0; attempt < 3; attempt += 1) {
        statuses.push(await api.rest.repos.get({ ${AT} }).then((answer) => answer.status, (error) => error.status));
      }
      return statuses;`;
    expect(returned(await runScript(github, script))).toEqual([500, 500, 200]);
  });

  it('leaves a request without an answer', async () => {
    github.fault('repos/get', { kind: 'hang' });
    const arrived = github.nextRequest('repos/get');
    const job = await scriptJob(github, `const api = await octokit(); await api.rest.repos.get({ ${AT} });`);
    const step = job.start('main');
    await arrived;
    step.cancel();
    expect((await step.result).outcome).toBe('cancelled');
    expect(github.requests('repos/get')).toMatchObject([{ status: 0 }]);
    await job.end();
  });

  it('loses the answer to a request that took effect', async () => {
    const pull = await openPull();
    github.fault('issues/create-comment', { status: 502, afterwards: true });
    const script = `const api = await octokit();
      await api.rest.issues.createComment({ ${AT}, issue_number: ${pull.number}, body: 'Hello' });`;
    const { outcome } = await runScript(github, script);
    expect([outcome, github.comments(pull).length]).toEqual(['failure', 1]);
  });

  it('breaks the connection', async () => {
    github.fault('repos/get', { kind: 'disconnect' });
    const script = `const api = await octokit();
      return api.rest.repos.get({ ${AT} }).catch((error) => error.cause?.cause?.code ?? error.cause?.code ?? error.message);`;
    expect(returned(await runScript(github, script))).toBe('UND_ERR_SOCKET');
  });
});

describe('pull requests', () => {
  it('is found in the fork, not in the base repository, by the head commit of a fork', async () => {
    const fork = await github.fork('mallory');
    const sha = await github.commit({ repository: fork, branch: 'patch', files: { 'a.txt': 'a' } });
    await github.openPull({ head: 'patch', fork });
    const script = `const api = await octokit();
      const of = async (owner) => (await api.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo: 'search', commit_sha: '${sha}' })).data.length;
      return [await of('acme'), await of('mallory')];`;
    expect(returned(await runScript(github, script))).toEqual([0, 1]);
    github.expectNoViolations();
  });

  it('is found by owner and branch of the fork', async () => {
    const fork = await github.fork('mallory');
    await github.commit({ repository: fork, branch: 'patch', files: { 'a.txt': 'a' } });
    const pull = await github.openPull({ head: 'patch', fork });
    const script = `const api = await octokit();
      const { data } = await api.rest.pulls.list({ ${AT}, head: 'mallory:patch', state: 'open' });
      return data.map(({ number, head }) => [number, head.repo.full_name]);`;
    expect(returned(await runScript(github, script))).toEqual([[pull.number, 'mallory/search']]);
    github.expectNoViolations();
  });

  it('is shown with its test merge and counts', async () => {
    const pull = await openPull();
    const script = `const api = await octokit();
      const { data } = await api.rest.pulls.get({ ${AT}, pull_number: ${pull.number} });
      return [data.merge_commit_sha, data.mergeable, data.commits, data.changed_files];`;
    expect(returned(await runScript(github, script))).toEqual([pull.mergeCommitSha, true, 1, 1]);
    github.expectNoViolations();
  });

  it('is created from a branch', async () => {
    await github.commit({ branch: 'baseline', files: { 'baselines/a.json': '{}' } });
    const script = `const api = await octokit();
      return (await api.rest.pulls.create({ ${AT}, head: 'baseline', base: 'main', title: 'Baseline', body: 'New' })).data.number;`;
    expect(returned(await runScript(github, script))).toBe(1);
    github.expectNoViolations();
  });
});

describe('workflow runs', () => {
  it('are listed of one workflow by branch, event and status', async () => {
    const wanted = await github.startRun({ event: 'push', headBranch: 'main' });
    github.finishRun(wanted, 'failure');
    await github.startRun({ event: 'push', headBranch: 'main' });
    github.finishRun(await github.startRun({ event: 'schedule', headBranch: 'main' }));
    const script = `const api = await octokit();
      const { data } = await api.rest.actions.listWorkflowRuns({
        ${AT}, workflow_id: 'memory-bench.yml', branch: 'main', event: 'push', status: 'completed' });
      return data.workflow_runs.map(({ id, conclusion }) => [id, conclusion]);`;
    const run = await github.startRun({ event: 'push', workflow: '.github/workflows/other.yml' });
    expect(returned(await runScript(github, script, { run }))).toEqual([[wanted.id, 'failure']]);
    github.expectNoViolations();
  });

  it('names the fork a run’s head is in, and no pull request', async () => {
    const fork = await github.fork('mallory');
    await github.commit({ repository: fork, branch: 'main', files: { 'a.txt': 'a' } });
    const pull = await github.openPull({ head: 'main', fork });
    const run = await github.startRun({ event: 'pull_request', pull });
    const script = `const api = await octokit();
      const { data } = await api.rest.actions.getWorkflowRun({ ${AT}, run_id: ${run.id} });
      return [data.head_branch, data.head_repository.full_name, data.pull_requests.length];`;
    expect(returned(await runScript(github, script))).toEqual(['main', 'mallory/search', 0]);
    github.expectNoViolations();
  });

  it('has a job', async () => {
    const run = await github.startRun({ event: 'push', job: 'bench' });
    const script = `const api = await octokit();
      return (await api.rest.actions.listJobsForWorkflowRun({ ${AT}, run_id: ${run.id} })).data.jobs.map(({ name }) => name);`;
    expect(returned(await runScript(github, script))).toEqual(['bench']);
    github.expectNoViolations();
  });
});

describe('releases', () => {
  it('has the latest one with the digest of its asset, which can be downloaded', async () => {
    await github.release('qdrant/qdrant', 'v1.16.2');
    await github.release('qdrant/qdrant', 'v1.16.3', { 'qdrant.tar.gz': Buffer.from('binary') });
    const script = `const api = await octokit();
      const { data } = await api.rest.repos.getLatestRelease({ owner: 'qdrant', repo: 'qdrant' });
      const bytes = await (await fetch(data.assets[0].browser_download_url)).text();
      return [data.tag_name, data.assets[0].digest, bytes];`;
    const digest = 'sha256:9a3a45d01531a20e89ac6ae10b0b0beb0492acd7216a368aa062d1a5fecaf9cd';
    expect(returned(await runScript(github, script))).toEqual(['v1.16.3', digest, 'binary']);
    github.expectNoViolations();
  });
});
