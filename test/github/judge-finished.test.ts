import { describe, expect, it } from 'vitest';
import { type Finished, judgeFinished } from '../../src/github/judge-finished.js';
import {
  createCase,
  createKeepingSamples,
  createLeakFit,
  createLeakingCase,
  createResults,
  createSamples,
} from '../builders.js';

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

  describe('beside a baseline in which leaks were looked for', () => {
    const watched = createCase({ samples: createKeepingSamples({}), leakVerdict: 'stable' });
    const before = createResults({ rules, cases: [watched] });

    it('are not doubted where they were looked for again', () => {
      expect(doubtsOf(createCase({ samples: createKeepingSamples({}) }), before)).toEqual([]);
    });

    it('are doubted where the samples of a case recorded no iterations', () => {
      expect(doubtsOf(createCase(), before)).toEqual(['leak detection off for 1 case']);
    });

    it('are doubted as well where an earlier version made the baseline', () => {
      const leak = createLeakFit('stable');
      const samples = createKeepingSamples({}).map((sample) => ({ ...sample, leak }));
      const earlier = createResults({ rules, cases: [createCase({ samples })] });
      expect(doubtsOf(createCase(), earlier)).toEqual(['leak detection off for 1 case']);
    });

    it('are doubted where the pull request turns leak detection off, and judged nevertheless', () => {
      const { samples } = createLeakingCase();
      const now = createCase({ samples, leaks: false });
      expect(doubtsOf(now, before)).toEqual(['leak detection off for 1 case']);
      const finished = { results: createResults({ rules, cases: [now] }), handover, baseline: before };
      const { comparison } = judgeFinished({ ...finished, branch: undefined, end: undefined });
      expect(comparison.findings.leak).toBe(1);
    });
  });
});
