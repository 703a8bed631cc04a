import { z } from 'zod';
import { amount } from './described.js';
import { callerSchema, mostSites, place } from './place-schema.js';

const allocator = z.strictObject({
  ...place,
  caller: callerSchema,
  count: z.int().nonnegative().describe('Objects it allocated on the JavaScript heap, freed since or not'),
  bytes: amount().describe('What they took, in bytes'),
});

/** The functions that allocate the objects of `allocation_count`. */
export const allocationsSchema = z.array(allocator).max(mostSites);

/** A function that allocates objects. */
export type Allocator = z.infer<typeof allocator>;
