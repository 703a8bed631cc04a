import { failOnKinds } from '../../src/compare/verdict.js';
import type { Results, Sample } from '../../src/results/schema.js';
import {
  createAllocator,
  createCase,
  createEnvironment,
  createFailedSample,
  createFollowUp,
  createHeaptrack,
  createKeepingSample,
  createLeakFit,
  createMapped,
  createMassif,
  createNativeTrees,
  createQdrantMemory,
  createResults,
  createSample,
  createSitesSample,
  createTrees,
} from '../builders.js';
import { varied } from '../report/html/sources.js';
import { createTimeline } from '../report/told.js';

/** The longest series of a document that is mutated: what comes behind is of the same kind. */
const longestSeries = 6;

const source = varied();

/** Valid documents with something of everything, small enough to be changed a million times. */
export const documents: readonly Results[] = [
  shortened(source.results),
  createResults({
    commit: { sha: 'a'.repeat(40), dirty: false },
    environment: createEnvironment({
      packages: { direct: { a: '1.0.0' }, transitive: { b: '2.0.0' }, scenarios: {} },
      subject: { node: '22.0.0' },
      context: { cpu: 'one' },
    }),
    cases: [
      createCase({
        samples: everything(),
        thresholds: { rss_delta_mb: { absolute: 1 } },
        growthLimited: true,
        leaks: { toleranceBytes: 1024 },
        leakVerdict: 'leak',
      }),
      createCase({ id: 'a/b', skipped: 'needs qdrant: it is not there', samples: [] }),
    ],
  }),
];

/** What the trusted run compares them with. */
export const baseline: Results = shortened(
  source.baselineResults ?? createResults({ cases: [createCase({ samples: everything() })] }),
);

export const handovers = [
  {
    handoverVersion: 1,
    leg: 'node 22, os ubuntu',
    commentKey: 'default',
    comment: 'auto',
    failOn: [...failOnKinds],
    budgets: { '**': { rss_delta_mb: 5 }, 'ingest/*': { peak_rss_mb: 100 } },
    thresholds: { '*/large': { rss_delta_mb: { absolute: 1, relativePercent: 5 } } },
  },
];

function everything(): Sample[] {
  return [
    ...[0, 1, 2, 3].map((index) =>
      createKeepingSample(
        { heapBytes: 40_000, descriptors: 2 },
        {
          index,
          timeline: createTimeline(),
          mapped: createMapped(),
          qdrantMemory: createQdrantMemory(3),
          leak: createLeakFit('leak', 40_000),
        },
      ),
    ),
    createFollowUp({ heapBytes: (iteration) => iteration * 40_000 }, { ended: 'time', message: 'too slow' }),
    createFollowUp({}, { index: 1, count: 0, ended: 'cannot' }),
    createSitesSample(20),
    createSample({ pass: 'sites', sites: { alive: [], allocated: [], trees: createTrees() } }),
    createSample({ pass: 'allocations', metrics: { allocation_count: 9 }, allocations: [createAllocator()] }),
    createSample({ pass: 'native', metrics: {}, native: createHeaptrack({ trees: createNativeTrees() }) }),
    createSample({ pass: 'native', metrics: {}, native: createMassif() }),
    createFailedSample({ stack: 'Error: it broke\n    at here (a.mjs:1:2)', log: 'a log' }),
  ];
}

/** The document with its series cut: a copy of JSON, with arrays of numbers no longer than `longestSeries`. */
function shortened(results: Results): Results {
  return JSON.parse(
    JSON.stringify(results, (_, value: unknown) =>
      Array.isArray(value) && value.every((each) => typeof each === 'number' || each === null)
        ? value.slice(0, longestSeries)
        : value,
    ),
  );
}
