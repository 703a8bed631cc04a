import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorkerMessage } from '../../src/measure/messages.js';

const reading = { rssBytes: 1, heapLiveBytes: 1, externalBytes: 1, arrayBuffersBytes: 1 };
const stretch = {
  before: reading,
  after: { ...reading, anonBytes: 1, fileBytes: 1, nativeBytes: 1 },
  peakRssBytes: 2,
  peakAnonBytes: 1,
};
const iterations = { durationMs: [1], rssBytes: [1] };
const report = {
  steady: stretch,
  gc: { count: 1, pauseMs: 1, allocatedBytes: 1, heapPeakBytes: 1 },
  iterations,
  unsettled: [],
};

const known = [
  { type: 'phase', phase: 'follow-up' },
  { type: 'quiesce', point: 'before' },
  { type: 'quiesce', point: 'iteration' },
  { type: 'quiesce', point: 'settled' },
  { type: 'growth', iterations: { ...iterations, heapBytes: [1] } },
  { type: 'memory', report },
  { type: 'memory', report: { ...report, cold: stretch, nativeAbsent: 'musl' } },
  {
    type: 'growth',
    iterations: {
      ...iterations,
      heapBytes: [-1],
      externalBytes: [1],
      mallocBytes: [-1],
      workerHeapBytes: [1],
      otherBytes: [-1],
      childBytes: [1],
      descriptors: [1],
      threads: [1],
      handles: [1],
      children: [1],
    },
  },
  {
    type: 'memory',
    report: {
      ...report,
      steady: {
        ...stretch,
        after: {
          ...reading,
          fileBytes: 1,
          heapLiveBytes: -1,
          mallocBytes: -1,
          workerHeapBytes: 1,
          otherBytes: -1,
          childBytes: 1,
          descriptors: 1,
          threads: 1,
          handles: 1,
          children: 1,
        },
      },
    },
  },
  { type: 'allocations', count: 7 },
  { type: 'done' },
  { type: 'failed', phase: 'setup', message: 'no', stack: 'at x' },
  { type: 'failed', phase: 'setup', message: 'no' },
] as const;

describe('a message of the worker', () => {
  it.each(known)('is understood: %j', (message) => {
    expect(parseWorkerMessage(message)).toEqual(message);
  });
});

describe('a text of the worker', () => {
  it('is cut where the worker has not cut it', () => {
    const long = 'x'.repeat(100_000);
    const read = parseWorkerMessage({ type: 'failed', phase: 'measure', message: long, stack: long });
    if (read?.type !== 'failed') throw new Error('it was not understood');
    expect(read.message.length).toBeLessThan(10_001);
    expect(read.stack?.length).toBeLessThan(20_001);
  });
});

describe('a message that is not of the worker', () => {
  it.each([
    [undefined],
    [null],
    ['done'],
    [7],
    [[]],
    [{}],
    [{ type: 'log', text: 'hello' }],
    [{ kind: 'done' }],
    [{ type: 'phase', phase: 'lunch' }],
    [{ type: 'quiesce' }],
    [{ type: 'allocations', count: '7' }],
    [{ type: 'allocations', count: -1 }],
    [{ type: 'memory', report: {} }],
    [{ type: 'growth', iterations: { ...iterations, mallocBytes: [] } }],
    [{ type: 'growth', iterations: { durationMs: [1], rssBytes: [1, 2] } }],
    [{ type: 'growth', iterations: { durationMs: [1], rssBytes: [1], heapBytes: [] } }],
    [{ type: 'memory', report: { ...report, iterations: { durationMs: [1e300], rssBytes: [1] } } }],
    [{ type: 'memory', report: { ...report, unsettled: Array.from({ length: 1_000 }, () => 'before') } }],
    [{ type: 'failed', phase: 'measure', message: { code: 42 } }],
    [{ type: 'failed', phase: 'run', message: 'no such phase' }],
  ])('is not understood: %j', (message) => {
    expect(parseWorkerMessage(message)).toBeUndefined();
  });

  it('is not understood, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        const parsed = parseWorkerMessage(message);
        expect(parsed === undefined || known.some(({ type }) => type === parsed.type)).toBe(true);
      }),
    );
  });
});
