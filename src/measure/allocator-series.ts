import { mostQdrantReadings } from '../results/qdrant-memory-schema.js';
import type { QdrantMemory } from '../results/schema.js';
import type { AllocatorCounters } from '../services/qdrant/api.js';

/** The readings of a server's allocator counters. */
export class AllocatorSeries {
  readonly #readings: { readonly iteration: number; readonly counters: AllocatorCounters }[] = [];

  /** Notes the counters after `iteration` measured iterations; does nothing if the server reports none. */
  note(iteration: number, counters: AllocatorCounters | undefined): void {
    if (counters === undefined || this.#readings.length >= mostQdrantReadings) return;
    this.#readings.push({ iteration, counters });
  }

  /** The readings as columns; undefined if there are none. */
  get columns(): QdrantMemory | undefined {
    if (this.#readings.length === 0) return undefined;
    const column = (name: keyof AllocatorCounters) => this.#readings.map(({ counters }) => counters[name]);
    return {
      atIteration: this.#readings.map(({ iteration }) => iteration),
      allocatedBytes: column('allocatedBytes'),
      activeBytes: column('activeBytes'),
      residentBytes: column('residentBytes'),
      retainedBytes: column('retainedBytes'),
      metadataBytes: column('metadataBytes'),
    };
  }
}
