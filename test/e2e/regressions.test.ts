import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/verdict.js';
import type { MetricName } from '../../src/results/metrics.js';
import { type FinishedRun, judgedCase, repositoryRoot, runFixtures, temporaryFolder } from '../processes.js';

/** What is to be said of the bad variant of an example: each metric with the least difference to the good one. */
interface Told {
  readonly differences: Partial<Record<MetricName, number>>;
  readonly growth: 'leak' | 'ratchet' | undefined;
  readonly series?: 'heap' | 'malloc';
}

const told: Readonly<Record<string, Told>> = {
  cache: { differences: { heap_growth_mb: 80, heap_delta_mb: 1 }, growth: 'leak', series: 'heap' },
  clients: { differences: { heap_growth_mb: 40, heap_delta_mb: 0.5 }, growth: 'leak', series: 'heap' },
  'embedding-batch': {
    differences: { anon_peak_delta_mb: 50, anon_delta_mb: 50, native_delta_mb: 50 },
    growth: 'ratchet',
    series: 'malloc',
  },
  listeners: { differences: { heap_growth_mb: 40, heap_delta_mb: 0.5 }, growth: 'leak', series: 'heap' },
  'model-per-client': {
    differences: { anon_peak_delta_mb: 150, anon_delta_mb: 150, native_delta_mb: 150 },
    growth: undefined,
  },
  'model-swap': { differences: { native_growth_mb: 700, native_delta_mb: 10 }, growth: 'leak', series: 'malloc' },
  payloads: { differences: { heap_growth_mb: 40, heap_delta_mb: 0.5 }, growth: 'leak', series: 'heap' },
};
const examples = Object.entries(told);

/** Three samples a side are enough for what differs by megabytes, and are taken without a second look to save time. */
const flags = ['--repeats', '3', '--max-repeats', '3', '--sites', 'none', '--json'];

interface JudgedRun extends FinishedRun {
  readonly comparison: Comparison;
}

async function measure(variant: 'good' | 'bad', given: readonly string[]): Promise<JudgedRun> {
  const run = await runFixtures(join(repositoryRoot, 'examples', 'regressions', variant), [...flags, ...given]);
  return { ...run, comparison: JSON.parse(run.stdout) };
}

describe('the examples of regressions', () => {
  let good: JudgedRun;
  let bad: JudgedRun;
  let goodAgain: JudgedRun;
  beforeAll(async () => {
    const baseline = ['--baseline', temporaryFolder()];
    good = await measure('good', [...baseline, '--update-baseline']);
    bad = await measure('bad', baseline);
    // Those whose memory moves by itself: a heap with a server's answers in it, a cache that fills.
    goodAgain = await measure('good', [...baseline, '--filter', '^(cache|payloads)$']);
    // With the follow-ups of five leaks.
  }, 1_800_000);

  it('have the same cases in both variants', () => {
    expect(good.results.cases.map(({ id }) => id)).toEqual(Object.keys(told));
    expect(bad.comparison.cases.map(({ id }) => id)).toEqual(Object.keys(told));
  });

  describe('in their good variant', () => {
    it('pass', () => {
      expect([good.code, goodAgain.code]).toEqual([0, 0]);
      expect([good.comparison.verdict, goodAgain.comparison.verdict]).toEqual(['pass', 'pass']);
    });

    it('are no leak', () => {
      expect([good.comparison.findings.leak, goodAgain.comparison.findings.leak]).toEqual([0, 0]);
    });

    it('are no regression against themselves', () => {
      expect(goodAgain.comparison.cases).toHaveLength(2);
      expect(goodAgain.comparison.findings.regression).toBe(0);
    });

    it('may fill a cache up to its bound, which is a ratchet', () => {
      expect(judgedCase(good.comparison, 'cache').leak?.verdict).toBe('ratchet');
    });
  });

  describe('in their bad variant', () => {
    it('fail', () => {
      expect(bad.code).toBe(1);
      expect(bad.comparison.verdict).toBe('fail');
    });

    it.each(examples)('%s is a regression of the metrics the README names', (id, { differences }) => {
      const judged = judgedCase(bad.comparison, id);
      expect(judged.verdict).toBe('regression');
      for (const [name, least] of Object.entries(differences)) {
        const metric = judged.metrics.find((candidate) => candidate.metric === name);
        expect(metric?.verdict, name).toBe('regression');
        expect(metric?.difference, name).toBeGreaterThan(least);
      }
    });

    it.each(examples)('%s grows as the README says', (id, { growth, series }) => {
      const { leak } = judgedCase(bad.comparison, id);
      expect(leak?.verdict).toBe(growth);
      if (growth === 'leak') expect(leak?.series).toBe(series);
    });
  });
});
