import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QdrantSource } from '../../src/config/config.js';
import { type QdrantWish, qdrantSource } from '../../src/config/qdrant-source.js';

beforeEach(() => {
  vi.stubEnv('QDRANT_API_KEY', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const order = ['embedded', 'release'] as const;
const url = 'http://localhost:6333';

function sourceOf(flags: QdrantWish, file: QdrantWish = {}, apiKey?: string): QdrantSource {
  return qdrantSource(flags, file, { apiKey, order });
}

describe('Qdrant servers', () => {
  it.each<[string, QdrantWish, QdrantWish, QdrantSource]>([
    ['whatever works', {}, {}, { kind: 'auto', version: '1.16.3', order }],
    ['a program', { binary: '/opt/qdrant' }, {}, { kind: 'binary', path: '/opt/qdrant' }],
    ['a server that is there', { url }, {}, { kind: 'url', url, apiKey: undefined }],
    ['what the file says', {}, { source: 'docker', version: '1.15.0' }, { kind: 'docker', version: '1.15.0' }],
    ['a program of the file', {}, { binary: '/opt/qdrant' }, { kind: 'binary', path: '/opt/qdrant' }],
    ['a server of the file', {}, { url }, { kind: 'url', url, apiKey: undefined }],
    ['a flag rather than a server of the file', { source: 'none' }, { url }, { kind: 'none' }],
    ['a flag rather than a program of the file', { url }, { binary: '/x' }, { kind: 'url', url, apiKey: undefined }],
    [
      'a flag with the version of the file',
      { source: 'release' },
      { version: 'v1.15.0' },
      { kind: 'release', version: '1.15.0' },
    ],
    [
      'the version of a flag',
      { version: '1.14.0' },
      { source: 'docker', version: '1.15.0' },
      { kind: 'docker', version: '1.14.0' },
    ],
    [
      'the address of the file where a flag says url',
      { source: 'url' },
      { url },
      { kind: 'url', url, apiKey: undefined },
    ],
  ])('are %s', (_, flags, file, source) => {
    expect(sourceOf(flags, file)).toEqual(source);
  });

  it('are given the key of a flag', () => {
    vi.stubEnv('QDRANT_API_KEY', 'from the environment');
    expect(sourceOf({ url }, {}, 'secret')).toEqual({ kind: 'url', url, apiKey: 'secret' });
  });

  it('are given the key of the environment', () => {
    vi.stubEnv('QDRANT_API_KEY', 'from the environment');
    expect(sourceOf({ url })).toMatchObject({ apiKey: 'from the environment' });
  });
});

describe('Qdrant servers are refused', () => {
  it.each<[string, QdrantWish, QdrantWish, RegExp]>([
    ['that are a server and a program at once', { url, binary: './qdrant' }, {}, /exclude each other/],
    ['that are both in the file', {}, { url, binary: './qdrant' }, /exclude each other/],
    ['that are a release and a server at once', { source: 'release', url }, {}, /release and a URL/],
    ['at a URL that nobody gives', { source: 'url' }, {}, /no URL was given/],
    ['of a version that is none', {}, { version: 'latest' }, /latest is no version/],
  ])('%s', (_, flags, file, told) => {
    expect(() => sourceOf(flags, file)).toThrow(told);
  });

  it.each(['localhost:6333', 'not a url', 'ftp://localhost', 'file:///tmp', ''])('at %j', (address) => {
    expect(() => sourceOf({ url: address })).toThrow('no http(s) URL');
  });
});
