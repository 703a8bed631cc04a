import { afterAll, beforeAll, expect, it } from 'vitest';
import { GitHub } from './github.ts';
import { returned, runScript } from './script-job.ts';

let github: GitHub;

beforeAll(async () => {
  github = await GitHub.start();
  await github.commit({ branch: 'feature', files: { 'a.txt': 'a' } });
});

afterAll(() => github.close());

// The messages of @actions/cache 6; the client itself is in the journeys.
const CLIENT = `
  const call = async (method, body) => {
    const url = process.env.ACTIONS_RESULTS_URL + 'twirp/github.actions.results.api.v1.CacheService/' + method;
    const headers = { authorization: 'Bearer ' + process.env.ACTIONS_RUNTIME_TOKEN, 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const save = async (key, content) => {
    const { ok, signed_upload_url } = await call('CreateCacheEntry', { key, version: 'v' });
    if (!ok) return false;
    await fetch(signed_upload_url, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: content });
    return (await call('FinalizeCacheEntryUpload', { key, version: 'v', size_bytes: String(content.length) })).ok;
  };
  const restore = async (key, restore_keys = []) => {
    const found = await call('GetCacheEntryDownloadURL', { key, restore_keys, version: 'v' });
    return found.ok ? [found.matched_key, await (await fetch(found.signed_download_url)).text()] : 'nothing';
  };`;

it('gives back what was saved under a key', async () => {
  const script = `${CLIENT} return [await save('npm-1', 'packages'), await restore('npm-1')];`;
  expect(returned(await runScript(github, script))).toEqual([true, ['npm-1', 'packages']]);
  github.expectNoViolations();
});

it('gives back the newest entry that a restore key begins', async () => {
  const script = `${CLIENT} await save('rust-1', 'old'); await save('rust-2', 'new'); return restore('rust-3', ['rust-']);`;
  expect(returned(await runScript(github, script))).toEqual(['rust-2', 'new']);
  github.expectNoViolations();
});

it('keeps what a branch saved from the default branch', async () => {
  const run = await github.startRun({ event: 'push', headBranch: 'feature' });
  returned(await runScript(github, `${CLIENT} return save('branch-1', 'secret');`, { run }));
  expect(returned(await runScript(github, `${CLIENT} return restore('branch-1');`))).toBe('nothing');
});

it('takes no second entry of the same key', async () => {
  const script = `${CLIENT} await save('twice', 'a'); return save('twice', 'b');`;
  expect(returned(await runScript(github, script))).toBe(false);
});

it('flags a field the service does not know', async () => {
  const own = await GitHub.start();
  try {
    await runScript(own, `${CLIENT} return call('CreateCacheEntry', { key: 'a', version: 'v', compression: 'zstd' });`);
    expect(own.violations).toEqual(['CacheService/CreateCacheEntry knows no field compression']);
  } finally {
    await own.close();
  }
});
