import { z } from 'zod';
import { amount } from './described.js';
import { place } from './place-schema.js';

/** Maximum holders in a document. */
export const mostHolders = 5;
/** Maximum types listed for the objects of one holder. */
export const mostHeldTypes = 3;
export const longestHolderName = 200;

const count = z.int().nonnegative();
const type = z.string().max(longestHolderName);

const holder = z.strictObject({
  name: z
    .string()
    .max(longestHolderName)
    .describe('Variable and properties that lead to it: `recent`, `store.items`; empty where none do'),
  type: type.describe('Its class: `Map`, `Array`'),
  at: z
    .strictObject(place)
    .optional()
    .describe('Where the variable, or the property, is declared; absent where that is not known'),
  through: z
    .strictObject(place)
    .optional()
    .describe('The function of a file that occurs most among the held objects: the callback of timers, a listener'),
  objects: count.describe('Objects it holds that came during the iterations'),
  bytes: amount().describe('Their bytes, with all that is reached through them first'),
  held: z
    .array(z.strictObject({ type, objects: count, bytes: amount() }))
    .max(mostHeldTypes)
    .describe('What most of it is, by type'),
});

/** The holders of objects that were created during the iterations of a leak. */
export const retainersSchema = z.strictObject({
  iterations: count.describe('Iterations between the two heap snapshots'),
  grownObjects: count.describe('Objects of the second snapshot that are not in the first'),
  grownBytes: amount().describe('Their bytes, code left out'),
  holders: z.array(holder).max(mostHolders).describe('Objects that hold most of them, the most bytes first'),
});
