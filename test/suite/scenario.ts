import type { DiscoveredScenario } from '../../src/suite/discover.js';

/** A scenario as its file describes it. */
export function createScenario(overrides: Partial<DiscoveredScenario> = {}): DiscoveredScenario {
  return {
    exportName: 'default',
    functions: ['run'],
    name: 'search/dense',
    description: 'searches',
    file: '/bench/search.mjs',
    scenarioUrl: 'file:///bench/search.mjs',
    sources: [],
    ...overrides,
  };
}
