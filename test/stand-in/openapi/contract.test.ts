import { expect, it } from 'vitest';
import { Contract } from './contract.ts';
import { OpenApiDocument } from './document.ts';

const contract = new Contract(new OpenApiDocument());

const ARTIFACT = {
  id: 1,
  node_id: 'x',
  name: 'baseline',
  size_in_bytes: 2,
  url: 'https://api.github.com/repos/acme/search/actions/artifacts/1',
  archive_download_url: 'https://api.github.com/repos/acme/search/actions/artifacts/1/zip',
  expired: false,
  created_at: '2026-11-23T00:00:00Z',
  expires_at: null,
  updated_at: null,
};

function answer(status: number, body: unknown) {
  const match = contract.match('GET', '/repos/acme/search/actions/artifacts/1');
  if (match === undefined) throw new Error('no match');
  return contract.response(match.operation, status, body);
}

function request(method: string, address: string, body?: unknown) {
  const url = new URL(address, 'https://api.github.com');
  const match = contract.match(method, url.pathname);
  if (match === undefined) throw new Error('no match');
  return contract.request(match.operation, match.path, url.searchParams, body);
}

it('takes an answer with null where GitHub allows it', () => {
  expect(answer(200, ARTIFACT)).toEqual([]);
});

it('flags an answer with null where GitHub has none', () => {
  expect(answer(200, { ...ARTIFACT, name: null })).toEqual(['actions/get-artifact 200: /name must be string']);
});

it('flags an answer that lacks something', () => {
  const { expired: _, ...rest } = ARTIFACT;
  expect(answer(200, rest)).toEqual(["actions/get-artifact 200: it must have required property 'expired'"]);
});

it('flags a status GitHub does not answer', () => {
  expect(answer(202, ARTIFACT)).toEqual(['actions/get-artifact does not answer 202']);
});

it('prefers the more literal of two paths', () => {
  expect(contract.match('GET', '/repos/acme/search/releases/latest')?.operation.id).toBe('repos/get-latest-release');
});

it('decodes a path with slashes in it', () => {
  const match = contract.match('GET', '/repos/acme/search/contents/baselines%2Flinux.json');
  expect(match?.path).toEqual({ owner: 'acme', repo: 'search', path: 'baselines/linux.json' });
});

it('turns parameters into their declared type', () => {
  const { path, query } = request('GET', '/repos/acme/search/issues/7/comments?per_page=50');
  expect([path.issue_number, query.per_page]).toEqual([7, 50]);
});

it('flags a nested property GitHub does not know', () => {
  const tree = [{ path: 'a', mode: '100644', type: 'blob', sha: 'x', owner: 'me' }];
  const { problems } = request('POST', '/repos/acme/search/git/trees', { tree });
  expect(problems).toEqual([expect.stringContaining('/tree/0 must NOT have unevaluated properties (owner)')]);
});

it('flags a value outside of the declared ones', () => {
  expect(request('GET', '/repos/acme/search/pulls?state=merged').refused).toBe(true);
});
