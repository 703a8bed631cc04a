import { afterEach, beforeEach, expect, it } from 'vitest';
import { GitHub, READ_ONLY } from './github.ts';
import { OpenApiDocument } from './openapi/document.ts';
import { returned, runScript } from './script-job.ts';

let github: GitHub;

beforeEach(async () => {
  github = await GitHub.start();
});

afterEach(() => github.close());

const AT = "owner: 'acme', repo: 'search'";

it('answers what is left of the git database as GitHub documents it', async () => {
  const script = `const { rest: { git } } = await octokit();
    const { sha } = (await git.createBlob({ ${AT}, content: 'text' })).data;
    const blob = (await git.getBlob({ ${AT}, file_sha: sha })).data;
    const head = (await git.getRef({ ${AT}, ref: 'heads/main' })).data.object.sha;
    await git.createRef({ ${AT}, ref: 'refs/heads/topic/one', sha: head });
    const refs = (await git.listMatchingRefs({ ${AT}, ref: 'heads/topic' })).data.map(({ ref }) => ref);
    await git.updateRef({ ${AT}, ref: 'heads/topic/one', sha: head });
    await git.deleteRef({ ${AT}, ref: 'heads/topic/one' });
    const tag = (await git.createTag({ ${AT}, tag: 'v2', message: 'Two', object: head, type: 'commit' })).data.sha;
    const { message } = (await git.getTag({ ${AT}, tag_sha: tag })).data;
    return [Buffer.from(blob.content, 'base64').toString(), refs, message];`;
  expect(returned(await runScript(github, script))).toEqual(['text', ['refs/heads/topic/one'], 'Two']);
  github.expectNoViolations();
});

it('answers what is left of comments as GitHub documents it', async () => {
  await github.commit({ branch: 'feature', files: { 'a.txt': 'a' } });
  const pull = await github.openPull({ head: 'feature' });
  const { id } = github.writeComment(pull, 'alice', 'Hello');
  const script = `const { rest: { issues } } = await octokit();
    const { body } = (await issues.getComment({ ${AT}, comment_id: ${id} })).data;
    await issues.deleteComment({ ${AT}, comment_id: ${id} });
    return [body, (await issues.listComments({ ${AT}, issue_number: ${pull.number} })).data.length];`;
  expect(returned(await runScript(github, script))).toEqual(['Hello', 0]);
  github.expectNoViolations();
});

it('answers what is left of actions as GitHub documents it', async () => {
  await github.startRun({ event: 'push' });
  const script = `const { rest: { actions } } = await octokit();
    const { workflows } = (await actions.listRepoWorkflows({ ${AT} })).data;
    const { path } = (await actions.getWorkflow({ ${AT}, workflow_id: workflows[0].id })).data;
    const { total_count } = (await actions.listWorkflowRunsForRepo({ ${AT}, created: '>=2020-01-01', exclude_pull_requests: true })).data;
    return [path, total_count > 0];`;
  expect(returned(await runScript(github, script))).toEqual(['.github/workflows/memory-bench.yml', true]);
  github.expectNoViolations();
});

it('answers what is left of releases as GitHub documents it', async () => {
  const { id } = await github.release('qdrant/qdrant', 'v1.0.0', { 'a.txt': Buffer.from('a') });
  const script = `const { rest: { repos } } = await octokit();
    const at = { owner: 'qdrant', repo: 'qdrant' };
    const [first] = (await repos.listReleases(at)).data;
    const one = (await repos.getRelease({ ...at, release_id: ${id} })).data;
    return [first.id, one.tag_name, (await repos.getReleaseByTag({ ...at, tag: 'v1.0.0' })).data.id];`;
  expect(returned(await runScript(github, script))).toEqual([id, 'v1.0.0', id]);
  github.expectNoViolations();
});

it('answers with its rate limit and its repository', async () => {
  const script = `const { rest } = await octokit();
    await rest.rateLimit.get();
    const { data } = await rest.repos.get({ ${AT} });
    return [data.full_name, data.default_branch, data.fork];`;
  expect(returned(await runScript(github, script))).toEqual(['acme/search', 'main', false]);
  github.expectNoViolations();
});

it('refuses to write to the repository with a read-only token', async () => {
  const script = `const { rest } = await octokit();
    const refused = (promise) => promise.then(() => 'done', ({ status }) => status);
    return [
      await refused(rest.git.createBlob({ ${AT}, content: 'a' })),
      await refused(rest.repos.createOrUpdateFileContents({ ${AT}, path: 'a', message: 'm', content: 'YQ==' })),
      await refused(rest.pulls.create({ ${AT}, head: 'a', base: 'main', title: 't' })),
      await refused(rest.actions.deleteArtifact({ ${AT}, artifact_id: 1 })),
    ];`;
  expect(returned(await runScript(github, script, { token: github.token(READ_ONLY) }))).toEqual([403, 403, 403, 403]);
  github.expectNoViolations();
});

it('has a fault for no operation but its own', () => {
  expect(() => github.fault('issues/create-coment', { status: 500 })).toThrow('no operation issues/create-coment');
});

it('knows every operation of the trimmed document', () => {
  const unknown = new OpenApiDocument().operations.filter(({ id }) => !github.server.handles(id));
  expect(unknown).toEqual([]);
});
