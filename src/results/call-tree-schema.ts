import { z } from 'zod';
import { amount } from './described.js';

/** Maximum calls in a tree. */
export const mostCalls = 300;
/** Maximum depth of a call in a tree. */
export const deepestCall = 60;

/** Calls in pre-order, as columns. `outermost` describes those at depth 0. */
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
        .describe('Bytes of each call itself, and of its callees that are too small to list'),
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

/** Calls of a tree, with their frames. */
export type CallTree = z.infer<ReturnType<typeof callTreeSchema>>;

/** Whether every call refers to an existing frame. */
export function areFramesThere(frames: readonly unknown[], trees: readonly (CallTree | undefined)[]): boolean {
  return trees.every((tree) => tree === undefined || tree.frame.every((index) => index < frames.length));
}
