import { describe, expect, it } from 'vitest';
import { storedReadings } from '../../src/measure/stored-readings.js';
import type { Reading } from '../../src/measure/worker/protocol.js';
import { fittedSample } from '../../src/results/fit.js';

const reading: Reading = {
  rssBytes: 100,
  anonBytes: 60,
  fileBytes: 40,
  heapLiveBytes: 20,
  externalBytes: 5,
  arrayBuffersBytes: 4,
  nativeBytes: 30,
  mallocBytes: -1,
  otherBytes: -2,
  childBytes: 0,
  descriptors: 20,
  threads: 11,
  handles: 3,
  children: 0,
};

describe('the stored readings of a sample', () => {
  const readings = storedReadings({ before: reading, after: { ...reading, workerHeapBytes: 7 } });

  it('name the heap as the series over iterations does', () => {
    expect(readings.before).toMatchObject({ heapBytes: 20, mallocBytes: -1, descriptors: 20 });
    expect(readings.before).not.toHaveProperty('heapLiveBytes');
    expect(readings.after.workerHeapBytes).toBe(7);
  });

  it('are accepted in a results document', () => {
    const about = { status: 'measured', pass: 'memory', index: 0, startedAt: '2026-01-01T00:00:00.000Z' } as const;
    const sample = { ...about, metrics: {}, absent: {}, unsettled: [], readings };
    expect(fittedSample(sample)).toMatchObject({ status: 'measured', readings });
  });
});
