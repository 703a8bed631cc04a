import { expect, expectTypeOf, it } from 'vitest';
import type { ConfigDefinition } from '../../src/config/config-definition.js';
import { type ConfigFile, configFileSchema } from '../../src/config/config-file.js';
import { defineConfig } from '../../src/index.js';

type Changeable<T> = T extends object ? { -readonly [Key in keyof T]: Changeable<T[Key]> } : T;

/** Every field there is; `tsc` says when one is missing or too many. */
const everything = {
  $schema: './schema.json',
  suite: 'full',
  scenarios: ['builtin', 'bench/**/*.memory.ts'],
  commands: [{ name: 'ingest', description: 'Ingests.', command: ['python3', 'ingest.py'] }],
  filter: '^search/',
  tags: ['fast'],
  skipTags: ['slow'],
  repeats: 5,
  maxRepeats: 10,
  profile: 'stable',
  timeoutMinutes: 30,
  nodePath: 'node',
  env: { MALLOC_ARENA_MAX: 2, NODE_ENV: 'production', FAST: true },
  qdrant: { source: 'url', version: '1.16.3', url: 'http://localhost:6333', binary: 'qdrant' },
  model: 'all-MiniLM-L6-v2',
  baseline: 'main.json',
  out: 'reports',
  leaks: true,
  sites: 'none',
  profiler: 'heaptrack',
  failOn: ['leak'],
  require: ['qdrant'],
  budgets: { '**': { peak_rss_mb: 1 } },
  thresholds: { '**': { peak_rss_mb: { absolute: 1, relativePercent: 2 } } },
} as const satisfies Required<ConfigDefinition>;

it('the type of a configuration is what the schema takes', () => {
  type Common<T> = Changeable<Omit<T, 'commands'>>;
  expectTypeOf<Common<ConfigDefinition>>().toEqualTypeOf<Common<ConfigFile>>();
});

it('the schema has the fields of the type', () => {
  expect(Object.keys(configFileSchema.shape).sort()).toEqual(Object.keys(everything).sort());
  expect(configFileSchema.parse(everything)).toEqual(everything);
});

it('defineConfig hands its configuration back', () => {
  expect(defineConfig(everything)).toBe(everything);
});
