import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityDifferences, subjectAndContextDifferences } from '../../src/compare/comparability.js';
import { anyResults, createEnvironment } from '../builders.js';

const environments = anyResults.map(({ environment }) => environment);

describe('identity differences', () => {
  it.each([
    ['os', 'darwin'],
    ['arch', 'arm64'],
    ['libc', 'musl'],
    ['cores', 4],
    ['model', 'other@0123'],
    ['qdrant', 'external'],
    ['profile', 'stable'],
  ])('name %s with both values', (name, value) => {
    const baseline = createEnvironment();
    const now = createEnvironment({ identity: { [name]: value } });
    const was = String({ ...baseline.identity }[name]);
    expect(identityDifferences(baseline, now)).toEqual([{ kind: 'identity', name, baseline: was, now: String(value) }]);
  });

  it('do not look at the key', () => {
    expect(identityDifferences(createEnvironment({ key: 'a' }), createEnvironment({ key: 'b' }))).toEqual([]);
  });

  it('do not look at subject and context', () => {
    const now = createEnvironment({ subject: {}, context: {} });
    expect(identityDifferences(createEnvironment(), now)).toEqual([]);
  });
});

describe('subject and context differences', () => {
  it('name the versions that changed, subject first', () => {
    const baseline = createEnvironment({ subject: { node: 'v20' }, context: { cpu: 'slow' } });
    const now = createEnvironment({ subject: { node: 'v24' }, context: { cpu: 'fast' } });
    expect(subjectAndContextDifferences(baseline, now)).toEqual([
      { kind: 'subject', name: 'node', baseline: 'v20', now: 'v24' },
      { kind: 'context', name: 'cpu', baseline: 'slow', now: 'fast' },
    ]);
  });

  it('name a package that is there on one side only', () => {
    const baseline = createEnvironment({ subject: { node: 'v20', qdrant: '1.16.3' } });
    const now = createEnvironment({ subject: { node: 'v20', undici: '7.0.0' } });
    expect(subjectAndContextDifferences(baseline, now)).toEqual([
      { kind: 'subject', name: 'qdrant', baseline: '1.16.3', now: 'none' },
      { kind: 'subject', name: 'undici', baseline: 'none', now: '7.0.0' },
    ]);
  });

  it('do not care for the order in which versions were written', () => {
    const baseline = createEnvironment({ subject: { node: 'v20', qdrant: '1' } });
    const now = createEnvironment({ subject: { qdrant: '1', node: 'v20' } });
    expect(subjectAndContextDifferences(baseline, now)).toEqual([]);
  });
});

describe('what holds for all environments', () => {
  it('an environment does not differ from itself', () => {
    fc.assert(
      fc.property(environments, (environment) => {
        expect(identityDifferences(environment, environment)).toEqual([]);
        expect(subjectAndContextDifferences(environment, environment)).toEqual([]);
      }),
    );
  });

  it('swapping the sides swaps the values of every difference', () => {
    const inOrder = <T extends { name: string }>(differences: readonly T[]) =>
      differences.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    fc.assert(
      fc.property(environments, environments, (one, other) => {
        const forth = identityDifferences(one, other);
        const back = identityDifferences(other, one).map((found) => ({
          ...found,
          baseline: found.now,
          now: found.baseline,
        }));
        expect(inOrder(back)).toEqual(inOrder(forth));
      }),
    );
  });
});
