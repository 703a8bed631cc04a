import { describe, expect, it } from 'vitest';
import { isSecretName, secretsIn } from '../../src/output/environment-secrets.js';

describe('the secrets of an environment', () => {
  it.each([
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'NODE_AUTH_TOKEN',
    'NPM_TOKEN',
    'npm_config__authToken',
    'INPUT_GITHUB-TOKEN',
    'INPUT_QDRANT-API-KEY',
    'QDRANT_API_KEY',
    'OPENAI_API_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASSWORD',
    'PGPASSWORD',
    'DB_PWD',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  ])('include the value of %s', (name) => {
    expect(secretsIn({ [name]: 'a-value-of-its-own' })).toContain('a-value-of-its-own');
  });

  it.each([
    ['PATH', '/usr/bin:/bin'],
    ['SSH_AUTH_SOCK', '/tmp/ssh-x/agent.1'],
    ['XAUTHORITY', '/home/user/.Xauthority'],
    ['INPUT_COMMENT-KEY', 'memory-of-search'],
    ['CACHE_KEY', 'linux-x64-node-20'],
    ['TOKENIZERS_PARALLELISM', 'false-or-true'],
    ['GOOGLE_APPLICATION_CREDENTIALS', '/home/user/key.json'],
    ['ACTIONS_RUNTIME_URL', 'https://pipelines.actions.githubusercontent.com/x/'],
    ['ACTIONS_STEP_DEBUG', 'true'],
    ['GITHUB_REPOSITORY', 'acme/search'],
    ['PWD', '/home/user/acme'],
  ])('do not include %s', (name, value) => {
    expect(secretsIn({ [name]: value })).toEqual([]);
  });

  it('include the address that a token is asked of', () => {
    const address = 'https://run.actions.githubusercontent.com/42//idtoken/1?api-version=2.0';
    expect(secretsIn({ ACTIONS_ID_TOKEN_REQUEST_URL: address })).toEqual([address]);
  });

  it('include the password of a proxy, encoded and not', () => {
    expect(secretsIn({ HTTPS_PROXY: 'http://me:p%40ssw0rd!@proxy.example:8080' })).toEqual(
      expect.arrayContaining(['p%40ssw0rd!', 'p@ssw0rd!']),
    );
  });

  it('include the password of a proxy without a scheme', () => {
    expect(secretsIn({ https_proxy: 'me:p4ssw0rd!@proxy.example:8080' })).toContain('p4ssw0rd!');
  });

  it('include a token that is the user name of an address', () => {
    const token = 'ghp_0123456789abcdefghij0123456789abcdef';
    expect(secretsIn({ ORIGIN: `https://${token}@github.com/acme/search` })).toContain(token);
  });
});

it.each(['INPUT_SUITE', 'ACTIONS_CACHE_URL', 'DEPLOY_TOKEN', 'MY_API_KEY'])(
  '%s is no name for a child process',
  (name) => {
    expect(isSecretName(name)).toBe(true);
  },
);

it.each(['PATH', 'CI', 'GITHUB_SHA', 'MONKEY', 'AUTHOR', 'GIT_AUTHOR_NAME', 'SSH_AUTH_SOCK', 'PATTERN'])(
  '%s is not taken for a credential',
  (name) => {
    expect(isSecretName(name)).toBe(false);
  },
);
