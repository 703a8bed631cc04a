import { defineScenario } from 'memory-bench-action';
import { watched } from './variant.js';

interface Params {
  readonly power: number;
}

const mebibyte = 1024 * 1024;

/** Kept memory grows with a power of the calls below one: ever more slowly, but without a limit. */
export default defineScenario<Params, { kept: Buffer[]; bytes: number }>({
  name: 'slowing',
  description: 'Keeps memory that grows with a root of the number of calls.',
  tags: ['smoke'],
  iterations: 50,
  ...watched,
  cases: {
    'power-0.4': { params: { power: 0.4 } },
    root: { params: { power: 0.5 } },
    'power-0.6': { params: { power: 0.6 } },
  },
  setup: () => ({ kept: [], bytes: 0 }),
  run({ iteration, params: { power } }, state) {
    const wanted = Math.round(mebibyte * (iteration + 1) ** power);
    state.kept.push(Buffer.alloc(wanted - state.bytes, 1));
    state.bytes = wanted;
  },
});
