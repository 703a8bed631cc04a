import { beforeAll, describe, expect, it } from 'vitest';
import { idsIn, type JudgedRun, measure } from '../example-runs.js';
import { metricOf, samplesOf } from '../processes.js';
import { needs } from '../requires/needs.js';

describe('the example of a pipeline in Python', needs('python3'), () => {
  let run: JudgedRun;
  beforeAll(async () => {
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
