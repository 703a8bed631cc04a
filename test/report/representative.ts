import { compareResults } from '../../src/compare/compare.js';
import { type Comparison, defaultFailOn } from '../../src/compare/verdict.js';
import type { LeakFit, MeasuredSample } from '../../src/results/schema.js';
import {
  createCase,
  createEnvironment,
  createFailedSample,
  createResults,
  createSamples,
  createSelection,
  createTrend,
} from '../builders.js';

const around = (centre: number, step = 0.1) => [-2, -1, 0, 1, 2].map((noise) => centre + noise * step);
function leakFit(slopeBytes: number): LeakFit {
  const trend = { lateSlopeBytes: slopeBytes, lateLowerBytes: slopeBytes - 200, lateUpperBytes: slopeBytes + 200 };
  return { verdict: 'leak', heap: createTrend({ verdict: 'leak', ...trend }), iterations: 400 };
}

const leaking = (samples: readonly MeasuredSample[], slopeBytes: number): MeasuredSample[] =>
  samples.map((sample) => ({ ...sample, leak: leakFit(slopeBytes) }));

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
    createCase({ id: 'leak/heap', samples: leaking(worker(5), 10 * 1024), growthLimited: true }),
    createCase({
      id: 'search/dense',
      samples: [...worker(4).slice(1), createFailedSample({ message: 'expected 10 hits | got 9' })],
    }),
    createCase({ id: 'search/sparse', samples: [], skipped: 'needs qdrant: not installed' }),
    createCase({ id: 'single-document/10KB', samples: worker(4) }),
  ],
});

/** A run with something of everything. */
export const representative: Comparison = compareResults(now, baseline, {
  budgets: {},
  thresholds: {},
  failOn: defaultFailOn,
});
