import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToWidth, widthOf } from '../../src/live/width.js';

describe('the width of a text', () => {
  it.each([
    ['search/dense', 12],
    ['▁▂█━─', 5],
    ['検索', 4],
    ['검색', 4],
    ['🔴', 2],
    ['e\u0301', 1],
    ['a\u200bb', 2],
  ])('of %j is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('a text that is cut', () => {
  it('is its own beginning, and no wider than there is room for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(100), (text, columns) => {
        const cut = cutToWidth(text, columns);
        expect(text.startsWith(cut)).toBe(true);
        expect(widthOf(cut)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('stays as it is where there is room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cutToWidth(text, widthOf(text))).toBe(text);
      }),
    );
  });
});
