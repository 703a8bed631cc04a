import { describe, expect, it } from 'vitest';
import { compareResults, type Rules } from '../../src/compare/compare.js';
import { defaultFailOn, type FailOn } from '../../src/compare/verdict.js';
import type { BaselineAbsence } from '../../src/results/absence.js';
import {
  createCase,
  createEnvironment,
  createFailedSample,
  createResults,
  createSample,
  createSamples,
  createSelection,
} from '../builders.js';

const rules: Rules = { budgets: {}, thresholds: {}, failOn: defaultFailOn };
const unavailable = (expected: boolean): BaselineAbsence => ({
  kind: 'unavailable',
  reason: 'GitHub answered 403 when listing artifacts',
  remedy: 'Give the job the permission actions: read.',
  expected,
});
const judge = (
  absence: BaselineAbsence | undefined,
  failOn: readonly FailOn[] = defaultFailOn,
  results = createResults(),
) => compareResults(results, undefined, { ...rules, failOn }, absence);
const overBudget = createResults({ cases: [createCase({ budgets: { rss_delta_mb: 1 } })] });

describe('a run whose baseline could not be had', () => {
  it('is not compared, and fails where a baseline was expected', () => {
    expect(judge(unavailable(true))).toMatchObject({
      verdict: 'not-compared',
      fails: true,
      absence: unavailable(true),
      findings: { baseline: 1 },
    });
  });

  it('is not compared, and passes where none was expected', () => {
    expect(judge(unavailable(false))).toMatchObject({
      verdict: 'not-compared',
      fails: false,
      findings: { baseline: 0 },
    });
  });

  it('is not compared, and passes where a missing baseline is not to fail it', () => {
    expect(judge(unavailable(true), ['budget'])).toMatchObject({ verdict: 'not-compared', fails: false });
  });

  it('fails where a budget is exceeded, and still says why it was not compared', () => {
    expect(judge(unavailable(true), defaultFailOn, overBudget)).toMatchObject({
      verdict: 'fail',
      fails: true,
      absence: { kind: 'unavailable' },
    });
  });

  it('is not compared where what was found is not to fail it', () => {
    expect(judge(unavailable(false), ['leak'], overBudget)).toMatchObject({ verdict: 'not-compared', fails: false });
  });
});

describe('a run without a baseline', () => {
  it.each([undefined, { kind: 'first-run' }, { kind: 'not-requested' }] as const)('passes: %j', (absence) => {
    expect(judge(absence, [...defaultFailOn, 'skipped'])).toMatchObject({ verdict: 'pass', fails: false });
  });
});

describe('a run whose baseline says nothing about it', () => {
  const elsewhere = createEnvironment({ identity: { cores: 4 } });

  it.each([
    ['has no case', []],
    ['has failed cases only', [createCase({ samples: [createFailedSample()] })]],
    ['has skipped cases only', [createCase({ samples: [], skipped: 'needs model' })]],
    [
      'has samples of passes that explain only',
      [createCase({ samples: [createSample({ pass: 'sites', metrics: {} })] })],
    ],
  ])('is not compared, and fails, where the baseline %s', (_, cases) => {
    expect(compareResults(createResults(), createResults({ cases }), rules)).toMatchObject({
      verdict: 'not-compared',
      fails: true,
      absence: { kind: 'unavailable', reason: 'the baseline has no measured case' },
    });
  });

  it('is not compared, and passes, where it selected none of the cases of the baseline', () => {
    const before = createResults({ cases: [createCase({ id: 'another', tags: ['slow'] })] });
    const now = createResults({ selection: createSelection({ skipTags: ['slow'] }) });
    expect(compareResults(now, before, rules)).toMatchObject({
      verdict: 'not-compared',
      fails: false,
      absence: { kind: 'unavailable', reason: 'the baseline has none of the cases measured here' },
    });
  });

  it('is not compared where every case was measured in another environment', () => {
    const comparison = compareResults(createResults({ environment: elsewhere }), createResults(), rules);
    expect(comparison).toMatchObject({
      verdict: 'not-compared',
      fails: false,
      absence: { kind: 'unavailable', reason: "the environment differs from the baseline's: cores 2 -> 4" },
    });
  });

  it('is not compared where every case has changed', () => {
    const changed = createResults({ cases: [createCase({ definitionHash: 'changed' })] });
    expect(compareResults(changed, createResults(), rules)).toMatchObject({
      verdict: 'not-compared',
      fails: false,
      absence: { reason: 'the cases have changed since the baseline was measured' },
    });
  });

  it('is compared where one case can be', () => {
    const cases = [createCase({ id: 'a', definitionHash: 'changed' }), createCase({ id: 'b' })];
    const baseline = createResults({ cases: [createCase({ id: 'a' }), createCase({ id: 'b' })] });
    expect(compareResults(createResults({ cases }), baseline, rules)).toMatchObject({
      verdict: 'pass',
      absence: undefined,
    });
  });

  it('names a missing model as the reason', () => {
    const baseline = createResults({
      environment: createEnvironment({ identity: { model: 'mini@1' } }),
      cases: [createCase({ tags: ['model'] })],
    });
    const now = createResults({ cases: [createCase({ tags: ['model'] })] });
    expect(compareResults(now, baseline, rules).absence).toMatchObject({
      reason: "the model is missing here, so the environment differs from the baseline's",
    });
  });
});

describe('a case that needs a model that is missing here', () => {
  const skipped = createCase({
    tags: ['model'],
    samples: [],
    skipped: 'needs model: it is not installed',
    lacks: 'model',
  });

  it('is missing where the baseline has it, whatever model the environment names', () => {
    const baseline = createResults({
      environment: createEnvironment({ identity: { model: 'mini@1' } }),
      cases: [createCase({ tags: ['model'] })],
    });
    expect(compareResults(createResults({ cases: [skipped] }), baseline, rules)).toMatchObject({
      verdict: 'fail',
      findings: { missing: 1 },
      cases: [{ lacks: 'model', expected: true }],
    });
  });
});

describe('what was not measured', () => {
  const strict: Rules = { ...rules, failOn: ['skipped'] };
  const memory = createSamples({ rss_delta_mb: [10, 10, 10, 10, 10] });
  const failedPass = (pass: 'allocations' | 'sites' | 'native') => ({
    ...createFailedSample({ message: 'the inspector is gone' }),
    pass,
  });

  it.each([
    ['a skipped case', createCase({ samples: [], skipped: 'needs model: it is missing', lacks: 'model' })],
    ['a failed count of allocations', createCase({ samples: [...memory, failedPass('allocations')] })],
    ['a failed record of sites', createCase({ samples: [...memory, failedPass('sites')] })],
    ['a failed native profile', createCase({ samples: [...memory, failedPass('native')] })],
    ['a metric with a budget', createCase({ budgets: { native_delta_mb: 5 } })],
  ])('fails the run only where fail-on has skipped: %s', (_, judged) => {
    const results = createResults({ cases: [judged] });
    expect(compareResults(results, undefined, strict)).toMatchObject({ verdict: 'fail', findings: { skipped: 1 } });
    expect(compareResults(results, undefined, rules)).toMatchObject({ verdict: 'pass', findings: { skipped: 1 } });
  });

  it('is no pass that worked when it was tried again', () => {
    const again = { ...failedPass('sites'), status: 'measured' as const, metrics: {}, absent: {}, unsettled: [] };
    const { error: _error, ...worked } = again;
    const cases = [createCase({ samples: [...memory, failedPass('sites'), worked] })];
    expect(compareResults(createResults({ cases }), undefined, rules).cases[0]?.failedPasses).toEqual([]);
  });

  it('has readings that were taken while memory still moved', () => {
    const samples = memory.map((sample, index) => ({ ...sample, unsettled: index < 2 ? ['before', 'after'] : [] }));
    const { cases } = compareResults(createResults({ cases: [createCase({ samples })] }), undefined, rules);
    expect(cases[0]?.unsettled).toEqual({ readings: ['before', 'after'], samples: 2, leftOut: true });
  });

  it('has the cases of the baseline that the selection leaves out', () => {
    const selection = { ...createResults().selection, filter: '^a' };
    const now = createResults({ selection, cases: [createCase({ id: 'a' })] });
    const baseline = createResults({ cases: [createCase({ id: 'a' }), createCase({ id: 'b' })] });
    expect(compareResults(now, baseline, rules).deselected).toEqual(['b']);
  });

  it('has what the time limit cut short', () => {
    expect(compareResults(createResults({ cutShort: ['samples'] }), undefined, rules).cutShort).toEqual(['samples']);
  });
});

describe('a case without samples of the memory pass', () => {
  it.each(['sites', 'allocations', 'native'] as const)(
    'is missing where it has samples of the pass %s only',
    (pass) => {
      const samples = [createSample({ pass, metrics: pass === 'allocations' ? { allocation_count: 1 } : {} })];
      const comparison = compareResults(createResults({ cases: [createCase({ samples })] }), createResults(), rules);
      expect(comparison).toMatchObject({ verdict: 'fail', findings: { missing: 1 } });
      expect(comparison.cases[0]?.reason).toBe('it has no samples of the memory pass');
    },
  );

  it('is new where the baseline has none of its metrics', () => {
    const before = createResults({ cases: [createCase({ samples: createSamples({ peak_rss_mb: [1, 1, 1] }) })] });
    const [judged] = compareResults(createResults(), before, rules).cases;
    expect(judged?.verdict).toBe('new');
  });
});
