import { afterEach, expect, it, vi } from 'vitest';
import { environmentWithoutKeys, scenarioEnvironment } from '../../src/services/child-environment.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('keeps the inputs of the action and the keys of its runner from what we start', () => {
  vi.stubEnv('INPUT_GITHUB-TOKEN', 'secret');
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', 'secret');
  vi.stubEnv('npm_config_registry', 'https://npm.example.com/');
  const names = Object.keys(environmentWithoutKeys());
  expect(names.filter((name) => /^(INPUT|ACTIONS)_/.test(name))).toEqual([]);
  expect(names).toContain('npm_config_registry');
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
