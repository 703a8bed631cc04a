import { z } from 'zod';
import type { WorkerMessage } from './worker/protocol.js';

const amount = z.number().nonnegative();

const reading = z.object({
  rssBytes: amount,
  anonBytes: amount.optional(),
  heapLiveBytes: amount,
  externalBytes: amount,
  arrayBuffersBytes: amount,
  nativeBytes: amount.optional(),
});

const stretch = z.object({ before: reading, after: reading, peakRssBytes: amount.optional() });

const columns = z.object({
  durationMs: z.array(amount),
  rssBytes: z.array(amount),
  anonBytes: z.array(amount).optional(),
  heapBytes: z.array(amount).optional(),
  nativeBytes: z.array(amount).optional(),
});

const report = z.object({
  cold: stretch.optional(),
  steady: stretch,
  gc: z.object({ count: amount, pauseMs: amount, allocatedBytes: amount, heapPeakBytes: amount }),
  iterations: columns,
  unsettled: z.array(z.string()),
  nativeAbsent: z.string().optional(),
  peakAbsent: z.string().optional(),
});

const phase = z.enum(['import', 'setup', 'cold', 'warmup', 'settle', 'measure', 'follow-up', 'teardown']);

const workerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('phase'), phase }),
  z.object({ type: z.literal('quiesce'), point: z.enum(['before', 'iteration', 'after', 'settled']) }),
  z.object({ type: z.literal('growth'), iterations: columns }),
  z.object({ type: z.literal('memory'), report }),
  z.object({ type: z.literal('allocations'), count: amount }),
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('failed'), phase, message: z.string(), stack: z.string().optional() }),
]);

/**
 * Reads a message of the measured process. A scenario may use the channel for messages of its own: undefined for those.
 */
export function parseWorkerMessage(message: unknown): WorkerMessage | undefined {
  const parsed = workerMessage.safeParse(message);
  // The schema's optional fields allow an explicit undefined; over IPC there is none.
  return parsed.success ? (parsed.data as WorkerMessage) : undefined;
}
