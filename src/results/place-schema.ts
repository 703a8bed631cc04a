import { z } from 'zod';

/** Maximum functions or lines in a list: the important ones are at the top. */
export const mostSites = 20;
const longestPath = 300;
const longestFunction = 120;

/** Fields of a function or line that memory comes from. */
export const place = {
  file: z
    .string()
    .max(longestPath)
    .describe('Relative to the working directory; of a package `node_modules/<package>/...`; empty for native code'),
  line: z
    .int()
    .nonnegative()
    .describe(
      'Of a `buffer` the line that makes it, of objects on the heap the line their function begins on; 0 without one',
    ),
  function: z.string().max(longestFunction).describe('Name of the function; empty where it has none'),
};

/** The user's function that called into a package. */
export const callerSchema = z
  .strictObject(place)
  .optional()
  .describe('Of a site in a package: the nearest function of the user’s own that called it');
