import { afterEach, expect, it, vi } from 'vitest';
import { environmentWithoutSecrets, scenarioEnvironment } from '../../src/services/child-environment.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('keeps credentials from programs that may look at any other variable', () => {
  vi.stubEnv('INPUT_GITHUB-TOKEN', 'secret');
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', 'secret');
  vi.stubEnv('DEPLOY_TOKEN', 'secret');
  vi.stubEnv('CI', 'true');
  const names = Object.keys(environmentWithoutSecrets());
  expect(names.filter((name) => /^(INPUT|ACTIONS)_|TOKEN/.test(name))).toEqual([]);
  expect(names).toContain('CI');
});

it('keeps everything but a few variables from scenarios', () => {
  vi.stubEnv('GITHUB_TOKEN', 'secret');
  vi.stubEnv('NODE_OPTIONS', '--expose-gc');
  expect(Object.keys(scenarioEnvironment())).not.toContain('GITHUB_TOKEN');
  expect(Object.keys(scenarioEnvironment())).not.toContain('NODE_OPTIONS');
});

it('gives scenarios what the configuration adds', () => {
  expect(scenarioEnvironment({ MALLOC_ARENA_MAX: '2' })).toMatchObject({ MALLOC_ARENA_MAX: '2', TZ: 'UTC' });
});
