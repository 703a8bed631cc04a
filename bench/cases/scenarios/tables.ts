import { defineScenario } from 'memory-bench-action';
import { randomFrom } from '../../random.js';
import { heapText } from './heap-text.js';
import { watched } from './variant.js';

interface State {
  readonly random: () => number;
  readonly byKey: Map<number, unknown>;
  column: Float64Array;
  used: number;
}

const knownKeys = 10_000;

const uses = {
  /** Every key is removed in the call that added it. */
  'added-and-removed': ({ byKey }, iteration) => {
    for (let key = 0; key < 2_000; key += 1) byKey.set(iteration * 2_000 + key, key);
    byKey.clear();
  },
  /** A fixed set of keys whose values are replaced. */
  replaced: ({ byKey }) => {
    for (let key = 0; key < 200; key += 1) byKey.set(key, heapText(1024));
  },
  /** 8 KB per call in a column that doubles when it is full: each step is twice as high and half as frequent. */
  doubling: (state) => {
    const needed = state.used + 1024;
    if (needed > state.column.length) {
      const larger = new Float64Array(state.column.length * 2).fill(1);
      larger.set(state.column);
      state.column = larger;
    }
    state.used = needed;
  },
  /** Random keys out of ten thousand: the fuller the cache, the fewer are new. */
  'cache-10000': ({ byKey, random }) => {
    for (let drawn = 0; drawn < 40; drawn += 1) {
      const key = Math.floor(random() * knownKeys);
      if (!byKey.has(key)) byKey.set(key, heapText(1024));
    }
  },
} as const satisfies Record<string, (state: State, iteration: number) => void>;

/** Tables and caches: their capacity is memory too, and changes in steps. */
export default defineScenario<{ readonly use: keyof typeof uses }, State>({
  name: 'tables',
  description: 'Adds to a table, or looks up in a cache.',
  tags: ['smoke'],
  iterations: 50,
  ...watched,
  cases: {
    'added-and-removed': { params: { use: 'added-and-removed' } },
    replaced: { params: { use: 'replaced' } },
    doubling: { params: { use: 'doubling' } },
    'cache-10000': { params: { use: 'cache-10000' } },
  },
  setup: () => ({ random: randomFrom(5), byKey: new Map(), column: new Float64Array(1024).fill(1), used: 0 }),
  run({ iteration, params: { use } }, state) {
    uses[use](state, iteration);
  },
});
