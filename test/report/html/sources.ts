import { compareResults } from '../../../src/compare/compare.js';
import { failOnKinds } from '../../../src/compare/verdict.js';
import type { PageSource } from '../../../src/report/html/page-data.js';
import type { CaseResult, IterationSeries, MeasuredSample, Results, Timeline } from '../../../src/results/schema.js';
import {
  createCase,
  createFailedSample,
  createHeaptrack,
  createResults,
  createSample,
  createTrend,
} from '../../builders.js';

const mebibyte = 1024 * 1024;

/** What the page shows of two documents, judged by the rules that hold where nobody says otherwise. */
export function pageSource(results: Results, baselineResults?: Results): PageSource {
  const rules = { budgets: {}, thresholds: {}, failOn: failOnKinds };
  return { comparison: compareResults(results, baselineResults, rules), results, baselineResults };
}

/** A run of `count` samples around a level, in MiB, with readings over time of the first. */
export function createRun(level: number, count = 5): MeasuredSample[] {
  return Array.from({ length: count }, (_, index) =>
    createSample({
      index,
      metrics: {
        peak_rss_mb: level + 200 + (index % 5),
        rss_delta_mb: level + (index % 5) / 10,
        heap_delta_mb: 0.5 + (index % 5) / 1000,
        qdrant_peak_rss_mb: 90 + (index % 3),
        duration_ms: 1500 + index,
      },
      ...(index === 0 ? { timeline: createReadings(level) } : {}),
    }),
  );
}

/** Readings of a worker that loads, then works, beside a server. */
export function createReadings(level: number, count = 60): Timeline {
  return {
    atMs: Array.from({ length: count }, (_, index) => index * 100),
    workerRssBytes: Array.from({ length: count }, (_, index) => (50 + Math.min(index, 20) * 8 + level) * mebibyte),
    qdrantRssBytes: Array.from({ length: count }, (_, index) => (80 + index / 10) * mebibyte),
    phases: [
      { name: 'import', atMs: 60 },
      { name: 'setup', atMs: 120 },
      { name: 'cold', atMs: 1000 },
      { name: 'measure', atMs: 2500 },
      { name: 'settle', atMs: 5500 },
    ],
  };
}

/** Five samples in which live native bytes grow by so much an iteration. */
export function createGrowth(perIteration: number): MeasuredSample[] {
  const readings = Array.from({ length: 50 }, (_, index) => 40 * mebibyte + index * perIteration);
  const iterations: IterationSeries = {
    durationMs: readings.map(() => 5),
    rssBytes: readings,
    heapBytes: readings.map(() => 8 * mebibyte),
    nativeBytes: readings,
    anonBytes: readings,
  };
  const slope = { slopeBytes: perIteration, lateSlopeBytes: perIteration };
  const verdict = perIteration > 4096 ? ('leak' as const) : ('stable' as const);
  return createRun(4).map((sample) => ({
    ...sample,
    iterations,
    leak: { verdict, heap: createTrend(), native: createTrend({ ...slope, verdict }), iterations: 50 },
  }));
}

/** Two documents with something of everything. */
export function varied(): PageSource {
  const past = [3, 4, 5].map((level) => ({
    sha: `${level}`.repeat(40),
    startedAt: `2026-02-0${level}T00:00:00.000Z`,
    cases: { 'ingest/large': { definitionHash: '0123456789abcdef', medians: { rss_delta_mb: level } } },
  }));
  const baseline = createResults({
    history: [...past].reverse(),
    cases: [
      createCase({ id: 'ingest/large', samples: createRun(4) }),
      createCase({ id: 'ingest/small', samples: createRun(30) }),
      createCase({ id: 'leak/native', samples: createGrowth(100), growthLimited: true }),
      createCase({ id: 'search/changed', samples: createRun(4), definitionHash: 'before' }),
      createCase({ id: 'search/gone', samples: createRun(4) }),
    ],
  });
  const now: CaseResult[] = [
    createCase({
      id: 'ingest/large',
      samples: [...createRun(60), createSample({ pass: 'native', metrics: {}, native: createHeaptrack() })],
      budgets: { rss_delta_mb: 50 },
    }),
    createCase({ id: 'ingest/small', samples: createRun(4) }),
    createCase({ id: 'leak/native', samples: createGrowth(40_000), growthLimited: true }),
    createCase({ id: 'search/broken', samples: [createFailedSample({ stack: 'Error: it broke\n    at here' })] }),
    createCase({ id: 'search/changed', samples: createRun(4), definitionHash: 'after' }),
  ];
  return pageSource(createResults({ cases: now }), baseline);
}

/** Many cases of many samples, of which every seventh needs more than it did. */
export function large(cases: number, samples: number): PageSource {
  const document = (rise: number) =>
    createResults({
      cases: Array.from({ length: cases }, (_, index) =>
        createCase({
          id: `family-${index % 9}/case-${index}`,
          samples: createRun(4 + (index % 7 === 0 ? rise : 0), samples),
        }),
      ),
    });
  return pageSource(document(40), document(0));
}
