import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeCase } from '../../bench/cases/judge-case.js';
import { type Observation, observationOf } from '../../bench/cases/observation.js';
import { unitsOf } from '../../bench/cases/run-case.js';
import { hardCases, nameOf, type Truth } from '../../bench/cases/table.js';
import { randomFrom } from '../../bench/random.js';
import { packageRoot } from '../../src/package-root.js';

const kib = 1024;
const leak: Truth = { verdicts: ['leak'], rates: { external: [60 * kib, 68 * kib] } };

function observed(given: Partial<Observation>): Observation {
  return { verdict: 'stable', comparison: 'new', metrics: {}, errors: [], seconds: 1, ...given };
}

function mistakes(truth: Truth, given: Partial<Observation>): readonly string[] {
  return judgeCase({ truth }, observed(given)).mistakes;
}

describe('the truth of a hard case', () => {
  it('is met by a leak of the right series at the right rate', () => {
    expect(mistakes(leak, { verdict: 'leak', series: 'external', rate: 64 * kib })).toEqual([]);
  });

  it('is not met by a missed leak', () => {
    expect(mistakes(leak, { verdict: 'stable' })).toEqual(['stable instead of leak']);
  });

  it('is not met by twice the rate', () => {
    const report = observed({ verdict: 'leak', series: 'external', rate: 128 * kib });
    expect(judgeCase({ truth: leak }, report).verdictRight).toBe(true);
    expect(judgeCase({ truth: leak }, report).mistakes).toHaveLength(1);
  });

  it('is not met by the wrong series', () => {
    expect(mistakes(leak, { verdict: 'leak', series: 'heap', rate: 64 * kib })).toEqual([
      'attributed to heap instead of external',
    ]);
  });

  it('of a stable case is met where nothing was found', () => {
    expect(mistakes({ verdicts: ['stable'] }, { verdict: 'none' })).toEqual([]);
  });

  it('includes the comparison with the good variant', () => {
    const truth: Truth = { verdicts: ['stable'], comparison: 'unchanged' };
    expect(mistakes(truth, { comparison: 'regression' })).toEqual(['regression instead of unchanged']);
  });

  it('includes metrics', () => {
    const truth: Truth = { verdicts: ['stable'], metrics: { heap_delta_mb: [-0.5, 0.5] } };
    expect(mistakes(truth, { metrics: { heap_delta_mb: 0.1 } })).toEqual([]);
    expect(mistakes(truth, { metrics: { heap_delta_mb: -2.7 } })).toHaveLength(1);
    expect(mistakes(truth, {})).toHaveLength(1);
  });

  it('is not met by samples that failed', () => {
    expect(mistakes({ verdicts: ['stable'] }, { errors: ['it threw\nat run'] })).toEqual(['failed: it threw']);
  });
});

describe('the report of a hard case', () => {
  it('is read from the comparison that a run prints', () => {
    const metrics = [
      { metric: 'heap_delta_mb', verdict: 'unchanged', now: { median: 0.2 } },
      { metric: 'rss_delta_mb', verdict: 'regression', now: { median: 3 } },
      { metric: 'peak_rss_mb', verdict: 'unchanged', now: { median: 50 } },
    ];
    const printed = { id: 'a', verdict: 'regression', errors: [], metrics, leak: { verdict: 'stable', samples: 5 } };
    expect(observationOf(JSON.stringify({ cases: [printed] }), 'a', ['heap_delta_mb'], 7)).toEqual({
      verdict: 'stable',
      comparison: 'regression',
      metrics: { heap_delta_mb: 0.2, rss_delta_mb: 3 },
      errors: [],
      seconds: 7,
    });
  });

  it.each(['rate', 'slopeBytes'])('has the rate of a leak, called %s', (field) => {
    const found = { verdict: 'leak', series: 'heap', [field]: 4_096 };
    const printed = { id: 'a', verdict: 'new', errors: [], metrics: [], leak: found };
    expect(observationOf(JSON.stringify({ cases: [printed] }), 'a', [], 1)).toMatchObject({ rate: 4_096 });
  });

  it('has to have the case', () => {
    expect(() => observationOf('{"cases":[]}', 'a', [], 1)).toThrow('the run did not report the case a');
  });
});

describe('the table of hard cases', () => {
  it('names each case once', () => {
    const names = hardCases.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names files that exist', () => {
    const missing = hardCases.filter(({ file }) => !existsSync(join(packageRoot, 'bench/cases/scenarios', file)));
    expect(missing).toEqual([]);
  });

  it('has a good variant for every bad one, measured first', () => {
    const pairs = unitsOf(hardCases).filter((unit) => unit.some(({ variant }) => variant !== undefined));
    expect(pairs.length).toBeGreaterThan(10);
    for (const pair of pairs) expect(pair.map(({ variant }) => variant)).toEqual(['good', 'bad']);
  });

  it.each([1, 7, 12_345, 20_261_125])('has a burst among the planned calls of seed %i', (seed) => {
    const random = randomFrom(seed);
    const bursts = Array.from({ length: 53 }, () => random() < 0.05).slice(3);
    expect(bursts).toContain(true);
  });
});
