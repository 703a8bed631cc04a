import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { explain } from '../../src/config/explain.js';

const schema = z.strictObject({
  suite: z.enum(['smoke', 'full']).optional(),
  limits: z.record(z.string().min(2), z.partialRecord(z.enum(['peak', 'change']), z.number())).optional(),
  server: z
    .union([z.enum(['auto', 'docker']), z.strictObject({ source: z.enum(['auto', 'docker']).optional() })])
    .optional(),
  names: z.array(z.strictObject({ label: z.string() })).optional(),
  env: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

function told(value: unknown): string {
  const parsed = schema.safeParse(value);
  if (parsed.success) throw new Error('it was accepted');
  return explain(parsed.error, schema, value);
}

describe('a mistake is told with its place and the nearest legal name', () => {
  it.each<[string, object, string]>([
    ['in a field', { suit: 'smoke' }, '✖ unknown field "suit"; did you mean "suite"?'],
    ['in an enumeration', { suite: 'smok' }, 'expected one of "smoke"|"full"; did you mean "smoke"?\n  → at suite'],
    [
      'in a key of a record',
      { limits: { '**': { paek: 1 } } },
      'unknown field "paek"; did you mean "peak"?\n  → at limits["**"]',
    ],
    [
      'in a field of a list',
      { names: [{ lable: 'a' }] },
      'unknown field "lable"; did you mean "label"?\n  → at names[0]',
    ],
    ['in the short form of a union', { server: 'dokcer' }, '"auto"|"docker"; did you mean "docker"?\n  → at server'],
    [
      'in the long form of a union',
      { server: { source: 'dokcer' } },
      '"auto"|"docker"; did you mean "docker"?\n  → at server.source',
    ],
    [
      'in a field of the long form',
      { server: { sorce: 'auto' } },
      'unknown field "sorce"; did you mean "source"?\n  → at server',
    ],
  ])('%s', (_, value, message) => {
    expect(told(value)).toContain(message);
  });
});

describe('without a near name', () => {
  it('an unknown field is told with all that are legal there', () => {
    expect(told({ colour: 1 })).toBe('✖ unknown field "colour"; legal are: suite, limits, server, names, env');
    expect(told({ limits: { '**': { colour: 1 } } })).toContain('legal are: peak, change');
  });

  it('a value of an enumeration is told with those that are legal', () => {
    expect(told({ suite: 'everything' })).toBe('✖ Invalid option: expected one of "smoke"|"full"\n  → at suite');
  });
});

it('every unknown field is a line of its own', () => {
  expect(told({ suit: 1, servr: 2 })).toMatch(/"suite"\?\n✖ .*"server"\?$/);
});

it('a key that is not legal is told with the reason', () => {
  expect(told({ limits: { x: {} } })).toContain('Too small: expected string to have >=2 characters');
});

it('a value that none of several kinds is legal for is told with all of them', () => {
  expect(told({ env: { A: null } })).toMatch(/expected string.*; or .*expected number.*\n.*→ at env\.A/);
});
