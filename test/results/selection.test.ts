import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSuiteName, type Selectable, selects } from '../../src/results/selection.js';
import { createSelection } from '../builders.js';

const createCandidate = (overrides: Partial<Selectable> = {}): Selectable => ({
  id: 'search/dense',
  tags: ['qdrant', 'model'],
  source: 'builtin',
  ...overrides,
});

const candidate = createCandidate();
const slow = createCandidate({ id: 'leak/heap', tags: ['slow'] });
const smoke = createCandidate({ id: 'single-document/10KB', tags: ['smoke'] });

describe('a suite', () => {
  it.each([
    ['smoke', candidate, false],
    ['smoke', slow, false],
    ['smoke', smoke, true],
    ['standard', candidate, true],
    ['standard', slow, false],
    ['standard', smoke, true],
    ['full', candidate, true],
    ['full', slow, true],
    ['full', smoke, true],
  ])('%s and the case %o: %s', (suite, asked, expected) => {
    expect(selects(createSelection({ suite }), asked)).toBe(expected);
  });

  it.each(['smoke', 'standard', 'full'])('%s is known', (name) => {
    expect(isSuiteName(name)).toBe(true);
  });

  it.each(['', 'Smoke', 'toString', '__proto__'])('%j is not known', (name) => {
    expect(isSuiteName(name)).toBe(false);
  });
});

describe('a filter', () => {
  it.each([
    ['^search/', true],
    ['dense$', true],
    ['h/d', true],
    ['^dense', false],
    ['SEARCH', false],
  ])('%s on search/dense: %s', (filter, expected) => {
    expect(selects(createSelection({ filter }), candidate)).toBe(expected);
  });
});

describe('scenarios', () => {
  it.each([
    [['builtin'], 'builtin', true],
    [['builtin'], 'bench/search.mjs', false],
    [['bench'], 'builtin', false],
    [['bench'], 'bench/search.mjs', true],
    [['bench/search.mjs'], 'bench/search.mjs', true],
    [['bench/search.mjs'], 'bench/ingestion.mjs', false],
    [['bench'], 'bench-old/search.mjs', false],
    [['bench', 'builtin'], 'builtin', true],
    [['../bench'], '../bench/search.mjs', true],
    [['bench/**/*.memory.ts'], 'bench/deep/search.memory.ts', true],
    [['bench/**/*.memory.ts'], 'bench/search.ts', false],
    [['../bench/**/*.mjs'], '../bench/deep/search.mjs', true],
    [['*'], 'builtin', false],
    [[''], 'search.mjs', true],
    [[''], 'builtin', false],
    [[], 'builtin', false],
  ])('%j and a case of %s: %s', (scenarios, source, expected) => {
    expect(selects(createSelection({ scenarios }), createCandidate({ source }))).toBe(expected);
  });
});

describe('tags', () => {
  it('select a case that has any of them', () => {
    expect(selects(createSelection({ tags: ['other', 'model'] }), candidate)).toBe(true);
  });

  it('do not select a case that has none of them', () => {
    expect(selects(createSelection({ tags: ['other'] }), candidate)).toBe(false);
  });

  it('have to be equal, not to be contained', () => {
    expect(selects(createSelection({ tags: ['mod'] }), candidate)).toBe(false);
  });
});

describe('tags to skip', () => {
  it('leave a case out that has any of them', () => {
    expect(selects(createSelection({ skipTags: ['other', 'qdrant'] }), candidate)).toBe(false);
  });

  it('win over tags to select', () => {
    expect(selects(createSelection({ tags: ['model'], skipTags: ['qdrant'] }), candidate)).toBe(false);
  });

  it('never select more', () => {
    const tags = fc.array(fc.constantFrom('smoke', 'slow', 'qdrant', 'model'), { maxLength: 3 });
    const suites = fc.constantFrom('smoke', 'standard', 'full');
    fc.assert(
      fc.property(suites, tags, tags, tags, (suite, caseTags, wanted, skipped) => {
        const asked = createCandidate({ tags: caseTags });
        fc.pre(selects(createSelection({ suite, tags: wanted, skipTags: skipped }), asked));
        expect(selects(createSelection({ suite, tags: wanted }), asked)).toBe(true);
      }),
    );
  });
});
