import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Tool, toolEnvironment } from '../../src/services/tool-environment.js';
import { temporaryFolder } from '../processes.js';

const tools: readonly Tool[] = ['docker', 'git', 'guardian', 'model-download', 'npm', 'profiler', 'tar'];

const credentials = {
  GITHUB_TOKEN: 'x',
  GH_TOKEN: 'x',
  'INPUT_GITHUB-TOKEN': 'x',
  'INPUT_QDRANT-API-KEY': 'x',
  ACTIONS_RUNTIME_TOKEN: 'x',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
  ACTIONS_RESULTS_URL: 'x',
  QDRANT_API_KEY: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  NPM_TOKEN: 'x',
  NODE_AUTH_TOKEN: 'x',
  OPENAI_API_KEY: 'x',
};
const ordinary = { PATH: '/usr/bin', HOME: '/nowhere', LANG: 'C.UTF-8', TMPDIR: '/tmp' };

describe('the environment of a tool', () => {
  it.each(tools)('of %s has what any program needs, and no credential of ours', (tool) => {
    expect(toolEnvironment(tool, { ...credentials, ...ordinary })).toEqual(ordinary);
  });

  it('of docker says where Docker is, and how it logs in', () => {
    const own = { DOCKER_HOST: 'ssh://host', DOCKER_CONFIG: '/c', DOCKER_AUTH_CONFIG: '{}', SSH_AUTH_SOCK: '/s' };
    expect(toolEnvironment('docker', { ...credentials, ...own })).toEqual(own);
  });

  it('of the guardian says where Docker is, and not how it logs in', () => {
    const own = { DOCKER_HOST: 'ssh://host', SSH_AUTH_SOCK: '/s' };
    expect(toolEnvironment('guardian', { ...credentials, ...own, DOCKER_AUTH_CONFIG: '{}' })).toEqual(own);
  });

  it('of npm has the settings of npm and the proxy', () => {
    const own = { npm_config_registry: 'https://npm.example/', NPM_CONFIG_CAFILE: '/ca', https_proxy: 'http://p' };
    expect(toolEnvironment('npm', { ...credentials, ...ordinary, ...own })).toEqual({ ...ordinary, ...own });
  });

  it('of npm has the one token that its configuration names', () => {
    const userconfig = join(temporaryFolder(), '.npmrc');
    writeFileSync(userconfig, `//npm.example/:_authToken=${'$'}{NODE_AUTH_TOKEN}\n`);
    const own = { NPM_CONFIG_USERCONFIG: userconfig, NODE_AUTH_TOKEN: 'x' };
    expect(toolEnvironment('npm', { ...credentials, ...own })).toEqual(own);
  });

  it.each(['git', 'model-download', 'npm', 'profiler', 'tar'] as const)('of %s has nothing else of ours', (tool) => {
    const others = {
      GIT_CONFIG_VALUE_0: 'AUTHORIZATION: basic x',
      GIT_ASKPASS: '/bin/x',
      DEPLOY: 'x',
      SENTRY_DSN: 'x',
    };
    expect(toolEnvironment(tool, { ...others, ...ordinary })).toEqual(ordinary);
  });

  it('of git says which repository is meant', () => {
    const own = { GIT_DIR: '/r/.git', GIT_CONFIG_GLOBAL: '/c', XDG_CONFIG_HOME: '/x' };
    expect(toolEnvironment('git', { ...credentials, ...own })).toEqual(own);
  });

  it('of a profiler has no proxy, whose address may hold a password', () => {
    expect(toolEnvironment('profiler', { https_proxy: 'http://me:x@p', PATH: '/bin' })).toEqual({ PATH: '/bin' });
  });
});
