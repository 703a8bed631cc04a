import { afterEach, describe, expect, it, vi } from 'vitest';
import { isGhes } from '../../node_modules/@actions/artifact/lib/internal/shared/config.js';
import {
  enterpriseServerOf,
  refuseArtifactSource,
  sourceWithoutArtifacts,
} from '../../src/github/enterprise-server.js';

afterEach(() => vi.unstubAllEnvs());

describe('an Enterprise Server', () => {
  it.each([
    ['https://github.com', undefined],
    ['https://GitHub.com', undefined],
    ['https://acme.ghe.com', undefined],
    ['http://github.localhost', undefined],
    ['https://github.acme.example', 'github.acme.example'],
    ['https://github.acme.example:8443', 'github.acme.example'],
    ['https://ghe.com.evil.example', 'ghe.com.evil.example'],
    ['https://notgithub.com', 'notgithub.com'],
    ['https://10.1.2.3', '10.1.2.3'],
  ])('is told apart as the artifact client does: %s', (url, host) => {
    expect(enterpriseServerOf(url)).toBe(host);
    vi.stubEnv('GITHUB_SERVER_URL', url);
    expect(isGhes()).toBe(host !== undefined);
  });

  it.each([
    ['auto', 'file'],
    ['file', 'file'],
    ['artifact', 'none'],
    ['none', 'none'],
  ] as const)('has for the source %s the source %s', (source, expected) => {
    expect(sourceWithoutArtifacts(source)).toBe(expected);
  });

  it('refuses a run that asks for baseline artifacts only', () => {
    expect(() => refuseArtifactSource('artifact')).toThrow('has no artifacts of version 4');
    expect(() => refuseArtifactSource('auto')).not.toThrow();
  });
});
