import type { AccountedReading, Readings } from '../results/schema.js';
import type { Reading, Stretch } from './worker/protocol.js';

/** The readings around the measured iterations as a results document stores them. */
export function storedReadings({ before, after }: Pick<Stretch, 'before' | 'after'>): Readings {
  return { before: storedReading(before), after: storedReading(after) };
}

function storedReading({ heapLiveBytes, arrayBuffersBytes: _, ...fields }: Reading): AccountedReading {
  return { ...fields, heapBytes: heapLiveBytes };
}
