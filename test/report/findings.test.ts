import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareResults } from '../../src/compare/compare.js';
import { failOnKinds } from '../../src/compare/verdict.js';
import { findingsOf } from '../../src/report/findings.js';
import {
  anyResults,
  createBreach,
  createCase,
  createCaseComparison,
  createComparison,
  createFailedSample,
  createLeakFinding,
  createMetricComparison,
  createResults,
  createSamples,
  createSpread,
} from '../builders.js';
import { representative } from './representative.js';

const findingsOfCase = (...overrides: Parameters<typeof createCaseComparison>[0][]) =>
  findingsOf(createComparison({ cases: overrides.map((judged) => createCaseComparison(judged)) }));

const shifted = (shift: number, overrides: Parameters<typeof createMetricComparison>[0] = {}) =>
  createMetricComparison({
    verdict: shift > 0 ? 'regression' : 'improvement',
    difference: shift,
    differencePercent: shift * 10,
    shift: { shift, lower: shift - 0.5, upper: shift + 0.5, confidence: 0.992 },
    now: createSpread(10 + shift),
    ...overrides,
  });

describe('the findings of a run', () => {
  it('are none where nothing changed', () => {
    expect(findingsOf(createComparison())).toEqual([]);
  });

  it('come in the order of what breaks most', () => {
    const kinds = findingsOf(representative).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual([
      'error',
      'budget',
      'leak',
      'regression',
      'missing',
      'skipped',
      'unchecked',
      'suspected',
      'slowing',
      'ratchet',
      'improvement',
    ]);
  });

  it('begin with the breach that is worst', () => {
    const breaches = [1.5, 3, 2].map((times) => createBreach({ limit: 10, value: 10 * times }));
    const found = findingsOfCase({ breaches });
    expect(found.map(({ what }) => what)).toEqual([
      'rss_delta_mb is 30.0 MiB',
      'rss_delta_mb is 20.0 MiB',
      'rss_delta_mb is 15.0 MiB',
    ]);
  });

  it('take a small limit that is broken many times for worse than a large one that is broken a little', () => {
    const found = findingsOfCase(
      { id: 'large', breaches: [createBreach({ limit: 100, value: 150 })] },
      { id: 'small', breaches: [createBreach({ limit: 1, value: 5 })] },
    );
    expect(found.map(({ caseId }) => caseId)).toEqual(['small', 'large']);
  });

  it('begin with the regression that is largest for its floor', () => {
    const found = findingsOfCase({ id: 'less', metrics: [shifted(2)] }, { id: 'more', metrics: [shifted(9)] });
    expect(found.map(({ caseId }) => caseId)).toEqual(['more', 'less']);
  });

  it('do not speak of supporting metrics', () => {
    expect(findingsOfCase({ metrics: [shifted(50, { metric: 'file_delta_mb', role: 'supporting' })] })).toEqual([]);
  });

  it('fail the run only where --fail-on names their kind', () => {
    const cases = [createCaseComparison({ breaches: [createBreach()], leak: createLeakFinding() })];
    const found = findingsOf(createComparison({ cases, failOn: ['leak'] }));
    expect(found.map(({ kind, failing }) => [kind, failing])).toEqual([
      ['budget', false],
      ['leak', true],
    ]);
  });
});

describe('a finding in words', () => {
  it('tells a regression with both medians, the difference, the noise and the threshold', () => {
    expect(findingsOfCase({ metrics: [shifted(3)] })).toMatchObject([
      {
        kind: 'regression',
        what: 'rss_delta_mb 10.0 MiB -> 13.0 MiB: +3.00 MiB (+30.0 %)',
        detail: '+2.50 MiB to +3.50 MiB (99 % CI), threshold 1.00 MiB',
      },
    ]);
  });

  it('leaves the percentage out where the baseline was zero', () => {
    const [found] = findingsOfCase({ metrics: [shifted(3, { differencePercent: undefined })] });
    expect(found?.what).toMatch(/\+3\.00 MiB$/);
  });

  it('tells a breach with its budget', () => {
    expect(findingsOfCase({ breaches: [createBreach({ limit: 10, value: 20.5 })] })).toMatchObject([
      { kind: 'budget', what: 'rss_delta_mb is 20.5 MiB', detail: 'the budget is 10.0 MiB' },
    ]);
  });

  it('names a budget that is not checked, which does not fail by default', () => {
    expect(
      findingsOfCase({ unchecked: [{ metric: 'native_delta_mb', reason: 'malloc is not glibc’s', budgeted: true }] }),
    ).toEqual([
      {
        kind: 'unchecked',
        caseId: 'single-document/10KB',
        what: 'native_delta_mb could not be measured: its budget is not checked',
        detail: 'malloc is not glibc’s',
        failing: false,
      },
    ]);
  });

  it('tells a metric that only the baseline has, which never fails', () => {
    const unchecked = [{ metric: 'native_delta_mb' as const, reason: 'malloc is not glibc’s', budgeted: false }];
    const [found] = findingsOfCase({ unchecked });
    expect(found).toMatchObject({
      kind: 'unchecked',
      what: 'native_delta_mb could not be measured, the baseline has it',
      failing: false,
    });
  });

  it('shows a suspected leak with the reason, which never fails', () => {
    const reason = 'only one process shows it';
    const [found] = findingsOfCase({ leak: createLeakFinding({ verdict: 'suspected', reason }) });
    expect(found).toMatchObject({
      kind: 'suspected',
      what: 'the JavaScript heap grows by 10.0 KiB per iteration',
      detail: expect.stringContaining(reason),
      failing: false,
    });
  });

  it('tells of a metric that jumps between two levels which they are', () => {
    const levels = { low: 0.5, high: 8.1 };
    const [found] = findingsOfCase({
      metrics: [
        createMetricComparison({
          verdict: 'inconclusive',
          levels,
          difference: 7,
          shift: { shift: 7, lower: -1, upper: 8, confidence: 0.99 },
        }),
      ],
    });
    expect(found?.detail).toContain('it jumps between 0.50 MiB and 8.10 MiB');
  });

  it('shows a leak with its rate, interval, iterations and processes', () => {
    expect(findingsOfCase({ leak: createLeakFinding() })).toMatchObject([
      {
        kind: 'leak',
        what: 'the JavaScript heap grows by 10.0 KiB per iteration',
        detail: '9.0 KiB to 11.0 KiB, 95 % CI; 6 processes, up to 400 iterations; growth ratio 12.0 %',
      },
    ]);
  });

  it('shows a leak of descriptors as a count', () => {
    const [found] = findingsOfCase({ leak: createLeakFinding({ series: 'descriptors', rate: 5 }) });
    expect(found?.what).toBe('5 file descriptors are left open per iteration');
  });

  it('shows growth that slows down with the rate of the last quarter', () => {
    const [found] = findingsOfCase({ leak: createLeakFinding({ verdict: 'slowing', lateRate: 28 * 1024 }) });
    expect(found?.what).toBe(
      'the JavaScript heap still grows, ever more slowly: by 28.0 KiB per iteration in the last quarter',
    );
  });

  it('tells a ratchet, which never fails', () => {
    const [found] = findingsOfCase({ leak: createLeakFinding({ verdict: 'ratchet' }) });
    expect(found).toMatchObject({ kind: 'ratchet', failing: false });
  });

  it('says nothing of a case that is stable', () => {
    expect(findingsOfCase({ leak: createLeakFinding({ verdict: 'stable' }) })).toEqual([]);
  });

  it('tells the first error and how many samples broke', () => {
    const errors = [
      { kind: 'run' as const, message: 'no hits' },
      { kind: 'timeout' as const, message: 'too slow' },
    ];
    expect(findingsOfCase({ errors, samples: 3, verdict: 'failed' })).toMatchObject([
      { kind: 'error', what: 'run: no hits', detail: '2 of 5 samples' },
    ]);
  });

  it('names the class of an error whose message goes on with its causes', () => {
    const message = 'fetch failed: connect ECONNREFUSED 127.0.0.1:1';
    const stack =
      'TypeError: fetch failed\n    at run (bench/a.mjs:3:7)\nCaused by: Error: connect ECONNREFUSED 127.0.0.1:1';
    const [found] = findingsOfCase({ errors: [{ kind: 'run', message, stack }], verdict: 'failed' });
    expect(found?.what).toBe(`run: TypeError: ${message} at bench/a.mjs:3:7`);
  });

  it('tells a single sample that broke in the singular', () => {
    const errors = [{ kind: 'run' as const, message: 'no hits' }];
    const [found] = findingsOfCase({ errors, samples: 0, verdict: 'failed' });
    expect(found?.detail).toBe('1 of 1 sample');
  });

  it('tells why a case is missing', () => {
    expect(findingsOfCase({ verdict: 'missing', reason: 'needs qdrant' })).toMatchObject([
      { kind: 'missing', what: 'was not measured', detail: 'needs qdrant' },
    ]);
  });

  it('names a skipped case with its reason, which does not fail by default', () => {
    expect(findingsOfCase({ verdict: 'missing', expected: false, reason: 'needs qdrant' })).toMatchObject([
      { kind: 'skipped', what: 'was not measured', detail: 'needs qdrant', failing: false },
    ]);
  });
});

describe('findings and the verdict of the run', () => {
  it('agree on a regression in a case of which one sample failed', () => {
    const samples = (centre: number) => createSamples({ rss_delta_mb: [centre, centre, centre, centre] });
    const comparison = compareResults(
      createResults({ cases: [createCase({ samples: [...samples(50), createFailedSample({}, 4)] })] }),
      createResults({ cases: [createCase({ samples: samples(10) })] }),
      { budgets: {}, thresholds: {}, failOn: ['regression'] },
    );
    const failing = findingsOf(comparison).some((finding) => finding.failing);
    expect(comparison.verdict).toBe(failing ? 'fail' : 'pass');
  });

  it('agree for all results', () => {
    const kinds = fc.subarray([...failOnKinds]);
    fc.assert(
      fc.property(anyResults, kinds, (results, failOn) => {
        const comparison = compareResults(results, undefined, { budgets: {}, thresholds: {}, failOn });
        const failing = findingsOf(comparison).some((finding) => finding.failing);
        expect(comparison.verdict).toBe(failing ? 'fail' : 'pass');
      }),
    );
  });
});
