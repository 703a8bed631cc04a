import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GitHub } from './github.ts';
import { returned, runScript } from './script-job.ts';

let github: GitHub;

beforeEach(async () => {
  github = await GitHub.start();
});

afterEach(() => github.close());

const AT = "owner: 'acme', repo: 'search'";

it('finds the merge base of branches that went apart', async () => {
  const base = await github.commit({ branch: 'main', files: { 'a.txt': '1' } });
  await github.commit({ branch: 'feature', files: { 'b.txt': '1' } });
  await github.commit({ branch: 'main', files: { 'a.txt': '2' } });
  await github.commit({ branch: 'main', files: { 'a.txt': '3' } });
  const script = `const api = await octokit();
    const { data } = await api.rest.repos.compareCommitsWithBasehead({ ${AT}, basehead: 'main...feature' });
    return [data.merge_base_commit.sha, data.status, data.ahead_by, data.behind_by, data.files.map(({ filename }) => filename)];`;
  expect(returned(await runScript(github, script))).toEqual([base, 'diverged', 1, 2, ['b.txt']]);
  github.expectNoViolations();
});

it('compares with a branch of a fork', async () => {
  const base = await github.commit({ branch: 'main', files: { 'a.txt': '1' } });
  const fork = await github.fork('mallory');
  await github.commit({ repository: fork, branch: 'patch', files: { 'b.txt': '1' } });
  const script = `const api = await octokit();
    const { data } = await api.rest.repos.compareCommitsWithBasehead({ ${AT}, basehead: 'main...mallory:patch' });
    return [data.merge_base_commit.sha, data.status];`;
  expect(returned(await runScript(github, script))).toEqual([base, 'ahead']);
  github.expectNoViolations();
});

it('walks a branch page by page, newest first', async () => {
  const shas = [];
  for (let index = 0; index < 5; index += 1)
    shas.unshift(await github.commit({ branch: 'main', files: { 'a.txt': `${index}` } }));
  const script = `const api = await octokit();
    const all = await api.paginate(api.rest.repos.listCommits, { ${AT}, sha: 'main', per_page: 2 });
    return all.map(({ sha }) => sha);`;
  expect(returned(await runScript(github, script))).toEqual([...shas, expect.any(String)]);
  expect(github.requests('repos/list-commits')).toHaveLength(3);
  github.expectNoViolations();
});

it('commits through the git database', async () => {
  const script = `const api = await octokit();
    const ref = (await api.rest.git.getRef({ ${AT}, ref: 'heads/main' })).data.object.sha;
    const base = (await api.rest.git.getCommit({ ${AT}, commit_sha: ref })).data.tree.sha;
    const blob = (await api.rest.git.createBlob({ ${AT}, content: Buffer.from('{}').toString('base64'), encoding: 'base64' })).data.sha;
    const entry = { path: 'baselines/linux.json', mode: '100644', type: 'blob', sha: blob };
    const tree = (await api.rest.git.createTree({ ${AT}, base_tree: base, tree: [entry] })).data.sha;
    const commit = (await api.rest.git.createCommit({ ${AT}, message: 'Baseline', tree, parents: [ref] })).data.sha;
    await api.rest.git.createRef({ ${AT}, ref: 'refs/heads/baseline', sha: commit });
    const listed = await api.rest.git.getTree({ ${AT}, tree_sha: commit, recursive: '1' });
    return listed.data.tree.map(({ path }) => path);`;
  expect(returned(await runScript(github, script))).toEqual(['README.md', 'baselines', 'baselines/linux.json']);
  github.expectNoViolations();
});

it('refuses to move a branch backwards without force', async () => {
  const before = await github.commit({ branch: 'main', files: { 'a.txt': '1' } });
  await github.commit({ branch: 'main', files: { 'a.txt': '2' } });
  const script = `const api = await octokit(); await api.rest.git.updateRef({ ${AT}, ref: 'heads/main', sha: '${before}' });`;
  const { outputs } = await runScript(github, script);
  expect(JSON.parse(outputs.error ?? '')).toMatchObject({ status: 422 });
  github.expectNoViolations();
});

it('tags a commit', async () => {
  const sha = await github.commit({ branch: 'main', files: { 'a.txt': '1' } });
  const script = `const api = await octokit();
    const tag = (await api.rest.git.createTag({ ${AT}, tag: 'v1', message: 'One', object: '${sha}', type: 'commit' })).data;
    await api.rest.git.createRef({ ${AT}, ref: 'refs/tags/v1', sha: tag.sha });
    return (await api.rest.repos.getCommit({ ${AT}, ref: 'v1' })).data.sha;`;
  expect(returned(await runScript(github, script))).toBe(sha);
  github.expectNoViolations();
});

it('reads back a file that was written by path', async () => {
  const script = `const api = await octokit();
    const content = Buffer.from('first').toString('base64');
    const { data } = await api.rest.repos.createOrUpdateFileContents({ ${AT}, path: 'baselines/a.json', message: 'm', content });
    const again = await api.rest.repos.createOrUpdateFileContents({
      ${AT}, path: 'baselines/a.json', message: 'm', content: Buffer.from('second').toString('base64'), sha: data.content.sha });
    const read = await api.rest.repos.getContent({ ${AT}, path: 'baselines/a.json' });
    return [again.status, Buffer.from(read.data.content, 'base64').toString()];`;
  expect(returned(await runScript(github, script))).toEqual([200, 'second']);
  github.expectNoViolations();
});

it('lists a directory', async () => {
  await github.commit({ branch: 'main', files: { 'baselines/a.json': '{}', 'baselines/b.json': '{}' } });
  const script = `const api = await octokit();
    return (await api.rest.repos.getContent({ ${AT}, path: 'baselines', ref: 'main' })).data.map(({ path }) => path);`;
  expect(returned(await runScript(github, script))).toEqual(['baselines/a.json', 'baselines/b.json']);
  github.expectNoViolations();
});

it('takes no file written straight to a protected branch', async () => {
  github.protect('main');
  const script = `const api = await octokit();
    await api.rest.repos.createOrUpdateFileContents({ ${AT}, path: 'a.json', message: 'm', content: 'e30=' });`;
  const { outputs } = await runScript(github, script);
  expect(JSON.parse(outputs.error ?? '')).toMatchObject({ status: 409 });
  github.expectNoViolations();
});

it('says whether a branch is protected', async () => {
  github.protect('main');
  const script = `const api = await octokit(); return (await api.rest.repos.getBranch({ ${AT}, branch: 'main' })).data.protected;`;
  expect(returned(await runScript(github, script))).toBe(true);
  github.expectNoViolations();
});

it('checks out the test merge of a pull request', async () => {
  await github.commit({ branch: 'feature', files: { 'b.txt': 'head' } });
  await github.commit({ branch: 'main', files: { 'a.txt': 'base' } });
  const pull = await github.openPull({ head: 'feature' });
  const directory = await mkdtemp(join(tmpdir(), 'checkout-'));
  try {
    await github.repository.git.checkout(pull.mergeCommitSha ?? '', directory);
    const files = await Promise.all(['a.txt', 'b.txt'].map((name) => readFile(join(directory, name), 'utf8')));
    expect(files).toEqual(['base', 'head']);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
