import { compareResults } from '../../src/compare/compare.js';
import { type Comparison, defaultFailOn } from '../../src/compare/verdict.js';
import type { MeasuredSample } from '../../src/results/schema.js';
import {
  createCase,
  createEnvironment,
  createFailedSample,
  createFollowUp,
  createKeepingSample,
  createResults,
  createSamples,
  createSelection,
} from '../builders.js';

const around = (centre: number, step = 0.1) => [-2, -1, 0, 1, 2].map((noise) => centre + noise * step);
const KIB = 1024;

/** The samples with readings, each of whose iterations keeps this much. */
function keeping(
  samples: readonly MeasuredSample[],
  perIteration: Parameters<typeof createKeepingSample>[0],
): MeasuredSample[] {
  return samples.map((sample) => createKeepingSample(perIteration, sample));
}

/** Keeps this many bytes in every iteration, in steps that differ a little. */
const steadily = (bytes: number) => (iteration: number) => iteration * bytes + (iteration % 7) * 200;

const worker = (rise: number) =>
  createSamples({
    peak_rss_mb: around(246 + rise, 0.5),
    rss_delta_mb: around(rise),
    peak_delta_mb: around(20 + rise),
    heap_delta_mb: around(0.5, 0.01),
    native_delta_mb: around(rise / 2, 0.01),
    duration_ms: around(1500, 20),
  });

const baseline = createResults({
  commit: { sha: '2222222bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', dirty: false },
  startedAt: '2026-02-28T08:00:00.000Z',
  environment: createEnvironment({ subject: { node: 'v20.19.0', fastembed: '2.0.0' } }),
  cases: [
    createCase({ id: 'batch-ingestion/64', samples: worker(4) }),
    createCase({ id: 'connection-pool', samples: worker(9) }),
    createCase({ id: 'embedding/long', samples: worker(4), definitionHash: 'before' }),
    createCase({ id: 'search/dense', samples: worker(4) }),
    createCase({ id: 'search/gone', samples: worker(4) }),
    createCase({ id: 'single-document/10KB', samples: worker(4) }),
  ],
});

const now = createResults({
  commit: { sha: '1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', dirty: false },
  selection: createSelection(),
  environment: createEnvironment({
    subject: { node: 'v20.19.0', fastembed: '2.1.0' },
    context: { cpu: 'another cpu', kernel: '6.1.0' },
  }),
  cases: [
    createCase({ id: 'batch-ingestion/64', samples: worker(24), budgets: { rss_delta_mb: 20, peak_rss_mb: 260 } }),
    createCase({ id: 'connection-pool', samples: worker(2), budgets: { qdrant_peak_rss_mb: 200 } }),
    createCase({ id: 'embedding/long', samples: worker(4), definitionHash: 'after' }),
    createCase({
      id: 'leak/heap',
      samples: [
        ...keeping(worker(5), { heapBytes: 10 * KIB, externalBytes: 6 * KIB, descriptors: 2 }),
        createFollowUp({
          heapBytes: steadily(10 * KIB),
          externalBytes: steadily(6 * KIB),
          descriptors: (iteration) => 2 * iteration,
        }),
      ],
    }),
    createCase({
      id: 'leak/slow-calls',
      samples: [
        ...keeping(worker(5), { mallocBytes: 24 * KIB }),
        createFollowUp(
          { mallocBytes: steadily(24 * KIB) },
          { count: 160, ended: 'time', message: 'after 160 iterations' },
        ),
      ],
    }),
    createCase({
      id: 'cache/growing',
      samples: [
        ...keeping(worker(5), { heapBytes: 64 * KIB }),
        createFollowUp({ heapBytes: (iteration) => 1024 * KIB * Math.sqrt(iteration + 1) }),
      ],
    }),
    createCase({
      id: 'cache/full',
      samples: [
        ...keeping(worker(5), { heapBytes: 64 * KIB }),
        createFollowUp({ heapBytes: (iteration) => Math.min(iteration, 120) * 64 * KIB }),
      ],
    }),
    createCase({
      id: 'search/dense',
      samples: [...worker(4).slice(1), createFailedSample({ message: 'expected 10 hits | got 9' })],
    }),
    createCase({ id: 'search/sparse', samples: [], skipped: 'needs qdrant: not installed' }),
    createCase({ id: 'single-document/10KB', samples: keeping(worker(4), { heapBytes: 300 }) }),
  ],
});

/** A run with something of everything. */
export const representative: Comparison = compareResults(now, baseline, {
  budgets: {},
  thresholds: {},
  failOn: defaultFailOn,
});
