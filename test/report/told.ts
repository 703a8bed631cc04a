import type { Provenance } from '../../src/report/provenance.js';
import type { Timeline } from '../../src/results/schema.js';

export const repositoryUrl = 'https://github.com/acme/search';

/** A job of GitHub whose baseline is the merge base's, unless told otherwise. */
export function createProvenance(overrides: Partial<Provenance> = {}): Provenance {
  return {
    leg: '',
    repositoryUrl,
    runUrl: `${repositoryUrl}/actions/runs/7`,
    resultsUrl: `${repositoryUrl}/actions/runs/7/artifacts/8`,
    baseline: { source: 'merge-base', commitsBehind: 0, notes: [] },
    ...overrides,
  };
}

/** Readings of the worker in MiB, ten a second; Qdrant has ten times as much. */
export function createTimeline(mebibytes: readonly number[] = [1, 2, 3]): Timeline {
  const bytes = mebibytes.map((value) => value * 1024 * 1024);
  return {
    atMs: mebibytes.map((_, index) => index * 100),
    workerRssBytes: bytes,
    qdrantRssBytes: bytes.map((value) => value * 10),
    phases: [],
  };
}
