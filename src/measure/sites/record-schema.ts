import { z } from 'zod';
import type { SiteRecord } from '../worker/protocol.js';

const amount = z.number().nonnegative();

const node: z.ZodType<SiteRecord['alive']> = z.object({
  callFrame: z.object({
    functionName: z.string(),
    scriptId: z.string(),
    url: z.string(),
    lineNumber: z.number(),
    columnNumber: z.number(),
  }),
  selfSize: amount,
  id: z.number(),
  get children() {
    return z.array(node);
  },
});

/** What the measured process has written in a sites pass. */
export const recordSchema: z.ZodType<SiteRecord> = z.object({
  alive: node,
  allocated: node.optional(),
  buffers: z.array(
    z.object({
      stack: z.array(z.object({ functionName: z.string(), url: z.string(), line: amount, column: amount })),
      allocatedBytes: amount,
      aliveBytes: amount,
    }),
  ),
  strayBufferBytes: amount,
});
