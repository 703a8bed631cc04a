import { describe, expect, it } from 'vitest';
import { legOf } from '../../src/config/leg.js';
import { UsageError } from '../../src/errors.js';

describe('the leg of a matrix', () => {
  it.each<[string, string | undefined, string]>([
    ['absent input', undefined, ''],
    ['empty input', '  ', ''],
    ['null, as outside of a matrix', 'null', ''],
    ['null in quotes, as toJSON of an empty input gives', '"null"', ''],
    ['empty JSON text', '""', ''],
    ['JSON of the matrix', '{"node": 22, "os": "ubuntu-24.04"}', 'node 22, os ubuntu-24.04'],
    ['JSON over several lines', '{\n  "node": 22\n}', 'node 22'],
    ['JSON with an object in it', '{"include": {"a": [1]}}', 'include {"a":[1]}'],
    ['JSON of JSON, as toJSON of an input gives', JSON.stringify('{"node": 22}'), 'node 22'],
    ['plain text', 'node-22', 'node-22'],
    ['plain text with a comma', 'node 22, linux', 'node 22, linux'],
    ['JSON text', '"node-22"', 'node-22'],
    ['a number, as it is written', '3.10', '3.10'],
    ['a boolean', 'true', 'true'],
    ['a pair', 'node=22', 'node 22'],
    ['pairs in a list', 'node=22, os=ubuntu-24.04', 'node 22, os ubuntu-24.04'],
    ['pairs in lines', 'node=22\nos = ubuntu-24.04\n', 'node 22, os ubuntu-24.04'],
    ['a pair whose value has an equals sign', 'flags=--a=b', 'flags --a=b'],
    ['a pair without a value', 'node=', 'node '],
  ])('is read from %s', (_, input, leg) => {
    expect(legOf(input)).toBe(leg);
  });

  it('is the same for pairs and for the JSON of the same matrix', () => {
    expect(legOf('node=22, os=linux')).toBe(legOf('{"node":22,"os":"linux"}'));
  });

  it.each([
    ['JSON with a mistake', '{node: 22}', /begins as JSON and is not JSON/],
    ['an unclosed text', '"node', /begins as JSON and is not JSON/],
    ['a list', '["a", "b"]', /is a JSON list/],
    ['JSON in JSON without end', [1, 2, 3, 4, 5].reduce((text) => JSON.stringify(text), '"a"'), /nested too deeply/],
    ['plain text of two lines', 'node-22\n::error::no', /has a line break/],
    ['an escape sequence', 'node \u001b[31m', /control character/],
  ])('is no %s, and the error says what is', (_, input, message) => {
    expect(() => legOf(input)).toThrow(UsageError);
    expect(() => legOf(input)).toThrow(message);
    try {
      legOf(input);
    } catch (error) {
      expect(error).toMatchObject({ remedy: expect.stringMatching(/`node-22`.*`key=value`.*toJSON\(matrix\)/) });
    }
  });

  it('that is cut off still differs from another one', () => {
    const long = 'a'.repeat(300);
    expect(legOf(`${long}b`)).toMatch(/^a{200} [0-9a-f]{8}$/);
    expect(legOf(`${long}b`)).not.toBe(legOf(`${long}c`));
  });

  it('is cut off between characters, and has no half ones', () => {
    expect(legOf('😀'.repeat(300)).isWellFormed()).toBe(true);
    expect(legOf('{"a": "\\ud83d"}').isWellFormed()).toBe(true);
  });
});
