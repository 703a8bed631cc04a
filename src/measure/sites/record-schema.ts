import { z } from 'zod';
import type { SiteRecord } from '../worker/protocol.js';

const amount = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER);
/** V8 counts from 0 here, and uses -1 for none. */
const position = z.int().min(-1);

const node: z.ZodType<SiteRecord['alive']> = z.object({
  callFrame: z.object({
    functionName: z.string(),
    scriptId: z.string(),
    url: z.string(),
    lineNumber: position,
    columnNumber: position,
  }),
  selfSize: amount,
  id: z.number(),
  get children() {
    return z.array(node);
  },
});

/** The record that the measured process writes in a sites pass. */
export const recordSchema: z.ZodType<SiteRecord> = z.object({
  alive: node,
  allocated: node.optional(),
  buffers: z.array(
    z.object({
      stack: z.array(z.object({ functionName: z.string(), url: z.string(), line: position, column: position })),
      allocatedBytes: amount,
      aliveBytes: amount,
    }),
  ),
  strayBufferBytes: amount,
});
