import { z } from 'zod';
import type { Allocator } from '../../results/schema.js';
import type { Case } from '../../suite/cases.js';
import type { AllocationRecord, StackFrame } from '../worker/protocol.js';
import { allocatorsOf, type StackAllocations } from './aggregate.js';
import { placesOf } from './places.js';
import { readRecord } from './read-record.js';
import { countFrames } from './stacks.js';

const amount = z.int().nonnegative();

const recordSchema: z.ZodType<AllocationRecord> = z.object({
  functions: z.array(z.object({ functionName: z.string(), url: z.string(), line: amount, column: amount })),
  nodes: z.array(
    z.object({
      function: amount,
      parent: amount.optional(),
      count: amount,
      bytes: z.number().nonnegative().max(Number.MAX_SAFE_INTEGER),
    }),
  ),
});

/**
 * Which functions allocated the objects that an allocation pass counted, the most first.
 * @throws EnvironmentError if the record cannot be read.
 */
export async function readAllocations(
  recordFile: string,
  { sources }: Pick<Case, 'sources'>,
  workingDirectory: string,
): Promise<Allocator[]> {
  const record = await readRecord(recordFile, recordSchema);
  return allocatorsOf(allocationStacks(record), placesOf(sources, workingDirectory));
}

/**
 * The stacks that allocated something themselves, innermost call first.
 * @throws EnvironmentError if they have too many frames in total.
 */
export function allocationStacks({ functions, nodes }: AllocationRecord): StackAllocations[] {
  const stacks: StackFrame[][] = [];
  let frames = 0;
  return nodes.flatMap(({ function: index, parent, count, bytes }) => {
    const callers = (parent === undefined ? undefined : stacks[parent]) ?? [];
    const frame = functions[index];
    const stack = frame === undefined ? callers : [frame, ...callers];
    // Stacks without objects are kept here as well, so their frames count.
    frames = countFrames(frames, stack);
    stacks.push(stack);
    return count === 0 ? [] : [{ stack, count, bytes }];
  });
}
