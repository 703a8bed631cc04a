import { describe, expect, it } from 'vitest';
import { refuseCostlyGlobs } from '../../src/github/glob-work.js';
import { createCase, createResults, createSelection } from '../builders.js';

const rulesOf = (globs: readonly string[]) => ({
  budgets: Object.fromEntries(globs.map((glob) => [glob, { peak_rss_mb: 1 }])),
  thresholds: {},
});
const casesOf = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => createCase({ id: `${index}/${'a'.repeat(length)}`, samples: [] }));
const nested = (index: number) => `${'*a'.repeat(18)}${'a'.repeat(240)}${index}`;

describe('globs of an untrusted run', () => {
  it('are refused where matching them with all cases takes minutes', () => {
    const globs = Array.from({ length: 500 }, (_, index) => nested(index));
    expect(() => refuseCostlyGlobs(createResults({ cases: casesOf(2_000, 290) }), rulesOf(globs))).toThrow(/too long/);
  });

  it('are refused where the scenario files have too many wildcards', () => {
    const selection = createSelection({ scenarios: Array.from({ length: 1_000 }, (_, index) => nested(index)) });
    expect(() => refuseCostlyGlobs(createResults({ selection }), rulesOf([]))).toThrow(/too long/);
  });

  it('are taken as a large repository has them', () => {
    const globs = Array.from({ length: 50 }, (_, index) => `**/suite-${index}/*`);
    const selection = createSelection({
      scenarios: Array.from({ length: 200 }, (_, index) => `bench/${index}/**/*.ts`),
    });
    const results = createResults({ cases: casesOf(1_000, 30), selection });
    expect(() => refuseCostlyGlobs(results, rulesOf(globs))).not.toThrow();
  });
});
