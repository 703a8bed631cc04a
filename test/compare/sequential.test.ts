import { describe, expect, it } from 'vitest';
import { shareOfLook } from '../../src/compare/judge-metric.js';
import { casesToExtend } from '../../src/compare/sequential.js';
import type { CaseComparison, Verdict } from '../../src/compare/verdict.js';
import type { Extension } from '../../src/results/schema.js';
import {
  createCaseComparison,
  createComparison,
  createLeakFinding,
  createMetricComparison,
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

  it('is measured longer where one process alone speaks of a leak', () => {
    const leak = createLeakFinding({ verdict: 'suspected' });
    expect(extensionsOf({ metrics: [], leak })).toMatchObject([{ extension: { reason: 'decide', about: ['leak'] } }]);
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

describe('the confidence that looks cost', () => {
  it('adds up to no more than the whole, and never comes to certainty', () => {
    const looks = Array.from({ length: 50 }, (_, look) => shareOfLook(look));
    const those = looks.slice(0, 20);
    expect(those.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
    expect(1 - Math.min(...looks)).toBeLessThan(1);
  });
});
