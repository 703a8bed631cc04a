import { z } from 'zod';
import { amount } from './described.js';

/** Maximum readings of a sample: more than a reader will look at. */
export const mostQdrantReadings = 10_000;

const column = (description: string) =>
  z.array(amount()).max(mostQdrantReadings).describe(`${description}, in bytes, at each reading`);

/** Statistics of jemalloc, the Qdrant server's allocator, over the measured iterations. */
export const qdrantMemorySchema = z
  .strictObject({
    atIteration: z
      .array(z.int().nonnegative())
      .max(mostQdrantReadings)
      .describe(
        'How many measured iterations there had been at each reading: 0 = before, at rest. Cases with a growth limit have one after each iteration as well; the reading at rest after the planned ones stands behind theirs',
      ),
    allocatedBytes: column('What the server has asked for and not freed'),
    activeBytes: column('Pages that hold any of it'),
    residentBytes: column(
      'Most that may be in physical memory: active pages, those of jemalloc’s own, and freed ones not yet given back',
    ),
    retainedBytes: column('Address space that is kept for later without physical memory behind it'),
    metadataBytes: column('What jemalloc needs for its own book-keeping'),
  })
  .refine(
    ({ atIteration, ...columns }) => Object.values(columns).every(({ length }) => length === atIteration.length),
    'columns of different lengths',
  );

export type QdrantMemory = z.infer<typeof qdrantMemorySchema>;
