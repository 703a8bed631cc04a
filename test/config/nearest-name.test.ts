import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, legalNames, nearestName, suggestion } from '../../src/config/nearest-name.js';

describe('the distance of two names', () => {
  it.each([
    ['iterations', 'iterations', 0],
    ['itterations', 'iterations', 1],
    ['iteratons', 'iterations', 1],
    ['iteratoins', 'iterations', 1],
    ['iterationz', 'iterations', 1],
    ['', 'four', 4],
    // Damerau's own example of what no piece of text being edited twice means: 2 without that rule.
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, and no more than the longer name', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('the nearest name', () => {
  it('is the one with the fewest wrong letters', () => {
    expect(nearestName('baselin', ['basis', 'baseline', 'baselines'])).toBe('baseline');
  });

  it('is found in other case', () => {
    expect(nearestName('FAILON', ['failOn', 'filter'])).toBe('failOn');
  });

  it.each(['all', 'xyz', 'stand', ''])('is none for %j, which is far from all of them', (written) => {
    expect(nearestName(written, ['smoke', 'standard', 'full'])).toBeUndefined();
  });

  it('may have a third of its letters wrong, and not more', () => {
    expect(nearestName('abcdxy', ['abcdef'])).toBe('abcdef');
    expect(nearestName('abcxyz', ['abcdef'])).toBeUndefined();
  });
});

it('a suggestion ends a message, or is empty where no name is near', () => {
  expect(suggestion('smok', ['smoke', 'full'])).toBe('; did you mean "smoke"?');
  expect(suggestion('everything', ['smoke', 'full'])).toBe('');
});

it('the legal names come after the nearest one', () => {
  expect(legalNames('smok', ['smoke', 'full'])).toBe('Did you mean "smoke"? Legal are: smoke, full.');
  expect(legalNames('everything', ['smoke', 'full'], ', or none alone')).toBe('Legal are: smoke, full, or none alone.');
});
