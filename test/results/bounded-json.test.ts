import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBoundedJson } from '../../src/results/bounded-json.js';

const most = { bytes: 1_000, depth: 4, containers: 20, elements: 5, fields: 3 };

describe('JSON with limits', () => {
  it('is what JSON.parse makes of it', () => {
    const far = { bytes: 1e6, depth: 100, containers: 1e5, elements: 1e4, fields: 1e4 };
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseBoundedJson(text, far)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is refused where JSON.parse refuses it', () => {
    for (const text of ['', '{', '[1,]', '{"a"', '"', '\\', ']', '{"a":1}}', 'nul']) {
      expect(() => parseBoundedJson(text, most)).toThrow(SyntaxError);
    }
  });

  it.each([
    ['too deep', '[[[[[]]]]]', 'it is nested deeper than 4 levels'],
    ['too deep without an end', '['.repeat(1_000), 'it is nested deeper than 4 levels'],
    ['too many arrays and objects', '[[],[],[],[],[]],'.repeat(5), 'it has more than 20 arrays and objects'],
    ['an array that is too long', '[1,2,3,4,5,6]', 'an array has more than 5 elements'],
    ['an object with too many fields', '{"a":1,"b":2,"c":3,"d":4}', 'an object has more than 3 fields'],
    ['too many bytes', JSON.stringify('a'.repeat(1_000)), 'it has more than 1000 bytes'],
    ['too many bytes in few characters', JSON.stringify('😀'.repeat(300)), 'it has more than 1000 bytes'],
  ])('with %s is refused', (_, text, message) => {
    expect(() => parseBoundedJson(text, most)).toThrow(message);
  });

  it('may have brackets, commas and quotes in its strings', () => {
    const value = { 'a,b,c,d': '[[[[[[\\"{{{{,,,,,,,' };
    expect(parseBoundedJson(JSON.stringify(value), most)).toEqual(value);
  });

  it('is refused in a blink where it is 60 MB of brackets', () => {
    expect(() => parseBoundedJson('['.repeat(60_000_000))).toThrow(/nested deeper/);
  });
});
