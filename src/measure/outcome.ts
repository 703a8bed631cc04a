import type { Sample } from '../results/schema.js';

/** What a sample came to, without what its request knows already. */
export type Outcome =
  | Omit<Extract<Sample, { status: 'measured' }>, 'pass' | 'index' | 'startedAt'>
  | Omit<Extract<Sample, { status: 'failed' }>, 'pass' | 'index' | 'startedAt'>;
