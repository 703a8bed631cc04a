import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHub } from './github.ts';
import { returned, runScript } from './script-job.ts';

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

describe('GitHub’s contract', () => {
  it('flags a property GitHub does not know', async () => {
    const pull = await openPull();
    const script = `const api = await octokit();
      await api.rest.issues.createComment({ ${AT}, issue_number: ${pull.number}, body: 'Hello', colour: 'red' });`;
    returned(await runScript(github, script));
    expect(github.violations).toEqual([expect.stringContaining('colour')]);
  });

  it('flags a query parameter GitHub does not know', async () => {
    const script = `const api = await octokit(); await api.request('GET /repos/acme/search/commits?shard=1');`;
    returned(await runScript(github, script));
    expect(github.violations).toEqual([expect.stringContaining('shard')]);
  });

  it('refuses and flags a property of the wrong type', async () => {
    const pull = await openPull();
    const script = `const api = await octokit();
      await api.rest.issues.createComment({ ${AT}, issue_number: ${pull.number}, body: 5 });`;
    const { outputs } = await runScript(github, script);
    expect(JSON.parse(outputs.error ?? '')).toMatchObject({ status: 422 });
    expect(() => github.expectNoViolations()).toThrow('/body must be string');
  });

  it('flags a request for something the API does not have', async () => {
    const script = `const api = await octokit(); await api.request('GET /repos/acme/search/memory');`;
    await runScript(github, script);
    expect(github.violations).toEqual(['no such operation: GET /repos/acme/search/memory']);
  });
});
