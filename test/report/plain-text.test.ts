import { expect, it } from 'vitest';
import { plainText } from '../../src/report/plain-text.js';

it.each(['\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f'])('turns the line end %j into a line feed', (end) => {
  expect(plainText(`a${end}b`)).toBe('a\nb');
});

it.each([
  '\u202e',
  '\u2066',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u{e0041}',
  '\u0007',
  '\u009b',
])('drops %j, which is not seen', (character) => {
  expect(plainText(`a${character}b`)).toBe('ab');
});

it('keeps signs that are seen', () => {
  const text = '\u0600 e\u0301 😀 ünï — \u{110bd}';
  expect(plainText(text)).toBe(text);
});

it('has no half of a character', () => {
  expect(plainText('\udc00a')).toBe('\ufffda');
});
