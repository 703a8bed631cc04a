import { describe, expect, it } from 'vitest';
import { compareResults } from '../../src/compare/compare.js';
import { shareOfLook } from '../../src/compare/judge-metric.js';
import { casesToExtend, type FollowUpsWanted, followUpsWanted } from '../../src/compare/sequential.js';
import { type CaseComparison, defaultFailOn, type Verdict } from '../../src/compare/verdict.js';
import type { CaseResult, Extension, FollowUp } from '../../src/results/schema.js';
import {
  createCase,
  createCaseComparison,
  createComparison,
  createFailedSample,
  createFollowUp,
  createKeepingSample,
  createKeepingSamples,
  createLeakFinding,
  createMetricComparison,
  createResults,
  createSpread,
} from '../builders.js';

function extensionsOf(overrides: Partial<CaseComparison>, most = 20) {
  return casesToExtend(createComparison({ cases: [createCaseComparison(overrides)] }), most);
}

const withMetric = (verdict: Verdict) => ({ metrics: [createMetricComparison({ metric: 'peak_delta_mb', verdict })] });
const confirmed: Extension = { after: 5, reason: 'confirm', about: ['peak_delta_mb'] };

describe('a case that was measured as planned', () => {
  it.each<Verdict>(['unchanged', 'improvement', 'new'])('is left alone where it is %s', (verdict) => {
    expect(extensionsOf(withMetric(verdict))).toEqual([]);
  });

  it('is measured longer to see a regression again', () => {
    expect(extensionsOf(withMetric('regression'))).toMatchObject([{ extension: confirmed }]);
  });

  it('is measured longer where a difference is too close to call', () => {
    expect(extensionsOf(withMetric('inconclusive'))).toMatchObject([
      { extension: { after: 5, reason: 'decide', about: ['peak_delta_mb'] } },
    ]);
  });

  it.each(['leak', 'suspected', 'slowing'] as const)('is left alone where growth is all it has: %s', (verdict) => {
    expect(extensionsOf({ metrics: [], leak: createLeakFinding({ verdict }) })).toEqual([]);
  });

  it('is left alone where only a metric that explains is open', () => {
    const metrics = [createMetricComparison({ metric: 'allocation_count', verdict: 'inconclusive' })];
    expect(extensionsOf({ metrics })).toEqual([]);
  });

  it('is left alone where the baseline has too few samples to decide anything', () => {
    const baseline = createSpread(10, { samples: 2 });
    expect(extensionsOf({ metrics: [createMetricComparison({ verdict: 'inconclusive', baseline })] })).toEqual([]);
  });

  it('is left alone where a sample failed', () => {
    const errors = [{ kind: 'run' as const, message: 'broken' }];
    expect(extensionsOf({ ...withMetric('regression'), errors })).toEqual([]);
  });
});

describe('a case that was measured longer', () => {
  it('is settled when a regression is seen again', () => {
    expect(extensionsOf({ ...withMetric('regression'), samples: 10, extensions: [confirmed] })).toEqual([]);
  });

  it('is measured longer still when a regression is seen for the first time', () => {
    const extensions = [{ after: 5, reason: 'decide' as const, about: ['peak_delta_mb'] }];
    expect(extensionsOf({ ...withMetric('regression'), samples: 10, extensions })).toMatchObject([
      { extension: { after: 10, reason: 'confirm' } },
    ]);
  });

  it('is measured longer still when another metric than before is a regression now', () => {
    const extensions: Extension[] = [{ after: 5, reason: 'confirm', about: ['rss_delta_mb'] }];
    expect(extensionsOf({ ...withMetric('regression'), samples: 10, extensions })).toMatchObject([
      { extension: { after: 10, about: ['peak_delta_mb'] } },
    ]);
  });

  it('is settled when it has as many samples as it may have', () => {
    expect(extensionsOf({ ...withMetric('inconclusive'), samples: 20 })).toEqual([]);
  });

  it('is never measured longer than asked for', () => {
    expect(extensionsOf({ ...withMetric('inconclusive'), samples: 5 }, 5)).toEqual([]);
  });
});

describe('the follow-ups of a run', () => {
  const KIB = 1024;
  const leaking = createKeepingSamples({ heapBytes: 16 * KIB });
  const oneLeaks = [createKeepingSample({ heapBytes: 100 * KIB }), ...createKeepingSamples({}, 4)];
  const followed = (bytes: number, followUp: Partial<FollowUp> = {}) =>
    createFollowUp({ heapBytes: (iteration) => iteration * bytes }, followUp);
  const cannot = createFollowUp({}, { count: 0, ended: 'cannot', message: 'the program decides' });
  const failed = { ...createFailedSample(), pass: 'leak' as const };

  function wantedOf(...cases: CaseResult[]): Record<string, FollowUpsWanted> {
    const rules = { budgets: {}, thresholds: {}, failOn: defaultFailOn };
    return Object.fromEntries(followUpsWanted(compareResults(createResults({ cases }), undefined, rules)));
  }

  it.each<[string, CaseResult['samples'], number | undefined]>([
    ['none for a stable case', createKeepingSamples({ heapBytes: KIB }), undefined],
    ['one for a suspicious case', leaking, 1],
    ['one in all where it confirmed the leak', [...leaking, followed(16 * KIB)], 1],
    ['one in all where it found no leak', [...leaking, followed(0, { ended: 'decided' })], 1],
    ['one in all where time ended it', [...leaking, followed(16 * KIB, { ended: 'time' })], 1],
    ['one in all where it failed', [...leaking, failed], 1],
    ['one in all where the command cannot be followed up', [...leaking, cannot], 1],
    ['a second one where few planned samples agree', [...oneLeaks, followed(16 * KIB)], 2],
    ['no third one', [...oneLeaks, followed(16 * KIB), followed(0)], 2],
  ])('are %s', (_, samples, count) => {
    const { a } = wantedOf(createCase({ id: 'a', samples }));
    expect(a?.count).toBe(count);
    expect(a?.watched.map(({ series }) => series)).toEqual(count === undefined ? undefined : ['heap']);
  });

  it('watch every suspicious series, the worker heaps in anonymous memory as well', () => {
    const samples = createKeepingSamples({ heapBytes: 16 * KIB, otherBytes: 256 * KIB, descriptors: 2 });
    const series = ['other', 'heap', 'descriptors', 'workerHeap'].map((name) => ({ series: name }));
    expect(wantedOf(createCase({ id: 'a', samples }))).toMatchObject({ a: { count: 1, watched: series } });
  });

  it('know the size of the steps that growth comes in', () => {
    const samples = [...createKeepingSamples({}, 4), createKeepingSample({ heapBytes: 40 * KIB }, { index: 4 })];
    const { a } = wantedOf(createCase({ id: 'a', samples }));
    expect(a?.watched[0]?.burst).toBeCloseTo(2000 * KIB, -1);
  });

  it('are short where they confirm steady growth, and long where they confirm growth below a buffer', () => {
    const buffered = createFollowUp({
      heapBytes: (iteration) => iteration * 16 * KIB + (iteration % 90) * 50 * KIB,
    });
    const confirming = (...samples: CaseResult['samples']) =>
      wantedOf(createCase({ id: 'a', samples })).a?.confirmsShortly;
    expect(confirming(...oneLeaks)).toBe(false);
    expect(confirming(...oneLeaks, followed(16 * KIB))).toBe(true);
    expect(confirming(...oneLeaks, buffered)).toBe(false);
  });

  it('are of each case by itself', () => {
    const wanted = wantedOf(
      createCase({ id: 'stable', samples: createKeepingSamples({}) }),
      createCase({ id: 'heap', samples: leaking }),
      createCase({ id: 'descriptors', samples: createKeepingSamples({ descriptors: 1 }) }),
    );
    expect(Object.keys(wanted)).toEqual(['heap', 'descriptors']);
  });

  it('are none where leaks are not looked for, and follow the tolerance of the case', () => {
    expect(wantedOf(createCase({ samples: leaking, leaks: false }))).toEqual({});
    expect(wantedOf(createCase({ samples: leaking, leaks: { toleranceBytes: 20 * KIB } }))).toEqual({});
  });

  it('are none of a case with a sample that failed', () => {
    expect(wantedOf(createCase({ samples: [...leaking, createFailedSample({}, 5)] }))).toEqual({});
  });

  it('are none where only the limit on growth_percent is exceeded', () => {
    const samples = createKeepingSamples({}).map((sample) => ({ ...sample, metrics: { growth_percent: 80 } }));
    expect(wantedOf(createCase({ samples, growthLimited: true, budgets: { growth_percent: 5 } }))).toEqual({});
  });
});

describe('the confidence that looks cost', () => {
  it('adds up to no more than the whole, and never comes to certainty', () => {
    const looks = Array.from({ length: 50 }, (_, look) => shareOfLook(look));
    const those = looks.slice(0, 20);
    expect(those.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
    expect(1 - Math.min(...looks)).toBeLessThan(1);
  });
});
