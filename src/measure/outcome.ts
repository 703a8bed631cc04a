import type { Sample } from '../results/schema.js';

/** The result of a sample, without the fields that its request already has. */
export type Outcome =
  | Omit<Extract<Sample, { status: 'measured' }>, 'pass' | 'index' | 'startedAt'>
  | Omit<Extract<Sample, { status: 'failed' }>, 'pass' | 'index' | 'startedAt'>;
