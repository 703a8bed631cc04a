import { z } from 'zod';

/** A text, a number or a moment of a document, with what it means. */
export const text = (description: string) => z.string().describe(description);
export const finite = (description: string) => z.number().describe(description);
export const moment = (description: string) => z.iso.datetime().describe(`${description}, ISO 8601 in UTC`);
