import { z } from 'zod';
import { failOnKinds } from '../compare/verdict.js';
import { configFileSchema } from '../config/config-file.js';
import { commentModes } from '../config/runner-config.js';
import { EnvironmentError, messageOf } from '../errors.js';
import { parseBoundedJson } from '../results/bounded-json.js';
import { mistakesIn } from '../results/mistakes.js';

/** The files of a results artifact that the comment action reads. */
export const handedOver = ['results.json', 'handover.json'] as const;

/**
 * The data that the measuring action hands to the comment action. The sender of the pull request may have forged it.
 */
const handoverSchema = z.strictObject({
  handoverVersion: z.literal(1).describe('Version of this format'),
  // GitHub does not store a lone surrogate: the section of such a leg would never be found again.
  leg: z
    .string()
    .max(500)
    .transform((leg) => leg.toWellFormed())
    .describe('Name of the job among the others of its matrix'),
  commentKey: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,80}$/)
    .describe('Which comment the section goes into'),
  comment: z.enum(commentModes).describe('When the job wants a comment'),
  failOn: z.array(z.enum(failOnKinds)).max(100).describe('What makes the verdict fail'),
  budgets: configFileSchema.shape.budgets.unwrap().describe('Limits over those the results carry'),
  thresholds: configFileSchema.shape.thresholds.unwrap().describe('Allowed changes'),
  failed: z.boolean().optional().describe('Whether the job failed by its own verdict; absent in earlier versions'),
  findings: z
    .record(z.string().max(40), z.int().nonnegative())
    .refine((findings) => Object.keys(findings).length <= 40, 'more than 40 kinds')
    .optional()
    .describe('Findings of the job by kind; absent in earlier versions'),
});

/** Limits that leave room for budgets and thresholds of many globs, nested two levels deep. */
const handoverLimits = { bytes: 4 * 1024 * 1024, depth: 8, containers: 20_000, elements: 100, fields: 1_000 };

export type Handover = z.infer<typeof handoverSchema>;

/**
 * Reads a handover.
 * @throws EnvironmentError if it is invalid.
 */
export function parseHandover(text: string): Handover {
  let raw: unknown;
  try {
    raw = parseBoundedJson(text, handoverLimits);
  } catch (cause) {
    throw new EnvironmentError(
      `the handover of the measuring half ${cause instanceof SyntaxError ? 'is not JSON' : 'exceeds a limit'}: ${messageOf(cause)}`,
      {
        cause,
      },
    );
  }
  const parsed = handoverSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(`the handover of the measuring half has a mistake:\n${mistakesIn(parsed.error)}`);
}
