import { describe, expect, it } from 'vitest';
import type { Rules } from '../../src/compare/compare.js';
import { judgeUntrusted } from '../../src/compare/untrusted.js';
import type { StoredRules } from '../../src/results/schema.js';
import { createCase, createFailedSample, createResults, createSamples, createSelection } from '../builders.js';

const own: Rules = { budgets: {}, thresholds: {}, failOn: ['budget', 'regression', 'leak', 'error', 'missing'] };
const stored: StoredRules = { budgets: {}, thresholds: {}, failOn: [...own.failOn] };
const baselineOf = (rules: StoredRules | undefined = stored, cases = [createCase()]) =>
  createResults({ cases, ...(rules === undefined ? {} : { rules }) });
const grown = createCase({ samples: createSamples({ rss_delta_mb: [500, 500, 500, 500, 500] }) });
const judge = (now: Parameters<typeof createResults>[0], baseline = baselineOf(), rules = own) =>
  judgeUntrusted(createResults(now), baseline, rules);

describe('results that nobody vouches for', () => {
  it('pass where they pass by either set of rules', () => {
    const { comparison, rulesOf, both } = judge({});
    expect([comparison.verdict, rulesOf]).toEqual(['pass', 'baseline']);
    expect([both?.baseline.verdict, both?.run.verdict]).toEqual(['pass', 'pass']);
  });

  it.each<[string, Rules]>([
    ['a threshold', { ...own, thresholds: { '**': { rss_delta_mb: { absolute: 1000 } } } }],
    ['a relative threshold', { ...own, thresholds: { '**': { rss_delta_mb: { relativePercent: 100_000 } } } }],
    ['fail-on', { ...own, failOn: [] }],
  ])('fail by the rules of the baseline, whatever %s of their own says', (_, rules) => {
    const { comparison, rulesOf, both } = judge({ cases: [grown] }, baselineOf(), rules);
    expect([comparison.verdict, rulesOf]).toEqual(['fail', 'baseline']);
    expect(both?.run.verdict).toBe('pass');
  });

  it('fail by a budget of the baseline that they raised', () => {
    const before = { ...stored, budgets: { '**': { rss_delta_mb: 5 } } };
    const rules = { ...own, budgets: { '**': { rss_delta_mb: 5000 } } };
    expect(judge({}, baselineOf(before), rules).comparison.cases[0]?.breaches).toHaveLength(1);
  });

  it('fail by a scenario’s own budget that they raised, also where the baseline carries no rules', () => {
    const before = createResults({ cases: [createCase({ budgets: { rss_delta_mb: 5 } })] });
    const { comparison, both } = judge({ cases: [createCase({ budgets: { rss_delta_mb: 5000 } })] }, before);
    expect(comparison.verdict).toBe('fail');
    expect(both).toBeUndefined();
  });

  it('fail by their own rules where those are stricter', () => {
    const { comparison, rulesOf, both } = judge({}, baselineOf(), { ...own, budgets: { '**': { rss_delta_mb: 1 } } });
    expect([comparison.verdict, rulesOf, both?.baseline.verdict]).toEqual(['fail', 'run', 'pass']);
  });

  it('are judged by their own rules without a baseline', () => {
    const { rulesOf, both } = judgeUntrusted(createResults(), undefined, own);
    expect([rulesOf, both]).toEqual(['run', undefined]);
  });
});

describe('a case that only the baseline has', () => {
  const two = baselineOf(stored, [createCase(), createCase({ id: 'dropped' })]);

  it('is missing where the run was to measure it', () => {
    const { comparison, unmeasured } = judge({}, two);
    expect(comparison.findings.missing).toBe(1);
    expect(unmeasured).toEqual([]);
  });

  it.each([
    ['a suite that leaves it out', { suite: 'smoke' }],
    ['tags that leave it out', { tags: ['fast'] }],
    ['other scenario files', { scenarios: ['bench'] }],
    ['a filter, which is not evaluated', { filter: '^([^]|[^]|[^]|[^])*\\u0000' }],
  ])('is named as not measured where the run says that it has %s', (_, selection) => {
    const { comparison, unmeasured } = judge({ selection: createSelection(selection) }, two);
    expect(unmeasured).toContain('dropped');
    expect(comparison.findings.missing).toBe(0);
  });

  it('is judged by a filter that the baseline was selected with', () => {
    const selection = createSelection({ filter: 'document' });
    const { unmeasured } = judge({ selection }, { ...two, selection });
    expect(unmeasured).toEqual(['dropped']);
  });

  it('is not named where the baseline has no measurement of it', () => {
    const failed = createCase({ id: 'dropped', samples: [createFailedSample()] });
    const { unmeasured } = judge({ selection: createSelection({ suite: 'smoke' }) }, baselineOf(stored, [failed]));
    expect(unmeasured).toEqual([]);
  });
});
