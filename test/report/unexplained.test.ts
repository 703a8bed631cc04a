import { describe, expect, it } from 'vitest';
import type { CaseComparison, MetricComparison } from '../../src/compare/verdict.js';
import { unexplainedOf } from '../../src/report/unexplained.js';
import { whereOf } from '../../src/report/where.js';
import type { MetricName } from '../../src/results/metrics.js';
import { createCaseComparison, createLeakFinding, createMetricComparison, createSitesComparison } from '../builders.js';

const mebibyte = 1024 ** 2;

function metric(
  name: MetricName,
  now: number,
  difference?: number,
  verdict: MetricComparison['verdict'] = 'unchanged',
) {
  return createMetricComparison({
    metric: name,
    role: 'primary',
    verdict,
    now: { median: now, min: now, max: now, samples: 5 },
    difference,
  });
}

/** RSS over its budget without a baseline, and what else changed. */
function overBudget(...others: readonly MetricComparison[]): CaseComparison {
  return createCaseComparison({
    breaches: [{ metric: 'rss_delta_mb', limit: 10, value: 60 }],
    metrics: [metric('rss_delta_mb', 60), ...others],
    sites: createSitesComparison({ compared: false }),
  });
}

function leaking(series: string, mebibytesPerIteration: number, keptBytes = { objects: 0, buffers: 0 }) {
  const leak = { ...createLeakFinding({ rate: mebibytesPerIteration * mebibyte }), series };
  return createCaseComparison({
    leak: leak as CaseComparison['leak'],
    sites: createSitesComparison({ iterations: 50, keptBytes }),
  });
}

describe('growth that sites do not explain', () => {
  it('is file pages where no anonymous memory came', () => {
    expect(unexplainedOf(overBudget(metric('anon_delta_mb', 0)))).toEqual({ growth: 60, explained: 0, rest: 'file' });
    expect(whereOf(overBudget(metric('anon_delta_mb', 0)))[0]).toContain('no action needed');
  });

  it('is file pages of a regression as well, and not native memory', () => {
    const metrics = [
      metric('rss_delta_mb', 61, 60, 'regression'),
      metric('anon_delta_mb', 1, 0),
      metric('native_delta_mb', 0, 0),
    ];
    expect(unexplainedOf(createCaseComparison({ metrics, sites: createSitesComparison() }))?.rest).toBe('file');
  });

  it('is native memory where malloc has most of it', () => {
    expect(unexplainedOf(overBudget(metric('anon_delta_mb', 60), metric('native_delta_mb', 58)))?.rest).toBe('malloc');
  });

  it('is mapped memory where malloc has little of it, for which heaptrack is not named', () => {
    const judged = overBudget(metric('anon_delta_mb', 60), metric('native_delta_mb', 1));
    expect(unexplainedOf(judged)?.rest).toBe('mapped');
    expect(whereOf(judged)[0]).not.toContain('heaptrack');
    expect(whereOf(judged)[0]).toContain('/proc/<pid>/smaps');
  });

  it('is none where objects and Buffers have most of it', () => {
    const judged = overBudget(metric('anon_delta_mb', 60));
    const keptBytes = { objects: 30 * mebibyte, buffers: 25 * mebibyte };
    expect(unexplainedOf({ ...judged, sites: createSitesComparison({ compared: false, keptBytes }) })).toBeUndefined();
  });

  it('of a leak is measured against the growth of its series over the recorded iterations', () => {
    const judged = leaking('native', 6.92, { objects: 0.2 * mebibyte, buffers: 0.6 * mebibyte });
    expect(whereOf(judged)[0]).toMatch(/^0\.6 of 346 MiB explained; /);
  });

  it('of a leak is measured against all memory where the series has only a part of it', () => {
    const judged = leaking('native', 0.7, { objects: 0.3 * mebibyte, buffers: 0.3 * mebibyte });
    const metrics = [metric('anon_delta_mb', 346), metric('native_delta_mb', 36)];
    expect(whereOf({ ...judged, metrics })[0]).toMatch(/^0\.6 of 346 MiB explained; .*\/proc\/<pid>\/smaps$/);
  });

  it.each([
    ['heap', undefined],
    ['external', 'external'],
    ['malloc', 'malloc'],
    ['workerHeap', 'workerHeap'],
    ['other', 'mapped'],
  ] as const)('of a leak of %s is %s where objects keep as much as it grew', (series, rest) => {
    expect(unexplainedOf(leaking(series, 1, { objects: 50 * mebibyte, buffers: 0 }))?.rest).toBe(
      series === 'workerHeap' ? undefined : rest,
    );
  });

  it('of a worker that no profile explains names the snapshot of that worker', () => {
    expect(whereOf(leaking('workerHeap', 1))[0]).toContain('worker.getHeapSnapshot()');
  });

  it.each([
    ['descriptors', '/proc/<pid>/fd'],
    ['threads', '/proc/<pid>/task'],
    ['handles', 'process.getActiveResourcesInfo()'],
    ['children', 'ps --ppid'],
    ['child', 'as a command'],
  ])('is not memory of the process where %s leak: one step names them', (series, step) => {
    const lines = whereOf(leaking(series, 0.001, { objects: 50 * mebibyte, buffers: 0 }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(step);
  });
});
