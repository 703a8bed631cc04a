import { describe, expect, it } from 'vitest';
import { type Finished, judgeFinished } from '../../src/github/judge-finished.js';
import { createCase, createResults, createSamples, createTrend } from '../builders.js';

const failOn = ['budget', 'regression', 'leak', 'error', 'missing'] as const;
const rules = { budgets: {}, thresholds: {}, failOn: [...failOn] };
const baseline = createResults({ rules });
const handover: Finished['handover'] = {
  handoverVersion: 1,
  leg: '',
  commentKey: 'default',
  comment: 'auto',
  failOn: [...failOn],
  budgets: {},
  thresholds: {},
};
const doubtsOf = (now: ReturnType<typeof createCase>, before = baseline) =>
  judgeFinished({
    results: createResults({ rules, cases: [now] }),
    handover,
    baseline: before,
    branch: undefined,
    end: undefined,
  }).judgement.reservations.map(({ short }) => short);

describe('results of a pull request', () => {
  it('are not doubted where as much was measured as in the baseline', () => {
    expect(doubtsOf(createCase())).toEqual([]);
  });

  it.each([1, 2])('are doubted where %i samples instead of 5 leave a difference open', (count) => {
    const values = [500, 510].slice(0, count);
    expect(doubtsOf(createCase({ samples: createSamples({ rss_delta_mb: values }) }))).toEqual([
      '1 case measured with fewer samples than the baseline',
    ]);
  });

  it('are doubted where the samples of a case have no leak fit, and those of the baseline have', () => {
    const leak = { verdict: 'stable' as const, heap: createTrend(), iterations: 100 };
    const watched = createCase({ growthLimited: true });
    const before = {
      ...watched,
      samples: createSamples({ rss_delta_mb: [10, 10, 10, 10, 10] }).map((sample) => ({ ...sample, leak })),
    };
    expect(doubtsOf(watched, createResults({ rules, cases: [before] }))).toEqual(['leak detection off for 1 case']);
  });
});
