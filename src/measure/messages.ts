import { z } from 'zod';
import type { JsonLimits } from '../results/bounded-json.js';
import { limits } from '../results/limits.js';
import type { WorkerMessage } from './worker/protocol.js';

/** Limits for one message on the channel. The largest message has a column for each field of a reading. */
export const messageLimits: JsonLimits = {
  bytes: 4 * 1024 ** 2,
  depth: 16,
  containers: 1_000,
  elements: limits.series,
  fields: 100,
};

/** Bounded, so that sums of amounts stay finite. */
const amount = z.number().nonnegative().max(limits.number);
/** A class of memory that is a difference of two readings may be negative. */
const signed = z.number().min(-limits.number).max(limits.number);
const shortText = textUpTo(limits.text);
const mostUnsettled = 16;

const reading = z.object({
  rssBytes: amount,
  anonBytes: amount.optional(),
  fileBytes: amount.optional(),
  heapLiveBytes: signed,
  externalBytes: amount,
  arrayBuffersBytes: amount,
  nativeBytes: amount.optional(),
  mallocBytes: signed.optional(),
  workerHeapBytes: amount.optional(),
  otherBytes: signed.optional(),
  childBytes: amount.optional(),
  descriptors: amount.optional(),
  threads: amount.optional(),
  handles: amount.optional(),
  children: amount.optional(),
});

const stretch = z.object({
  before: reading,
  after: reading,
  peakRssBytes: amount.optional(),
  peakAnonBytes: amount.optional(),
});

const columns = z
  .object({
    durationMs: z.array(amount),
    rssBytes: z.array(amount),
    anonBytes: z.array(amount).optional(),
    heapBytes: z.array(signed).optional(),
    externalBytes: z.array(amount).optional(),
    nativeBytes: z.array(amount).optional(),
    mallocBytes: z.array(signed).optional(),
    workerHeapBytes: z.array(amount).optional(),
    otherBytes: z.array(signed).optional(),
    childBytes: z.array(amount).optional(),
    descriptors: z.array(amount).optional(),
    threads: z.array(amount).optional(),
    handles: z.array(amount).optional(),
    children: z.array(amount).optional(),
  })
  .refine(
    (read) => Object.values(read).every((column) => column?.length === read.durationMs.length),
    'columns of different lengths',
  );

const report = z.object({
  cold: stretch.optional(),
  steady: stretch,
  gc: z.object({ count: amount, pauseMs: amount, allocatedBytes: amount, heapPeakBytes: amount }),
  iterations: columns,
  unsettled: z.array(shortText).max(mostUnsettled),
  nativeAbsent: shortText.optional(),
  peakAbsent: shortText.optional(),
});

const phase = z.enum(['import', 'setup', 'cold', 'warmup', 'settle', 'measure', 'follow-up', 'teardown']);

const workerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('phase'), phase }),
  z.object({ type: z.literal('quiesce'), point: z.enum(['before', 'iteration', 'after', 'settled']) }),
  z.object({ type: z.literal('growth'), iterations: columns, threw: textUpTo(limits.message).optional() }),
  z.object({ type: z.literal('memory'), report }),
  z.object({ type: z.literal('allocations'), count: amount }),
  z.object({ type: z.literal('done') }),
  z.object({
    type: z.literal('failed'),
    phase,
    message: textUpTo(limits.message),
    stack: textUpTo(limits.log).optional(),
  }),
]);

/** Parses a message of the measured process; undefined if it is invalid. */
export function parseWorkerMessage(message: unknown): WorkerMessage | undefined {
  const parsed = workerMessage.safeParse(message);
  // The schema's optional fields allow an explicit undefined, which JSON does not have.
  return parsed.success ? (parsed.data as WorkerMessage) : undefined;
}

/** A text cut to `most` characters. The worker cuts its texts too, but shares its process with the scenario. */
function textUpTo(most: number) {
  return z.string().transform((text) => text.slice(0, most));
}
