import { z } from 'zod';
import { areFramesThere, callTreeSchema, mostCalls } from './call-tree-schema.js';
import { amount } from './described.js';
import { callerSchema, mostSites, place } from './place-schema.js';

const site = z.strictObject({
  ...place,
  kind: z
    .enum(['heap', 'buffer'])
    .describe('`heap`: JavaScript objects, sampled; `buffer`: Buffers and ArrayBuffers, counted'),
  bytes: amount().describe('Bytes over all measured iterations'),
  caller: callerSchema,
});

const callTree = callTreeSchema('what holds all objects, or all Buffers');

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
    ({ frames, alive, allocated }) => areFramesThere(frames, [alive, allocated]),
    'a call of a frame that there is not',
  );

/** Where the memory of a case comes from. */
export const sitesSchema = z.strictObject({
  alive: z.array(site).max(mostSites).describe('Who allocated what is alive after the measured iterations, most first'),
  allocated: z
    .array(site)
    .max(mostSites)
    .describe('Who allocated how much, freed since or not, most first; heap of cold cases left out'),
  iterations: z.int().nonnegative().optional().describe('Iterations whose memory is in `alive`'),
  trees: trees.optional().describe('The same by calls, in pre-order, for flame graphs; not kept in baselines'),
});
