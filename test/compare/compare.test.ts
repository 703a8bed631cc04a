import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareResults, type Rules } from '../../src/compare/compare.js';
import { floorOf, thresholdFor } from '../../src/compare/thresholds.js';
import {
  type CaseComparison,
  type Comparison,
  defaultFailOn,
  type FailOn,
  failOnKinds,
} from '../../src/compare/verdict.js';
import { type MetricName, metricDefinition, metricNames, roleAmong } from '../../src/results/metrics.js';
import type { CaseResult, PastRun, Results, Sample } from '../../src/results/schema.js';
import { thinForBaseline } from '../../src/results/thin.js';
import {
  anyResults,
  createCase,
  createEnvironment,
  createFailedSample,
  createFollowUp,
  createKeepingSamples,
  createLeakingCase,
  createResults,
  createSample,
  createSamples,
  createSelection,
} from '../builders.js';

const strict: Rules = { budgets: {}, thresholds: {}, failOn: defaultFailOn };

/** The one case of a run against the one case of its baseline, with these values of one metric. */
function judge(
  metric: MetricName,
  baseline: readonly number[],
  now: readonly number[],
  thresholds: Rules['thresholds'] = {},
): CaseComparison {
  const results = (values: readonly number[]) =>
    createResults({ cases: [createCase({ samples: createSamples({ [metric]: values }) })] });
  return onlyCase(compareResults(results(now), results(baseline), { budgets: {}, thresholds, failOn: failOnKinds }));
}

function onlyCase({ cases: [first, ...others] }: Comparison): CaseComparison {
  if (first === undefined || others.length > 0) throw new Error('there should be exactly one case');
  return first;
}

/** Without cases of a baseline there is none. */
function compareCases(now: CaseResult[], baseline: CaseResult[], rules: Rules = strict): Comparison {
  const before = baseline.length === 0 ? undefined : createResults({ cases: baseline });
  return compareResults(createResults({ cases: now }), before, rules);
}

/** An earlier run in a baseline's history that had this median of rss_delta_mb. */
function pastRunOf(median: number): PastRun {
  const { id, definitionHash } = createCase();
  return {
    startedAt: '2026-01-01T00:00:00.000Z',
    cases: { [id]: { definitionHash, medians: { rss_delta_mb: median } } },
  };
}

const five = (centre: number) => [-0.02, -0.01, 0, 0.01, 0.02].map((noise) => centre + noise);

describe('the verdict of a case', () => {
  it('is regression when a primary metric rose beyond both floors', () => {
    expect(judge('rss_delta_mb', five(10), five(13)).verdict).toBe('regression');
  });

  it('is improvement when a primary metric fell beyond both floors', () => {
    expect(judge('rss_delta_mb', five(13), five(10)).verdict).toBe('improvement');
  });

  it('is unchanged when the samples lie where they lay', () => {
    expect(judge('rss_delta_mb', five(10), five(10.01)).verdict).toBe('unchanged');
  });

  it('is unchanged where the difference is less than twice the spread of the case', () => {
    expect(judge('rss_delta_mb', [2, 5, 8, 11, 14], [8, 10, 13, 15, 18]).verdict).toBe('unchanged');
  });

  it('is inconclusive where the metric only went to the other of its two levels', () => {
    const judged = judge('rss_delta_mb', [0.5, 0.5, 0.6, 0.5, 8.1], [8.1, 8.2, 8.1, 8.1, 8.2, 8.1, 8.2, 8.1, 8.1, 8.2]);
    expect(judged.verdict).toBe('inconclusive');
    expect(judged.metrics[0]?.levels).toMatchObject({ low: 0.5, high: 8.1 });
  });

  it('is inconclusive where runs of the same code are known to differ as much', () => {
    const baseline = createResults({
      cases: [createCase({ samples: createSamples({ rss_delta_mb: five(10) }) })],
      history: [16, 10, 15, 9, 16, 10].map((median) => pastRunOf(median)),
    });
    const now = createResults({ cases: [createCase({ samples: createSamples({ rss_delta_mb: five(14) }) })] });
    expect(onlyCase(compareResults(now, baseline, strict)).verdict).toBe('inconclusive');
  });

  it('is inconclusive where, among all that is judged, a difference as unlikely had to come up', () => {
    const quiet = Array.from({ length: 200 }, (_, index) =>
      createCase({ id: `quiet/${index}`, samples: createSamples({ rss_delta_mb: five(10) }) }),
    );
    const changed = (values: number[]) =>
      createCase({ id: 'changed', samples: createSamples({ rss_delta_mb: values }) });
    const [before, after] = [changed([9, 10, 10.2]), changed([12.3, 12.5, 13.4])];
    const among = compareCases([after, ...quiet], [before, ...quiet]).cases.find(({ id }) => id === 'changed');
    expect(onlyCase(compareCases([after], [before])).verdict).toBe('regression');
    expect(among?.verdict).toBe('inconclusive');
  });

  it('is inconclusive when the estimate lies beyond the floor and the interval straddles it', () => {
    expect(judge('rss_delta_mb', [9, 10, 10, 10, 11], [10.5, 13, 13, 13, 14]).verdict).toBe('inconclusive');
  });

  it('is new when the baseline does not have the case', () => {
    expect(onlyCase(compareCases([createCase()], [])).verdict).toBe('new');
  });

  it('is new when there is no baseline', () => {
    expect(onlyCase(compareResults(createResults(), undefined, strict)).verdict).toBe('new');
  });

  it('is new when all samples of the baseline case failed', () => {
    const failed = createCase({ samples: [createFailedSample()] });
    expect(onlyCase(compareCases([createCase()], [failed])).verdict).toBe('new');
  });

  it('is failed when one of its samples failed', () => {
    const samples = [...createSamples({ rss_delta_mb: [10, 10, 10, 10] }), createFailedSample({}, 4)];
    expect(onlyCase(compareCases([createCase({ samples })], [createCase()])).verdict).toBe('failed');
  });

  it('is incomparable when the definition of the case has changed', () => {
    const changed = createCase({ definitionHash: 'another' });
    expect(onlyCase(compareCases([changed], [createCase()]))).toMatchObject({
      verdict: 'incomparable',
      reason: 'the case itself has been changed since',
    });
  });

  it('says regression rather than improvement when metrics disagree', () => {
    const now = createCase({ samples: createSamples({ rss_delta_mb: five(13), native_delta_mb: five(1) }) });
    const before = createCase({ samples: createSamples({ rss_delta_mb: five(10), native_delta_mb: five(5) }) });
    expect(onlyCase(compareCases([now], [before])).verdict).toBe('regression');
  });

  it('says inconclusive rather than improvement when metrics disagree', () => {
    const now = createCase({
      samples: createSamples({ rss_delta_mb: [10.5, 13, 13, 13, 14], native_delta_mb: five(1) }),
    });
    const before = createCase({
      samples: createSamples({ rss_delta_mb: [9, 10, 10, 10, 11], native_delta_mb: five(5) }),
    });
    expect(onlyCase(compareCases([now], [before])).verdict).toBe('inconclusive');
  });

  it('does not count samples that never settled, where enough others did', () => {
    const noisy = (values: readonly number[], unsettledFrom: number) =>
      createCase({
        samples: createSamples({ rss_delta_mb: values }).map((sample, index) =>
          index < unsettledFrom ? sample : { ...sample, unsettled: ['after'] },
        ),
      });
    const calm = noisy(five(10), 5);
    const [few] = compareCases([noisy([...five(10).slice(0, 3), -22, -23], 3)], [calm]).cases;
    expect(few?.metrics[0]?.now).toMatchObject({ samples: 3, min: 9.98, max: 10 });
    const [baselineToo] = compareCases([calm], [noisy([...five(10).slice(0, 3), -22, -23], 3)]).cases;
    expect(baselineToo?.metrics[0]?.baseline).toMatchObject({ samples: 3, min: 9.98 });
    const [tooFew] = compareCases([noisy([10, 10, -22], 2)], [calm]).cases;
    expect(tooFew?.metrics[0]?.now).toMatchObject({ samples: 3, min: -22 });
    expect(tooFew?.unsettled).toEqual({ readings: ['after'], samples: 1, leftOut: false });
  });

  it('says where the peak of one of its samples was polled', () => {
    const withSource = (...sources: ('polled' | 'high-water marks')[]) =>
      createCase({ samples: sources.map((peakSource, index) => createSample({ index, peakSource })) });
    const judged = (now: CaseResult) => compareCases([now], [now]).cases[0]?.peakPolled;
    expect(judged(withSource('high-water marks', 'polled'))).toBe(true);
    expect(judged(withSource('high-water marks', 'high-water marks'))).toBe(false);
  });

  it('is never decided by a supporting or a time metric', () => {
    for (const metric of metricNames.filter((name) => roleAmong(name, () => false) === 'supporting')) {
      expect(judge(metric, five(100), five(900)).verdict, metric).toBe('unchanged');
    }
  });

  it('is decided by anonymous memory where both sides have it, whatever the resident set did', () => {
    const samples = (rss: number) => createSamples({ anon_delta_mb: five(1), rss_delta_mb: five(rss) });
    const judged = onlyCase(
      compareCases([createCase({ samples: samples(60) })], [createCase({ samples: samples(1) })]),
    );
    expect(judged.verdict).toBe('unchanged');
    expect(judged.metrics.find(({ metric }) => metric === 'rss_delta_mb')?.role).toBe('supporting');
  });

  it('is decided by the resident set where anonymous memory cannot be read', () => {
    const samples = (rss: number) => createSamples({ rss_delta_mb: five(rss) });
    const judged = onlyCase(
      compareCases([createCase({ samples: samples(60) })], [createCase({ samples: samples(1) })]),
    );
    expect(judged.verdict).toBe('regression');
  });

  it('is decided by the resident set where the baseline is of a version without anonymous memory', () => {
    const now = createCase({ samples: createSamples({ anon_delta_mb: five(60), rss_delta_mb: five(60) }) });
    const before = createCase({ samples: createSamples({ rss_delta_mb: five(1) }) });
    const judged = onlyCase(compareCases([now], [before]));
    expect(judged.verdict).toBe('regression');
    expect(judged.metrics.map(({ metric, role, verdict }) => [metric, role, verdict])).toEqual([
      ['anon_delta_mb', 'primary', 'new'],
      ['rss_delta_mb', 'primary', 'regression'],
    ]);
  });

  it('does not depend on a metric that the baseline lacks', () => {
    const now = createCase({ samples: createSamples({ rss_delta_mb: five(10), native_delta_mb: five(500) }) });
    const before = createCase({ samples: createSamples({ rss_delta_mb: five(10) }) });
    expect(onlyCase(compareCases([now], [before])).verdict).toBe('unchanged');
  });
});

describe('the verdict of a metric', () => {
  const verdictOf = (judged: CaseComparison) => judged.metrics.map(({ verdict }) => verdict);

  it('is unchanged for a time, however much it rose', () => {
    expect(verdictOf(judge('duration_ms', five(100), five(9000)))).toEqual(['unchanged']);
  });

  it('is told for a supporting metric as well, to explain', () => {
    expect(verdictOf(judge('file_delta_mb', five(10), five(20)))).toEqual(['regression']);
  });

  it('is new where the baseline has no value of it', () => {
    const before = createCase({ samples: createSamples({ native_delta_mb: five(10) }) });
    expect(verdictOf(onlyCase(compareCases([createCase()], [before])))).toEqual(['new']);
  });

  it('is unchanged above the relative floor and below the absolute one', () => {
    // +190 % of 1 MiB, where 2 MiB is the floor.
    expect(verdictOf(judge('rss_delta_mb', five(1), five(2.9)))).toEqual(['unchanged']);
  });

  it('is unchanged above the absolute floor and below the relative one', () => {
    // +4 MiB on 100 MiB, where 5 % is the floor.
    expect(verdictOf(judge('rss_delta_mb', five(100), five(104)))).toEqual(['unchanged']);
  });

  it('is regression just above both floors', () => {
    expect(verdictOf(judge('rss_delta_mb', five(100), five(105.1)))).toEqual(['regression']);
  });

  it('takes the floors of an override', () => {
    const tight = { '**': { rss_delta_mb: { relativePercent: 0, absolute: 0.05 } } };
    expect(verdictOf(judge('rss_delta_mb', five(100), five(100.1), tight))).toEqual(['regression']);
  });

  it.each([
    [1, 1],
    [2, 2],
    [1, 5],
    [5, 1],
    [2, 3],
    [3, 2],
  ])('is inconclusive with %i against %i samples, however far they lie apart', (n, m) => {
    const judged = judge('rss_delta_mb', new Array<number>(n).fill(1), new Array<number>(m).fill(500));
    expect(verdictOf(judged)).toEqual(['inconclusive']);
  });

  it('is regression with three samples a side that are wholly apart by more than the floor', () => {
    expect(verdictOf(judge('rss_delta_mb', [10, 10.1, 10.2], [12.3, 12.4, 12.5]))).toEqual(['regression']);
  });

  it('is not regression with three samples a side of which two overlap within the floor', () => {
    expect(verdictOf(judge('rss_delta_mb', [10, 10.1, 12], [12.2, 13, 14]))).toEqual(['inconclusive']);
  });

  it('has no percentage where the median of the baseline is zero', () => {
    const [metric] = judge('rss_delta_mb', [0, 0, 0], [5, 5, 5]).metrics;
    expect(metric).toMatchObject({ difference: 5, differencePercent: undefined });
  });

  it('has a positive percentage where a negative baseline rose', () => {
    const [metric] = judge('rss_delta_mb', [-10, -10, -10], [-5, -5, -5]).metrics;
    expect(metric?.differencePercent).toBe(50);
  });

  it('is shown by median, least and greatest value', () => {
    const [metric] = judge('rss_delta_mb', [4, 1, 2], [9, 5, 7]).metrics;
    expect(metric).toMatchObject({
      baseline: { median: 2, min: 1, max: 4, samples: 3 },
      now: { median: 7, min: 5, max: 9, samples: 3 },
    });
  });
});

describe('budgets', () => {
  const overBudget = (limit: number) =>
    createCase({ budgets: { rss_delta_mb: limit }, samples: createSamples({ rss_delta_mb: [9, 10, 30] }) });

  it('are judged by the median', () => {
    const { breaches } = onlyCase(compareCases([overBudget(9.5)], []));
    expect(breaches).toEqual([{ metric: 'rss_delta_mb', limit: 9.5, value: 10 }]);
  });

  it('are judged without a baseline', () => {
    const comparison = compareResults(createResults({ cases: [overBudget(9.5)] }), undefined, strict);
    expect(comparison).toMatchObject({ verdict: 'fail', findings: { budget: 1 } });
  });

  it('are judged where the baseline is incomparable', () => {
    const baseline = createCase({ definitionHash: 'another' });
    expect(compareCases([overBudget(9.5)], [baseline])).toMatchObject({ verdict: 'fail', findings: { budget: 1 } });
  });

  it('are kept by a value that equals the limit', () => {
    expect(onlyCase(compareCases([overBudget(10)], [])).breaches).toEqual([]);
  });

  it('hold for a supporting metric', () => {
    const measured = createCase({
      budgets: { growth_percent: 30 },
      samples: createSamples({ growth_percent: [50, 50, 50] }),
    });
    expect(onlyCase(compareCases([measured], [])).breaches).toHaveLength(1);
  });

  it('count every breach of a case', () => {
    const measured = createCase({
      budgets: { rss_delta_mb: 1, peak_rss_mb: 1 },
      samples: createSamples({ rss_delta_mb: [2, 2, 2], peak_rss_mb: [2, 2, 2] }),
    });
    expect(compareCases([measured], []).findings.budget).toBe(2);
  });
});

describe('budgets of the rules', () => {
  const judgeWith = (budgets: Rules['budgets'], own: CaseResult['budgets'] = {}) =>
    onlyCase(compareCases([createCase({ id: 'search/dense', budgets: own })], [], { ...strict, budgets })).breaches;

  it('hold for the cases that their glob names', () => {
    expect(judgeWith({ 'search/*': { rss_delta_mb: 5 } })).toEqual([{ metric: 'rss_delta_mb', limit: 5, value: 10 }]);
    expect(judgeWith({ 'leak/*': { rss_delta_mb: 5 } })).toEqual([]);
  });

  it('win over the budgets that the results carry', () => {
    expect(judgeWith({ '**': { rss_delta_mb: 15 } }, { rss_delta_mb: 5 })).toEqual([]);
    expect(judgeWith({ '**': { rss_delta_mb: 5 } }, { rss_delta_mb: 15 })).toHaveLength(1);
  });

  it('leave the budgets on other metrics alone', () => {
    expect(judgeWith({ '**': { peak_rss_mb: 500 } }, { rss_delta_mb: 5 })).toHaveLength(1);
  });

  it('are those of the last glob that matches', () => {
    expect(judgeWith({ '**': { rss_delta_mb: 5 }, 'search/*': { rss_delta_mb: 15 } })).toEqual([]);
  });

  it('are told where the metric could not be had', () => {
    const comparison = compareCases([createCase()], [], { ...strict, budgets: { '**': { native_delta_mb: 5 } } });
    expect(onlyCase(comparison).unchecked).toMatchObject([{ metric: 'native_delta_mb', budgeted: true }]);
  });
});

describe('a metric of the baseline that could not be had', () => {
  const baselineWith = (metric: MetricName) =>
    createCase({ samples: createSamples({ rss_delta_mb: five(10), [metric]: five(3) }) });
  const now = createCase({
    samples: five(10).map((value, index) =>
      createSample({
        index,
        metrics: { rss_delta_mb: value },
        absent: { native_delta_mb: 'malloc is not glibc’s', anon_delta_mb: 'Linux only' },
      }),
    ),
  });

  it('is told with the reason of the sample where it is primary, and fails nothing', () => {
    const comparison = compareCases([now], [baselineWith('native_delta_mb')]);
    expect(onlyCase(comparison).unchecked).toEqual([
      { metric: 'native_delta_mb', reason: 'malloc is not glibc’s', budgeted: false },
    ]);
    expect(comparison.verdict).toBe('pass');
  });

  it('is not told where it only explains', () => {
    expect(onlyCase(compareCases([now], [baselineWith('file_delta_mb')])).unchecked).toEqual([]);
  });

  it('is not told where the baseline is incomparable', () => {
    const other = { ...baselineWith('native_delta_mb'), definitionHash: 'another' };
    expect(onlyCase(compareCases([now], [other])).unchecked).toEqual([]);
  });
});

describe('a pass over allocations that failed', () => {
  const broken = createCase({
    budgets: { allocation_count: 9 },
    samples: [
      ...createSamples({ rss_delta_mb: five(10) }),
      { ...createFailedSample({ message: 'the profiler broke' }), pass: 'allocations' },
    ],
  });

  it('does not fail the case', () => {
    const comparison = compareCases([broken], [createCase()]);
    expect(onlyCase(comparison)).toMatchObject({ verdict: 'unchanged', errors: [] });
    expect(comparison).toMatchObject({ verdict: 'pass', findings: { error: 0 } });
  });

  it('is the reason why there is no count', () => {
    expect(onlyCase(compareCases([broken], [])).unchecked).toEqual([
      { metric: 'allocation_count', reason: 'the profiler broke', budgeted: true },
    ]);
  });
});

describe('a budget on a metric that could not be had', () => {
  const unmeasured = (absent: Parameters<typeof createSample>[0]) =>
    createCase({
      budgets: { native_delta_mb: 5 },
      samples: [0, 1, 2].map((index) => createSample({ index, ...absent })),
    });

  it('is told with the reason of the sample', () => {
    const measured = unmeasured({ absent: { native_delta_mb: 'malloc is not glibc’s' } });
    expect(onlyCase(compareCases([measured], []))).toMatchObject({
      breaches: [],
      unchecked: [{ metric: 'native_delta_mb', reason: 'malloc is not glibc’s', budgeted: true }],
    });
  });

  it('is told where the sample gave no reason', () => {
    const [unchecked] = onlyCase(compareCases([unmeasured({})], [])).unchecked;
    expect(unchecked?.reason).toBe('neither this case nor this suite measures it');
  });

  it('does not fail the run', () => {
    expect(compareCases([unmeasured({})], [])).toMatchObject({ verdict: 'pass', findings: { budget: 0 } });
  });

  it('is not told where one sample has the metric', () => {
    const samples = [createSample(), createSample({ index: 1, metrics: { native_delta_mb: 4 } })];
    const measured = createCase({ budgets: { native_delta_mb: 5 }, samples });
    expect(onlyCase(compareCases([measured], [])).unchecked).toEqual([]);
  });

  it('is not told of a case that was not measured', () => {
    const failed = createCase({ budgets: { native_delta_mb: 5 }, samples: [createFailedSample()] });
    expect(onlyCase(compareCases([failed], [])).unchecked).toEqual([]);
  });

  it('is not told of the count of allocations, which has a pass of its own', () => {
    const allocations = createSample({ pass: 'allocations', metrics: { allocation_count: 7 } });
    const measured = createCase({ budgets: { allocation_count: 9 }, samples: [createSample(), allocations] });
    expect(onlyCase(compareCases([measured], [])).unchecked).toEqual([]);
  });
});

describe('a case of which one sample failed', () => {
  const flaky = createCase({ samples: [...createSamples({ rss_delta_mb: five(50) }), createFailedSample({}, 5)] });

  it('is failed, and its regression counts none the less', () => {
    const comparison = compareCases([flaky], [createCase()]);
    expect(onlyCase(comparison).verdict).toBe('failed');
    expect(comparison.findings).toMatchObject({ error: 1, regression: 1 });
  });

  it('fails a run that only a regression is to fail', () => {
    const rules: Rules = { budgets: {}, thresholds: {}, failOn: ['regression'] };
    expect(compareCases([flaky], [createCase()], rules).verdict).toBe('fail');
  });

  it('counts as one regression however many metrics rose', () => {
    const rose = createCase({ samples: createSamples({ rss_delta_mb: five(50), native_delta_mb: five(50) }) });
    const before = createCase({ samples: createSamples({ rss_delta_mb: five(5), native_delta_mb: five(5) }) });
    expect(compareCases([rose], [before]).findings.regression).toBe(1);
  });
});

describe('a case without samples', () => {
  const skipped = createCase({ samples: [], skipped: 'needs qdrant: there is none' });

  it('is missing and expected when the run ended before it', () => {
    expect(onlyCase(compareCases([createCase({ samples: [] })], []))).toMatchObject({
      verdict: 'missing',
      expected: true,
      reason: 'the run ended before it was measured',
    });
  });

  it('is missing and not expected when it was skipped and is not in the baseline', () => {
    expect(onlyCase(compareCases([skipped], []))).toMatchObject({
      verdict: 'missing',
      expected: false,
      reason: 'needs qdrant: there is none',
    });
  });

  it('is missing and expected when it was skipped and is in the baseline', () => {
    expect(onlyCase(compareCases([skipped], [createCase()]))).toMatchObject({ verdict: 'missing', expected: true });
  });

  it('does not fail the run when it was not expected', () => {
    expect(compareCases([skipped], [])).toMatchObject({ verdict: 'pass', findings: { missing: 0 } });
  });

  it('fails the run when it was expected', () => {
    expect(compareCases([skipped], [createCase()])).toMatchObject({ verdict: 'fail', findings: { missing: 1 } });
  });
});

describe('a case of the baseline that is not among the results', () => {
  const gone = createCase({ id: 'search/dense', tags: ['slow', 'qdrant'] });
  const compareSelected = (selection: Partial<Results['selection']>, baseline = gone) =>
    compareResults(
      createResults({ cases: [], selection: createSelection(selection) }),
      createResults({ cases: [baseline] }),
      strict,
    );

  it('is missing when the selection asks for it', () => {
    expect(onlyCase(compareSelected({ suite: 'full' }))).toMatchObject({
      id: 'search/dense',
      verdict: 'missing',
      expected: true,
    });
  });

  it.each([
    ['the suite', { suite: 'standard' }],
    ['the filter', { filter: '^single' }],
    ['another place of scenarios', { scenarios: ['bench'] }],
    ['a tag', { tags: ['model'] }],
    ['a skipped tag', { skipTags: ['qdrant'] }],
  ])('is not told of when %s leaves it out', (_, selection) => {
    expect(compareSelected(selection).cases).toEqual([]);
  });

  it('is not told of when the baseline never had a sample of it', () => {
    const failed = { ...gone, samples: [createFailedSample()] };
    expect(compareSelected({ suite: 'full' }, failed).cases).toEqual([]);
  });
});

describe('another identity', () => {
  const elsewhere = createEnvironment({ identity: { cores: 4, profile: 'stable' } });
  const worse = ['a', 'b'].map((id) => createCase({ id, samples: createSamples({ rss_delta_mb: five(50) }) }));
  const before = ['a', 'b'].map((id) => createCase({ id }));
  const compareElsewhere = (now: CaseResult[], baseline: CaseResult[]) =>
    compareResults(createResults({ cases: now, environment: elsewhere }), createResults({ cases: baseline }), strict);

  it('makes every case incomparable', () => {
    const { cases } = compareElsewhere(worse, before);
    expect(cases.map(({ verdict }) => verdict)).toEqual(['incomparable', 'incomparable']);
  });

  it('is named as the reason', () => {
    const [first] = compareElsewhere(worse, before).cases;
    expect(first?.reason).toBe('measured elsewhere: cores 2 -> 4, profile default -> stable');
  });

  it('does not fail the run', () => {
    expect(compareElsewhere(worse, before).fails).toBe(false);
  });

  it('does not fail the run for a case that only the other place has', () => {
    expect(compareElsewhere(worse.slice(0, 1), before).fails).toBe(false);
  });

  it('does not fail the run for a case that has to be skipped in this place', () => {
    const skipped = createCase({ id: 'b', samples: [], skipped: 'needs qdrant: not on this system' });
    expect(compareElsewhere([...worse.slice(0, 1), skipped], before).fails).toBe(false);
  });

  it('makes nothing expected that only the other place has', () => {
    const skipped = createCase({ id: 'b', samples: [], skipped: 'needs qdrant: not on this system' });
    const { cases } = compareElsewhere([skipped], before);
    expect(cases).toMatchObject([
      { id: 'b', verdict: 'missing', expected: false },
      { id: 'a', verdict: 'missing', expected: false },
    ]);
  });

  it('that is only another model leaves a case expected that uses none', () => {
    const environment = createEnvironment({ identity: { model: 'another@0123' } });
    const baseline = createResults({ cases: [createCase()] });
    const { findings } = compareResults(createResults({ environment, cases: [] }), baseline, strict);
    expect(findings.missing).toBe(1);
  });

  it('that is only another model makes no difference to a case that uses none', () => {
    const environment = createEnvironment({ identity: { model: 'another@0123' } });
    const now = [createCase({ id: 'a', tags: ['model'] }), createCase({ id: 'b' })];
    const comparison = compareResults(
      createResults({ cases: now, environment }),
      createResults({ cases: now }),
      strict,
    );
    expect(comparison.cases.map(({ verdict }) => verdict)).toEqual(['incomparable', 'unchanged']);
  });

  it('is named as the reason without the model where the case uses none', () => {
    const environment = createEnvironment({ identity: { cores: 4, model: 'another@0123' } });
    const comparison = compareResults(createResults({ environment }), createResults(), strict);
    expect(onlyCase(comparison).reason).toBe('measured elsewhere: cores 2 -> 4');
  });

  it('leaves no difference to be shown', () => {
    const [first] = compareElsewhere(worse, before).cases;
    expect(first?.metrics.map(({ baseline }) => baseline)).toEqual([undefined]);
  });
});

describe('another definition', () => {
  it('makes only the case that was changed incomparable', () => {
    const now = [createCase({ id: 'a', definitionHash: 'changed' }), createCase({ id: 'b' })];
    const { cases } = compareCases(now, [createCase({ id: 'a' }), createCase({ id: 'b' })]);
    expect(cases.map(({ verdict }) => verdict)).toEqual(['incomparable', 'unchanged']);
  });

  it('does not fail the run', () => {
    const worse = createCase({ definitionHash: 'changed', samples: createSamples({ rss_delta_mb: five(90) }) });
    expect(compareCases([worse], [createCase()]).fails).toBe(false);
  });
});

describe('another subject or context', () => {
  it('is compared and named, subject first', () => {
    const environment = createEnvironment({
      subject: { node: 'v24.0.0', fastembed: '2.1.0' },
      context: { cpu: 'another cpu', kernel: '6.1.0' },
    });
    const comparison = compareResults(createResults({ environment }), createResults(), strict);
    expect(comparison.differences.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['subject node', 'context cpu']);
    expect(onlyCase(comparison).verdict).toBe('unchanged');
  });
});

describe('leaks', () => {
  const KIB = 1024;
  const keeping = (bytes: number, count: number) => createKeepingSamples({ heapBytes: bytes }, count);
  const followed = (bytes: number, options = {}) =>
    createFollowUp({ heapBytes: (iteration) => iteration * bytes }, options);
  const judge = (samples: Sample[], overrides: Partial<CaseResult> = {}, baseline: CaseResult[] = []) =>
    compareCases([createCase({ ...overrides, samples })], baseline);
  const leakOf = (...order: Parameters<typeof judge>) => onlyCase(judge(...order)).leak;

  it('are confirmed by a follow-up that agrees with the planned samples, and fail the run', () => {
    const comparison = judge([...keeping(16 * KIB, 5), followed(16 * KIB)]);
    expect(onlyCase(comparison).leak).toMatchObject({
      verdict: 'leak',
      series: 'heap',
      reason: undefined,
      rate: 16 * KIB,
      iterations: 400,
      processes: 6,
      followUps: 1,
    });
    expect(comparison).toMatchObject({ verdict: 'fail', findings: { leak: 1 } });
  });

  it('are suspected without a follow-up, ask for one, and fail nothing', () => {
    const comparison = judge(keeping(16 * KIB, 1));
    expect(onlyCase(comparison).leak).toMatchObject({
      verdict: 'suspected',
      watched: [{ series: 'heap' }],
      followUps: 1,
    });
    expect(comparison).toMatchObject({ verdict: 'pass', findings: { leak: 0 } });
  });

  it('are suspected where the follow-up alone shows them, and ask for a second one', () => {
    const one = [...keeping(100 * KIB, 1), ...keeping(0, 4)].map((sample, index) => ({ ...sample, index }));
    expect(leakOf([...one, followed(16 * KIB)])).toMatchObject({
      verdict: 'suspected',
      reason: 'only one process shows it',
      followUps: 2,
    });
    const again = followed(16 * KIB, { index: 1, count: 100 });
    expect(leakOf([...one, followed(16 * KIB), again])).toMatchObject({ verdict: 'leak', followUps: 2 });
  });

  it('are not found where the follow-up stops growing', () => {
    const stops = createFollowUp({ heapBytes: (iteration) => Math.min(iteration, 100) * 16 * KIB });
    expect(leakOf([...keeping(16 * KIB, 5), stops])).toMatchObject({ verdict: 'ratchet', kept: 1600 * KIB });
  });

  it('are not suspected below the tolerance', () => {
    expect(leakOf(keeping(3 * KIB, 5))).toMatchObject({ verdict: 'stable', watched: [], followUps: 0 });
  });

  it('are judged by the tolerance of the case', () => {
    const samples = [...keeping(16 * KIB, 5), followed(16 * KIB)];
    expect(leakOf(samples, { leaks: { toleranceBytes: 20 * KIB } })?.verdict).toBe('stable');
    expect(leakOf(keeping(3 * KIB, 5), { leaks: { toleranceBytes: KIB } })?.verdict).toBe('suspected');
  });

  it('are not looked for where the case turns detection off', () => {
    expect(leakOf([...keeping(16 * KIB, 5), followed(16 * KIB)], { leaks: false })).toBeUndefined();
  });

  it('are not looked for where no iteration was recorded', () => {
    expect(onlyCase(compareCases([createCase()], [])).leak).toBeUndefined();
  });

  it('carry what the follow-up that failed says, and ask for no other', () => {
    const failed = { ...createFailedSample({ message: 'killed by SIGSEGV' }), pass: 'leak' as const };
    expect(leakOf([...keeping(16 * KIB, 5), failed])).toMatchObject({
      verdict: 'suspected',
      reason: 'the follow-up failed: killed by SIGSEGV',
      followUps: 1,
    });
  });

  it('name the growth ratio of the samples, which accuses of nothing', () => {
    const samples = keeping(0, 3).map((sample) => ({ ...sample, metrics: { growth_percent: 80 } }));
    expect(leakOf(samples, { growthLimited: true, budgets: { growth_percent: 90 } })).toMatchObject({
      verdict: 'stable',
      growthPercent: 80,
    });
  });

  describe('of a command that cannot be given more iterations', () => {
    const cannot = createFollowUp({}, { count: 0, ended: 'cannot', message: 'the program decides' });
    const treeOf = (keptAt: (iteration: number) => number, index: number) => {
      const column = (valueAt: (iteration: number) => number) => Array.from({ length: 50 }, (_, at) => valueAt(at));
      const anonBytes = column((at) => 2 ** 26 + keptAt(at));
      const iterations = { durationMs: column(() => 5), rssBytes: anonBytes, anonBytes, children: column(() => 0) };
      return createSample({ index, iterations });
    };
    const commands = (keptAt: (iteration: number) => number) => [0, 1, 2, 3, 4].map((index) => treeOf(keptAt, index));

    it('are suspected where its memory grows to the end', () => {
      const samples = commands((at) => at * 200 * KIB);
      expect(leakOf(samples)).toMatchObject({ verdict: 'suspected', series: 'tree', followUps: 1 });
      expect(leakOf([...samples, cannot])).toMatchObject({ verdict: 'suspected', series: 'tree', followUps: 1 });
    });

    it('are not suspected where its memory stopped growing within the planned iterations', () => {
      const samples = commands((at) => Math.min(at, 20) * 200 * KIB);
      expect(leakOf(samples)?.verdict).toBe('suspected');
      expect(leakOf([...samples, cannot])?.verdict).toBe('stable');
    });

    it('are not suspected where it grew by no more than garbage that cannot be collected', () => {
      expect(leakOf([...commands((at) => at * 20 * KIB), cannot])?.verdict).toBe('stable');
      expect(leakOf([...commands((at) => at * 48 * KIB), cannot])?.verdict).toBe('suspected');
    });
  });

  describe('beside a baseline that was stable', () => {
    const stable = (bytes: number) => createCase({ samples: keeping(bytes, 5), leakVerdict: 'stable' });

    it('are not suspected where it grew as much', () => {
      expect(leakOf(keeping(5 * KIB, 5), {}, [stable(5 * KIB)])?.verdict).toBe('stable');
    });

    it('are suspected where it grew as much and only a follow-up cleared it', () => {
      const cleared = createCase({ samples: [...keeping(16 * KIB, 5), followed(0)], leakVerdict: 'stable' });
      expect(leakOf(keeping(16 * KIB, 5), {}, [cleared])?.verdict).toBe('suspected');
      const stored = thinForBaseline(createResults({ cases: [cleared] }));
      expect(leakOf(keeping(16 * KIB, 5), {}, stored.cases)?.verdict).toBe('suspected');
    });

    it('are suspected where it grew less', () => {
      expect(leakOf(keeping(16 * KIB, 5), {}, [stable(2 * KIB)])?.verdict).toBe('suspected');
    });

    it('are suspected where it keeps the readings of one sample only, as a stored baseline does', () => {
      const stored = thinForBaseline(createResults({ cases: [stable(2 * KIB)] }));
      expect(leakOf(keeping(16 * KIB, 5), {}, stored.cases)?.verdict).toBe('suspected');
    });
  });
});

describe('the verdict of a run', () => {
  /** One case for each kind of finding. */
  const findings: Record<Exclude<FailOn, 'baseline'>, CaseResult> = {
    budget: createCase({ id: 'budget', budgets: { rss_delta_mb: 1 } }),
    regression: createCase({ id: 'regression', samples: createSamples({ rss_delta_mb: five(90) }) }),
    leak: createLeakingCase({ id: 'leak' }),
    error: createCase({ id: 'error', samples: [createFailedSample()] }),
    missing: createCase({ id: 'missing', samples: [] }),
    skipped: createCase({ id: 'skipped', samples: [], skipped: 'needs model: it is missing', lacks: 'model' }),
  };
  const caseKinds = failOnKinds.filter((kind) => kind !== 'baseline');
  const judgeAll = (failOn: readonly FailOn[], kinds = caseKinds) =>
    compareCases(
      kinds.map((kind) => findings[kind]),
      kinds.includes('regression') ? [createCase({ id: 'regression' })] : [],
      { budgets: {}, thresholds: {}, failOn },
    );

  it('counts each kind of finding whatever fails the run', () => {
    expect(judgeAll([]).findings).toEqual({
      budget: 1,
      regression: 1,
      leak: 1,
      error: 1,
      missing: 1,
      baseline: 0,
      skipped: 1,
    });
  });

  it('passes when nothing was found', () => {
    expect(judgeAll(failOnKinds, []).verdict).toBe('pass');
  });

  it('passes whatever was found when nothing is to fail it', () => {
    expect(judgeAll([]).verdict).toBe('pass');
  });

  it('fails exactly when a kind was found that is to fail it', () => {
    const kinds = fc.subarray([...caseKinds]);
    fc.assert(
      fc.property(kinds, kinds, (failOn, found) => {
        const expected = failOn.some((kind) => found.includes(kind)) ? 'fail' : 'pass';
        expect(judgeAll(failOn, found).verdict).toBe(expected);
      }),
    );
  });

  it('names the commits it is about', () => {
    const sha = (letter: string) => ({ sha: letter.repeat(40), dirty: false });
    const comparison = compareResults(
      createResults({ commit: sha('a') }),
      createResults({ commit: sha('b'), startedAt: '2026-01-01T00:00:00.000Z' }),
      strict,
    );
    expect(comparison).toMatchObject({
      commit: 'a'.repeat(40),
      baseline: { commit: 'b'.repeat(40), startedAt: '2026-01-01T00:00:00.000Z' },
    });
  });
});

describe('what holds for all results', () => {
  it('a results document compared with itself shows no difference', () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const { cases, differences } = compareResults(results, results, strict);
        const verdicts = new Set(cases.map(({ verdict }) => verdict));
        expect(differences).toEqual([]);
        for (const verdict of ['regression', 'improvement', 'inconclusive', 'incomparable'] as const) {
          expect(verdicts).not.toContain(verdict);
        }
      }),
    );
  });

  it('comparing leaves both documents as they were', () => {
    fc.assert(
      fc.property(anyResults, anyResults, (now, baseline) => {
        const [nowBefore, baselineBefore] = [structuredClone(now), structuredClone(baseline)];
        compareResults(now, baseline, strict);
        expect(now).toEqual(nowBefore);
        expect(baseline).toEqual(baselineBefore);
      }),
    );
  });

  const primary = metricNames.filter((name) => metricDefinition(name).role === 'primary');
  const noise = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 6 });
  /** Two sides, often apart by more than their noise. */
  const sides = fc
    .tuple(noise, noise, fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true }))
    .map(([one, other, base, offset]) => ({
      baseline: one.map((value) => base + value),
      now: other.map((value) => base + offset + value),
    }));
  // A relative floor is a share of the side that is the baseline; without it both directions are judged alike.
  const symmetric = Object.fromEntries(primary.map((name) => [name, { relativePercent: 0 }]));

  it('swapping the sides turns regression into improvement and back, and changes no other verdict', () => {
    const mirrored = { regression: 'improvement', improvement: 'regression' } as const;
    fc.assert(
      fc.property(fc.constantFrom(...primary), sides, (metric, { baseline, now }) => {
        const forth = judge(metric, baseline, now, { '**': symmetric }).verdict;
        const back = judge(metric, now, baseline, { '**': symmetric }).verdict;
        expect(back).toBe(forth === 'regression' || forth === 'improvement' ? mirrored[forth] : forth);
      }),
      { numRuns: 500 },
    );
  });

  it('more memory in every sample never makes a regression something better', () => {
    const more = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...primary), sides, more, (metric, { baseline, now }, extra) => {
        fc.pre(judge(metric, baseline, now).verdict === 'regression');
        const worse = now.map((value) => value + extra);
        expect(judge(metric, baseline, worse).verdict).toBe('regression');
      }),
    );
  });

  it('a regression is never a difference within the floor', () => {
    fc.assert(
      fc.property(fc.constantFrom(...primary), sides, (metric, { baseline, now }) => {
        const [compared] = judge(metric, baseline, now).metrics;
        fc.pre(compared?.verdict === 'regression');
        const floor = floorOf(thresholdFor('single-document/10KB', metric, {}), compared?.baseline?.median ?? 0);
        expect(compared?.difference).toBeGreaterThan(floor);
      }),
    );
  });
});
