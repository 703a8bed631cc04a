import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf } from '../../src/report/chart.js';
import { resample } from '../../src/report/memory-lines.js';
import type { Results, Timeline } from '../../src/results/schema.js';
import {
  createBreach,
  createCase,
  createCaseComparison,
  createComparison,
  createLeakFinding,
  createMetricComparison,
  createResults,
  createSample,
} from '../builders.js';
import { hostileText } from './hostile.js';
import { createTimeline } from './told.js';

const renderChart = (...about: Parameters<typeof chartOf>) => chartOf(...about)?.text ?? '';
const id = 'single-document/10KB';
const regression = createMetricComparison({ verdict: 'regression', difference: 3 });
const regressed = createComparison({ cases: [createCaseComparison({ metrics: [regression] })] });
const recorded = (timeline: Timeline, caseId = id): Results =>
  createResults({ cases: [createCase({ id: caseId, samples: [createSample({ timeline })] })] });
const linesOf = (chart: string) =>
  [...chart.matchAll(/line "(\w+)" \[(.*)\]/g)].map(([, name, values]) => [name, values?.split(', ').map(Number)]);

describe('the chart', () => {
  it('shows memory now above the baseline', () => {
    const chart = renderChart(regressed, recorded(createTimeline([1, 5, 9])), recorded(createTimeline([1, 4, 4])));
    expect(linesOf(chart)).toEqual([
      ['baseline', [1, 4, 4]],
      ['now', [1, 5, 9]],
    ]);
  });

  it('has its axes from 0', () => {
    const chart = renderChart(regressed, recorded(createTimeline([1, 5, 100])), undefined);
    expect(chart).toContain('x-axis "seconds" 0 --> 0.200\n  y-axis "MiB" 0 --> 105\n');
  });

  it('says which line is which', () => {
    const results = recorded(createTimeline());
    expect(renderChart(regressed, results, results)).toMatch(
      /<sub>Blue: now, \d+\.\d s\. Grey: the baseline, \d+\.\d s\.<\/sub>$/,
    );
  });

  it('lays the same work above each other, however long each machine takes for it', () => {
    const chart = renderChart(regressed, recorded(createTimeline([1, 2, 3, 4])), recorded(createTimeline([1, 2])));
    expect(linesOf(chart)[0]).toEqual(['baseline', [1, 1, 1, 2]]);
    expect(chart).toContain('x-axis "% of the way from start to end" 0 --> 100\n');
    expect(chart).toContain('Blue: now, 0.3 s. Grey: the baseline, 0.1 s.');
  });

  it('is of the sample whose peak is the median', () => {
    const samples = [30, 10, 20].map((peak, index) =>
      createSample({ index, metrics: { peak_rss_mb: peak }, timeline: createTimeline([0, peak]) }),
    );
    const chart = renderChart(regressed, createResults({ cases: [createCase({ samples })] }), undefined);
    expect(linesOf(chart)).toEqual([['now', [0, 20]]]);
  });

  it('is of the worst case', () => {
    const cases = [1, 9, 2].map((shift) =>
      createCaseComparison({
        id: `by-${shift}`,
        metrics: [{ ...regression, shift: { shift, lower: shift, upper: shift, confidence: 0.99 } }],
      }),
    );
    const results = createResults({
      cases: cases.map((judged) =>
        createCase({ id: judged.id, samples: [createSample({ timeline: createTimeline() })] }),
      ),
    });
    expect(renderChart(createComparison({ cases }), results, undefined)).toContain('title "by-9:');
  });

  it('is of a case that grew rather than of one that is over budget as ever', () => {
    const cases = [
      createCaseComparison({ id: 'grown', leak: createLeakFinding() }),
      createCaseComparison({ id: 'over', breaches: [createBreach()] }),
    ];
    const results = createResults({
      cases: cases.map((judged) =>
        createCase({ id: judged.id, samples: [createSample({ timeline: createTimeline() })] }),
      ),
    });
    expect(renderChart(createComparison({ cases }), results, undefined)).toContain('title "grown:');
  });

  it('is of the Qdrant server where its memory is what changed', () => {
    const metric = { ...regression, metric: 'qdrant_peak_rss_mb' as const };
    const comparison = createComparison({ cases: [createCaseComparison({ metrics: [metric] })] });
    const chart = renderChart(comparison, recorded(createTimeline([1, 2])), undefined);
    expect(chart).toContain('resident memory of the Qdrant server"');
    expect(linesOf(chart)).toEqual([['now', [10, 20]]]);
  });

  it('is of all processes where the case is a command', () => {
    const samples = [createSample({ metrics: { tree_peak_mb: 2 }, timeline: createTimeline([1, 2]) })];
    const judged = createCaseComparison({ leak: createLeakFinding() });
    const results = createResults({ cases: [createCase({ id: judged.id, samples })] });
    const chart = renderChart(createComparison({ cases: [judged] }), results, undefined);
    expect(chart).toContain('memory of the processes"');
  });

  it('shows no baseline that the case was not compared with', () => {
    const metrics = [createMetricComparison({ baseline: undefined, difference: undefined, verdict: 'new' })];
    const judged = createCaseComparison({ verdict: 'incomparable', metrics, leak: createLeakFinding() });
    const results = recorded(createTimeline());
    expect(linesOf(renderChart(createComparison({ cases: [judged] }), results, results))).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['nothing changed', renderChart(createComparison(), recorded(createTimeline()), undefined)],
    ['nothing was recorded', renderChart(regressed, createResults(), undefined)],
    ['there are no results', renderChart(regressed, undefined, undefined)],
    ['there is a single reading', renderChart(regressed, recorded(createTimeline([1])), undefined)],
  ])('is not drawn where %s', (_, chart) => {
    expect(chart).toBe('');
  });

  it('is what mermaid can read, whatever the case is called', () => {
    fc.assert(
      fc.property(hostileText, (caseId) => {
        const comparison = createComparison({ cases: [createCaseComparison({ id: caseId, metrics: [regression] })] });
        const lines = renderChart(comparison, recorded(createTimeline(), caseId), undefined).split('\n');
        expect(lines).toHaveLength(10);
        expect(lines[3]).toMatch(/^ {2}title "[^"`<>%;#{}[\]\\&]*: resident memory of the worker"$/);
      }),
    );
  });

  it('has numbers that mermaid can read, whatever was recorded', () => {
    const column = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(column, column, (atMs, workerRssBytes) => {
        const timeline = { ...createTimeline(), atMs, workerRssBytes };
        const chart = renderChart(regressed, recorded(timeline), undefined);
        expect(chart.match(/line "now" \[(.*)\]/)?.[1]).toMatch(/^\d+\.\d(, \d+\.\d){1,29}$/);
      }),
    );
  });
});

describe('a line of fewer points', () => {
  const lines = fc.array(
    fc.record({ atMs: fc.nat({ max: 10_000 }), mebibytes: fc.double({ min: 0, max: 1000, noNaN: true }) }),
    { minLength: 2, maxLength: 200 },
  );

  it('loses no peak', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 2, max: 30 }), (line, points) => {
        const sorted = line.toSorted((a, b) => a.atMs - b.atMs);
        const endMs = Math.max(1, sorted.at(-1)?.atMs ?? 0);
        expect(Math.max(...resample(sorted, endMs, points))).toBe(Math.max(...line.map(({ mebibytes }) => mebibytes)));
      }),
    );
  });
});
