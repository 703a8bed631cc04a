import { z } from 'zod';
import { areFramesThere, callTreeSchema, mostCalls } from './call-tree-schema.js';
import { amount, text } from './described.js';

/** Maximum stacks of a kind in a document. */
export const mostStacks = 10;
/** Maximum frames of a stack. The innermost show what is allocated, the outer ones why. */
export const mostFrames = 6;
/** Maximum branches of a tree in total. */
export const mostBranches = 80;
/** Maximum levels of a tree. */
export const deepestTree = 16;
/** Maximum snapshots of a series. */
export const mostSnapshots = 60;
export const longestFunction = 160;
export const longestFile = 160;

const bytes = amount();
const count = z.int().nonnegative();

const frame = z.strictObject({
  function: z.string().max(longestFunction).describe('Name of the function, demangled; empty where it has none'),
  file: z
    .string()
    .max(longestFile)
    .describe('Source file, without the folders of the machine; empty without debug information'),
  line: count.describe('0 without debug information'),
  object: z.string().max(longestFile).describe('Program or library the function is in; empty where that is not told'),
});

const stack = z.strictObject({
  bytes: bytes.describe('Bytes of these calls: at the peak, or never freed'),
  calls: count.describe('Calls of allocation functions from here'),
  frames: z.array(frame).max(mostFrames).describe('The innermost function that says something first'),
});

const profileFile = text('Name of the profiler’s own file in the folder of profiles');

const stacks = z.array(stack).max(mostStacks);

const treeFrame = z.strictObject({
  ...frame.shape,
  owner: z
    .enum(['program', 'library', 'system'])
    .describe(
      '`program`: the program of a command, the server, or a source file below the working directory; `system`: the C library, the standard library of the language, Node itself, and what a profiler has put together; `library`: anything else',
    ),
});

const callTree = callTreeSchema('all of it together');

const treeFrames = z
  .array(treeFrame)
  .max(2 * mostCalls)
  .describe('The functions and lines that occur, once each');

const heaptrackTrees = z
  .strictObject({
    frames: treeFrames,
    peak: callTree.describe('By calls, who had what at the peak'),
    leaked: callTree.describe('By calls, who had what was never freed'),
  })
  .refine(({ frames, peak, leaked }) => areFramesThere(frames, [peak, leaked]), 'a call of a frame that there is not');

const massifTrees = z
  .strictObject({ frames: treeFrames, peak: callTree.describe('By calls, who had what at the peak') })
  .refine(({ frames, peak }) => areFramesThere(frames, [peak]), 'a call of a frame that there is not');

const treesWords = 'The same by calls, the outermost first, in pre-order, for flame graphs; not kept in baselines';

const heaptrack = z.strictObject({
  profiler: z.literal('heaptrack'),
  profile: profileFile,
  subject: z
    .enum(['worker', 'command'])
    .describe('`worker`: the Node process of a scenario; `command`: the program of a command, without what it starts'),
  allocationCalls: count.describe('Calls of malloc and the like over the whole life of the process'),
  temporaryCalls: count.describe('Those among them whose memory was freed before anything else was allocated'),
  peakBytes: bytes.describe('Most heap memory at a time, in bytes; heaptrack reports four digits'),
  leakedBytes: bytes.describe(
    'Heap memory that was not freed when the process ended, in bytes. Node frees little when it ends: there it is what was in use, and a difference says more',
  ),
  peak: stacks.describe('Who had most at the peak'),
  leaked: stacks.describe('Who had most that was never freed'),
  calls: stacks.describe('Who called most often; `bytes` is what they had at the peak'),
  trees: heaptrackTrees.optional().describe(treesWords),
});

const branch = z.strictObject({
  level: count.max(deepestTree - 1).describe('0 for who allocated it, 1 for who called that, and so on'),
  bytes: bytes.describe('Bytes of this function on behalf of those that called it so'),
  ...frame.shape,
});

const massif = z.strictObject({
  profiler: z.literal('massif'),
  profile: profileFile,
  subject: z
    .enum(['qdrant', 'command'])
    .describe('`qdrant`: the server of the case; `command`: the program of a command, without what it starts'),
  counts: z
    .enum(['pages', 'heap'])
    .describe('`pages`: all that is mapped, code and stacks included, used or not; `heap`: blocks of malloc and new'),
  peakBytes: bytes.describe(
    'Most bytes of a snapshot. Massif takes the next one when a share of the run has passed: what came and went between two is not seen',
  ),
  snapshots: z
    .strictObject({
      instructions: z
        .array(amount())
        .max(mostSnapshots)
        .describe('When each was taken, in instructions since the start'),
      bytes: z.array(bytes).max(mostSnapshots).describe('What was held then, in bytes'),
    })
    .describe('What was held over time, thinned'),
  tree: z
    .array(branch)
    .max(mostBranches)
    .describe('Who had it at the peak: each with its callers behind it, one level deeper, most bytes first'),
  trees: massifTrees.optional().describe(treesWords),
});

/** The findings of a native memory profiler. */
export const nativeSchema = z.discriminatedUnion('profiler', [heaptrack, massif]);

export type NativeProfile = z.infer<typeof nativeSchema>;
export type HeaptrackProfile = Extract<NativeProfile, { profiler: 'heaptrack' }>;
export type MassifProfile = Extract<NativeProfile, { profiler: 'massif' }>;
export type MassifBranch = z.infer<typeof branch>;
export type NativeFrame = z.infer<typeof frame>;
export type NativeStack = z.infer<typeof stack>;
export type NativeTreeFrame = z.infer<typeof treeFrame>;
export type NativeOwner = NativeTreeFrame['owner'];
