import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { globMistake, longestGlob, matchesGlob } from '../../src/results/glob.js';

describe('a glob', () => {
  it.each([
    ['search/dense', 'search/dense', true],
    ['search/*', 'search/dense', true],
    ['search/*', 'search/dense/10KB', false],
    ['search/**', 'search/dense/10KB', true],
    ['search/**', 'search', true],
    ['**', 'search/dense', true],
    ['**/10KB', '10KB', true],
    ['**/10KB', 'search/10KB', true],
    ['**/10KB', 'search110KB', false],
    ['*/**/10KB', 'search/10KB', true],
    ['search/?KB', 'search/1KB', true],
    ['search/?KB', 'search/10KB', false],
    ['search/[0-9]*', 'search/10KB', true],
    ['search/[^0-9]*', 'search/10KB', false],
    ['search/{dense,sparse}/*', 'search/sparse/10KB', true],
    ['search/{dense,{sparse,hybrid}}', 'search/hybrid', true],
    ['*', '.hidden', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['size=1,batch=*', 'size=1,batch=8', true],
  ])('%s over %s: %s', (glob, text, matches) => {
    expect(matchesGlob(glob, text)).toBe(matches);
  });

  it.each([
    '*(a*)*(a*)',
    '!(a)',
    '[!a]',
    'a|b',
    '!a',
    '{a',
    '{a}',
    '[a',
    'a'.repeat(longestGlob + 1),
    '{a,b}'.repeat(6),
    '*a'.repeat(21),
  ])('cannot be %s', (glob) => {
    expect(globMistake(glob)).toBeDefined();
  });

  it('that cannot be used matches only itself', () => {
    expect(matchesGlob('app/(group)/a.mjs', 'app/(group)/a.mjs')).toBe(true);
    expect(matchesGlob('*(a*)', 'aa')).toBe(false);
  });

  it('takes no more steps than its length times that of the text', () => {
    expect(matchesGlob('*aaaaaaaaaaaa'.repeat(20), 'a'.repeat(100_000))).toBe(true);
    expect(matchesGlob(`${'**/a/'.repeat(20)}b`, 'a/'.repeat(50_000))).toBe(false);
  });

  it('matches what picomatch matches', () => {
    const part = fc.constantFrom('a', 'b', '/', '*', '**', '?', '[ab]', '{a,b}', '[^a]', '/**/', '*/');
    const globs = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const texts = fc
      .array(fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.map((characters) => characters.join('')).join('/'));
    fc.assert(
      fc.property(globs, texts, (glob, text) => {
        // Other matchers read `***`, `//` and `**{` in ways that nobody means.
        fc.pre(globMistake(glob) === undefined && !/\*\*\*|\/\/|\*\*\{/.test(glob));
        expect(matchesGlob(glob, text)).toBe(picomatch.isMatch(text, glob));
      }),
      { numRuns: 20000 },
    );
  });
});
