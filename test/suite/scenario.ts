import type { DiscoveredScenario } from '../../src/suite/discover.js';

/** A scenario as its file describes it. */
export function createScenario(overrides: Partial<DiscoveredScenario> = {}): DiscoveredScenario {
  return {
    exportName: 'default',
    functions: ['run'],
    name: 'search/dense',
    description: 'searches',
    scenarioUrl: 'file:///bench/search.mjs',
    ...overrides,
  };
}
