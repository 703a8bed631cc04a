import { z } from 'zod';

/** Functions or lines that a list of sites names, at most: what matters is at the top. */
export const mostSites = 20;
/** Calls that a tree has, at most. */
export const mostCalls = 300;
/** How deep a call may lie in a tree. */
export const deepestCall = 60;
const longestPath = 300;
const longestFunction = 120;

const place = {
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

const site = z.strictObject({
  ...place,
  kind: z
    .enum(['heap', 'buffer'])
    .describe('`heap`: JavaScript objects, sampled; `buffer`: Buffers and ArrayBuffers, counted'),
  bytes: z.number().nonnegative().describe('Bytes over all measured iterations'),
  caller: z
    .strictObject(place)
    .optional()
    .describe('Of a site in a package: the nearest function of the user’s own that called it'),
});

const callTree = z
  .strictObject({
    depth: z
      .array(z.int().nonnegative().max(deepestCall))
      .max(mostCalls)
      .describe(
        'How deep each call lies: 0 for what holds all objects, or all Buffers; a call is below the last one before it that is less deep',
      ),
    frame: z.array(z.int().nonnegative()).max(mostCalls).describe('Which of the `frames` each call is'),
    bytes: z
      .array(z.number().nonnegative())
      .max(mostCalls)
      .describe('Bytes of each call itself, and of what it calls that is too little to be told apart'),
  })
  .refine(
    ({ depth, frame, bytes }) => depth.length === frame.length && depth.length === bytes.length,
    'not as many depths, frames and bytes',
  )
  .refine(
    ({ depth }) => depth.every((deep, index) => deep <= (depth[index - 1] ?? -1) + 1),
    'a call that is below no other',
  );

const trees = z
  .strictObject({
    frames: z
      .array(z.strictObject(place))
      .max(2 * mostCalls)
      .describe('The functions and lines that occur, once each'),
    alive: callTree.describe('By calls, who allocated what is alive after the measured iterations'),
    allocated: callTree.describe('By calls, who allocated how much, freed since or not; heap of cold cases left out'),
  })
  .refine(
    ({ frames, alive, allocated }) => [...alive.frame, ...allocated.frame].every((index) => index < frames.length),
    'a call of a frame that there is not',
  );

/** Where the memory of a case comes from. */
export const sitesSchema = z.strictObject({
  alive: z.array(site).max(mostSites).describe('Who allocated what is alive after the measured iterations, most first'),
  allocated: z
    .array(site)
    .max(mostSites)
    .describe('Who allocated how much, freed since or not, most first; heap of cold cases left out'),
  trees: trees.optional().describe('The same by calls, in pre-order, for flame graphs; not kept in baselines'),
});
