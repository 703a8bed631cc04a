import { describe, expect, it } from 'vitest';
import { AllocatorSeries } from '../../src/measure/allocator-series.js';
import { mostQdrantReadings, qdrantMemorySchema } from '../../src/results/qdrant-memory-schema.js';

const counters = (allocatedBytes: number) => ({
  allocatedBytes,
  activeBytes: allocatedBytes + 1,
  residentBytes: allocatedBytes + 2,
  retainedBytes: 3,
  metadataBytes: 4,
});

describe('what an allocator told', () => {
  it('stands in columns, reading by reading', () => {
    const series = new AllocatorSeries();
    series.note(0, counters(10));
    series.note(2, counters(20));
    expect(series.columns).toEqual({
      atIteration: [0, 2],
      allocatedBytes: [10, 20],
      activeBytes: [11, 21],
      residentBytes: [12, 22],
      retainedBytes: [3, 3],
      metadataBytes: [4, 4],
    });
  });

  it('has no place for a server that did not tell', () => {
    const series = new AllocatorSeries();
    series.note(0, undefined);
    expect(series.columns).toBeUndefined();
  });

  it('fits into a document, however many iterations there are', () => {
    const series = new AllocatorSeries();
    for (let iteration = 0; iteration < mostQdrantReadings + 5; iteration += 1) series.note(iteration, counters(1));
    expect(qdrantMemorySchema.parse(series.columns).atIteration).toHaveLength(mostQdrantReadings);
  });
});
