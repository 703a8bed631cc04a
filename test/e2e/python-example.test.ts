import { beforeAll, describe, expect, it } from 'vitest';
import { idsIn, type JudgedRun, measure, requirePrograms } from '../example-runs.js';
import { metricOf, samplesOf } from '../processes.js';

describe('the example of a pipeline in Python', () => {
  let run: JudgedRun;
  beforeAll(async () => {
    requirePrograms('python3');
    run = await measure('python-pipeline', 2);
  });

  it('passes', () => {
    expect(run.comparison).toMatchObject({ verdict: 'pass', findings: { budget: 0, leak: 0, error: 0 } });
    expect(run.code).toBe(0);
    expect(idsIn(run)).toEqual(['ingest-job/workers=1', 'ingest-job/workers=3', 'ingest-loop']);
  });

  it('is measured with its worker processes', () => {
    expect(metricOf(run, 'ingest-job/workers=3', 'tree_peak_mb')).toBeGreaterThan(
      metricOf(run, 'ingest-job/workers=1', 'tree_peak_mb'),
    );
  });

  it('tells of every document', () => {
    const [sample] = samplesOf(run, 'ingest-loop');
    expect(sample?.iterations?.rssBytes).toHaveLength(50);
  });
});
