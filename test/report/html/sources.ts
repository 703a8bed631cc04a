import { compareResults } from '../../../src/compare/compare.js';
import { defaultFailOn } from '../../../src/compare/verdict.js';
import type { PageSource } from '../../../src/report/html/page-data.js';
import { mostCalls } from '../../../src/results/call-tree-schema.js';
import type { CaseResult, MeasuredSample, Results, Timeline } from '../../../src/results/schema.js';
import {
  createAllocator,
  createCase,
  createFailedSample,
  createFollowUp,
  createHeaptrack,
  createKeepingSample,
  createMapped,
  createNativeTrees,
  createQdrantMemory,
  createResults,
  createSample,
  createSitesSample,
} from '../../builders.js';

const mebibyte = 1024 * 1024;

/** What the page shows of two documents, judged by the rules that hold where nobody says otherwise. */
export function pageSource(results: Results, baselineResults?: Results): PageSource {
  const rules = { budgets: {}, thresholds: {}, failOn: defaultFailOn };
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
    settled: [
      { name: 'cold-before', atMs: 1000, heapBytes: 12 * mebibyte, externalBytes: 2 * mebibyte },
      { name: 'before', atMs: 2500, heapBytes: 13 * mebibyte, externalBytes: 2 * mebibyte },
      { name: 'after', atMs: 5800, heapBytes: 33 * mebibyte, externalBytes: 2 * mebibyte },
    ],
  };
}

/** Five samples in which native memory grows by this much per iteration, and their follow-up. */
export function createGrowth(perIteration: number): MeasuredSample[] {
  return [
    ...createRun(4).map((sample) => createKeepingSample({ mallocBytes: perIteration }, sample)),
    createFollowUp({ mallocBytes: (iteration) => iteration * perIteration }),
  ];
}

/** The same with what explains them: of the first what its memory is made of, and who allocates so many objects. */
export function explained(samples: readonly MeasuredSample[], count: number): MeasuredSample[] {
  const told = { mapped: createMapped(), qdrantMemory: createQdrantMemory(50) };
  const allocations = [
    createAllocator({ count }),
    createAllocator({ file: `node_modules/${'a-long-name/'.repeat(6)}index.js`, count: 10 }),
  ];
  return [
    ...samples.map((sample) => (sample.pass === 'memory' && sample.index === 0 ? { ...sample, ...told } : sample)),
    createSample({ pass: 'allocations', metrics: { allocation_count: count + 10 }, allocations }),
  ];
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
      createCase({ id: 'ingest/large', samples: [...explained(createRun(4), 400), createSitesSample(0)] }),
      createCase({ id: 'ingest/small', samples: createRun(30) }),
      createCase({ id: 'leak/native', samples: createGrowth(100), leakVerdict: 'stable' }),
      createCase({ id: 'search/changed', samples: createRun(4), definitionHash: 'before' }),
      createCase({ id: 'search/gone', samples: createRun(4) }),
    ],
  });
  const now: CaseResult[] = [
    createCase({
      id: 'ingest/large',
      samples: [
        ...explained(createRun(60), 900),
        createSitesSample(20),
        createSample({ pass: 'native', metrics: {}, native: createHeaptrack() }),
      ],
      budgets: { rss_delta_mb: 50, peak_rss_mb: 300 },
    }),
    createCase({
      id: 'ingest/small',
      samples: [
        ...createRun(4),
        createSample({ pass: 'native', metrics: {}, native: createHeaptrack({ trees: createNativeTrees() }) }),
      ],
    }),
    createCase({ id: 'leak/native', samples: explained(createGrowth(40_000), 900) }),
    createCase({ id: 'search/broken', samples: [createFailedSample({ stack: 'Error: it broke\n    at here' })] }),
    createCase({ id: 'search/changed', samples: createRun(4), definitionHash: 'after' }),
  ];
  return pageSource(createResults({ cases: now }), baseline);
}

/** A sample with as many calls as a document may have. */
function createWidestSites(): MeasuredSample {
  const frames = Array.from({ length: 2 * mostCalls }, (_, index) => ({
    file: `node_modules/@scope/package-${index % 40}/dist/esm/some-folder/some-module.js`,
    line: 100 + index,
    function: `someFunctionOf${index}`,
  }));
  const tree = (first: number) => ({
    depth: Array.from({ length: mostCalls }, (_, index) => index % 30),
    frame: Array.from({ length: mostCalls }, (_, index) => first + index),
    bytes: Array.from({ length: mostCalls }, (_, index) => 1_000_000 + 7 * index),
  });
  const sites = { alive: [], allocated: [], trees: { frames, alive: tree(0), allocated: tree(mostCalls) } };
  return createSample({ pass: 'sites', metrics: {}, sites });
}

/** Many cases of many samples, with all there is of where their memory comes from, of which every seventh needs more than it did. */
export function large(cases: number, samples: number, { sites } = { sites: true }): PageSource {
  const document = (rise: number) =>
    createResults({
      cases: Array.from({ length: cases }, (_, index) =>
        createCase({
          id: `family-${index % 9}/case-${index}`,
          samples: [...createRun(4 + (index % 7 === 0 ? rise : 0), samples), ...(sites ? [createWidestSites()] : [])],
        }),
      ),
    });
  return pageSource(document(40), document(0));
}
