import { defineScenario } from 'memory-bench-action';
import { randomFrom } from '../../random.js';
import { watched } from './variant.js';

interface Params {
  readonly seed: number;
  readonly bytes: number;
  /** Chance of a burst in each call. */
  readonly chance: number;
}

const mebibyte = 1024 * 1024;

/** Some requests fail, and their memory is never freed. The seeds have a burst among the planned calls. */
export default defineScenario<Params, { readonly random: () => number; readonly kept: Buffer[] }>({
  name: 'bursts',
  description: 'Keeps a block with a small chance in each call.',
  tags: ['smoke'],
  iterations: 50,
  ...watched,
  cases: {
    'seed-1': { params: { seed: 1, bytes: mebibyte, chance: 0.05 } },
    'seed-7': { params: { seed: 7, bytes: mebibyte, chance: 0.05 } },
    'seed-12345': { params: { seed: 12_345, bytes: mebibyte, chance: 0.05 } },
    'seed-20261125': { params: { seed: 20_261_125, bytes: mebibyte, chance: 0.05 } },
    'often-256KB': { params: { seed: 3, bytes: mebibyte / 4, chance: 0.2 } },
  },
  setup: ({ params: { seed } }) => ({ random: randomFrom(seed), kept: [] }),
  run({ params: { bytes, chance } }, { random, kept }) {
    if (random() < chance) kept.push(Buffer.alloc(bytes, 1));
  },
});
