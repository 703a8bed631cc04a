import { z } from 'zod';
import { callerSchema, mostSites, place } from './place-schema.js';

/** Calls that a tree has, at most. */
export const mostCalls = 300;
/** How deep a call may lie in a tree. */
export const deepestCall = 60;

const site = z.strictObject({
  ...place,
  kind: z
    .enum(['heap', 'buffer'])
    .describe('`heap`: JavaScript objects, sampled; `buffer`: Buffers and ArrayBuffers, counted'),
  bytes: z.number().nonnegative().describe('Bytes over all measured iterations'),
  caller: callerSchema,
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
