import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { type Case, compileCases } from '../../src/suite/cases.js';
import type { DiscoveredScenario } from '../../src/suite/discover.js';
import { createScenario } from './scenario.js';

type Leaks = Case['leaks'];
const compile = (overrides: Partial<DiscoveredScenario> = {}) => compileCases([createScenario(overrides)]);

function only(overrides: Partial<DiscoveredScenario> = {}): Case {
  const [first, ...others] = compile(overrides);
  if (first === undefined || others.length > 0) throw new Error('there should be exactly one case');
  return first;
}

const hashOf = (overrides: Partial<DiscoveredScenario>) => only(overrides).definitionHash;
const hashOfParams = (params: unknown) => hashOf({ cases: { a: { params } } });

describe('a suite that a results document cannot hold', () => {
  it('has more cases than it', () => {
    const values = Array.from({ length: 50 }, (_, index) => index);
    expect(() => compile({ params: { a: values, b: values } })).toThrow('there are 2500 cases; a run can have 2000');
    const cases = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`a${index}`, { params: {} }]));
    expect(() => compile({ cases })).toThrow('there are 2001 cases');
  });

  it('has millions of combinations, none of which is made', () => {
    const values = Array.from({ length: 1_000 }, (_, index) => index);
    expect(() => compile({ params: { a: values, b: values, c: values, d: values } })).toThrow(
      /there are 1000000000000 cases/,
    );
  });

  it('has a case with a longer id', () => {
    expect(() => compile({ name: `a${'-a'.repeat(150)}` })).toThrow(/has more than 300 characters/);
  });

  it('watches the growth over more iterations than a slope can be fitted to', () => {
    expect(() => compile({ iterations: 1_001, growth: { maxPercent: 5 } })).toThrow(
      /allows up to 1000|growth limit and 1001/,
    );
  });
});

describe('the id of a case', () => {
  it('is the name of a scenario without cases', () => {
    expect(only()).toMatchObject({ id: 'search/dense', caseLabel: undefined });
  });

  it('is name and label where there are cases', () => {
    const cases = compile({ name: 'single-document', cases: { '10KB': { params: {} }, '100KB': { params: {} } } });
    expect(cases.map(({ id, caseLabel }) => [id, caseLabel])).toEqual([
      ['single-document/10KB', '10KB'],
      ['single-document/100KB', '100KB'],
    ]);
  });

  it('may not be given twice by one name', () => {
    const scenarios = [createScenario({ file: '/one.mjs' }), createScenario({ file: '/other.mjs' })];
    expect(() => compileCases(scenarios)).toThrow(
      'two cases have the id search/dense: one in /one.mjs, one in /other.mjs',
    );
  });

  it('may not be given twice by name and label', () => {
    const scenarios = [createScenario({ name: 'a/b' }), createScenario({ name: 'a', cases: { b: { params: {} } } })];
    expect(() => compileCases(scenarios)).toThrow(UsageError);
  });
});

describe('a case', () => {
  it('has the defaults where nobody says otherwise', () => {
    expect(only()).toMatchObject({
      iterations: 3,
      warmup: 2,
      measure: 'steady',
      timeoutMs: 300_000,
      growthLimited: false,
      tags: [],
      needs: [],
      budgets: {},
    });
  });

  it('has what its scenario says', () => {
    const plan = { iterations: 7, warmup: 0, measure: 'steady' as const, timeoutMs: 1000 };
    expect(only({ ...plan, cases: { a: { params: {} } } })).toMatchObject(plan);
  });

  it('that measures its cold call has one iteration and no warm-ups', () => {
    expect(only({ measure: 'cold' })).toMatchObject({ measure: 'cold', iterations: 1, warmup: 0 });
    expect(only({ measure: 'cold', iterations: 1, warmup: 0 })).toMatchObject({ iterations: 1, warmup: 0 });
  });

  it.each<[string, Partial<DiscoveredScenario>]>([
    ['more iterations', { iterations: 2 }],
    ['warm-ups', { warmup: 1 }],
    ['a growth limit', { growth: { maxPercent: 30 } }],
  ])('that measures its cold call is refused with %s', (_, plan) => {
    const refused = () => compile({ measure: 'cold', ...plan });
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow('the case search/dense measures its cold call, and there is only one of those');
  });

  it('has what it says itself rather than what its scenario says', () => {
    const own = { iterations: 9, warmup: 0, measure: 'steady' as const, timeoutMs: 5000 };
    const scenario = { iterations: 7, warmup: 1, measure: 'cold' as const, timeoutMs: 1000 };
    expect(only({ ...scenario, cases: { a: { params: {}, ...own } } })).toMatchObject(own);
  });

  it('is where its file and export are', () => {
    const place = { exportName: 'dense', file: '/x.ts', scenarioUrl: 'file:///x.mjs' };
    expect(only(place)).toMatchObject(place);
  });
});

describe('the tags of a case', () => {
  it('are those of scenario and case, and the needs', () => {
    const { tags } = only({ tags: ['smoke'], needs: ['qdrant'], cases: { a: { params: {}, tags: ['slow'] } } });
    expect(tags).toEqual(['smoke', 'slow', 'qdrant']);
  });

  it('are there once each', () => {
    const { tags } = only({ tags: ['a', 'qdrant'], needs: ['qdrant'], cases: { x: { params: {}, tags: ['a'] } } });
    expect(tags).toEqual(['a', 'qdrant']);
  });
});

describe('the budgets of a case', () => {
  it('are those of scenario and case, metric by metric', () => {
    const { budgets } = only({
      budgets: { rss_delta_mb: 100, peak_rss_mb: 500 },
      cases: { a: { params: {}, budgets: { rss_delta_mb: 50 } } },
    });
    expect(budgets).toEqual({ rss_delta_mb: 50, peak_rss_mb: 500 });
  });

  it('have the growth limit among them', () => {
    expect(only({ iterations: 50, growth: { maxPercent: 30 } })).toMatchObject({
      budgets: { growth_percent: 30 },
      growthLimited: true,
    });
  });

  it('have the growth limit of the case rather than of the scenario', () => {
    const cases = { a: { params: {}, growth: { maxPercent: 10 } } };
    expect(only({ iterations: 50, growth: { maxPercent: 30 }, cases }).budgets).toEqual({ growth_percent: 10 });
  });
});

describe('a growth limit', () => {
  it('is refused with a single iteration, from which nothing can grow', () => {
    const refused = () => compile({ iterations: 1, growth: { maxPercent: 30 } });
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow('the case search/dense has a growth limit but only one iteration');
  });

  it.each([2, 3, 14, undefined])('is accepted with %j iterations', (iterations) => {
    const plan = { growth: { maxPercent: 30 }, ...(iterations !== undefined && { iterations }) };
    expect(only(plan).budgets).toEqual({ growth_percent: 30 });
  });

  it('is only a budget: leaks are looked for with and without it, and without leak detection it still holds', () => {
    expect(only({ growth: { maxPercent: 30 } }).leaks).toEqual(only().leaks);
    expect(only({ growth: { maxPercent: 30 }, leaks: false })).toMatchObject({
      leaks: false,
      growthLimited: true,
      budgets: { growth_percent: 30 },
    });
  });
});

describe('leak detection', () => {
  it('is on in every case, with the usual tolerance', () => {
    expect(only().leaks).toEqual({});
    expect(compile({ params: { size: [1, 2] } }).map(({ leaks }) => leaks)).toEqual([{}, {}]);
  });

  it.each([false as const, { toleranceBytes: 65_536 }])('is as the scenario says: %j', (leaks) => {
    expect(only({ leaks }).leaks).toEqual(leaks);
  });

  it.each<[Leaks, Leaks]>([
    [false, { toleranceBytes: 1 }],
    [{ toleranceBytes: 1 }, false],
    [{ toleranceBytes: 1 }, {}],
  ])('of %j in the scenario is %j in a case that says so', (scenario, leaks) => {
    expect(only({ leaks: scenario, cases: { a: { params: {}, leaks } } }).leaks).toEqual(leaks);
  });

  it('is off where a case measures its cold call: one call cannot grow', () => {
    expect(only({ measure: 'cold' }).leaks).toBe(false);
  });

  it('leaves a case comparable with a baseline that had another setting', () => {
    expect(hashOf({ leaks: false })).toBe(hashOf({}));
    expect(hashOf({ leaks: { toleranceBytes: 1 } })).toBe(hashOf({}));
  });
});

describe('the hash of a definition', () => {
  it('does not depend on the order in which parameters were written', () => {
    expect(hashOfParams({ a: 1, b: { c: 2, d: [3] } })).toBe(hashOfParams({ b: { d: [3], c: 2 }, a: 1 }));
  });

  it('depends on the order of a list', () => {
    expect(hashOfParams({ sizes: [1, 2] })).not.toBe(hashOfParams({ sizes: [2, 1] }));
  });

  it('is the same for equal parameters and another for others', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const equal = stable(one) === stable(other);
        expect(hashOfParams(one) === hashOfParams(other)).toBe(equal);
      }),
    );
  });

  it.each<[string, Partial<DiscoveredScenario>]>([
    ['iterations', { iterations: 4 }],
    ['warm-ups', { warmup: 3 }],
    ['measuring the first call', { measure: 'cold' }],
    ['the version of the workload', { version: 2 }],
    ['parameters', { cases: { a: { params: { bytes: 1 } } } }],
  ])('changes with %s', (_, changed) => {
    expect(hashOf(changed)).not.toBe(hashOf({}));
  });

  it('changes with measuring the first call even where iterations and warm-ups are the same', () => {
    expect(hashOf({ measure: 'cold' })).not.toBe(hashOf({ iterations: 1, warmup: 0 }));
  });

  it.each<[string, Partial<DiscoveredScenario>]>([
    ['description', { description: 'another' }],
    ['tags', { tags: ['slow'] }],
    ['budgets', { budgets: { rss_delta_mb: 1 } }],
    ['time allowed', { timeoutMs: 1 }],
    ['file', { file: '/moved.mjs', scenarioUrl: 'file:///moved.mjs' }],
    ['place it is compiled to', { scenarioUrl: 'file:///tmp/run-2/compiled/search.mjs' }],
    ['a default that is spelled out', { iterations: 3, warmup: 2, measure: 'steady', version: 1 }],
  ])('does not change with %s', (_, changed) => {
    expect(hashOf(changed)).toBe(hashOf({}));
  });

  it('does not change with the size of a growth limit, but with there being one', () => {
    const limited = (maxPercent: number) => hashOf({ iterations: 50, growth: { maxPercent } });
    expect(limited(10)).toBe(limited(30));
    expect(limited(10)).not.toBe(hashOf({ iterations: 50 }));
  });

  /** JSON with sorted keys; -0 is 0 there. */
  function stable(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${stable(member)}`);
    return `{${members.sort().join()}}`;
  }
});
