import { describe, expect, it } from 'vitest';
import { shownVariables } from '../../src/results/shown-variables.js';

const shown = (name: string, value: string) => shownVariables({ [name]: value })[`env ${name}`];

describe('of a variable of the measured process', () => {
  it.each([
    ['MALLOC_ARENA_MAX', '2'],
    ['GLIBC_TUNABLES', 'glibc.malloc.arena_max=2'],
    ['NODE_OPTIONS', '--max-semi-space-size=64'],
    ['BATCH', '64'],
    ['CACHE', '128MB'],
    ['CHANGE', '-0.5'],
    ['FAST', 'true'],
    ['EMPTY', ''],
  ])('the value is shown where it is a plain setting: %s=%s', (name, value) => {
    expect(shown(name, value)).toBe(value);
  });

  it.each([
    ['DATABASE_URL', 'postgres://me:hunter2@db/prod'],
    ['OPENAI_API_KEY', 'sk-123'],
    ['DB_PASSWORD', '12345'],
    ['PIN', '1234'],
    ['NODE_OPTIONS_OF_MINE', 'secret'],
  ])('only a fingerprint is shown of what may be a secret: %s', (name, value) => {
    expect(shown(name, value)).toMatch(/^sha256 [0-9a-f]{8}$/);
  });

  it('the fingerprint tells values apart', () => {
    expect(shown('MODE', 'a')).toBe(shown('MODE', 'a'));
    expect(shown('MODE', 'a')).not.toBe(shown('MODE', 'b'));
  });
});
