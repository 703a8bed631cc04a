import { z } from 'zod';
import { amount } from './described.js';

/** Calls that a tree has, at most. */
export const mostCalls = 300;
/** How deep a call may lie in a tree. */
export const deepestCall = 60;

/** Calls in pre-order as columns; `outermost` says what those at depth 0 are. */
export function callTreeSchema(outermost: string) {
  return z
    .strictObject({
      depth: z
        .array(z.int().nonnegative().max(deepestCall))
        .max(mostCalls)
        .describe(
          `How deep each call lies: 0 for ${outermost}; a call is below the last one before it that is less deep`,
        ),
      frame: z.array(z.int().nonnegative()).max(mostCalls).describe('Which of the `frames` each call is'),
      bytes: z
        .array(amount())
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
}

/** Calls of a tree, and the frames that they are of. */
export type CallTree = z.infer<ReturnType<typeof callTreeSchema>>;

/** Whether every call is of a frame that there is. */
export function areFramesThere(frames: readonly unknown[], trees: readonly (CallTree | undefined)[]): boolean {
  return trees.every((tree) => tree === undefined || tree.frame.every((index) => index < frames.length));
}
