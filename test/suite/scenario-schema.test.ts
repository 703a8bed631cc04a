import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describedScenario } from '../../src/suite/scenario-schema.js';

const valid = { exportName: 'default', functions: ['run'], name: 'search/dense', description: 'searches' };

function refusal(overrides: object): string {
  const parsed = describedScenario.safeParse({ ...valid, ...overrides });
  if (parsed.success) throw new Error('the definition was accepted');
  return z.prettifyError(parsed.error);
}

describe('a definition is taken', () => {
  it.each<[string, object]>([
    ['with the least there has to be', {}],
    [
      'with everything there may be',
      {
        functions: ['setup', 'run', 'teardown'],
        version: 3,
        needs: ['qdrant', 'model'],
        iterations: 50,
        warmup: 0,
        measure: 'cold',
        timeoutMs: 1000,
        tags: ['smoke'],
        budgets: { rss_delta_mb: 10 },
        growth: { maxPercent: 30 },
        leaks: { toleranceBytes: 65_536 },
        cases: { '10KB': { params: { bytes: 10_240 }, iterations: 5, leaks: false } },
      },
    ],
    ['without leak detection', { leaks: false }],
    ['with the usual leak detection', { leaks: {} }],
    ['with a label such as 1.5MB_x', { cases: { '1.5MB_x': { params: {} } } }],
  ])('%s', (_, overrides) => {
    expect(describedScenario.parse({ ...valid, ...overrides })).toEqual({ ...valid, ...overrides });
  });
});

describe('a mistake is named', () => {
  it.each<[string, object, RegExp]>([
    ['a typo in a field', { iteratons: 5 }, /"iteratons"/],
    ['a typo in a field of a case', { cases: { a: { params: {}, warmups: 1 } } }, /"warmups"\s+→ at cases\.a/],
    ['a typo in the growth limit', { growth: { maxPercent: 1, max: 2 } }, /"max"\s+→ at growth/],
    ['a typo in a metric', { budgets: { rss_delta: 5 } }, /→ at budgets/],
    ['a typo in a need', { needs: ['qdrnt'] }, /"qdrant"\|"model"\s+→ at needs\[0\]/],
    ['a function we do not know', { functions: ['run', 'beforeEach'] }, /"setup"\|"run"\|"teardown"/],
    ['no run', { functions: ['setup'] }, /a scenario needs a `run` function/],
    ['no name', { name: undefined }, /→ at name/],
    ['no description', { description: '' }, /→ at description/],
    ['no cases among the cases', { cases: {} }, /leave `cases` out/],
    ['no iterations', { iterations: 0 }, /→ at iterations/],
    ['half a warm-up', { warmup: 0.5 }, /→ at warmup/],
    ['no time', { timeoutMs: 0 }, /→ at timeoutMs/],
    ['another way of measuring', { measure: 'hot' }, /"steady"\|"cold"\s+→ at measure/],
    ['a growth limit that is a number', { growth: 30 }, /→ at growth/],
    ['leak detection that is turned on by true', { leaks: true }, /→ at leaks/],
    ['a typo in leak detection', { leaks: { tolerance: 1 } }, /→ at leaks/],
    ['a tolerance below 0', { leaks: { toleranceBytes: -1 } }, /→ at leaks/],
    ['a tolerance that is a text', { cases: { a: { params: {}, leaks: { toleranceBytes: '4KB' } } } }, /→ at cases\.a/],
    ['version 0', { version: 0 }, /→ at version/],
  ])('%s', (_, overrides, told) => {
    expect(refusal(overrides)).toMatch(told);
  });

  it.each(['', 'Search', 'search dense', 'search/', '/search', 'search//dense', '-search', 'search_dense', 'a--b'])(
    'the name %j',
    (name) => {
      expect(refusal({ name })).toContain('lower case words joined by hyphens');
    },
  );

  it.each(['', 'a b', 'a/b', '.hidden', '-a', 'ü'])('the label %j', (label) => {
    expect(refusal({ cases: { [label]: { params: {} } } })).toContain('→ at cases');
  });
});
