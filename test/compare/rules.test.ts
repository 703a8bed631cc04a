import { describe, expect, it } from 'vitest';
import type { Rules } from '../../src/compare/compare.js';
import { ruleChanges, rulesIn, withRulesOf } from '../../src/compare/rules.js';
import type { CaseResult } from '../../src/results/schema.js';
import { createCase, createResults } from '../builders.js';

const id = 'single-document/10KB';
const rules = (overrides: Partial<Rules> = {}): Rules => ({
  budgets: {},
  thresholds: {},
  failOn: ['budget', 'regression'],
  ...overrides,
});
const document = createResults();
const changes = (before: Partial<Rules>, now: Partial<Rules>) =>
  ruleChanges(document, rules(before), document, rules(now));

describe('the rules of a document', () => {
  it('are undefined where an earlier version stored none', () => {
    expect(rulesIn(createResults())).toBeUndefined();
  });

  it('leave out kinds of finding that only a later version knows', () => {
    const stored = createResults({ rules: { budgets: {}, thresholds: {}, failOn: ['leak', 'from-the-future'] } });
    expect(rulesIn(stored)?.failOn).toEqual(['leak']);
  });
});

describe('a change of rules', () => {
  it('is none where both are the same', () => {
    const same = { budgets: { '**': { peak_rss_mb: 100 } }, thresholds: { '**': { rss_delta_mb: { absolute: 3 } } } };
    expect(changes(same, same)).toEqual([]);
  });

  it('is none where another glob says the same', () => {
    expect(changes({ budgets: { '**': { peak_rss_mb: 9 } } }, { budgets: { [id]: { peak_rss_mb: 9 } } })).toEqual([]);
  });

  it.each([
    ['raised', { '**': { peak_rss_mb: 100 } }, { '**': { peak_rss_mb: 500 } }, 100, 500],
    ['removed', { '**': { peak_rss_mb: 100 } }, {}, 100, undefined],
    ['added', {}, { 'single-document/*': { peak_rss_mb: 50 } }, undefined, 50],
    [
      'overruled by a later glob',
      { '**': { peak_rss_mb: 100 } },
      { '**': { peak_rss_mb: 100 }, [id]: { peak_rss_mb: 9 } },
      100,
      9,
    ],
    [
      'overruled by the order of the globs',
      { '**': { peak_rss_mb: 1 }, [id]: { peak_rss_mb: 2 } },
      { [id]: { peak_rss_mb: 2 }, '**': { peak_rss_mb: 1 } },
      2,
      1,
    ],
  ])('names a budget that is %s', (_, before, now, was, is) => {
    expect(changes({ budgets: before }, { budgets: now })).toEqual([
      { kind: 'budget', metric: 'peak_rss_mb', baseline: was, now: is, cases: [id] },
    ]);
  });

  it('names a threshold, with both floors that were and are in force', () => {
    expect(changes({}, { thresholds: { '**': { native_delta_mb: { absolute: 600 } } } })).toEqual([
      {
        kind: 'threshold',
        metric: 'native_delta_mb',
        baseline: { absolute: 0.1, relativePercent: 5 },
        now: { absolute: 600, relativePercent: 5 },
        cases: [id],
      },
    ]);
  });

  it('names the judged metric as well where the threshold of its fallback holds for it', () => {
    const found = changes({}, { thresholds: { '**': { rss_delta_mb: { absolute: 600 } } } });
    expect(found.map((change) => 'metric' in change && change.metric)).toEqual(['anon_delta_mb', 'rss_delta_mb']);
  });

  it('names fail-on, whatever the order', () => {
    expect(changes({ failOn: ['budget', 'leak'] }, { failOn: ['leak', 'budget'] })).toEqual([]);
    expect(changes({ failOn: ['budget', 'leak'] }, { failOn: [] })).toEqual([
      { kind: 'fail-on', baseline: ['budget', 'leak'], now: [] },
    ]);
  });

  it('names budgets and thresholds that the scenario itself sets', () => {
    const baseline = createResults({ cases: [createCase({ budgets: { peak_rss_mb: 100 } })] });
    const now = createResults({
      cases: [createCase({ budgets: { peak_rss_mb: 900 }, thresholds: { native_delta_mb: { absolute: 90 } } })],
    });
    expect(
      ruleChanges(baseline, rules(), now, rules())
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['budget', 'threshold']);
  });

  it.each<[string, CaseResult['leaks'], CaseResult['leaks'], boolean]>([
    ['turns it off', undefined, false, true],
    ['raises its tolerance', { toleranceBytes: 4096 }, { toleranceBytes: 65_536 }, true],
    ['raises the default tolerance', undefined, { toleranceBytes: 65_536 }, true],
    ['falls back to a higher default', { toleranceBytes: 1024 }, {}, true],
    ['turns it on', false, {}, false],
    ['lowers its tolerance', { toleranceBytes: 65_536 }, { toleranceBytes: 4096 }, false],
    ['lowers the default tolerance', undefined, { toleranceBytes: 1024 }, false],
    ['leaves it as it is', undefined, {}, false],
  ])('that %s: names cases whose leak detection is off or less strict now', (_, before, leaks, named) => {
    const of = (own: CaseResult['leaks']) =>
      createResults({ cases: [createCase(own === undefined ? {} : { leaks: own })] });
    const expected = named ? [{ kind: 'leak-detection', cases: [id] }] : [];
    expect(ruleChanges(of(before), rules(), of(leaks), rules())).toEqual(expected);
  });

  it('is none where only the limit on growth is gone: that is a budget', () => {
    const baseline = createResults({ cases: [createCase({ growthLimited: true, budgets: { growth_percent: 5 } })] });
    expect(ruleChanges(baseline, rules(), document, rules()).map(({ kind }) => kind)).toEqual(['budget']);
  });

  it('is named once for all cases that it is the same for', () => {
    const two = createResults({ cases: [createCase({ id: 'a' }), createCase({ id: 'b' })] });
    const found = ruleChanges(two, rules(), two, rules({ budgets: { '*': { heap_delta_mb: 1 } } }));
    expect(found).toEqual([expect.objectContaining({ kind: 'budget', cases: ['a', 'b'] })]);
  });

  it('is of no interest for a case that the baseline does not have', () => {
    const now = createResults({ cases: [createCase({ id: 'new', budgets: { peak_rss_mb: 1 } })] });
    expect(ruleChanges(document, rules(), now, rules())).toEqual([]);
  });
});

it.each<[string, CaseResult['leaks'], CaseResult['leaks']]>([
  ['is turned on again', undefined, false],
  ['has its tolerance back', { toleranceBytes: 1024 }, { toleranceBytes: 1024 ** 2 }],
  ['stays off', false, {}],
])('leak detection of a case %s by the rules of its baseline', (_, before, leaks) => {
  const of = (own: CaseResult['leaks']) =>
    createResults({ cases: [createCase(own === undefined ? {} : { leaks: own })] });
  const [judged] = withRulesOf(of(before), of(leaks)).cases;
  expect(judged?.leaks).toEqual(before);
});

it('a case is given the budgets and thresholds of its baseline, and loses those it has added', () => {
  const baseline = createResults({ cases: [createCase({ budgets: { peak_rss_mb: 1 } })] });
  const now = createResults({
    cases: [
      createCase({ budgets: { peak_rss_mb: 9 }, thresholds: { rss_delta_mb: { absolute: 9 } } }),
      createCase({ id: 'new' }),
    ],
  });
  const [known, added] = withRulesOf(baseline, now).cases;
  expect(known).toEqual(createCase({ budgets: { peak_rss_mb: 1 } }));
  expect(added).toEqual(createCase({ id: 'new' }));
});
