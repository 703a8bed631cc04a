import { z } from 'zod';
import { limits } from './limits.js';

/** A text, a number or a moment in a document, with its description. */
export const text = (description: string, longest: number = limits.text) =>
  z.string().max(longest).describe(description);
export const name = () => z.string().max(limits.name);
/** Any measurable number; differences of two stay finite. */
export const number = () => z.number().min(-limits.number).max(limits.number);
export const amount = () => z.number().nonnegative().max(limits.number);
export const finite = (description: string) => number().describe(description);
export const moment = (description: string) =>
  z.iso.datetime().max(limits.name).describe(`${description}, ISO 8601 in UTC`);
/** A record with a bounded number of fields. */
export const boundedRecord = <Value extends z.ZodType>(
  value: Value,
  { key = limits.name, fields = limits.entries }: { readonly key?: number; readonly fields?: number } = {},
) =>
  z
    .record(z.string().max(key), value)
    .refine((record) => Object.keys(record).length <= fields, `more than ${fields} fields`)
    .meta({ maxProperties: fields });
