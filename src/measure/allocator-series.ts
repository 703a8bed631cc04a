import { mostQdrantReadings } from '../results/qdrant-memory-schema.js';
import type { QdrantMemory } from '../results/schema.js';
import type { AllocatorCounters } from '../services/qdrant/api.js';

/** What the allocator of a server told, reading by reading. */
export class AllocatorSeries {
  readonly #readings: { readonly iteration: number; readonly counters: AllocatorCounters }[] = [];

  /** After so many measured iterations; nothing is noted where the server does not tell. */
  note(iteration: number, counters: AllocatorCounters | undefined): void {
    if (counters === undefined || this.#readings.length >= mostQdrantReadings) return;
    this.#readings.push({ iteration, counters });
  }

  /** In columns; undefined where there are none. */
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
