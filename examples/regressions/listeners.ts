import { setImmediate } from 'node:timers/promises';
import { defineScenario } from 'memory-bench-action';

/** Stores chunks, and says so when the service is stopped meanwhile: what a pull request changes. */
export type StoreChunks = (chunks: readonly string[], stop: AbortSignal, store: Store) => Promise<void>;

type Store = (chunks: readonly string[]) => Promise<void>;

interface State {
  /** A document's chunks as they come in a request. */
  readonly body: string;
  /** Lives as long as the service. */
  readonly stop: AbortSignal;
}

const documentChunks = 32;
const chunkBytes = 2048;

/** A service whose every request listens to the one signal that stops the service. */
export const listeners = (storeChunks: StoreChunks) =>
  defineScenario<Record<string, never>, State>({
    name: 'listeners',
    description: 'Stores a document of 64 KB, which the stop of the service would interrupt.',
    tags: ['smoke'],
    iterations: 14,
    growth: { maxPercent: 100 },
    setup({ text }) {
      const chunks = Array.from({ length: documentChunks }, (_, index) => text(chunkBytes, index));
      return { body: JSON.stringify(chunks), stop: new AbortController().signal };
    },
    async run(_context, { body, stop }) {
      await storeChunks(JSON.parse(body), stop, storeSomewhere);
    },
  });

/** Whatever stores them has let go of them by its end. */
async function storeSomewhere(): Promise<void> {
  await setImmediate();
}
